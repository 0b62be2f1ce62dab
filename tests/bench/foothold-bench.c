/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foothold-bench.h"

#include <time.h>

static int n_rounds = 9;

static gdouble
read_clock (clockid_t which)
{
  struct timespec now;

  clock_gettime (which, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

gdouble
foothold_bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

gdouble
foothold_bench_spent (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static int
compare_figures (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const gdouble left = *(const gdouble *) a;
  const gdouble right = *(const gdouble *) b;

  return (left > right) - (left < right);
}

gdouble
foothold_bench_quantile (gdouble *figures, guint n, gdouble fraction)
{
  g_return_val_if_fail (n > 0, 0);

  g_sort_array (figures, n, sizeof *figures, compare_figures, NULL);
  return figures[MIN (n - 1, (guint) (fraction * n))];
}

void
foothold_bench_init (int *argc, char **argv[])
{
  const GOptionEntry entries[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each side is measured", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_error ("%s", error->message);
}

void
foothold_bench_ratio (gdouble goal, FootholdBenchSide a, FootholdBenchSide b, gpointer data)
{
  a (data);
  b (data);
  for (int i = 0; i < n_rounds; i++)
    {
      const gdouble left = a (data);
      const gdouble right = b (data);

      g_print ("pair %g %.6g %.6g\n", goal, left, right);
    }
}

void
foothold_bench_pairs (gdouble goal, FootholdBenchPair pair, gpointer data)
{
  gdouble left, right;

  pair (data, &left, &right);
  for (int i = 0; i < n_rounds; i++)
    {
      pair (data, &left, &right);
      g_print ("pair %g %.6g %.6g\n", goal, left, right);
    }
}

void
foothold_bench_single (gdouble goal, FootholdBenchSide side, gpointer data)
{
  side (data);
  for (int i = 0; i < n_rounds; i++)
    g_print ("pair %g %.6g\n", goal, side (data));
}

void
foothold_bench_count (gdouble goal, const char *name, gdouble count)
{
  g_print ("count %g %s %.6g\n", goal, name, count);
}

GtkWidget *
foothold_bench_find_widget (GtkWidget *from, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type))
    return from;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = foothold_bench_find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
