// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"

/*
 * A field of an opportunity, or of another row, as the text of an entry, and back. Pure functions:
 * the widgets only hold the text.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_ENTRY_LINE, /* one line of text */
  FOOTHOLD_ENTRY_LINES, /* text of any length */
  FOOTHOLD_ENTRY_CHOICE, /* a slug of the field's list */
  FOOTHOLD_ENTRY_FLAG, /* "yes", "no" */
  FOOTHOLD_ENTRY_DATE,
  FOOTHOLD_ENTRY_TIME,
  FOOTHOLD_ENTRY_ZONE,
  FOOTHOLD_ENTRY_HOURS, /* minutes_min and minutes_max together */
  FOOTHOLD_ENTRY_EFFORT, /* one number of hours */
  FOOTHOLD_ENTRY_MONEY,
  FOOTHOLD_ENTRY_FEE, /* all that is paid: both ends, the currency, what it is for */
  FOOTHOLD_ENTRY_NUMBER,
} FootholdEntryKind;

/* What the entry shows, "" for unknown; for choices the slug. Hours and money are those of an opportunity; the other
 * kinds do for a row of any type. (transfer full) */
char *foothold_field_to_text (gconstpointer row, const char *field, FootholdEntryKind kind);
/* Sets the field of @row, which nobody else holds, from what was typed. One sentence in @error where it cannot be read.
 */
gboolean foothold_field_from_text (gpointer row,
                                   const char *field,
                                   FootholdEntryKind kind,
                                   const char *text,
                                   GError **error);

/* @field as it is read, a slug in its words, a date in full and hours as one; NULL for unknown. (transfer full) */
char *foothold_field_say (const FootholdOpportunityRow *row, const char *field);

G_END_DECLS
