// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

/*
 * Amounts as people read and type them: with decimals only where there are any.
 * Files and whatever reads them again use foothold_money_to_text().
 */

G_BEGIN_DECLS

/* As in struct lconv, in UTF-8. */
typedef struct
{
  const char *point;
  const char *separator; /* "": none */
  const char *grouping;
} FootholdNumberStyle;

/* The amount without its currency, in a style; NULL for an unknown one. Pure. */
char *foothold_money_in_style (gint64 minor, const char *currency, const FootholdNumberStyle *style);
/* Grouped, in the style of the locale. */
char *foothold_money_for_people (gint64 minor, const char *currency);

/* For a field where it is edited: without groups, with @point before decimals; NULL for an unknown one. Pure. */
char *foothold_money_to_edit (gint64 minor, const char *currency, const char *point);
/* With the point of the locale. */
char *foothold_money_for_typing (gint64 minor, const char *currency);

G_END_DECLS
