/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Waits until every opportunity of a profile is judged, as it is some seconds after the first start with one, so that
 * what is measured afterwards is the program at rest. Prints what one opportunity took.
 * Usage: bench-settle FOLDER
 */

#include "bench-data.h"
#include "foothold-bench.h"
#include "store/foothold-judgements.h"
#include "store/foothold-row-sql.h"

/* Apart enough for the sweep not to notice. */
#define LOOK_EVERY_MS 50

static gpointer
find_out (FootholdDb *db, gpointer data, GError **error)
{
  gint64 *n = g_new0 (gint64, 1);
  gboolean needs;

  if (foothold_judgements_need_sweep (db, &needs, error)
      && (needs || foothold_db_query_int (db, "SELECT count (*) FROM judgement", n, error)))
    {
      *n = needs ? -1 : *n;
      return n;
    }

  g_free (n);
  return NULL;
}

static gboolean
look_again_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* How many were judged; -1: some are not yet. */
static gint64
count_judged (FootholdStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = NULL;
  GTask *task = g_task_new (store, NULL, foothold_bench_take_result, &result);

  foothold_store_push_read (store, task, find_out, g_free);
  foothold_bench_wait (&result);
  n = g_task_propagate_pointer (G_TASK (result), &error);
  g_assert_no_error (error);
  return *n;
}

int
main (int argc, char *argv[])
{
  FootholdStore *store;
  gdouble start;
  gint64 n;

  foothold_bench_init (&argc, &argv);
  if (argc != 2)
    {
      g_printerr ("usage: %s FOLDER\n", argv[0]);
      return 2;
    }

  store = foothold_bench_open_store (argv[1]);
  start = foothold_bench_now ();
  while ((n = count_judged (store)) < 0)
    {
      gboolean look = FALSE;

      g_timeout_add (LOOK_EVERY_MS, look_again_cb, &look);
      while (!look)
        g_main_context_iteration (NULL, TRUE);
    }
  if (n > 0)
    g_print ("%" G_GINT64_FORMAT " judged, %.3f ms each\n", n, (foothold_bench_now () - start) / (gdouble) n);
  foothold_bench_close_store (&store);

  return 0;
}
