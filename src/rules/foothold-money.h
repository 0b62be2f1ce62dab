// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Money is an integer in minor units beside a currency; no float ever holds it.
 * This file turns it into text and back, exactly for our own formats, and reads
 * what people and web pages write: "1.200,50", "1,200.50", "20–25 $/h".
 */

G_BEGIN_DECLS

/* Unknown amounts, as in rows: never 0. */
#define FOOTHOLD_MONEY_UNKNOWN G_MININT64
/* More than this, in whole units of any currency, is no fee but a mistake. */
#define FOOTHOLD_MONEY_LIMIT G_GINT64_CONSTANT (1000000000000)

/* Decimals of an ISO 4217 code: JPY 0, EUR 2, KWD 3. NULL and unknown codes: 2. */
guint foothold_currency_exponent (const char *currency);

/* The code a stranger's word means ("€", "Euro", "eur"), a static string, or NULL. "$" and "kr" mean none alone. */
const char *foothold_currency_lookup (const char *text);

/* What is paid with in a country (ISO 3166 alpha-2), a static code, or NULL where we do not say. */
const char *foothold_currency_of_country (const char *country);

/* "600.00" for 60000 EUR, "900000" for VND; "-0.05" too. NULL for unknown. (transfer full) */
char *foothold_money_to_text (gint64 minor, const char *currency);

/* The exact reverse: an optional "-", digits, "." and at most the currency's decimals (more only if they are 0). */
gboolean foothold_money_from_text (const char *text, const char *currency, gint64 *minor);

/*
 * An amount as people write it, in any grouping, with "k" for thousands, nothing
 * around it. More decimals than the currency has are rounded half up. A single separator before three digits groups
 * ("1.200" EUR), but divides where the currency has three decimals ("30.125" KWD).
 */
gboolean foothold_money_parse (const char *text, gssize length, const char *currency, gint64 *minor);

/* Of ISO 4217: no currency; for reading an amount that has none. */
#define FOOTHOLD_NO_CURRENCY "XXX"

typedef struct
{
  gint64 min, max; /* minor units of currency; one of them may be unknown */
  char currency[4];
  const char *period; /* slug of foothold_pay_periods, or NULL where the text does not say */
  gboolean net; /* the text says that it is net */
  gboolean either; /* read with decimals, but a stranger may mean thousands: "1,500 KWD" */
} FootholdPay;

/*
 * What a text says about pay: an amount or a range, the currency, the period.
 * @currency and @country are what is known besides, or NULL: the currency where
 * the text names none, the country for signs that several countries use ("$").
 * FALSE where the text has no amount or no currency can be told, and where it has numbers besides that are no hours,
 * days or per cent: half of what is understood would be a wrong fact.
 */
gboolean foothold_pay_parse (const char *text, const char *currency, const char *country, FootholdPay *pay);

/* Hours as exports write them: 90 minutes is "1.5", 100 is "1.6667". (transfer full) */
char *foothold_hours_to_text (gint64 minutes);
/* The reverse, to the nearest minute; also "40", "7,5", "7:30". */
gboolean foothold_hours_from_text (const char *text, gint64 *minutes);

G_END_DECLS
