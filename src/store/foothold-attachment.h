/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sqlite/foothold-db.h"

/*
 * Files people attach, and pages they import, kept beside the database under
 * their SHA-256: one copy of each content, written durably before the row that
 * uses it (R10), checked whenever it is read. Any thread but the main one.
 */

G_BEGIN_DECLS

/* An attachment is at most this long. */
#define FOOTHOLD_ATTACHMENT_MAX_BYTES (64 * 1024 * 1024)

/* DIR/attachments/SHA256 */
char *foothold_attachment_path (const char *dir, const char *sha256);
/* Keeps what @stream has to give; returns the hash (transfer full). @size: how long it was, or NULL. */
char *foothold_attachment_store (const char *dir,
                                 GInputStream *stream,
                                 gint64 *size,
                                 GCancellable *cancellable,
                                 GError **error);
char *foothold_attachment_store_bytes (const char *dir, GBytes *bytes, GError **error);
/* The content, verified; G_IO_ERROR_INVALID_DATA when it is not what its name says. */
GBytes *foothold_attachment_load (const char *dir, const char *sha256, GError **error);

/*
 * Removes contents that neither the database nor the undo stack nor a kept backup refers to.
 * Writer thread, with the lock held.
 */
gboolean foothold_attachment_sweep (FootholdDb *db, const char *dir, GError **error);

typedef enum
{
  FOOTHOLD_ATTACHMENT_SOUND,
  FOOTHOLD_ATTACHMENT_MISSING, /* or it cannot be read */
  FOOTHOLD_ATTACHMENT_DAMAGED,
} FootholdAttachmentState;

/* Whether the content is there and what its name says, without holding it in memory. */
FootholdAttachmentState foothold_attachment_check (const char *dir, const char *sha256, GCancellable *cancellable);

G_END_DECLS
