// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gio/gio.h>

#include "model/foothold-format-application.h"
#include "model/foothold-format.h"
#include "model/foothold-zones.h"

/* What a person reads of an application and its interviews. */

static GDateTime *
today (void)
{
  return g_date_time_new_local (2026, 11, 22, 14, 5, 0);
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

/* A draft is due at the moment of its posting, said at the person's own time. */
static void
test_due (void)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (here, 2026, 11, 22, 14, 5, 0);
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_application_row_type);
  FootholdApplicationRow *row = (gpointer) made;
  g_autofree char *day = NULL;
  g_autofree char *moment = NULL;
  gboolean urgent;

  g_set_str (&row->state, "draft");
  g_set_str (&row->apply_by, "2026-11-22");
  day = foothold_format_application_due (row, now, &urgent);
  g_assert_cmpstr (day, ==, "Send the application by today");
  g_set_str (&row->apply_by_time, "21:00");
  g_set_str (&row->apply_by_zone, "America/New_York");
  moment = foothold_format_application_due (row, now, &urgent);
  g_assert_cmpstr (moment, ==, "Send the application by tomorrow at 03:00");
}

static void
test_next_step (void)
{
  g_autoptr (GDateTime) now = today ();
  g_autofree char *day = NULL;
  g_autofree char *none = NULL;
  gboolean overdue;
  g_autofree char *step = foothold_format_next_step ("Send samples", "2026-11-21", now, &overdue, &day);
  g_autofree char *alone = NULL;
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (step, ==, "Send samples");
  g_assert_cmpstr (day, ==, "yesterday");
  g_assert_true (overdue);
  alone = foothold_format_next_step (NULL, "2026-11-23", now, &overdue, &none);
  g_assert_cmpstr (alone, ==, "Next step tomorrow");
  g_assert_null (none);
  g_assert_false (overdue);
  nothing = foothold_format_next_step (NULL, NULL, now, &overdue, &none);
  g_assert_null (nothing);
  g_assert_null (none);
}

/* Of an interview in another zone both clocks are read. */
static void
test_own_time (void)
{
  static const struct
  {
    const char *day, *time, *zone, *expected;
  } cases[] = {
    { "2026-12-03", "10:30", "Europe/Paris", "10:30 in Europe/Paris, 09:30 here" },
    { "2026-07-03", "10:30", "Europe/Paris", "10:30 in Europe/Paris, 09:30 here" },
    { "2026-12-03", "10:30", "Asia/Kolkata", "10:30 in Asia/Kolkata, 05:00 here" },
    { "2026-12-03", "08:00", "Asia/Tokyo", "08:00 in Asia/Tokyo, here Wednesday, 2 December 2026 at 23:00" },
    { "2026-12-03", "20:00", "America/New_York", "20:00 in America/New_York, here Friday, 4 December 2026 at 01:00" },
    { "2026-12-03", "10:30", "Europe/Lisbon", NULL }, /* the same clock by another name */
    { "2026-12-03", "10:30", "Europe/London", NULL },
    { "2026-12-03", "10:30", NULL, NULL },
    { "2026-12-03", NULL, "Europe/Paris", NULL },
    { NULL, "10:30", "Europe/Paris", NULL },
    { "2026-12-03", "10:30", "Nowhere/Atall", NULL },
  };
  g_autoptr (GTimeZone) local = g_time_zone_new_identifier ("Europe/London");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = foothold_format_own_time (cases[i].day, cases[i].time, cases[i].zone, local);

      g_assert_cmpstr (said, ==, cases[i].expected);
    }
}

static void
assert_zones (const char *typed, const char *expected)
{
  g_autoptr (GPtrArray) found = foothold_zones_complete (typed, 3);
  g_autofree char *joined = NULL;

  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

/* Cities are found as one writes them. */
static void
test_zones (void)
{
  assert_zones ("new york", "America/New_York");
  assert_zones ("New_Y", "America/New_York");
  assert_zones (" york", "America/New_York");
  assert_zones ("america/new_york", "America/New_York");
  assert_zones ("América/New", "America/New_York");
  assert_zones ("berl", "Europe/Berlin");
  assert_zones ("Europe/Berlin", "");
  assert_zones ("utc", "UTC");
  assert_zones ("europe/a", "Europe/Amsterdam Europe/Andorra Europe/Astrakhan");
  assert_zones ("", "");
  assert_zones ("  ", "");
  assert_zones ("Nowhere", "");
  assert_zones ("\"<&", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format-application/silence", test_silence);
  g_test_add_func ("/format-application/due", test_due);
  g_test_add_func ("/format-application/next-step", test_next_step);
  g_test_add_func ("/format-application/own-time", test_own_time);
  g_test_add_func ("/format-application/zones", test_zones);

  return g_test_run ();
}
