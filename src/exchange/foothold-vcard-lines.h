// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * The lines of a contact card (vCard 2.1, 3.0 and 4.0): folded ones put together, a name, parameters and a value each,
 * with quoted-printable undone. What they mean is foothold-vcard.c's.
 */

G_BEGIN_DECLS

#define FOOTHOLD_VCARD_LAST_PREFERENCE 100

/* One property. All texts are its own. */
typedef struct
{
  guint line; /* where it begins, from 1 */
  char *group; /* "item1", lower case; or NULL */
  char *name; /* "TEL", upper case */
  GPtrArray *types; /* char *: the values of TYPE, lower case; "pref" where they say so */
  guint preference; /* the value of PREF, 1 before all others; 0 for none */
  char *encoding; /* "b", "base64", "quoted-printable", lower case; or NULL */
  char *charset; /* or NULL */
  char *value; /* escapes of the value still in it */
  gboolean cut; /* the value was too long: only its beginning is here */
  gboolean lossy; /* some of its characters could not be read */
} FootholdVcardLine;

typedef struct
{
  const char *at, *end; /* of the bytes; what a line says is UTF-8 once it is put together */
  guint line; /* that begins at @at, from 1 */
} FootholdVcardReader;

void foothold_vcard_reader_init (FootholdVcardReader *self, const char *text, gsize length);
/* The next property; lines that are none are passed over. NULL at the end. (transfer full) */
FootholdVcardLine *foothold_vcard_reader_next (FootholdVcardReader *self);

void foothold_vcard_line_free (FootholdVcardLine *self);
gboolean foothold_vcard_line_has_type (const FootholdVcardLine *self, const char *type);

/* @value without its escapes: "\n" becomes a line end, where @line_ends. (transfer full) */
char *foothold_vcard_unescape (const char *value, gsize length, gboolean line_ends);
/* The parts of @value between separators (';' or ',') that are not escaped, without their escapes. (transfer full) */
char **foothold_vcard_split (const char *value, char separator, gboolean line_ends);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdVcardLine, foothold_vcard_line_free)

G_END_DECLS
