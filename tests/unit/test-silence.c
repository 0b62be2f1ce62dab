// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-dates.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-silence.h"

/* When to follow up and when no answer is one: days of the calendar, with today given. */

static GDate
day (const char *iso)
{
  GDate date;

  g_assert_true (foothold_rhythm_read_day (iso, &date));
  return date;
}

static void
assert_day (const GDate *date, const char *iso)
{
  char text[16] = "";

  if (g_date_valid (date))
    g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  g_assert_cmpstr (text, ==, iso);
}

#define WAIT FOOTHOLD_SILENCE_WAIT
#define FOLLOW_UP FOOTHOLD_SILENCE_FOLLOW_UP
#define NO_ANSWER FOOTHOLD_SILENCE_NO_ANSWER

static void
test_cases (void)
{
  static const struct
  {
    FootholdSilence silence; /* sent, last word, followed up, snoozed */
    const char *today;
    FootholdSilenceStep step;
    int days;
    const char *follow_up_on, *no_answer_on;
  } cases[] = {
    { { NULL }, "2026-11-28", FOOTHOLD_SILENCE_NONE, 0, "", "" },
    { { "2026-02-30" }, "2026-11-28", FOOTHOLD_SILENCE_NONE, 0, "", "" },
    { { NULL, "2026-11-01", "2026-11-02", "2026-11-03" }, "2026-11-28", FOOTHOLD_SILENCE_NONE, 0, "", "" },
    /* nobody knows when it was sent: by when that was noted, and only then */
    { { .noted_on = "2026-11-01" }, "2026-11-28", FOLLOW_UP, 27, "2026-11-11", "2026-11-29" },
    { { .sent_on = "soon", .noted_on = "2026-11-01" }, "2026-11-29", NO_ANSWER, 28, "2026-11-11", "2026-11-29" },
    { { .sent_on = "2026-11-20", .noted_on = "2026-11-01" }, "2026-11-28", WAIT, 8, "2026-11-30", "2026-12-18" },
    { { .last_word_on = "2026-11-20", .noted_on = "2026-11-01" }, "2026-11-28", WAIT, 8, "2026-11-30", "2026-12-18" },
    { { .noted_on = "2036-11-30" }, "2026-11-28", WAIT, 0, "2026-12-08", "2026-12-26" },
    { { "2026-11-01" }, "2026-11-01", WAIT, 0, "2026-11-11", "2026-11-29" },
    { { "2026-11-01" }, "2026-11-10", WAIT, 9, "2026-11-11", "2026-11-29" },
    { { "2026-11-01" }, "2026-11-11", FOLLOW_UP, 10, "2026-11-11", "2026-11-29" },
    { { "2026-11-01" }, "2026-11-28", FOLLOW_UP, 27, "2026-11-11", "2026-11-29" },
    { { "2026-11-01" }, "2026-11-29", NO_ANSWER, 28, "2026-11-11", "2026-11-29" },
    /* each follow-up has its ten days, and no answer waits for them */
    { { "2026-11-01", NULL, "2026-11-11" }, "2026-11-20", WAIT, 19, "2026-11-21", "2026-11-29" },
    { { "2026-11-01", NULL, "2026-11-11" }, "2026-11-21", FOLLOW_UP, 20, "2026-11-21", "2026-11-29" },
    { { "2026-11-01", NULL, "2026-11-25" }, "2026-11-29", WAIT, 28, "2026-12-05", "2026-12-05" },
    { { "2026-11-01", NULL, "2026-11-25" }, "2026-12-05", NO_ANSWER, 34, "2026-12-05", "2026-12-05" },
    /* a word of the host, and silence begins anew; one before the sending is none */
    { { "2026-11-01", "2026-11-20" }, "2026-11-29", WAIT, 9, "2026-11-30", "2026-12-18" },
    { { "2026-11-01", "2026-11-20", "2026-11-11" }, "2026-11-30", FOLLOW_UP, 10, "2026-11-30", "2026-12-18" },
    { { "2026-11-01", "2026-10-01" }, "2026-11-11", FOLLOW_UP, 10, "2026-11-11", "2026-11-29" },
    /* put off: nothing before that day */
    { { "2026-11-01", NULL, NULL, "2026-11-15" }, "2026-11-14", WAIT, 13, "2026-11-15", "2026-11-29" },
    { { "2026-11-01", NULL, NULL, "2026-11-15" }, "2026-11-15", FOLLOW_UP, 14, "2026-11-15", "2026-11-29" },
    { { "2026-11-01", NULL, NULL, "2026-12-10" }, "2026-12-09", WAIT, 38, "2026-12-10", "2026-12-10" },
    { { "2026-11-01", NULL, NULL, "2026-12-10" }, "2026-12-10", NO_ANSWER, 39, "2026-12-10", "2026-12-10" },
    { { "2026-11-01", NULL, NULL, "2026-11-05" }, "2026-11-08", WAIT, 7, "2026-11-11", "2026-11-29" },
    { { "2026-11-01", NULL, NULL, "soon" }, "2026-11-11", FOLLOW_UP, 10, "2026-11-11", "2026-11-29" },
    /* February of a leap year, and the end of a year */
    { { "2028-02-20" }, "2028-02-29", WAIT, 9, "2028-03-01", "2028-03-19" },
    { { "2028-02-29" }, "2028-03-10", FOLLOW_UP, 10, "2028-03-10", "2028-03-28" },
    { { "2026-12-25" }, "2027-01-04", FOLLOW_UP, 10, "2027-01-04", "2027-01-22" },
    /* the weeks in which the clocks change */
    { { "2026-10-20" }, "2026-10-30", FOLLOW_UP, 10, "2026-10-30", "2026-11-17" },
    { { "2027-03-20" }, "2027-03-29", WAIT, 9, "2027-03-30", "2027-04-17" },
    /* a clock that went back: nothing negative, nothing further away than its days */
    { { "2026-11-30" }, "2026-11-28", WAIT, 0, "2026-12-08", "2026-12-26" },
    { { "2036-11-30" }, "2026-11-28", WAIT, 0, "2026-12-08", "2026-12-26" },
    { { "2026-11-01", "2036-01-01" }, "2026-11-28", WAIT, 0, "2026-12-08", "2026-12-26" },
    { { "2026-11-01", NULL, "2036-01-01" }, "2026-11-28", WAIT, 27, "2026-12-08", "2026-12-08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GDate today = day (cases[i].today);
      FootholdSilenceClock clock;

      foothold_silence_look (&cases[i].silence, FOOTHOLD_NO_ANSWER_DAYS, &today, &clock);
      g_assert_cmpint (clock.step, ==, cases[i].step);
      g_assert_cmpint (clock.days, ==, cases[i].days);
      assert_day (&clock.follow_up_on, cases[i].follow_up_on);
      assert_day (&clock.no_answer_on, cases[i].no_answer_on);
    }
}

/* One's own replies lengthen the patience from the fifth on, and never shorten it. */
static void
test_replies (void)
{
  static const struct
  {
    int replies[6];
    gsize n;
    const char *no_answer_on;
  } cases[] = {
    { { 20, 20, 20, 20 }, 4, "2026-11-29" },        { { 20, 20, 20, 20, 20 }, 5, "2026-12-31" },
    { { 2, 3, 3, 4, 90 }, 5, "2026-11-29" },        { { 90, 1, 10, 11, 2 }, 5, "2026-12-01" },
    { { 15, 1, 10, 40, 2, 11 }, 6, "2026-12-03" }, /* three times 10.5 is 31.5: the day after */
    { { -50, -50, -50, 90, 90 }, 5, "2026-11-29" }, { { G_MAXINT, G_MAXINT, G_MAXINT, 1, 1 }, 5, "2056-10-24" },
  };
  const FootholdSilence silence = { "2026-11-01" };
  const GDate today = day ("2026-11-01");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdSilenceClock clock;

      foothold_silence_look (&silence, foothold_silence_patience (cases[i].replies, cases[i].n), &today, &clock);
      assert_day (&clock.follow_up_on, "2026-11-11");
      assert_day (&clock.no_answer_on, cases[i].no_answer_on);
    }
}

