// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gio/gio.h>

#include "model/foothold-field-text.h"
#include "model/foothold-fields.h"
#include "model/foothold-format.h"

/* What a person reads, and that what a person types comes back as it was meant. */

static GDateTime *
today (void)
{
  return g_date_time_new_local (2026, 11, 22, 14, 5, 0);
}

static void
assert_date (const char *iso, const char *expected)
{
  g_autoptr (GDateTime) now = today ();
  g_autofree char *said = foothold_format_date (iso, now);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_dates (void)
{
  g_autofree char *full = foothold_format_date_full ("2026-12-03");

  assert_date ("2026-11-22", "today");
  assert_date ("2026-11-23", "tomorrow");
  assert_date ("2026-11-21", "yesterday");
  assert_date ("2026-11-28", "in 6 days");
  assert_date ("2026-11-16", "6 days ago");
  assert_date ("2026-12-10", "Thu 10 Dec");
  assert_date ("2027-12-03", "3 Dec 2027");
  assert_date (NULL, "–");
  g_assert_cmpstr (full, ==, "Thursday, 3 December 2026");
}

static void
assert_instant (int days_ago, gboolean begins, const char *expected)
{
  g_autoptr (GDateTime) now = today ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days_ago);
  g_autofree char *said = foothold_format_instant (g_date_time_to_unix (then) * 1000, now, begins);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_instants (void)
{
  g_autofree char *unknown = foothold_format_instant (GINT64_UNKNOWN, NULL, FALSE);

  assert_instant (0, TRUE, "Today, 14:05");
  assert_instant (0, FALSE, "today, 14:05");
  assert_instant (1, TRUE, "Yesterday, 14:05");
  assert_instant (1, FALSE, "yesterday, 14:05");
  assert_instant (3, FALSE, "Thu 19 Nov, 14:05");
  assert_instant (-1, FALSE, "Mon 23 Nov, 14:05");
  assert_instant (365, FALSE, "22 Nov 2025, 14:05");
  g_assert_cmpstr (unknown, ==, "–");
}

static void
test_deadline (void)
{
  g_autoptr (GDateTime) now = today ();
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  g_autofree char *soon = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *rolling = NULL;
  gboolean urgent;

  g_assert_null (foothold_format_deadline (opportunity, now, &urgent));
  opportunity->apply_by = g_strdup ("2026-11-24");
  soon = foothold_format_deadline (opportunity, now, &urgent);
  g_assert_cmpstr (soon, ==, "due in 2 days");
  g_assert_true (urgent);
  g_set_str (&opportunity->apply_by, "2026-11-20");
  closed = foothold_format_deadline (opportunity, now, &urgent);
  g_assert_cmpstr (closed, ==, "closed 2 days ago");
  g_assert_false (urgent);
  g_set_str (&opportunity->apply_by, NULL);
  g_set_str (&opportunity->apply_window, "rolling");
  rolling = foothold_format_deadline (opportunity, now, &urgent);
  g_assert_cmpstr (rolling, ==, "rolling");

  /* older data may have both, and what rolls does not close */
  g_clear_pointer (&rolling, g_free);
  g_set_str (&opportunity->apply_by, "2026-11-20");
  rolling = foothold_format_deadline (opportunity, now, &urgent);
  g_assert_cmpstr (rolling, ==, "rolling");
  g_assert_false (urgent);
}

/* A deadline ends where it is set, not with the day here. */
static void
test_deadline_in_zone (void)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (here, 2026, 11, 22, 15, 0, 0);
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  const struct
  {
    const char *day, *time, *zone, *said;
    gboolean urgent;
  } cases[] = {
    { "2026-11-22", "16:00", "Europe/Berlin", "due today", TRUE },
    { "2026-11-22", "14:00", "Europe/Berlin", "closed today", FALSE },
    { "2026-11-22", "14:00", "America/New_York", "due today", TRUE },
    { "2026-11-22", "23:00", "America/New_York", "due tomorrow", TRUE },
    { "2026-11-22", NULL, "Pacific/Auckland", "closed today", FALSE },
    { "2026-11-22", NULL, NULL, "due today", TRUE },
    { "2026-11-21", NULL, "America/Los_Angeles", "closed yesterday", FALSE },
    { "2026-11-23", "01:00", "Asia/Tokyo", "due today", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      gboolean urgent;

      g_set_str (&opportunity->apply_by, cases[i].day);
      g_set_str (&opportunity->apply_by_time, cases[i].time);
      g_set_str (&opportunity->apply_by_zone, cases[i].zone);
      said = foothold_format_deadline (opportunity, now, &urgent);
      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpint (urgent, ==, cases[i].urgent);
    }
}

static void
test_pay (void)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  g_autofree char *pay = NULL;
  g_autofree char *rate = NULL;

  g_assert_null (foothold_format_pay (opportunity));
  opportunity->pay_gross_min = 60000;
  opportunity->currency = g_strdup ("USD");
  opportunity->pay_period = g_strdup ("project");
  opportunity->minutes_min = 20 * 60;
  opportunity->minutes_max = 30 * 60;
  pay = foothold_format_pay (opportunity);
  rate = foothold_format_rate (opportunity);
  g_assert_cmpstr (pay, ==, "from 600\u00a0USD");
  g_assert_cmpstr (rate, ==, "≈\u00a020–30\u00a0USD/h");
}

