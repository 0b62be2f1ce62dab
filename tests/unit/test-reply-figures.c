// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-reply-figures.h"

#include "rules/foothold-rhythm.h"

#include <string.h>

/* Who answers, and how soon: examples, and what holds for whatever records. */

static const FootholdReplyRecord records[] = {
  { "portal", { "2026-09-01", "2026-09-08", "2026-09-15", "2026-09-20", "2026-09-21" } },
  { "portal", { "2026-09-01", "2026-09-04" } }, /* a no */
  { "portal", { "2026-09-01" } },
  { "portal", { "2026-09-01" } },
  { "contact", { "2026-10-20", NULL, NULL, "2026-10-30" } }, /* an offer, and nothing in between */
  { "contact", { "2026-10-20", "2026-10-18" } }, /* a clock that went back */
  { NULL, { NULL, "2026-10-18" } }, /* nobody knows when it was sent */
  { NULL, { "2026-10-18", "soon" } },
  { NULL, { "2026-10-18" } },
  { NULL, { "2026-10-18" } },
  { "event", { NULL } }, /* a draft */
};

static void
assert_funnel (const FootholdReplyFigures *figures, const char *words)
{
  GString *counts = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    g_string_append_printf (counts, "%s%u", i > 0 ? " " : "", figures->reached[i]);
  text = g_string_free (counts, FALSE);
  g_assert_cmpstr (text, ==, words);
}

static void
test_all (void)
{
  FootholdReplyFigures figures;

  foothold_reply_figures (records, G_N_ELEMENTS (records), &figures);
  assert_funnel (&figures, "10 5 2 2 1");
  g_assert_null (figures.key);
  g_assert_cmpfloat (figures.rate, ==, 0.5);
  g_assert_cmpuint (figures.n_replies, ==, 4);
  g_assert_cmpfloat (figures.median_days, ==, 5); /* 0, 3, 7, 10 */

  foothold_reply_figures (NULL, 0, &figures);
  assert_funnel (&figures, "0 0 0 0 0");
  g_assert_cmpfloat (figures.rate, ==, 0);
  g_assert_cmpfloat (figures.median_days, ==, 0);
}

static void
test_by_key (void)
{
  g_autoptr (GPtrArray) groups = foothold_reply_figures_by_key (records, G_N_ELEMENTS (records));
  const FootholdReplyFigures *figures;

  g_assert_cmpuint (groups->len, ==, 3);
  figures = g_ptr_array_index (groups, 0);
  g_assert_cmpstr (figures->key, ==, "portal");
  assert_funnel (figures, "4 2 1 1 1");
  g_assert_cmpfloat (figures->rate, ==, 0.5);
  g_assert_cmpfloat (figures->median_days, ==, 5);
  figures = g_ptr_array_index (groups, 1);
  g_assert_cmpstr (figures->key, ==, "contact");
  assert_funnel (figures, "2 2 1 1 0");
  g_assert_cmpfloat (figures->median_days, ==, 5); /* 0 and 10 */
  figures = g_ptr_array_index (groups, 2);
  g_assert_cmpstr (figures->key, ==, NULL);
  assert_funnel (figures, "4 1 0 0 0");
  g_assert_cmpuint (figures->n_replies, ==, 0);
}

