/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one way any file but the database is written (R7): into a nameless file of the
 * same folder, 0600, synced, then put in its place at once and the folder synced.
 * After a power cut there are the old bytes, the new bytes, or nothing, never a part.
 *
 *   g_autoptr (FootholdFile) file = foothold_file_new (folder, error);
 *
 *   if (file == NULL || !foothold_file_append_stream (file, stream, limit, cancellable, error))
 *     return FALSE;
 *   return foothold_file_commit (file, foothold_file_get_sha256 (file), error);
 */

#pragma once

#include <gio/gio.h>

#include "foothold-db-error.h"

G_BEGIN_DECLS

typedef struct _FootholdFile FootholdFile;

/* Nothing shows in @folder until the commit; where the file system cannot do that, a name that the sweep knows. */
FootholdFile *foothold_file_new (const char *folder, GError **error);
/* The only reference; without a commit nothing is left. */
void foothold_file_free (FootholdFile *self);

gboolean foothold_file_append (FootholdFile *self, const void *data, gsize size, GError **error);
/* In pieces of 64 KiB. More than @limit bytes (0: no limit) fail with G_IO_ERROR_MESSAGE_TOO_LARGE. */
gboolean foothold_file_append_stream (FootholdFile *self,
                                      GInputStream *stream,
                                      guint64 limit,
                                      GCancellable *cancellable,
                                      GError **error);
guint64 foothold_file_get_size (FootholdFile *self);
/* For a file whose hash nobody asks: nothing is hashed. Before the first append. */
void foothold_file_skip_hash (FootholdFile *self);
/* Of all appended; nothing can be appended after it is asked. NULL where the hash was skipped. */
const char *foothold_file_get_sha256 (FootholdFile *self);

/* Replaces what is there. TRUE means it survives a power cut. */
gboolean foothold_file_commit (FootholdFile *self, const char *name, GError **error);

/* All of the above for a few bytes. */
gboolean foothold_file_write (const char *path, const void *data, gsize size, GError **error);
/* Syncs the folder, so that names in it survive. */
gboolean foothold_file_sync_folder (const char *folder, GError **error);
/* Renames within one file system and syncs the folders. */
gboolean foothold_file_rename (const char *from, const char *to, GError **error);
/* Removes it if it is there, and syncs the folder. */
gboolean foothold_file_remove (const char *path, GError **error);
/* A free name in @folder that the sweep knows, for what SQLite must write by name. */
char *foothold_file_temporary_name (const char *folder);
/* A descriptor of a new file in @folder, to read and write, that is gone when it is closed, or -1. Where the file
 * system cannot make one without a name it has, until it loses it at once, one that the sweep knows. */
int foothold_file_open_nameless (const char *folder, GError **error);
/* Removes what a kill left behind. Only while the lock is held. */
void foothold_file_sweep (const char *folder);
/* (transfer full): of a whole file that is not an open database. */
char *foothold_file_hash (const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdFile, foothold_file_free)

G_END_DECLS
