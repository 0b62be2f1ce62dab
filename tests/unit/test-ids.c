// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/foothold-ids.h"

/* Sets of ids against a table of marks that holds the same. */

#define MOST 400

typedef struct
{
  gboolean in[MOST];
  GArray *ids;
} Set;

/* Every id is @step times its place, from @first on: dense sets, thin ones, and ones below zero. */
static gint64
id_of (guint at, gint64 first, gint64 step)
{
  return first + (gint64) at * step;
}

static void
make (Set *set, gint64 first, gint64 step, guint percent)
{
  set->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < MOST; i++)
    {
      const gint64 id = id_of (i, first, step);

      set->in[i] = (guint) g_test_rand_int_range (0, 100) < percent;
      if (set->in[i])
        g_array_append_val (set->ids, id);
    }
}

static void
assert_ids (GArray *ids, const gboolean *expected, gint64 first, gint64 step)
{
  guint n = 0;

  for (guint i = 0; i < MOST; i++)
    if (expected[i])
      {
        g_assert_cmpuint (n, <, ids->len);
        g_assert_cmpint (g_array_index (ids, gint64, n), ==, id_of (i, first, step));
        n++;
      }
  g_assert_cmpuint (n, ==, ids->len);
}

static void
assert_kept (const Set *a, const Set *b, gint64 first, gint64 step)
{
  g_autoptr (GArray) backwards = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kept = NULL;
  gboolean both[MOST];

  /* in whatever order they stand */
  for (guint i = a->ids->len; i-- > 0;)
    g_array_append_val (backwards, g_array_index (a->ids, gint64, i));
  kept = foothold_ids_keep (backwards, b->ids);
  for (guint i = 0; i < kept->len / 2; i++)
    {
      const gint64 id = g_array_index (kept, gint64, i);

      g_array_index (kept, gint64, i) = g_array_index (kept, gint64, kept->len - 1 - i);
      g_array_index (kept, gint64, kept->len - 1 - i) = id;
    }
  for (guint i = 0; i < MOST; i++)
    both[i] = a->in[i] && b->in[i];
  assert_ids (kept, both, first, step);
}

static void
test_sets (void)
{
  static const gint64 firsts[] = { 1, -200, G_MAXINT64 / 2, G_MININT64 };
  static const gint64 steps[] = { 1, 3, 5000, G_MAXINT64 / 1000 };
  static const guint percents[] = { 0, 3, 50, 100 };

  for (guint round = 0; round < G_N_ELEMENTS (firsts) * G_N_ELEMENTS (steps) * 16; round++)
    {
      const gint64 first = firsts[round % 4], step = steps[round / 4 % 4];
      Set a, b;

      make (&a, first, step, percents[round / 16 % 4]);
      make (&b, first, step, percents[round / 64 % 4]);
      {
        g_autoptr (GArray) both = foothold_ids_intersect (a.ids, b.ids);
        g_autoptr (GArray) any = foothold_ids_unite (a.ids, b.ids);
        g_autoptr (GArray) first_alone = foothold_ids_without (a.ids, b.ids);
        gboolean expected[MOST];

        for (guint i = 0; i < MOST; i++)
          expected[i] = a.in[i] && b.in[i];
        assert_ids (both, expected, first, step);
        for (guint i = 0; i < MOST; i++)
          expected[i] = a.in[i] || b.in[i];
        assert_ids (any, expected, first, step);
        for (guint i = 0; i < MOST; i++)
          expected[i] = a.in[i] && !b.in[i];
        assert_ids (first_alone, expected, first, step);
      }
      assert_kept (&a, &b, first, step);
      g_array_unref (a.ids);
      g_array_unref (b.ids);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ids/sets", test_sets);
  return g_test_run ();
}
