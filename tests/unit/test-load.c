// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-facts.h"
#include "rules/foothold-load.h"

/* What a project takes of a week, and what that is of the hours there are. */

#define UNKNOWN FOOTHOLD_FACT_UNKNOWN
#define HOURS(n) ((gint64) (n) * 60)

static void
test_cases (void)
{
  static const struct
  {
    gint64 min, max;
    const char *start, *end;
    gint64 budget;
    gboolean known;
    gint64 few, many;
    FootholdLoadLevel level;
  } cases[] = {
    /* two weeks: half a week's each */
    { HOURS (20), HOURS (28), "2026-12-01", "2026-12-14", HOURS (14), TRUE, HOURS (10), HOURS (14),
      FOOTHOLD_LOAD_TIGHT },
    { HOURS (20), HOURS (20), "2026-12-01", "2026-12-14", HOURS (14), TRUE, HOURS (10), HOURS (10),
      FOOTHOLD_LOAD_FINE },
    { HOURS (20), HOURS (29), "2026-12-01", "2026-12-14", HOURS (14), TRUE, HOURS (10), 870, FOOTHOLD_LOAD_OVER },
    /* one number is both */
    { HOURS (8), UNKNOWN, "2026-12-01", "2026-12-07", HOURS (10), TRUE, HOURS (8), HOURS (8), FOOTHOLD_LOAD_TIGHT },
    { UNKNOWN, HOURS (7), "2026-12-01", "2026-12-07", HOURS (10), TRUE, HOURS (7), HOURS (7), FOOTHOLD_LOAD_FINE },
    /* three days are a week's load */
    { HOURS (15), HOURS (15), "2026-12-01", "2026-12-03", HOURS (14), TRUE, HOURS (15), HOURS (15),
      FOOTHOLD_LOAD_OVER },
    /* over the end of a year, and the weeks in which clocks change */
    { HOURS (6), HOURS (6), "2026-12-28", "2027-01-10", UNKNOWN, TRUE, HOURS (3), HOURS (3), FOOTHOLD_LOAD_UNKNOWN },
    { HOURS (6), HOURS (6), "2026-10-20", "2026-11-02", 0, TRUE, HOURS (3), HOURS (3), FOOTHOLD_LOAD_UNKNOWN },
    { 0, 0, "2026-12-01", "2026-12-14", HOURS (14), TRUE, 0, 0, FOOTHOLD_LOAD_FINE },
    { UNKNOWN, UNKNOWN, "2026-12-01", "2026-12-14", HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
    { HOURS (20), HOURS (20), NULL, "2026-12-14", HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
    { HOURS (20), HOURS (20), "2026-12-01", NULL, HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
    { HOURS (20), HOURS (20), "2026-12-14", "2026-12-01", HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
    { HOURS (20), HOURS (20), "2026-02-30", "2026-12-01", HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
    { HOURS (20), G_MAXINT64, "2026-12-01", "2026-12-14", HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
    { -60, HOURS (20), "2026-12-01", "2026-12-14", HOURS (14), FALSE, 0, 0, FOOTHOLD_LOAD_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdLoad load = { 0 };

      g_test_message ("case %u", i);
      g_assert_cmpint (foothold_load_weigh (cases[i].min, cases[i].max, cases[i].start, cases[i].end, cases[i].budget,
                                            &load),
                       ==, cases[i].known);
      g_assert_cmpint (load.few, ==, cases[i].few);
      g_assert_cmpint (load.many, ==, cases[i].many);
      g_assert_cmpint (load.level, ==, cases[i].level);
    }
}

/* What else is on: the fullest week of the time, what is on outside of it not, and what says nothing is counted. */
static void
test_others (void)
{
  static const FootholdLoadOther table[] = {
    { HOURS (12), (char *) "2026-11-20", (char *) "2026-12-03" }, /* 6 h a week, on at the first day */
    { HOURS (8), (char *) "2026-12-05", (char *) "2026-12-18" }, /* 4 h */
    { HOURS (10), (char *) "2026-12-10", (char *) "2026-12-12" }, /* 10 h, together with the one before */
    { HOURS (40), (char *) "2027-01-10", (char *) "2027-01-20" }, /* later */
    { UNKNOWN, (char *) "2026-12-01", (char *) "2026-12-05" },    { HOURS (5), NULL, (char *) "2026-12-05" },
  };
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (FootholdLoadOther));
  FootholdLoad load;

  g_assert_true (foothold_load_weigh (HOURS (10), HOURS (20), "2026-12-01", "2026-12-14", HOURS (30), &load));
  g_assert_cmpint (load.level, ==, FOOTHOLD_LOAD_FINE);
  foothold_load_add_others (&load, "2026-12-01", "2026-12-14", others, HOURS (30));
  g_assert_cmpint (load.others, ==, 0);
  g_assert_cmpint (load.level, ==, FOOTHOLD_LOAD_FINE);
  g_array_append_vals (others, table, G_N_ELEMENTS (table));
  foothold_load_add_others (&load, "2026-12-01", "2026-12-14", others, HOURS (30));
  g_assert_cmpint (load.few, ==, HOURS (5));
  g_assert_cmpint (load.many, ==, HOURS (10));
  g_assert_cmpint (load.others, ==, HOURS (14));
  g_assert_cmpuint (load.n_others, ==, 3);
  g_assert_cmpuint (load.n_unweighed, ==, 2);
  g_assert_cmpint (load.level, ==, FOOTHOLD_LOAD_TIGHT);
}

/* Only what is certain is labelled. */
static void
test_sizes (void)
{
  static const struct
  {
    gint64 min, max;
    FootholdSize size;
  } cases[] = {
    { UNKNOWN, UNKNOWN, FOOTHOLD_SIZE_USUAL },       { HOURS (5), HOURS (40), FOOTHOLD_SIZE_USUAL },
    { HOURS (2), HOURS (4), FOOTHOLD_SIZE_SHORT },   { UNKNOWN, 299, FOOTHOLD_SIZE_SHORT },
    { HOURS (3), UNKNOWN, FOOTHOLD_SIZE_USUAL },     { HOURS (4), HOURS (5), FOOTHOLD_SIZE_USUAL },
    { HOURS (30), HOURS (60), FOOTHOLD_SIZE_USUAL }, { HOURS (41), HOURS (41), FOOTHOLD_SIZE_LONG },
    { HOURS (41), UNKNOWN, FOOTHOLD_SIZE_LONG },     { HOURS (120), HOURS (130), FOOTHOLD_SIZE_LONG },
    { 7201, 7201, FOOTHOLD_SIZE_VERY_LONG },         { 0, 0, FOOTHOLD_SIZE_SHORT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (foothold_size_of (cases[i].min, cases[i].max), ==, cases[i].size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/cases", test_cases);
  g_test_add_func ("/load/others", test_others);
  g_test_add_func ("/load/sizes", test_sizes);
  return g_test_run ();
}
