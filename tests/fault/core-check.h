/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a data folder is as it must be after a fault. */

#pragma once

#include "sqlite/foothold-db.h"

G_BEGIN_DECLS

/* SHA-256 over every row of every table in key order; @undoable leaves out the undo stack and the search index. */
char *core_digest (FootholdDb *db, gboolean undoable, GError **error);
/* SQLite's count of commits, from a file nobody has open. */
guint core_change_counter (const char *path);
/* Every attachment row has its file with the right bytes. */
gboolean core_check_attachments (FootholdDb *db, const char *dir, GError **error);
/* The structure, the references, the attachments. */
gboolean core_check (FootholdDb *db, const char *dir, GError **error);
/* How many of the backups in the folder are sound. */
guint core_count_backups (const char *dir, guint *n_all);
char *core_db_path (const char *dir);

G_END_DECLS
