// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-dates.h"
#include "rules/foothold-due.h"
#include "rules/foothold-rhythm.h"

#include <string.h>

/* What is due when: with now and the person's zone given. */

#define OVERDUE FOOTHOLD_DUE_OVERDUE
#define TODAY FOOTHOLD_DUE_TODAY
#define WEEK FOOTHOLD_DUE_WEEK
#define LATER FOOTHOLD_DUE_LATER
#define SNOOZED FOOTHOLD_DUE_SNOOZED

static FootholdDueGroup
look (const FootholdDueItem *item, const char *now, const char *local, FootholdDueWhen *when)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (local);
  gint64 instant;

  g_assert_nonnull (zone);
  g_assert_true (foothold_instant_from_text (now, &instant));
  return foothold_due_look (item, instant, zone, when);
}

static void
test_cases (void)
{
  static const struct
  {
    FootholdDueItem item; /* kind, date, time, zone, snoozed until */
    const char *now, *local;
    FootholdDueGroup group;
    int days;
    const char *time;
  } cases[] = {
    /* what may wait: by days */
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-27" }, "2026-11-28T12:00:00.000Z", "UTC", OVERDUE, -1, "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-28" }, "2026-11-28T23:59:59.999Z", "UTC", TODAY, 0, "" },
    { { FOOTHOLD_DUE_NEXT_STEP, "2026-11-29" }, "2026-11-28T12:00:00.000Z", "UTC", WEEK, 1, "" },
    { { FOOTHOLD_DUE_NEXT_STEP, "2026-12-05" }, "2026-11-28T12:00:00.000Z", "UTC", WEEK, 7, "" },
    { { FOOTHOLD_DUE_KEEP_IN_TOUCH, "2026-12-06" }, "2026-11-28T12:00:00.000Z", "UTC", LATER, 8, "" },
    { { FOOTHOLD_DUE_NEXT_STEP, "2026-11-28", "09:00" }, "2026-11-28T12:00:00.000Z", "UTC", TODAY, 0, "09:00" },
    { { FOOTHOLD_DUE_FOLLOW_UP, NULL }, "2026-11-28T12:00:00.000Z", "UTC", FOOTHOLD_DUE_NEVER, 0, "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-02-30" }, "2026-11-28T12:00:00.000Z", "UTC", FOOTHOLD_DUE_NEVER, 0, "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2028-02-29" }, "2028-02-28T12:00:00.000Z", "UTC", WEEK, 1, "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2028-03-01" }, "2028-02-28T12:00:00.000Z", "UTC", WEEK, 2, "" },
    /* today is where the person is */
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-28" }, "2026-11-28T23:30:00.000Z", "Europe/Berlin", OVERDUE, -1, "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-28" }, "2026-11-28T02:00:00.000Z", "America/New_York", WEEK, 1, "" },
    /* what lapses: by the moment */
    { { FOOTHOLD_DUE_OFFER_ANSWER, "2026-11-28", "17:00" },
      "2026-11-28T15:59:00.000Z",
      "Europe/Berlin",
      TODAY,
      0,
      "17:00" },
    { { FOOTHOLD_DUE_OFFER_ANSWER, "2026-11-28", "17:00" },
      "2026-11-28T16:01:00.000Z",
      "Europe/Berlin",
      OVERDUE,
      0,
      "17:00" },
    { { FOOTHOLD_DUE_OFFER_ANSWER, "2026-11-28", "17:00", "America/New_York" },
      "2026-11-28T16:01:00.000Z",
      "Europe/Berlin",
      TODAY,
      0,
      "23:00" },
    /* a zone as POSIX has it, which older data may hold, is none */
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-28", "20:30", "UTC+2" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      TODAY,
      0,
      "20:30" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-28", "20:30", "Etc/GMT-2" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      TODAY,
      0,
      "18:30" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28" }, "2026-11-28T22:59:59.000Z", "Europe/Berlin", TODAY, 0, "" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28" }, "2026-11-28T23:00:00.000Z", "Europe/Berlin", OVERDUE, -1, "" },
    /* the day ends sooner there, or later: the day is the safe one, and it counts as long as it can be done */
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28", NULL, "Pacific/Auckland" },
      "2026-11-28T10:00:00.000Z",
      "Europe/Berlin",
      TODAY,
      0,
      "" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28", NULL, "Pacific/Auckland" },
      "2026-11-28T11:00:00.000Z",
      "Europe/Berlin",
      OVERDUE,
      0,
      "" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28", NULL, "Pacific/Auckland" },
      "2026-11-27T12:00:00.000Z",
      "Pacific/Honolulu",
      WEEK,
      1,
      "" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28", NULL, "America/New_York" },
      "2026-11-29T01:00:00.000Z",
      "Europe/Berlin",
      TODAY,
      -1,
      "" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28", NULL, "America/New_York" },
      "2026-11-29T05:00:00.000Z",
      "Europe/Berlin",
      OVERDUE,
      -1,
      "" },
    { { FOOTHOLD_DUE_APPLY_BY, "2026-11-28", NULL, "Nowhere/Town" },
      "2026-11-28T22:00:00.000Z",
      "Europe/Berlin",
      TODAY,
      0,
      "" },
    /* an interview at its time here, also over the change of the clocks, and until its day is over */
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-29", "10:00", "Asia/Tokyo" },
      "2026-11-28T12:00:00.000Z",
      "Europe/Berlin",
      WEEK,
      1,
      "02:00" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-29", "06:00", "Asia/Tokyo" },
      "2026-11-28T12:00:00.000Z",
      "Europe/Berlin",
      TODAY,
      0,
      "22:00" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-10-25", "10:00", "America/New_York" },
      "2026-10-24T12:00:00.000Z",
      "Europe/Berlin",
      WEEK,
      1,
      "15:00" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-02", "10:00", "America/New_York" },
      "2026-11-01T12:00:00.000Z",
      "Europe/Berlin",
      WEEK,
      1,
      "16:00" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-28", "09:00" }, "2026-11-28T12:00:00.000Z", "UTC", TODAY, 0, "09:00" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-11-28", "25:00" }, "2026-11-28T12:00:00.000Z", "UTC", TODAY, 0, "" },
    /* put off: what may wait moves, what lapses is back in time */
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-20", NULL, NULL, "2026-11-30" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      SNOOZED,
      2,
      "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-20", NULL, NULL, "2026-11-28" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      TODAY,
      0,
      "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-20", NULL, NULL, "2026-11-26" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      OVERDUE,
      -2,
      "" },
    { { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-30", NULL, NULL, "2026-11-26" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      WEEK,
      2,
      "" },
    { { FOOTHOLD_DUE_OFFER_ANSWER, "2026-12-01", NULL, NULL, "2026-12-09" },
      "2026-11-28T12:00:00.000Z",
      "UTC",
      SNOOZED,
      3,
      "" },
    { { FOOTHOLD_DUE_OFFER_ANSWER, "2026-12-01", NULL, NULL, "2026-12-09" },
      "2026-12-01T12:00:00.000Z",
      "UTC",
      TODAY,
      0,
      "" },
    { { FOOTHOLD_DUE_OFFER_ANSWER, "2026-12-01", NULL, NULL, "2026-12-09" },
      "2026-12-02T12:00:00.000Z",
      "UTC",
      OVERDUE,
      -1,
      "" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-12-01", "10:00", NULL, "2026-12-09" },
      "2026-12-01T08:00:00.000Z",
      "UTC",
      TODAY,
      0,
      "10:00" },
    { { FOOTHOLD_DUE_INTERVIEW, "2026-12-01", "10:00", NULL, "2026-11-30" },
      "2026-11-30T08:00:00.000Z",
      "UTC",
      WEEK,
      1,
      "10:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdDueWhen when;

      g_test_message ("%s %s, now %s in %s", cases[i].item.date, cases[i].item.time, cases[i].now, cases[i].local);
      g_assert_cmpint (look (&cases[i].item, cases[i].now, cases[i].local, &when), ==, cases[i].group);
      g_assert_cmpint (when.group, ==, cases[i].group);
      g_assert_cmpint (when.days, ==, cases[i].days);
      g_assert_cmpstr (when.time, ==, cases[i].time);
      g_assert_true (g_date_valid (&when.day) == (cases[i].group != FOOTHOLD_DUE_NEVER));
    }
}

