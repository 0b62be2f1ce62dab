/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-format.h"

#include "rules/foothold-dates.h"
#include "rules/foothold-due.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"
#include "store/foothold-expiry.h"
#include "store/foothold-pay-listed.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

/* Pure functions from values to words; the reading back is in foothold-parse.c. */

/* So many days ahead a date is said as a distance, beyond as a weekday, beyond that with the month. */
#define NEAR_DAYS 13
#define URGENT_DAYS 3

static GDateTime *
now_or_clock (GDateTime *now)
{
  return now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();
}

static gboolean
read_date (const char *iso, GDate *date)
{
  int year, month, day;

  if (!foothold_date_is_valid (iso) || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static void
date_of (GDateTime *time, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
}

/* The format is GDateTime's, so that names of days and months come in the locale's grammar. */
static char *
print_date (const GDate *date, const char *format)
{
  g_autoptr (GDateTime) time =
    g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  return g_date_time_format (time, format);
}

gboolean
foothold_days_until (const char *iso, GDateTime *now, int *days)
{
  g_autoptr (GDateTime) clock = now_or_clock (now);
  GDate date, today;

  if (iso == NULL || !read_date (iso, &date))
    return FALSE;

  date_of (clock, &today);
  *days = g_date_days_between (&today, &date);
  return TRUE;
}

static char *
absolute_date (const GDate *date, GDateTime *now, int days)
{
  g_autoptr (GDateTime) clock = now_or_clock (now);

  if (ABS (days) < 90)
    return print_date (date, C_ ("date with weekday", "%a %-e %b"));
  if (g_date_get_year (date) == g_date_time_get_year (clock))
    return print_date (date, C_ ("date of this year", "%-e %b"));
  return print_date (date, C_ ("date with year", "%-e %b %Y"));
}

char *
foothold_format_date (const char *iso, GDateTime *now)
{
  GDate date;
  int days;

  if (iso == NULL)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  if (!foothold_days_until (iso, now, &days))
    return g_strdup (iso);

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days == -1)
    return g_strdup (_ ("yesterday"));
  if (days > 1 && days <= NEAR_DAYS)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  if (days < -1 && days >= -NEAR_DAYS)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);

  read_date (iso, &date);
  return absolute_date (&date, now, days);
}

char *
foothold_format_date_said (const char *iso, GDateTime *now)
{
  GDate date;
  int days;

  if (!foothold_days_until (iso, now, &days) || ABS (days) <= 1)
    return foothold_format_date (iso, now);

  read_date (iso, &date);
  return absolute_date (&date, now, days);
}

char *
foothold_format_day (const char *iso)
{
  GDate date;

  if (iso == NULL)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  return read_date (iso, &date) ? print_date (&date, C_ ("date with year", "%-e %b %Y")) : g_strdup (iso);
}

char *
foothold_format_date_full (const char *iso)
{
  GDate date;

  if (iso == NULL)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  if (!read_date (iso, &date))
    return g_strdup (iso);

  return print_date (&date, C_ ("date in full", "%A, %-e %B %Y"));
}

char *
foothold_format_instant (gint64 milliseconds, GDateTime *now, gboolean begins)
{
  g_autoptr (GDateTime) clock = now_or_clock (now);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;
  GDate date, today;
  int days;

  if (milliseconds == GINT64_UNKNOWN)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);

  utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  if (utc == NULL)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  local = g_date_time_to_local (utc);
  date_of (local, &date);
  date_of (clock, &today);
  days = g_date_days_between (&today, &date);
  time = g_date_time_format (local, "%H:%M");

  if (days == 0)
    /* Translators: a time of this day: "Today, 14:05" */
    return g_strdup_printf (begins ? _ ("Today, %s") : C_ ("within a sentence", "today, %s"), time);
  if (days == -1)
    return g_strdup_printf (begins ? _ ("Yesterday, %s") : C_ ("within a sentence", "yesterday, %s"), time);
  day = absolute_date (&date, now, days);
  /* Translators: a date and a time: "Thu 19 Nov, 14:05" */
  return g_strdup_printf (C_ ("date and time", "%s, %s"), day, time);
}

