// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gio/gio.h>

#include "model/foothold-field-text.h"
#include "model/foothold-fields.h"
#include "model/foothold-format-application.h"
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
  g_assert_cmpstr (pay, ==, "600\u00a0USD");
  g_assert_cmpstr (rate, ==, "≈\u00a020–30/h");
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
  g_assert_cmpstr (rate, ==, "≈\u00a0310\u202f000–360\u202f000/h");
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
  g_assert_false (foothold_parse_hours ("eight to five", &low, &high, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (foothold_parse_hours ("8-5", &low, &high, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
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
  g_assert_false (foothold_parse_date ("soonish", NULL, &iso, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
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
    { "minutes_applying", FOOTHOLD_ENTRY_EFFORT, "2.5" },
    { "check_ins", FOOTHOLD_ENTRY_NUMBER, "2" },
    { "apply_by_zone", FOOTHOLD_ENTRY_ZONE, "Europe/Berlin" },
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

/* The days of silence of a card are those of Today: an interview that was held is a word of the host. */
static void
test_silence (void)
{
  static const struct
  {
    const char *state, *heard_on, *interviews;
    int days; /* -1: no silence */
    const char *noted_at; /* nobody knows when it was sent */
  } cases[] = {
    { "submitted", NULL, NULL, 52 },
    { "interview", "2026-10-11", NULL, 42 },
    { "interview", "2026-10-11", "2026-10-30\t10:00\t\n2026-11-12\t\t", 10 },
    { "interview", "2026-11-20", "2026-11-12\t\t", 2 },
    { "interview", "2026-10-11", "2026-11-12\t\t\n2026-11-30\t09:00\tEurope/Berlin", -1 },
    { "interview", "2026-10-11", "no date\t\t", 42 },
    { "submitted", NULL, "2026-11-30\t\t", -1 },
    { "acknowledged", "2026-10-11", "2026-11-30\t\t", -1 },
    { "under-review", NULL, "2026-11-30\t\t", -1 },
    { "shortlisted", NULL, "2026-11-12\t\t\n2026-11-30\t\t", -1 },
    { "shortlisted", NULL, "2026-11-12\t\t", 10 },
    { "submitted", NULL, NULL, 12, "1794312000000" }, /* noon of 10 November */
    { "submitted", "2026-11-20", NULL, 2, "1794312000000" },
    { "submitted", NULL, "2026-11-30\t\t", -1, "1794312000000" },
    { "draft", NULL, NULL, -1, "1794312000000" },
  };
  g_autoptr (GDateTime) now = today ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRow) made = foothold_row_new (&foothold_application_row_type);
      FootholdApplicationRow *row = (gpointer) made;
      FootholdSilenceClock clock;

      g_test_message ("case %u", i);
      g_set_str (&row->state, cases[i].state);
      g_set_str (&row->sent_on, cases[i].noted_at == NULL ? "2026-10-01" : NULL);
      g_set_str (&row->noted_at, cases[i].noted_at);
      g_set_str (&row->heard_on, cases[i].heard_on);
      g_set_str (&row->interviews, cases[i].interviews);
      foothold_application_look (row, FOOTHOLD_NO_ANSWER_DAYS, now, &clock);
      if (cases[i].days < 0)
        g_assert_cmpint (clock.step, ==, FOOTHOLD_SILENCE_NONE);
      else
        g_assert_cmpint (clock.days, ==, cases[i].days);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/instants", test_instants);
  g_test_add_func ("/format/deadline", test_deadline);
  g_test_add_func ("/format/pay", test_pay);
  g_test_add_func ("/format/pay/large-rates", test_large_rates_are_rounded);
  g_test_add_func ("/format/hours", test_hours);
  g_test_add_func ("/format/typed-dates", test_typed_dates);
  g_test_add_func ("/format/round-trip", test_round_trip);
  g_test_add_func ("/format/words", test_words);
  g_test_add_func ("/format/silence", test_silence);

  return g_test_run ();
}