/* A clock that goes back takes an item back through the groups, and forth again: nothing is remembered. */
static void
test_hours_pass (void)
{
  static const char *const zones[] = { "UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati" };
  const FootholdDueItem item = { FOOTHOLD_DUE_APPLY_BY, "2026-10-25", "02:30", "Europe/Berlin", NULL };
  gint64 moment;

  g_assert_true (foothold_deadline_to_instant (item.date, item.time, item.zone, NULL, &moment));
  for (gsize z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[z]);
      int days = G_MAXINT;

      for (int hours = -300; hours <= 300; hours++)
        {
          const gint64 now = moment + hours * G_GINT64_CONSTANT (3600000);
          FootholdDueWhen when;

          foothold_due_look (&item, now, zone, &when);
          g_assert_true ((when.group == OVERDUE) == (hours > 0));
          g_assert_cmpint (when.days, <=, days);
          g_assert_true (when.group == OVERDUE || (when.group == TODAY) == (when.days == 0));
          days = when.days;
        }
    }
}

/* An order in which nothing stands before itself, and what is sooner stands first. */
static void
test_compare (void)
{
  static const FootholdDueItem items[] = {
    { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-20" },
    { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-27" },
    { FOOTHOLD_DUE_INTERVIEW, "2026-11-28", "08:00" },
    { FOOTHOLD_DUE_OFFER_ANSWER, "2026-11-28", "17:00" },
    { FOOTHOLD_DUE_APPLY_BY, "2026-11-28" },
    { FOOTHOLD_DUE_FOLLOW_UP, "2026-11-28" },
    { FOOTHOLD_DUE_APPLY_BY, "2026-11-30" },
    { FOOTHOLD_DUE_APPLY_BY, "2027-01-30" },
    { FOOTHOLD_DUE_APPLY_BY, "2026-12-01", NULL, NULL, "2026-11-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (items); j++)
      {
        FootholdDueWhen a, b;
        int order;

        look (&items[i], "2026-11-28T12:00:00.000Z", "UTC", &a);
        look (&items[j], "2026-11-28T12:00:00.000Z", "UTC", &b);
        order = foothold_due_compare (items[i].kind, &a, items[j].kind, &b);
        g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
      }
}

static void
test_words (void)
{
  static const struct
  {
    FootholdDueKind kind;
    const char *day, *time, *words;
  } cases[] = {
    { FOOTHOLD_DUE_FOLLOW_UP, "today", NULL, "Follow up" },
    { FOOTHOLD_DUE_OFFER_ANSWER, "Thu 3 Dec", NULL, "Answer the offer by Thu 3 Dec" },
    { FOOTHOLD_DUE_OFFER_ANSWER, NULL, NULL, "Answer the offer" },
    { FOOTHOLD_DUE_INTERVIEW, "tomorrow", "10:00", "Interview tomorrow at 10:00" },
    { FOOTHOLD_DUE_INTERVIEW, "tomorrow", NULL, "Interview tomorrow" },
    { FOOTHOLD_DUE_INTERVIEW, NULL, "10:00", "Interview" },
    { FOOTHOLD_DUE_APPLY_BY, "tomorrow", "17:00", "Send the application by tomorrow at 17:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = foothold_due_sentence (cases[i].kind, cases[i].day, cases[i].time);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  for (guint kind = 0; kind < foothold_due_kinds.n_entries; kind++)
    {
      g_autofree char *words = foothold_due_sentence ((FootholdDueKind) kind, NULL, NULL);

      g_assert_cmpint (strlen (words), >, 0);
    }
  g_assert_cmpstr (foothold_due_kinds.entries[FOOTHOLD_DUE_KEEP_IN_TOUCH].slug, ==, "keep-in-touch");
  g_assert_cmpstr (foothold_due_groups.entries[FOOTHOLD_DUE_SNOOZED].slug, ==, "snoozed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/cases", test_cases);
  g_test_add_func ("/due/hours-pass", test_hours_pass);
  g_test_add_func ("/due/compare", test_compare);
  g_test_add_func ("/due/words", test_words);

  return g_test_run ();
}
