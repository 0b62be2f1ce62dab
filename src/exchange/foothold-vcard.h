// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-rows.h"

/*
 * Contact cards: vCard 2.1, 3.0 and 4.0 in, 4.0 out. Pure functions between text and rows. What of a card has no place
 * here is named, so that it can be said; technical properties are not.
 */

G_BEGIN_DECLS

typedef struct
{
  guint n; /* which card of the file, from 1 */
  guint line; /* where it begins */
  gboolean is_person; /* no group, no organisation */
  gboolean ended; /* its end is there */
  gboolean cut; /* a text was too long */
  gboolean lossy; /* some characters could not be read */
  FootholdPersonRow *person; /* without a name where the card has none */
  GPtrArray *contacts; /* FootholdPersonContactRow in order, without a person */
  GPtrArray *left_out; /* char *: "PHOTO", each once */
} FootholdVcard;

/* @card: not kept. FALSE with @error ends the reading. */
typedef gboolean (*FootholdVcardFunc) (const FootholdVcard *card, gpointer user_data, GError **error);

/* Whether the beginning of a text (UTF-8) is that of a card. */
gboolean foothold_vcard_is (const char *text, gsize length);
/* Each card of @text in order. It need not be UTF-8: a line may be folded within a character. Text between cards is
 * passed over. */
gboolean foothold_vcard_read (const char *text,
                              gsize length,
                              FootholdVcardFunc func,
                              gpointer user_data,
                              GError **error);

/* Appends @person with @contacts (FootholdPersonContactRow) as one card of version 4.0. */
void foothold_vcard_append (GString *out, const FootholdPersonRow *person, GPtrArray *contacts);

G_END_DECLS