char *
foothold_format_deadline (const FootholdOpportunityRow *row, GDateTime *now, gboolean *urgent)
{
  g_autoptr (GDateTime) clock = now_or_clock (now);
  const FootholdDueItem item = { FOOTHOLD_DUE_APPLY_BY, row->apply_by, row->apply_by_time, row->apply_by_zone, NULL };
  const gint64 instant = g_date_time_to_unix (clock) * 1000;
  g_autofree char *date = NULL;
  FootholdDueWhen when;
  char iso[16];

  *urgent = FALSE;
  /* before any date: one that it had earlier says nothing any more */
  if (g_strcmp0 (row->apply_window, "rolling") == 0)
    /* Translators: of an opportunity without a deadline that nobody has looked at for a month */
    return g_strdup (foothold_expiry_asks (row, instant, NULL) ? _ ("still open?") : _ ("rolling"));
  if (foothold_due_look (&item, instant, g_date_time_get_timezone (clock), &when) == FOOTHOLD_DUE_NEVER)
    return NULL;

  /* it ends at its moment where it is set: here that may be the day before or after, or have been an hour ago */
  if (when.group != FOOTHOLD_DUE_OVERDUE && when.days < 0)
    date_of (clock, &when.day);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &when.day);
  date = foothold_format_date (iso, clock);
  *urgent = when.group != FOOTHOLD_DUE_OVERDUE && when.days <= URGENT_DAYS;
  if (when.group == FOOTHOLD_DUE_OVERDUE)
    /* Translators: %s is a date like "today", "3 days ago" or "Thu 3 Dec". */
    return g_strdup_printf (_ ("closed %s"), date);
  /* Translators: %s is a date like "today", "in 6 days" or "Thu 3 Dec". */
  return g_strdup_printf (_ ("due %s"), date);
}

char *
foothold_format_money (gint64 minor, const char *currency)
{
  g_autofree char *amount = NULL;

  if (minor == GINT64_UNKNOWN)
    return NULL;

  amount = foothold_money_for_people (minor, currency);
  if (currency == NULL)
    return g_steal_pointer (&amount);
  /* Translators: an amount and its currency, with a no-break space: "600 USD". */
  return g_strdup_printf (C_ ("money", "%s\u00a0%s"), amount, currency);
}

/* With @named, a currency, or without any. */
static char *
print_amount (gint64 minor, const char *currency, const char *named)
{
  return named != NULL ? foothold_format_money (minor, currency) : foothold_money_for_people (minor, currency);
}

char *
foothold_format_one_end (gboolean least, const char *money)
{
  /* Translators: pay of which only the least, or the most, is known: "from 500 EUR", "up to 500 EUR" */
  return g_strdup_printf (least ? C_ ("money range", "from %s") : C_ ("money range", "up to %s"), money);
}

static char *
print_money_range (gint64 min, gint64 max, const char *currency)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (min == max)
    return foothold_format_money (min, currency);
  if (min == GINT64_UNKNOWN || max == GINT64_UNKNOWN)
    {
      g_autofree char *one = foothold_format_money (min != GINT64_UNKNOWN ? min : max, currency);

      return one != NULL ? foothold_format_one_end (min != GINT64_UNKNOWN, one) : NULL;
    }

  low = foothold_money_for_people (MIN (min, max), currency);
  high = foothold_format_money (MAX (min, max), currency);
  /* Translators: a range of money: "20–25 USD". */
  return g_strdup_printf (C_ ("money range", "%s–%s"), low, high);
}

static gboolean
is_hourly (const FootholdOpportunityRow *row)
{
  return g_strcmp0 (row->pay_period != NULL ? row->pay_period : row->pay_kind,
                    row->pay_period != NULL ? "hour" : "hourly")
         == 0;
}

char *
foothold_format_period (const char *money, const char *period)
{
  if (g_strcmp0 (period, "hour") == 0)
    return g_strdup_printf (_ ("%s an hour"), money);
  if (g_strcmp0 (period, "day") == 0)
    return g_strdup_printf (_ ("%s a day"), money);
  if (g_strcmp0 (period, "week") == 0)
    return g_strdup_printf (_ ("%s a week"), money);
  if (g_strcmp0 (period, "month") == 0)
    return g_strdup_printf (_ ("%s a month"), money);
  if (g_strcmp0 (period, "year") == 0)
    return g_strdup_printf (_ ("%s a year"), money);
  return g_strdup (money);
}

char *
foothold_format_pay (const FootholdOpportunityRow *row)
{
  g_autofree char *money = print_money_range (row->pay_gross_min, row->pay_gross_max, row->currency);

  if (money == NULL)
    money = foothold_format_money (row->pay_net, row->currency);
  if (money != NULL)
    return foothold_format_period (money, is_hourly (row) ? "hour" : row->pay_period);
  if (g_strcmp0 (row->pay_kind, "unpaid") == 0)
    return g_strdup (_ ("unpaid"));
  if (g_strcmp0 (row->pay_kind, "results") == 0)
    return g_strdup (_ ("paid by results"));

  return NULL;
}

/* Whole units from ten on, two digits that count from a thousand on: more would pretend to know. */
static gint64
round_rate (gint64 minor, const char *currency)
{
  const double unit = pow (10, foothold_currency_exponent (currency));
  const double size = fabs ((double) minor);
  double step = 1;

  if (size >= 1000 * unit)
    step = pow (10, floor (log10 (size / unit)) - 1) * unit;
  else if (size >= 10 * unit)
    step = unit;
  return (gint64) (round ((double) minor / step) * step);
}