/* The rate is the listed one of PRODUCT.md, whatever the pay is: net before gross, less costs, by results. */
static void
test_rate_is_the_listed_one (void)
{
  const struct
  {
    const char *kind, *period, *own;
    gint64 gross_min, gross_max, net, guaranteed, cap, costs, minutes_min, minutes_max;
    const char *rate, *beside;
  } cases[] = {
#define NO GINT64_UNKNOWN
    /* the two of the sample that the cards once had their own numbers for */
    { "fixed", "project", NULL, 18000, 18000, 15300, NO, NO, NO, 360, 480, "≈\u00a019–26\u00a0EUR/h",
      "≈\u00a019–26\u00a0EUR/h" },
    { "results", "project", "EUR", 250, 250, NO, 8000, 20000, NO, 600, 720, "≈\u00a06.67–20/h", "≈\u00a06.67–20/h" },
    { "results", NULL, "EUR", 250, NO, NO, 8000, NO, NO, 600, 600, "from 8/h", "from 8/h" },
    { "results", NULL, "USD", NO, NO, NO, NO, 8000, NO, 600, 600, "up to 8\u00a0EUR/h", "up to 8\u00a0EUR/h" },
    { "fixed", NULL, "EUR", 10000, NO, NO, NO, NO, 2000, 480, 480, "≈\u00a010/h", "≈\u00a010/h" },
    { "fixed", NULL, "EUR", 1000, NO, NO, NO, NO, 2000, 600, 600, "≈\u00a0-1/h", "≈\u00a0-1/h" },
    /* by the hour: no hours are needed; what the pay says already is said once */
    { "hourly", "hour", "EUR", 2000, 2500, NO, NO, NO, NO, NO, NO, "≈\u00a020–25/h", NULL },
    { "hourly", NULL, "EUR", 2000, NO, NO, NO, NO, NO, NO, NO, "≈\u00a020/h", NULL },
    { NULL, "hour", "EUR", 2000, 2000, 1800, NO, NO, NO, NO, NO, "≈\u00a018/h", "≈\u00a018/h" },
    { "fixed", "day", "EUR", 16000, 16000, NO, NO, NO, NO, NO, NO, "≈\u00a020/h", "≈\u00a020/h" },
    /* nothing is told where nobody says what the pay is for */
    { NULL, NULL, "EUR", 16000, 16000, NO, NO, NO, NO, 600, 600, NULL, NULL },
    { "fixed", NULL, "EUR", NO, NO, NO, NO, NO, NO, 600, 600, NULL, NULL },
#undef NO
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
      FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
      g_autofree char *rate = NULL;
      g_autofree char *beside = NULL;

      g_test_message ("case %u", i);
      opportunity->currency = g_strdup ("EUR");
      opportunity->own_currency = g_strdup (cases[i].own);
      opportunity->pay_kind = g_strdup (cases[i].kind);
      opportunity->pay_period = g_strdup (cases[i].period);
      opportunity->pay_gross_min = cases[i].gross_min;
      opportunity->pay_gross_max = cases[i].gross_max;
      opportunity->pay_net = cases[i].net;
      opportunity->pay_guaranteed = cases[i].guaranteed;
      opportunity->pay_cap = cases[i].cap;
      opportunity->cost_travel = cases[i].costs;
      opportunity->minutes_min = cases[i].minutes_min;
      opportunity->minutes_max = cases[i].minutes_max;
      rate = foothold_format_rate (opportunity);
      beside = foothold_format_rate_beside (opportunity);
      g_assert_cmpstr (rate, ==, cases[i].rate);
      g_assert_cmpstr (beside, ==, cases[i].beside);
    }
}

