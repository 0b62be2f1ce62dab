// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* What a MIME message is made of: just as much as web pages saved as one file (MHTML) need. */

G_BEGIN_DECLS

typedef struct
{
  const char *body; /* as it stands in the message, encoded */
  gsize length;
  char *type; /* "text/html", lower case; "text/plain" where none is given */
  char *charset, *boundary, *start, *encoding; /* or NULL */
  char *id, *location; /* Content-ID without its brackets, Content-Location; or NULL */
  char *page; /* Snapshot-Content-Location; or NULL */
  gboolean is_mime; /* says so: MIME-Version */
} FootholdMimePart;

/* The head of a message or a part and where its body is; NULL where there is no head. @data outlives it. (transfer
 * full) */
FootholdMimePart *foothold_mime_part_new (const char *data, gsize length);
void foothold_mime_part_free (FootholdMimePart *self);

/*
 * All parts that are not themselves made of parts, in order, at most FOOTHOLD_LIMIT_MIME_PARTS,
 * none deeper than FOOTHOLD_LIMIT_MIME_DEPTH. A part whose end is missing ends with the
 * message. FootholdMimePart (transfer full)
 */
GPtrArray *foothold_mime_part_leaves (FootholdMimePart *self);

/* The body's bytes: quoted-printable and Base64 undone, whatever is broken in them left out. */
GByteArray *foothold_mime_part_decode (const FootholdMimePart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdMimePart, foothold_mime_part_free)

G_END_DECLS
