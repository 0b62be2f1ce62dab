/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Copies of an open database (R8). Taking one needs the writer's connection and is
 * quick; checking it does not, and is done before it counts as a backup. When and
 * how many are the store's business.
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

/**
 * foothold_backup_copy:
 * @db: its thread
 * @folder: where the backup will lie
 *
 * Returns: (transfer full): a synced, unchecked copy under a temporary name, to keep or to remove
 */
char *foothold_backup_copy (FootholdDb *db, const char *folder, GCancellable *cancellable, GError **error);

/* The same for a copy that nobody keeps, read once and removed: it is not synced, which takes longer than the copying.
 */
char *foothold_backup_scratch (FootholdDb *db, const char *folder, GCancellable *cancellable, GError **error);

/**
 * foothold_backup_keep:
 * @copy: what foothold_backup_copy() gave; gone afterwards, kept or not
 * @path: its final name in the same folder
 * @version: the one it must have, or 0 for any
 * @sha256: (out) (optional): of its bytes
 *
 * Any thread. Checks every table, index and foreign key and the version, then
 * gives it its name.
 */
gboolean foothold_backup_keep (const char *copy,
                               const char *path,
                               guint version,
                               char **sha256,
                               GCancellable *cancellable,
                               GError **error);

/* Whether @path is a sound database of a version this program knows (0: any). */
gboolean foothold_backup_check (const char *path,
                                guint newest,
                                guint *version,
                                GCancellable *cancellable,
                                GError **error);

/**
 * foothold_backup_restore:
 * @path: the database, closed and locked by the caller
 * @aside: where the present file goes, in the same folder, with its journal if it has one
 *
 * Puts a copy of @backup, which the caller has checked, in place of @path. Whatever
 * stops it leaves the old database whole, under one of its two names; where it
 * stopped half way foothold_backup_resume_restore() finishes it.
 */
gboolean foothold_backup_restore (const char *backup, const char *path, const char *aside, GError **error);

/* At every start, under the lock and before the header is read. */
gboolean foothold_backup_resume_restore (const char *path, GError **error);

G_END_DECLS
