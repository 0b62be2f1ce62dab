/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-store.h"

/*
 * When backups are made, how many are kept, and going back to one (R8). A backup
 * is a file of DIR/backups named by its time, reason and SHA-256; it counts only
 * after it was checked from end to end. Any thread but the main one.
 */

G_BEGIN_DECLS

/* Between two backups of one session, while there are changes. */
#define FOOTHOLD_BACKUPS_EVERY_MS (G_GINT64_CONSTANT (30) * 60 * 1000)
/* All kept backups together; three are kept however large they are. */
#define FOOTHOLD_BACKUPS_MAX_BYTES (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define FOOTHOLD_BACKUPS_MIN_KEPT 3

/* Copies @db, checks the copy, keeps it and thins the others; its path (transfer full). */
char *foothold_backups_make (FootholdDb *db,
                             const char *dir,
                             const char *reason,
                             GCancellable *cancellable,
                             GError **error);
/*
 * The same in two steps, so that a write need not wait for the check: the copy, synced, in a file of
 * DIR/backups that is no backup yet (transfer full), on the thread of @db; then, on any thread, the check,
 * after which it is one; its path (transfer full). A copy that did not pass is removed. One whose check was
 * cancelled waits for the next start, as does what a kill left.
 */
char *foothold_backups_copy (FootholdDb *db,
                             const char *dir,
                             const char *reason,
                             GCancellable *cancellable,
                             GError **error);
char *foothold_backups_keep (const char *waiting, GCancellable *cancellable, GError **error);
/* Paths of those that wait, the oldest first; (transfer full). */
GPtrArray *foothold_backups_list_waiting (const char *dir);
/* Paths of what restores have set aside, the data as it was before; (transfer full). */
GPtrArray *foothold_backups_list_replaced (const char *dir, GError **error);
/* For the migration of a schema: @data is the directory. */
gboolean foothold_backups_before_migration (FootholdDb *db, guint from, guint to, gpointer data, GError **error);

/* Which of @backups (FootholdBackup, newest first) stay at @now: gboolean for each. Pure. */
GArray *foothold_backups_plan (GPtrArray *backups, gint64 now);
gboolean foothold_backups_thin (const char *dir, GError **error);

/* Whether the bytes are those that were checked; its version and structure too. */
gboolean foothold_backups_verify (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
