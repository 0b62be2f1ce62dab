/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-format.h"

#include "rules/foothold-dates.h"
#include "rules/foothold-facts.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * What a person types into a field, read generously. What cannot be read is one
 * sentence with an example; the field keeps the text.
 */

static char *
stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

/* Drops "h", "hours", "hrs", "std" at the end, in any language's first letters that we know. */
static void
drop_unit (char *text)
{
  static const char *const units[] = { "hours", "hour", "hrs", "hr", "stunden", "stunde", "std", "godz", "h" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const gsize length = strlen (text);
      const gsize unit = strlen (units[i]);

      if (length > unit && g_ascii_strcasecmp (text + length - unit, units[i]) == 0)
        {
          text[length - unit] = '\0';
          g_strchomp (text);
          return;
        }
    }
}

/* As postings write them: "2h30", "10–20 Std.", "up to 20 hours". Days are no number of hours. */
static gboolean
read_duration (const char *text, gint64 *minutes_min, gint64 *minutes_max)
{
  gint64 min, max;

  if (foothold_duration_is_calendar (text) || !foothold_duration_parse_named ("hours", text, &min, &max))
    return FALSE;
  *minutes_min = min == FOOTHOLD_FACT_UNKNOWN ? GINT64_UNKNOWN : min;
  *minutes_max = max == FOOTHOLD_FACT_UNKNOWN ? GINT64_UNKNOWN : max;
  return TRUE;
}

static gboolean
read_hours (const char *from, gsize length, gint64 *minutes)
{
  g_autofree char *part = g_strstrip (g_strndup (from, length));

  drop_unit (part);
  return foothold_hours_from_text (part, minutes) && *minutes >= 0;
}

gboolean
foothold_parse_hours (const char *text, gint64 *minutes_min, gint64 *minutes_max, GError **error)
{
  static const char *const separators[] = { "–", "—", "-", " to ", " bis ", "…", "..." };
  g_autofree char *clean = stripped (text);
  gsize length = strlen (clean);

  *minutes_min = *minutes_max = GINT64_UNKNOWN;
  if (length == 0 || g_str_equal (clean, FOOTHOLD_UNKNOWN_TEXT))
    return TRUE;

  drop_unit (clean);
  length = strlen (clean);
  if (clean[length - 1] == '+')
    return read_hours (clean, length - 1, minutes_min) || read_duration (text, minutes_min, minutes_max)
           || refuse (error, _ ("Write hours like “5”, “5–8” or “7:30”."));

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = strstr (clean, separators[i]);

      if (at == NULL || at == clean)
        continue;
      if (!read_hours (clean, (gsize) (at - clean), minutes_min)
          || !read_hours (at + strlen (separators[i]), strlen (at + strlen (separators[i])), minutes_max))
        {
          *minutes_min = *minutes_max = GINT64_UNKNOWN;
          return read_duration (text, minutes_min, minutes_max)
                 || refuse (error, _ ("Write hours like “5”, “5–8” or “7:30”."));
        }
      if (*minutes_max < *minutes_min)
        {
          *minutes_min = *minutes_max = GINT64_UNKNOWN;
          return refuse (error, _ ("Write the smaller number of hours first, as in “5–8”."));
        }
      return TRUE;
    }

  if (!read_hours (clean, length, minutes_min))
    return read_duration (text, minutes_min, minutes_max)
           || refuse (error, _ ("Write hours like “5”, “5–8” or “7:30”."));
  *minutes_max = *minutes_min;
  return TRUE;
}

