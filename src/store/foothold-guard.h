/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db.h"
#include "sqlite/foothold-seal.h"

/*
 * What stands between a bad disk and the first write of a session. At the start the
 * writer looks at the file: its seal, or where it has none at its structure. What
 * takes longer than a person waits (single values, references, indexes) is checked
 * by the checker while they work, on the file as it is or on the backup that was
 * copied from it before the first write. What was seen decides how the file is sealed
 * at the end.
 */

G_BEGIN_DECLS

typedef struct _FootholdGuard FootholdGuard;

/*
 * Writer thread: a copy was made before a write, and is a backup once foothold_guard_keep() has checked it; or,
 * said once in a session, @error: none could be made.
 */
typedef void (*FootholdGuardCopiedFunc) (const char *waiting, const GError *error, gpointer user_data);

/* @seal: (transfer full). */
FootholdGuard *foothold_guard_new (const char *dir, FootholdSeal *seal);
/* After the last connection closed: seals the file by what was seen of it. */
void foothold_guard_free (FootholdGuard *self);

/* Writer thread. @db keeps @self (unowned), which must outlive it. */
void foothold_guard_attach (FootholdDb *db, FootholdGuard *self, FootholdGuardCopiedFunc copied, gpointer user_data);
/*
 * Writer thread: looks at the file as the last session left it. FALSE with FOOTHOLD_DB_ERROR_CORRUPT: nothing
 * may be written from here on. @foreign: another program has written it (it is sound). @rest: the checker has
 * foothold_guard_check_rest() to do.
 */
gboolean foothold_guard_check (FootholdDb *db, gboolean *foreign, gboolean *rest, GError **error);
/* Writer thread, before a write. @reason: NULL for an ordinary one, else a backup is copied whatever the time. */
gboolean foothold_guard_before_write (FootholdDb *db, const char *reason, GError **error);

/*
 * Writer thread, before a write of what is derived: no backup is copied for it. *@later: the file has not been
 * checked whole yet, and its reader would hold up the commit; try again when it is.
 */
gboolean foothold_guard_before_upkeep (FootholdDb *db, gboolean *later, GError **error);

/* To be pushed with the job below: a copy that takes the place of the check ends it, as does whoever closes. */
GCancellable *foothold_guard_get_rest_cancellable (FootholdGuard *self);
/* Checker thread: the rest of the check. FALSE with FOOTHOLD_DB_ERROR_CORRUPT: nothing is written any more. */
gboolean foothold_guard_check_rest (FootholdGuard *self, FootholdDb *db, GError **error);
/*
 * Checker thread: makes @waiting a backup; its path (transfer full). Fails with FOOTHOLD_DB_ERROR_BACKUP where it
 * could not be kept, and with FOOTHOLD_DB_ERROR_CORRUPT where the data itself is damaged, of which @db is a reader.
 */
char *foothold_guard_keep (FootholdGuard *self,
                           FootholdDb *db,
                           const char *waiting,
                           GCancellable *cancellable,
                           GError **error);

/* Whether the file has other bytes than those it was closed with, though they may pass for a database. Before this
 * process opens it: it opens and closes it itself (R6). */
gboolean foothold_guard_is_rotten (const char *path, GCancellable *cancellable);

/* The same for who only reads and has no guard: FALSE with FOOTHOLD_DB_ERROR_CORRUPT. @dir: the data directory. */
gboolean foothold_guard_look (const char *dir, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdGuard, foothold_guard_free)

G_END_DECLS
