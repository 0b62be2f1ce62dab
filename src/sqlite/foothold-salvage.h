/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Getting out of a damaged file what can still be read (F11), when there is no
 * backup or it is too old. The damaged file is only copied, never opened.
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

typedef struct
{
  char *table;
  gint64 kept;
  gint64 lost; /* -1 where nobody can tell how many there were */
} FootholdSalvaged;

/**
 * foothold_salvage:
 * @damaged: the file, closed
 * @into: a fresh database with the newest schema, on this thread
 * @report: (out) (transfer full): FootholdSalvaged, one a table
 *
 * Copies every readable row of the tables that @into has. A reference to a lost row
 * becomes unknown, or its row is lost too where it must have one. Triggers of @into
 * feed its search index as they always do.
 */
gboolean foothold_salvage (const char *damaged,
                           FootholdDb *into,
                           GPtrArray **report,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
