// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-format-pay.h"

#include "model/foothold-format.h"
#include "rules/foothold-money.h"

#include <glib/gi18n.h>
#include <locale.h>

/* Whole units from ten on: a rate of exchange is of another day, and cents would pretend to know. */
static gint64
round_whole (gint64 minor, const char *currency)
{
  gint64 unit = 1;

  for (guint i = 0; i < foothold_currency_exponent (currency); i++)
    unit *= 10;
  if (minor == FOOTHOLD_FACT_UNKNOWN || ABS (minor) < 10 * unit)
    return minor;

  return (minor + (minor < 0 ? -unit : unit) / 2) / unit * unit;
}

char *
foothold_format_converted (const FootholdAmounts *amounts,
                           const char *currency,
                           const char *to,
                           const FootholdConversion *conversion)
{
  const FootholdAmounts converted = { round_whole (foothold_pay_convert (amounts->lo, currency, to, conversion), to),
                                      round_whole (foothold_pay_convert (amounts->hi, currency, to, conversion), to) };
  g_autofree char *money = NULL;
  g_autofree char *date = NULL;

  if (conversion == NULL || g_strcmp0 (currency, to) == 0)
    return NULL;
  money = foothold_format_amounts (&converted, to);
  if (money == NULL)
    return NULL;

  date = foothold_format_day (conversion->date);
  /* Translators: an amount in the person's currency, and the day of the rate of exchange that they typed: "≈ 120 EUR at
   * your rate of 1 Nov 2026" */
  return g_strdup_printf (_ ("≈\u00a0%s at your rate of %s"), money, date);
}

char *
foothold_format_exchange (const char *from, const char *to, gint64 micro)
{
  g_autofree char *point = g_locale_to_utf8 (localeconv ()->decimal_point, -1, NULL, NULL, NULL);
  g_autofree char *number = foothold_exchange_micro_to_text (micro, point != NULL ? point : ".");

  return g_strdup_printf ("1\u00a0%s = %s\u00a0%s", from, number, to);
}
