/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/*
 * The last way out of a damaged file: what can still be read of it becomes a backup
 * like any other, to be looked at and restored as those are. The damaged file stays
 * as it is.
 */

G_BEGIN_DECLS

typedef struct
{
  char *name; /* of the table */
  gint64 kept;
  gint64 lost; /* -1 where nobody can tell how many there were */
} FootholdSalvageTable;

typedef struct
{
  char *backup; /* path of the new backup */
  gint64 n_opportunities; /* kept */
  gint64 n_kept, n_lost; /* rows of all tables; lost as far as they can be counted */
  gboolean uncounted; /* at least one table does not tell how much it lost */
  GPtrArray *tables; /* FootholdSalvageTable, those in which there was anything */
} FootholdSalvageReport;

void foothold_salvage_report_free (FootholdSalvageReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdSalvageReport, foothold_salvage_report_free)

/**
 * foothold_salvage_data:
 * @dir: the data directory; gets the backup
 * @damaged: (nullable): the file to read, NULL for the one of @dir, whose store must be closed
 *
 * Any thread but the main one. FOOTHOLD_DB_ERROR_LOCKED where the file of @dir is open elsewhere,
 * FOOTHOLD_DB_ERROR_CORRUPT where nothing could be read; then no backup is made.
 */
FootholdSalvageReport *foothold_salvage_data (const char *dir,
                                              const char *damaged,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