char *
foothold_format_rate (const FootholdOpportunityRow *row)
{
  const char *named = g_strcmp0 (row->currency, row->own_currency) != 0 ? row->currency : NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  FootholdAmounts rate;

  /* of what is unpaid and costs nothing the pay says enough */
  if (!foothold_pay_listed (row, &rate) || (g_strcmp0 (row->pay_kind, "unpaid") == 0 && rate.lo == 0 && rate.hi == 0))
    return NULL;

  rate.lo = rate.lo != FOOTHOLD_FACT_UNKNOWN ? round_rate (rate.lo, row->currency) : rate.lo;
  rate.hi = rate.hi != FOOTHOLD_FACT_UNKNOWN ? round_rate (rate.hi, row->currency) : rate.hi;
  if (rate.lo == rate.hi || rate.lo == FOOTHOLD_FACT_UNKNOWN || rate.hi == FOOTHOLD_FACT_UNKNOWN)
    low = print_amount (rate.lo != FOOTHOLD_FACT_UNKNOWN ? rate.lo : rate.hi, row->currency, named);
  if (rate.lo == rate.hi)
    /* Translators: what an hour brings: "≈ 20/h", or "≈ 20 USD/h" where that is not the person's own currency. */
    return g_strdup_printf (_ ("≈\u00a0%s/h"), low);
  if (rate.hi == FOOTHOLD_FACT_UNKNOWN)
    /* Translators: what an hour brings at least: "from 20/h", "from 20 USD/h". */
    return g_strdup_printf (_ ("from %s/h"), low);
  if (rate.lo == FOOTHOLD_FACT_UNKNOWN)
    /* Translators: what an hour brings at most: "up to 20/h", "up to 20 USD/h". */
    return g_strdup_printf (_ ("up to %s/h"), low);

  low = foothold_money_for_people (rate.lo, row->currency);
  high = print_amount (rate.hi, row->currency, named);
  /* Translators: what an hour brings: "≈ 20–30/h", or "≈ 20–30 USD/h" where that is not the person's own currency. */
  return g_strdup_printf (_ ("≈\u00a0%s–%s/h"), low, high);
}

char *
foothold_format_rate_beside (const FootholdOpportunityRow *row)
{
  FootholdAmounts rate;

  if (is_hourly (row) && foothold_pay_listed (row, &rate)
      && (rate.lo == row->pay_gross_min || row->pay_gross_min == GINT64_UNKNOWN)
      && (rate.hi == row->pay_gross_max || row->pay_gross_max == GINT64_UNKNOWN))
    return NULL;

  return foothold_format_rate (row);
}

gboolean
foothold_format_range_is_one (double lo, double hi)
{
  return lround (lo * 100) == lround (hi * 100);
}

char *
foothold_format_range (double lo, double hi)
{
  if (lo <= 0 && hi >= 1)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  if (foothold_format_range_is_one (lo, hi))
    return g_strdup_printf ("%.2f", lo);
  /* Translators: a score from 0 to 1 that is not quite known, "0.42–0.81". */
  return g_strdup_printf (_ ("%.2f–%.2f"), lo, hi);
}

char *
foothold_format_range_spoken (double lo, double hi)
{
  if (lo <= 0 && hi >= 1)
    /* Translators: a score of which nothing is known, for the screen reader. */
    return g_strdup (_ ("not known yet"));
  if (foothold_format_range_is_one (lo, hi))
    return g_strdup_printf ("%.2f", lo);
  /* Translators: a score from 0 to 1 that is not quite known, for the screen reader: "0.42 to 0.81". */
  return g_strdup_printf (_ ("%.2f to %.2f"), lo, hi);
}

static char *
print_hours (gint64 minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf ("%'" G_GINT64_FORMAT, minutes / 60);
  return g_strdup_printf ("%'.1f", (double) minutes / 60);
}

char *
foothold_format_hours (gint64 minutes_min, gint64 minutes_max)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (minutes_min == GINT64_UNKNOWN && minutes_max == GINT64_UNKNOWN)
    return NULL;

  low = minutes_min != GINT64_UNKNOWN ? print_hours (minutes_min) : NULL;
  high = minutes_max != GINT64_UNKNOWN ? print_hours (minutes_max) : NULL;
  if (low == NULL)
    /* Translators: hours of work, "up to 8 h". */
    return g_strdup_printf (_ ("up to %s\u00a0h"), high);
  if (high == NULL)
    /* Translators: hours of work, "from 5 h". */
    return g_strdup_printf (_ ("from %s\u00a0h"), low);
  if (minutes_min == minutes_max)
    /* Translators: hours of work, "5 h". */
    return g_strdup_printf (_ ("%s\u00a0h"), low);
  /* Translators: hours of work, "5–8 h". */
  return g_strdup_printf (_ ("%s–%s\u00a0h"), low, high);
}
