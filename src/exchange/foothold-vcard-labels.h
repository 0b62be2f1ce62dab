// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-vcard-lines.h"

/*
 * What a card says of a value by a type or by the name of its property, in the words that stand beside the value here;
 * and back, so that other programs read what they wrote.
 */

G_BEGIN_DECLS

/* "Home, Fax", or NULL: what only says that it is an address of its kind is no label. (transfer full) */
char *foothold_vcard_label_of_types (const FootholdVcardLine *line);
/* The types behind @label, "home,fax", or NULL where one of its words is none of vCard's. (transfer full) */
char *foothold_vcard_types_of_label (const char *label);

/* Without what Apple's programs write around the labels that they translate. @text: (transfer full) (nullable) */
char *foothold_vcard_clean_label (char *text);

/* A property that becomes a contact of the kind "other", whose label says which. */
typedef enum
{
  FOOTHOLD_VCARD_OTHER,
  FOOTHOLD_VCARD_NICKNAME,
  FOOTHOLD_VCARD_DEPARTMENT,
  FOOTHOLD_VCARD_ROLE,
  FOOTHOLD_VCARD_ORGANISATION,
} FootholdVcardOther;

/* (transfer none) */
const char *foothold_vcard_other_get_label (FootholdVcardOther other);
/* FOOTHOLD_VCARD_OTHER for any other label and none. */
FootholdVcardOther foothold_vcard_other_of_label (const char *label);

/* "Skype" for X-SKYPE, or NULL where the property's name names no messenger. (transfer full) */
char *foothold_vcard_label_of_messenger (const char *property);
/* "X-SKYPE" for "Skype", or NULL. (transfer none) */
const char *foothold_vcard_messenger_of_label (const char *label);
/* Whether the property holds the address of a messenger. */
gboolean foothold_vcard_is_messenger (const char *property);

G_END_DECLS