static void
test_median (void)
{
  static const struct
  {
    int days[5];
    gsize n;
    double median;
  } cases[] = {
    { { 7 }, 1, 7 },          { { 3, 8 }, 2, 5.5 },   { { 9, 1, 4 }, 3, 4 },
    { { 9, 1, 4, 6 }, 4, 5 }, { { -3, 2, 9 }, 3, 2 }, { { -3, -2, 9 }, 3, 0 },
  };
  double median = 99;

  g_assert_false (foothold_reply_median (NULL, 0, &median));
  g_assert_cmpfloat (median, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (foothold_reply_median (cases[i].days, cases[i].n, &median));
      g_assert_cmpfloat (median, ==, cases[i].median);
    }
}

/* As days pass it only ever goes on, each step on the day that was said before. */
static void
test_every_day (void)
{
  static const FootholdSilence silences[] = {
    { "2026-10-20" },
    { "2026-10-20", NULL, "2026-10-29" },
    { "2026-10-20", "2026-10-22", "2026-10-27", "2026-12-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (silences); i++)
    {
      FootholdSilenceStep last = WAIT;
      int days = -1;

      for (GDate today = day ("2026-10-30"); g_date_get_year (&today) < 2027; g_date_add_days (&today, 1))
        {
          FootholdSilenceClock clock;

          foothold_silence_look (&silences[i], FOOTHOLD_NO_ANSWER_DAYS, &today, &clock);
          g_assert_cmpint (clock.step, >=, last);
          g_assert_true (days < 0 || clock.days == days + 1);
          g_assert_true ((clock.step == WAIT) == (g_date_compare (&today, &clock.follow_up_on) < 0));
          g_assert_true ((clock.step == NO_ANSWER) == (g_date_compare (&today, &clock.no_answer_on) >= 0));
          g_assert_cmpint (g_date_compare (&clock.follow_up_on, &clock.no_answer_on), <=, 0);
          last = clock.step;
          days = clock.days;
        }
      g_assert_cmpint (last, ==, NO_ANSWER);
    }
}

/* The same instant is another day elsewhere; what is a day here stays one when the clocks change. */
static void
test_zones (void)
{
  static const struct
  {
    const char *instant, *zone, *day;
  } cases[] = {
    { "2026-11-01T23:30:00.000Z", "Europe/Berlin", "2026-11-02" },
    { "2026-11-01T23:30:00.000Z", "America/New_York", "2026-11-01" },
    { "2026-11-01T10:30:00.000Z", "Pacific/Kiritimati", "2026-11-02" },
    /* the night of 25 October has 25 hours in Berlin, that of 28 March 23 */
    { "2026-10-24T21:59:59.999Z", "Europe/Berlin", "2026-10-24" },
    { "2026-10-24T22:00:00.000Z", "Europe/Berlin", "2026-10-25" },
    { "2026-10-25T22:59:59.999Z", "Europe/Berlin", "2026-10-25" },
    { "2026-10-25T23:00:00.000Z", "Europe/Berlin", "2026-10-26" },
    { "2027-03-28T21:59:59.999Z", "Europe/Berlin", "2027-03-28" },
    { "2027-03-28T22:00:00.000Z", "Europe/Berlin", "2027-03-29" },
    { "1969-12-31T23:59:59.999Z", "UTC", "1969-12-31" },
  };
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      gint64 instant;

      g_assert_nonnull (zone);
      g_assert_true (foothold_instant_from_text (cases[i].instant, &instant));
      g_assert_true (foothold_rhythm_day_of_instant (instant, zone, &date));
      assert_day (&date, cases[i].day);
    }
  g_assert_false (foothold_rhythm_day_of_instant (G_MAXINT64, NULL, &date));
  g_assert_false (g_date_valid (&date));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/silence/cases", test_cases);
  g_test_add_func ("/silence/replies", test_replies);
  g_test_add_func ("/silence/median", test_median);
  g_test_add_func ("/silence/every-day", test_every_day);
  g_test_add_func ("/silence/zones", test_zones);

  return g_test_run ();
}
