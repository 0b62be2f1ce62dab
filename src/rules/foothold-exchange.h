// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-pay-rate.h"

/*
 * Rates of exchange that a person typed: the only ones there are. None is ever
 * fetched, and none is made of two others.
 */

G_BEGIN_DECLS

/* The one with which @from can be said in @to, either way round: the newest, and of two the one that was typed that
 * way. NULL where there is none. */
const FootholdConversion *foothold_exchange_find (const FootholdConversion *all,
                                                  guint n,
                                                  const char *from,
                                                  const char *to);

typedef struct
{
  char from[4], to[4];
  gint64 micro;
} FootholdTypedRate;

/*
 * "1 EUR = 4.30 PLN", "100 JPY = 0,62 €", "EUR/PLN 4.30": two currencies, and what one of the first is worth in the
 * second. A lone separator is a decimal point: a rate of 1.085 is not a thousand.
 */
gboolean foothold_exchange_parse (const char *text, FootholdTypedRate *rate);

/* "4.3" for 4300000, with @point before decimals. (transfer full) */
char *foothold_exchange_micro_to_text (gint64 micro, const char *point);

G_END_DECLS