static char *
days_from (GDateTime *now, int days)
{
  g_autoptr (GDateTime) clock = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (clock, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

gboolean
foothold_parse_date (const char *text, GDateTime *now, char **iso, GError **error)
{
  g_autofree char *clean = stripped (text);
  g_autofree char *folded = g_utf8_casefold (clean, -1);
  g_autofree char *today = g_utf8_casefold (_ ("today"), -1);
  g_autofree char *tomorrow = g_utf8_casefold (_ ("tomorrow"), -1);
  guint64 days;

  *iso = NULL;
  if (*clean == '\0' || g_str_equal (clean, FOOTHOLD_UNKNOWN_TEXT))
    return TRUE;

  if (g_str_equal (folded, today) || g_str_equal (folded, "today"))
    *iso = days_from (now, 0);
  else if (g_str_equal (folded, tomorrow) || g_str_equal (folded, "tomorrow"))
    *iso = days_from (now, 1);
  else if (strlen (clean) <= 3 && g_ascii_string_to_unsigned (clean, 10, 0, 999, &days, NULL))
    *iso = days_from (now, (int) days);
  else
    *iso = foothold_date_parse_short (clean, foothold_day_order_of_locale ());
  if (*iso == NULL)
    *iso = foothold_date_parse (clean);

  if (*iso == NULL)
    return refuse (error, _ ("Write a date like “3 Dec 2026”, “2026-12-03” or “tomorrow”."));
  return TRUE;
}

/* Leap days are eight years apart at most. */
#define YEARS_AHEAD 8

gboolean
foothold_parse_date_ahead (const char *text, GDateTime *now, char **iso, GError **error)
{
  g_autofree char *clean = stripped (text);
  g_autofree char *today = days_from (now, 0);
  const int year = atoi (today);
  g_autoptr (GError) local_error = NULL;

  if (foothold_parse_date (text, now, iso, &local_error))
    return TRUE;

  for (int i = 0; i <= YEARS_AHEAD; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%s %04d", clean, year + i);
      g_autofree char *date = foothold_date_parse (whole);

      if (date != NULL && atoi (date) == year + i && strcmp (date, today) >= 0)
        {
          *iso = g_steal_pointer (&date);
          return TRUE;
        }
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
foothold_parse_time (const char *text, char **time, GError **error)
{
  g_autofree char *clean = stripped (text);
  int hour, minute = 0, end = 0;

  *time = NULL;
  if (*clean == '\0' || g_str_equal (clean, FOOTHOLD_UNKNOWN_TEXT))
    return TRUE;

  if (sscanf (clean, "%2d:%2d%n", &hour, &minute, &end) == 2 || sscanf (clean, "%2d.%2d%n", &hour, &minute, &end) == 2
      || sscanf (clean, "%2d%2d%n", &hour, &minute, &end) == 2 || sscanf (clean, "%2d%n", &hour, &end) == 1)
    if (end == (int) strlen (clean) && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)
      {
        *time = g_strdup_printf ("%02d:%02d", hour, minute);
        return TRUE;
      }

  return refuse (error, _ ("Write a time like “17:00”."));
}

/* "20 EUR/article", "20 EUR per word": paid for something that is no time and not the whole. */
static gboolean
is_by_the_piece (const char *text, const FootholdPay *pay)
{
  return pay->period == NULL
         && g_regex_match_simple ("(?:/|\\b(?:per|pro|je|each)\\b)\\s*\\pL", text, G_REGEX_CASELESS, 0);
}

gboolean
foothold_parse_money (const char *text, const char *currency, gint64 *minor, char **found, GError **error)
{
  g_autofree char *clean = stripped (text);
  FootholdPay pay;

  *minor = GINT64_UNKNOWN;
  *found = NULL;
  if (*clean == '\0' || g_str_equal (clean, FOOTHOLD_UNKNOWN_TEXT))
    return TRUE;

  if (foothold_money_parse (clean, -1, currency, minor))
    return TRUE;
  if (!foothold_pay_parse (clean, currency, NULL, &pay))
    return refuse (error, _ ("Write an amount like “600” or “600 USD”."));
  if ((pay.period != NULL && !g_str_equal (pay.period, "project")) || is_by_the_piece (clean, &pay)
      || (pay.min != pay.max && pay.min != FOOTHOLD_MONEY_UNKNOWN && pay.max != FOOTHOLD_MONEY_UNKNOWN))
    return refuse (error, _ ("Write one amount here, like “600” or “600 USD”: no range, and nothing like “an hour”."));

  *minor = pay.min != FOOTHOLD_MONEY_UNKNOWN ? pay.min : pay.max;
  *found = g_strdup (pay.currency);
  return TRUE;
}

static gboolean
is_unpaid (const char *text)
{
  const FootholdListEntry *kind = foothold_list_lookup (&foothold_pay_kinds, text);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *unpaid = g_utf8_casefold (_ ("unpaid"), -1);

  return (kind != NULL && g_str_equal (kind->slug, "unpaid")) || g_str_equal (folded, unpaid);
}

gboolean
foothold_parse_fee (const char *text, const char *currency, FootholdFee *fee, GError **error)
{
  g_autofree char *clean = stripped (text);
  FootholdPay pay;

  *fee = (FootholdFee) { .min = GINT64_UNKNOWN, .max = GINT64_UNKNOWN };
  if (*clean == '\0' || g_str_equal (clean, FOOTHOLD_UNKNOWN_TEXT))
    return TRUE;
  if (is_unpaid (clean))
    {
      fee->unpaid = TRUE;
      return TRUE;
    }
  if (!foothold_pay_parse (clean, currency != NULL ? currency : FOOTHOLD_NO_CURRENCY, NULL, &pay)
      || is_by_the_piece (clean, &pay) || (pay.net && pay.min != pay.max))
    return refuse (error, _ ("Write the fee like “600 EUR”, “20–25 EUR an hour”, “800 EUR a week” or “unpaid”."));

  fee->net = pay.net;
  fee->min = pay.min;
  fee->max = pay.max;
  fee->period = pay.period;
  if (!g_str_equal (pay.currency, FOOTHOLD_NO_CURRENCY))
    g_strlcpy (fee->currency, pay.currency, sizeof fee->currency);
  return TRUE;
}
