// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "fuzz.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-facts.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money.h"
#include "rules/foothold-zone.h"

/* Amounts, dates, durations and words: what is taken can be written and read again. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const currencies[] = { NULL, "EUR", "JPY", "KWD" };
  static const char *const countries[] = { NULL, "US", "SE", "VN" };
  g_autofree char *text = g_strndup ((const char *) data, size);
  const char *currency = currencies[size % G_N_ELEMENTS (currencies)];
  FootholdMoment moment;
  FootholdPay pay;
  gint64 value, min, max;

  if (foothold_money_from_text (text, currency, &value))
    {
      g_autofree char *written = foothold_money_to_text (value, currency);
      gint64 again;

      g_assert_true (foothold_money_from_text (written, currency, &again));
      g_assert_cmpint (again, ==, value);
    }
  if (foothold_money_parse (text, -1, currency, &value))
    g_assert_cmpint (value, >=, 0);
  if (foothold_pay_parse (text, currency, countries[size / 4 % G_N_ELEMENTS (countries)], &pay))
    {
      g_assert_cmpuint (strlen (pay.currency), ==, 3);
      g_assert_true (pay.min != FOOTHOLD_MONEY_UNKNOWN || pay.max != FOOTHOLD_MONEY_UNKNOWN);
      g_assert_true (pay.min == FOOTHOLD_MONEY_UNKNOWN || pay.max == FOOTHOLD_MONEY_UNKNOWN || pay.min <= pay.max);
      g_assert_true (pay.period == NULL || foothold_list_find (&foothold_pay_periods, pay.period) != NULL);
    }
  if (foothold_moment_parse (text, &moment))
    {
      g_assert_true (foothold_date_is_valid (moment.date));
      g_assert_true (*moment.time == '\0' || foothold_time_is_valid (moment.time));
      g_assert_true (*moment.zone == '\0' || g_str_has_prefix (moment.zone, "Etc/"));
      g_assert_true (foothold_deadline_to_instant (moment.date, *moment.time != '\0' ? moment.time : NULL, "Etc/UTC",
                                                   NULL, &value));
    }
  if (foothold_instant_from_text (text, &value))
    {
      g_autofree char *written = foothold_instant_to_text (value);
      gint64 again;

      g_assert_true (foothold_instant_from_text (written, &again));
      g_assert_cmpint (again, ==, value);
    }
  if (foothold_duration_parse (text, &min, &max))
    {
      g_assert_true (min > 0 || min == FOOTHOLD_FACT_UNKNOWN);
      g_assert_true (max > 0 && min <= max);
    }
  if (foothold_hours_from_text (text, &value))
    {
      g_autofree char *written = foothold_hours_to_text (value);
      gint64 again;

      g_assert_true (foothold_hours_from_text (written, &again));
      g_assert_cmpint (again, ==, value);
    }
  foothold_zone_is_valid (text);
  foothold_list_lookup (&foothold_countries, text);
  foothold_list_lookup (&foothold_pay_periods, text);

  return 0;
}
