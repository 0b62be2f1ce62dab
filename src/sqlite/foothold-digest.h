/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * SHA-256 of what a file is named or known by: attachments, backups, files of an
 * export. Through nettle, which uses the processor's own instructions for it where
 * there are any; GLib's does not and takes four times as long.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FootholdDigest FootholdDigest;

FootholdDigest *foothold_digest_new (void);
void foothold_digest_free (FootholdDigest *self);
void foothold_digest_update (FootholdDigest *self, const void *data, gsize size);
/* 64 lower-case hex digits of all that was given; nothing more may be given after it is asked. */
const char *foothold_digest_get_hex (FootholdDigest *self);

/* (transfer full): the same for bytes that are there at once. */
char *foothold_digest_of (const void *data, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdDigest, foothold_digest_free)

G_END_DECLS