/* A year with the changes of the clocks and a leap day in it: days of the calendar. */
static void
test_days (void)
{
  static const struct
  {
    FootholdReplyRecord record;
    int days; /* -1: not known */
  } cases[] = {
    { { NULL, { "2028-02-28", "2028-03-01" } }, 2 },
    /* noted weeks later, and the person says when it was; the last of several words is no first */
    { { NULL, { "2026-09-01", "2026-10-11" }, "2026-09-05" }, 4 },
    { { NULL, { "2026-09-01", NULL, "2026-10-11", "2026-10-12" }, "2026-09-05" }, 4 },
    { { NULL, { "2026-09-01", "2026-09-03" }, "2026-09-05" }, 2 },
    { { NULL, { "2026-09-01", "2026-10-11" }, "2026-08-31" }, 40 },
    { { NULL, { "2026-09-01", "2026-10-11" }, "2026-09-01" }, 0 },
    { { NULL, { "2026-09-01", "2026-10-11" }, "soon" }, 40 },
    { { NULL, { "2026-09-01" }, "2026-09-05" }, -1 },
    { { NULL, { NULL, "2026-10-11" }, "2026-09-05" }, -1 },
    { { NULL, { "2026-09-01", "2026-09-01" }, "2026-09-05", TRUE }, -1 },
    { { NULL, { "2026-10-24", "2026-10-26" } }, 2 },
    { { NULL, { "2027-03-27", "2027-03-29" } }, 2 },
    { { NULL, { "2026-12-31", "2027-01-01" } }, 1 },
    { { NULL, { "2026-12-31", "2026-12-31" } }, 0 },
    { { NULL, { "2026-12-31", "2026-12-01" } }, 0 },
    { { NULL, { "2026-12-01", "2026-12-20", "2026-12-09" } }, 8 },
    { { NULL, { "2026-12-01" } }, -1 },
    { { NULL, { NULL, "2026-12-01" } }, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = 99;

      g_assert_true (foothold_reply_days (&cases[i].record, &days) == (cases[i].days >= 0));
      g_assert_cmpint (days, ==, MAX (cases[i].days, 0));
    }
}

static void
assert_same (const FootholdReplyFigures *one, const FootholdReplyFigures *other)
{
  g_assert_cmpstr (one->key, ==, other->key);
  g_assert_cmpmem (one->reached, sizeof one->reached, other->reached, sizeof other->reached);
  g_assert_cmpuint (one->n_replies, ==, other->n_replies);
  g_assert_true (one->rate >= other->rate && one->rate <= other->rate);
  g_assert_true (one->median_days >= other->median_days && one->median_days <= other->median_days);
}

/* Whatever the records: the funnel never widens, the rate is one, groups add up, and the order makes no difference. */
static void
test_whatever (void)
{
  static const char *const keys[] = { "a", "b", "c", NULL };
  static const char *const dates[] = { NULL, "2026-09-01", "2026-09-30", "2026-10-26", "2028-02-29", "soon" };

  for (int round = 0; round < 300; round++)
    {
      const gsize n = (gsize) g_test_rand_int_range (0, 40);
      g_autofree FootholdReplyRecord *some = g_new0 (FootholdReplyRecord, n + 1);
      g_autoptr (GPtrArray) groups = NULL;
      g_autoptr (GPtrArray) again = NULL;
      FootholdReplyFigures all, shuffled;
      guint sum[FOOTHOLD_N_FUNNEL_STEPS] = { 0 };

      for (gsize i = 0; i < n; i++)
        {
          some[i].key = keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))];
          for (guint j = 0; j < FOOTHOLD_N_FUNNEL_STEPS; j++)
            some[i].reached_on[j] = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
        }
      foothold_reply_figures (some, n, &all);
      groups = foothold_reply_figures_by_key (some, n);
      for (guint i = 0; i < groups->len; i++)
        {
          const FootholdReplyFigures *figures = g_ptr_array_index (groups, i);

          g_assert_cmpuint (figures->reached[0], >, 0);
          g_assert_cmpuint (figures->n_replies, <=, figures->reached[FOOTHOLD_FUNNEL_ANSWERED]);
          g_assert_true (figures->rate >= 0 && figures->rate <= 1);
          g_assert_true (figures->median_days >= 0);
          for (guint j = 0; j < FOOTHOLD_N_FUNNEL_STEPS; j++)
            {
              sum[j] += figures->reached[j];
              g_assert_true (j == 0 || figures->reached[j] <= figures->reached[j - 1]);
            }
        }
      g_assert_cmpmem (sum, sizeof sum, all.reached, sizeof all.reached);

      for (gsize i = n; i > 1; i--)
        {
          const gsize at = (gsize) g_test_rand_int_range (0, (gint32) i);
          const FootholdReplyRecord other = some[at];

          some[at] = some[i - 1];
          some[i - 1] = other;
        }
      foothold_reply_figures (some, n, &shuffled);
      assert_same (&all, &shuffled);
      again = foothold_reply_figures_by_key (some, n);
      g_assert_cmpuint (again->len, ==, groups->len);
      for (guint i = 0; i < groups->len; i++)
        assert_same (g_ptr_array_index (groups, i), g_ptr_array_index (again, i));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-figures/all", test_all);
  g_test_add_func ("/reply-figures/by-key", test_by_key);
  g_test_add_func ("/reply-figures/days", test_days);
  g_test_add_func ("/reply-figures/whatever", test_whatever);

  return g_test_run ();
}