static void
test_large_rates_are_rounded (void)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  g_autofree char *rate = NULL;

  opportunity->pay_gross_min = 8000000;
  opportunity->currency = g_strdup ("VND");
  opportunity->pay_period = g_strdup ("project");
  opportunity->minutes_min = 22 * 60;
  opportunity->minutes_max = 26 * 60;
  rate = foothold_format_rate (opportunity);
  g_assert_cmpstr (rate, ==, "≈\u00a0310\u202f000–360\u202f000\u00a0VND/h");
}

static void
assert_hours (const char *text, gint64 min, gint64 max)
{
  g_autoptr (GError) error = NULL;
  gint64 low, high;

  g_assert_true (foothold_parse_hours (text, &low, &high, &error));
  g_assert_no_error (error);
  g_assert_cmpint (low, ==, min);
  g_assert_cmpint (high, ==, max);
}

static void
test_hours (void)
{
  g_autofree char *range = foothold_format_hours (300, 480);
  g_autofree char *from = foothold_format_hours (300, GINT64_UNKNOWN);
  g_autoptr (GError) error = NULL;
  gint64 low, high;

  g_assert_cmpstr (range, ==, "5–8\u00a0h");
  g_assert_cmpstr (from, ==, "from 5\u00a0h");
  assert_hours ("5-8", 300, 480);
  assert_hours ("5 – 8 hours", 300, 480);
  assert_hours ("5 to 8 h", 300, 480);
  assert_hours ("7.5", 450, 450);
  assert_hours ("5+", 300, GINT64_UNKNOWN);
  assert_hours ("  ", GINT64_UNKNOWN, GINT64_UNKNOWN);
  assert_hours ("2h30", 150, 150);
  assert_hours ("10–20 Std.", 600, 1200);
  assert_hours ("ca. 15", 900, 900);
  assert_hours ("up to 20 hours", GINT64_UNKNOWN, 1200);
  assert_hours ("PT40H", 2400, 2400);
  g_assert_false (foothold_parse_hours ("20 hours per week", &low, &high, &error));
  g_clear_error (&error);
  g_assert_false (foothold_parse_hours ("3 days", &low, &high, &error));
  g_clear_error (&error);
  g_assert_false (foothold_parse_hours ("eight to five", &low, &high, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (foothold_parse_hours ("8-5", &low, &high, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* Where only the most is known, that is shown from 0 on, which nobody has said; where somebody has, it stays. */
static void
test_unknown_least (void)
{
  static const struct
  {
    gint64 least, most;
    const char *typed;
    gint64 least_after, most_after;
  } cases[] = {
    { GINT64_UNKNOWN, 480, "0–9", GINT64_UNKNOWN, 540 },
    { GINT64_UNKNOWN, 480, "0–8", GINT64_UNKNOWN, 480 },
    { GINT64_UNKNOWN, 480, "5–9", 300, 540 },
    { GINT64_UNKNOWN, 480, "0", 0, 0 },
    { 0, 480, "0–9", 0, 540 },
    { GINT64_UNKNOWN, GINT64_UNKNOWN, "0–9", 0, 540 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
      FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
      g_autoptr (GError) error = NULL;

      opportunity->minutes_min = cases[i].least;
      opportunity->minutes_max = cases[i].most;
      g_assert_true (foothold_field_from_text (row, "minutes_min", FOOTHOLD_ENTRY_HOURS, cases[i].typed, &error));
      g_assert_no_error (error);
      g_assert_cmpint (opportunity->minutes_min, ==, cases[i].least_after);
      g_assert_cmpint (opportunity->minutes_max, ==, cases[i].most_after);
    }
}

static void
assert_typed_date (const char *text, const char *expected)
{
  g_autoptr (GDateTime) now = today ();
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;

  g_assert_true (foothold_parse_date (text, now, &iso, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_typed_dates (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;

  assert_typed_date ("2026-12-03", "2026-12-03");
  assert_typed_date ("3 Dec 2026", "2026-12-03");
  assert_typed_date ("3.12.2026", "2026-12-03");
  assert_typed_date ("tomorrow", "2026-11-23");
  assert_typed_date ("6", "2026-11-28");
  assert_typed_date ("", NULL);
  assert_typed_date ("31/12/2026", "2026-12-31");
  assert_typed_date ("12/31/2026", "2026-12-31");
  assert_typed_date ("5/5/27", "2027-05-05");
  assert_typed_date ("31.12.26", "2026-12-31");
  /* without a locale nobody knows which is the day */
  g_assert_false (foothold_parse_date ("3/4/2027", NULL, &iso, &error));
  g_clear_error (&error);
  g_assert_false (foothold_parse_date ("soonish", NULL, &iso, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* A day without a year is the next one; what is no day without one is none with it. */
static void
test_dates_ahead (void)
{
  static const struct
  {
    const char *typed, *expected;
  } cases[] = {
    { "31 Dec", "2026-12-31" },
    { "Dec 31", "2026-12-31" },
    { "31.12.", "2026-12-31" },
    { "31.12", "2026-12-31" },
    { "22 Nov", "2026-11-22" },
    { "21 Nov", "2027-11-21" },
    { "1.3.", "2027-03-01" },
    { "29 Feb", "2028-02-29" },
    { "3 Dec 2025", "2025-12-03" },
    { "tomorrow", "2026-11-23" },
    { "", NULL },
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_true (foothold_parse_date_ahead (cases[i].typed, now, &iso, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
  {
    static const char *const none[] = { "soonish", "Dec", "31 Feb", "31.", "3/4" };

    for (guint i = 0; i < G_N_ELEMENTS (none); i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *iso = NULL;

        g_assert_false (foothold_parse_date_ahead (none[i], now, &iso, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      }
  }
}

/* Every fact survives being shown and read back untouched. */
static void
test_round_trip (void)
{
  static const struct
  {
    const char *field;
    FootholdEntryKind kind;
    const char *typed;
  } cases[] = {
    { "title", FOOTHOLD_ENTRY_LINE, "A title" },
    { "objective", FOOTHOLD_ENTRY_LINES, "One\nTwo" },
    { "area", FOOTHOLD_ENTRY_CHOICE, "research" },
    { "feedback", FOOTHOLD_ENTRY_FLAG, "yes" },
    { "apply_by", FOOTHOLD_ENTRY_DATE, "2026-12-03" },
    { "apply_by_time", FOOTHOLD_ENTRY_TIME, "17:00" },
    { "minutes_min", FOOTHOLD_ENTRY_HOURS, "5–8" },
    { "pay_gross_min", FOOTHOLD_ENTRY_MONEY, "1400.50 EUR" },
    { "pay_gross_min", FOOTHOLD_ENTRY_FEE, "15–20.50 EUR an hour" },
    { "minutes_applying", FOOTHOLD_ENTRY_EFFORT, "2.5" },
    { "check_ins", FOOTHOLD_ENTRY_NUMBER, "2" },
    { "apply_by_zone", FOOTHOLD_ENTRY_ZONE, "Europe/Berlin" },
    { "apply_by_zone", FOOTHOLD_ENTRY_ZONE, "UTC+2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
      g_autoptr (FootholdRow) again = NULL;
      FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      g_assert_true (foothold_field_from_text (opportunity, cases[i].field, cases[i].kind, cases[i].typed, &error));
      g_assert_no_error (error);
      shown = foothold_field_to_text (opportunity, cases[i].field, cases[i].kind);
      again = foothold_row_copy (row);
      g_assert_true (foothold_field_from_text ((FootholdOpportunityRow *) again, cases[i].field, cases[i].kind, shown,
                                               &error));
      g_assert_true (foothold_row_equal (row, again));
    }
}

static void
test_words (void)
{
  g_autofree char *label = foothold_field_edit_label ("title", "100 % Wool");

  g_assert_cmpstr (label, ==, "Edit Title of “100 % Wool”");
  g_assert_cmpstr (foothold_field_slug_name ("work_mode", "remote"), ==, "Remote");
  g_assert_cmpstr (foothold_field_slug_name ("area", "beekeeping"), ==, "beekeeping");
  g_assert_null (foothold_field_slug_name ("area", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/instants", test_instants);
  g_test_add_func ("/format/deadline", test_deadline);
  g_test_add_func ("/format/deadline-in-zone", test_deadline_in_zone);
  g_test_add_func ("/format/pay", test_pay);
  g_test_add_func ("/format/pay/listed", test_rate_is_the_listed_one);
  g_test_add_func ("/format/pay/large-rates", test_large_rates_are_rounded);
  g_test_add_func ("/format/hours", test_hours);
  g_test_add_func ("/format/unknown-least", test_unknown_least);
  g_test_add_func ("/format/typed-dates", test_typed_dates);
  g_test_add_func ("/format/typed-dates-ahead", test_dates_ahead);
  g_test_add_func ("/format/round-trip", test_round_trip);
  g_test_add_func ("/format/words", test_words);

  return g_test_run ();
}
