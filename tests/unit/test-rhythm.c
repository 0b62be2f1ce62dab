// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-rhythm.h"

/* When a place is due: days of the calendar, with today given. */

static const GDate *
day (const char *iso)
{
  static GDate date;

  g_assert_true (foothold_rhythm_read_day (iso, &date));
  return &date;
}

static void
test_cases (void)
{
  static const struct
  {
    const char *looked_on;
    gint64 every;
    const char *today;
    FootholdLook look;
    int days;
  } cases[] = {
    { NULL, 7, "2026-11-28", FOOTHOLD_LOOK_FIRST, 0 },
    { "", 7, "2026-11-28", FOOTHOLD_LOOK_FIRST, 0 },
    { "soon", 7, "2026-11-28", FOOTHOLD_LOOK_FIRST, 0 },
    { "2026-02-30", 7, "2026-11-28", FOOTHOLD_LOOK_FIRST, 0 },
    { NULL, G_MININT64, "2026-11-28", FOOTHOLD_LOOK_NONE, 0 },
    { "2026-11-01", G_MININT64, "2026-11-28", FOOTHOLD_LOOK_NONE, 0 },
    { "2026-11-01", 0, "2026-11-28", FOOTHOLD_LOOK_NONE, 0 },
    { "2026-11-28", 1, "2026-11-28", FOOTHOLD_LOOK_LATER, 1 },
    { "2026-11-27", 1, "2026-11-28", FOOTHOLD_LOOK_DUE, 0 },
    { "2026-11-21", 7, "2026-11-28", FOOTHOLD_LOOK_DUE, 0 },
    { "2026-11-22", 7, "2026-11-28", FOOTHOLD_LOOK_LATER, 1 },
    { "2026-11-14", 7, "2026-11-28", FOOTHOLD_LOOK_DUE, -7 },
    /* over the end of a month, a year, and February of a leap year */
    { "2026-12-30", 3, "2027-01-01", FOOTHOLD_LOOK_LATER, 1 },
    { "2026-12-30", 3, "2027-01-02", FOOTHOLD_LOOK_DUE, 0 },
    { "2028-02-28", 2, "2028-02-29", FOOTHOLD_LOOK_LATER, 1 },
    { "2028-02-28", 2, "2028-03-01", FOOTHOLD_LOOK_DUE, 0 },
    /* the weeks in which the clocks change are seven days like all others */
    { "2026-10-22", 7, "2026-10-29", FOOTHOLD_LOOK_DUE, 0 },
    { "2027-03-25", 7, "2027-04-01", FOOTHOLD_LOOK_DUE, 0 },
    /* a journey to the west, and a clock that was ten years ahead: no further away than the rhythm */
    { "2026-11-29", 7, "2026-11-28", FOOTHOLD_LOOK_LATER, 7 },
    { "2036-11-28", 14, "2026-11-28", FOOTHOLD_LOOK_LATER, 14 },
    { "2026-11-28", G_MAXINT64, "2026-11-28", FOOTHOLD_LOOK_LATER, FOOTHOLD_RHYTHM_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = 99;

      g_assert_cmpint (foothold_rhythm_look (cases[i].looked_on, cases[i].every, day (cases[i].today), &days), ==,
                       cases[i].look);
      g_assert_cmpint (days, ==, cases[i].days);
    }
}

/* From one look to the next: later on each day before, due on the day itself and ever after. */
static void
test_every_day (void)
{
  for (int every = 1; every <= 40; every++)
    for (int passed = 0; passed <= 90; passed++)
      {
        GDate today = *day ("2026-11-28");
        int days;
        FootholdLook look;

        g_date_add_days (&today, (guint) passed);
        look = foothold_rhythm_look ("2026-11-28", every, &today, &days);
        g_assert_cmpint (look, ==, passed < every ? FOOTHOLD_LOOK_LATER : FOOTHOLD_LOOK_DUE);
        g_assert_cmpint (days, ==, every - passed);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm/cases", test_cases);
  g_test_add_func ("/rhythm/every-day", test_every_day);
  return g_test_run ();
}
