/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/*
 * A nameless file beside the database, so that it is on the same disk and gone
 * with the process, however that ends. Records are appended and read again by
 * their offsets. It is not a database because nothing in it is ever looked up by
 * anything but its place, and appending is as fast as the disk. Not locked: one
 * thread at a time.
 */

G_BEGIN_DECLS

typedef struct _FootholdSpool FootholdSpool;

/* NULL with a FOOTHOLD_DB_ERROR when there is no room or no right to write in @dir. */
FootholdSpool *foothold_spool_new (const char *dir, GError **error);
void foothold_spool_free (FootholdSpool *self);
/* Where the next record will begin. */
goffset foothold_spool_tell (const FootholdSpool *self);
gboolean foothold_spool_append (FootholdSpool *self, const guint8 *bytes, guint length, GError **error);
/* @length bytes from @offset on. (transfer full) */
guint8 *foothold_spool_read (FootholdSpool *self, goffset offset, gsize length, GError **error);

/* The error of a file that could not be written or read, @saved_errno says why. Returns FALSE. */
gboolean foothold_spool_fail (GError **error, int saved_errno);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdSpool, foothold_spool_free)

G_END_DECLS
