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

/* What an amount under this name is for: the whole under "Fee", an hour under "Hourly rate"; NULL where it does not
 * say. */
const char *foothold_pay_period_of_name (const char *name);

/* The kind of pay that follows from what it is for: "hourly" for an hour, "fixed" for the whole, else NULL. */
const char *foothold_pay_kind_of_period (const char *period);

G_END_DECLS
