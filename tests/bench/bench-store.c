/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The goals that need no window: the set of hits (8), one durable change (11), a backup
 * while running (12) and the check at start (13). Usage: bench-store FOLDER [GOAL…]: a
 * profile with many rows.
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bench-data.h"
#include "foothold-bench.h"
#include "sqlite/foothold-seal.h"
#include "store/foothold-application-list.h"
#include "store/foothold-application-store.h"
#include "store/foothold-backups.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-schema.h"
#include "store/foothold-search.h"

#define N_QUERIES 40
#define N_CHANGES 25
/* Columns of ours, by their ids in every profile. */
#define SENT 2
#define TALKING 3

typedef struct
{
  char *dir;
  char *path;
  FootholdDb *db; /* read-only */
  FootholdStore *store;
  GArray *ids;
  GArray *applications; /* those that were sent and not answered */
  GPtrArray *queries;
  guint turn;
  guint n_checked;
  gdouble checked_ms;
} Bench;

/* Beginnings of words that the rows hold, from one letter on, as somebody types them. */
static GPtrArray *
collect_queries (Bench *bench)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_QUERIES; i++)
    g_array_append_val (some, g_array_index (bench->ids, gint64, (guint64) i * bench->ids->len / N_QUERIES));
  rows = foothold_opportunity_load_rows (bench->db, some, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdOpportunityRow *row = g_ptr_array_index (rows, i);
      g_auto (GStrv) words = g_strsplit (row->title, " ", -1);
      const char *word = words[i % g_strv_length (words)];
      const glong n_letters = MIN (1 + (glong) (i % 6), g_utf8_strlen (word, -1));

      g_ptr_array_add (queries, g_utf8_substring (word, 0, n_letters));
    }

  return g_steal_pointer (&queries);
}

static gdouble
hits_p95 (gpointer data)
{
  Bench *bench = data;
  gdouble times[N_QUERIES];

  for (guint i = 0; i < bench->queries->len; i++)
    {
      g_autoptr (FootholdQuery) query =
        foothold_query_new (g_ptr_array_index (bench->queries, i), FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);
      const gdouble start = foothold_bench_now ();
      g_autoptr (GArray) ids = foothold_opportunity_list_ids (bench->db, query, NULL);

      times[i] = foothold_bench_now () - start;
      g_assert_nonnull (ids);
    }

  return foothold_bench_quantile (times, bench->queries->len, 0.95);
}

static gdouble
scan_p50 (gpointer data)
{
  Bench *bench = data;
  gdouble times[N_QUERIES];

  for (guint i = 0; i < bench->queries->len; i++)
    {
      g_autofree char *match = g_strdup_printf ("%%%s%%", (char *) g_ptr_array_index (bench->queries, i));
      const gdouble start = foothold_bench_now ();
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (bench->db,
                          "SELECT o.id FROM opportunity AS o LEFT JOIN organisation AS g ON g.id = o.organisation_id"
                          " WHERE o.title LIKE :match OR g.name LIKE :match OR o.description LIKE :match"
                          " ORDER BY o.created_at DESC, o.id DESC");

      foothold_stmt_bind_text (stmt, "match", match);
      while (foothold_stmt_next (stmt))
        ;
      g_assert_true (foothold_stmt_finish (stmt, NULL));
      times[i] = foothold_bench_now () - start;
    }

  return foothold_bench_quantile (times, bench->queries->len, 0.5);
}

/* One person's change, from the call to the answer: undo recorded, synced, announced. */
static gdouble
change_p50 (gpointer data)
{
  Bench *bench = data;
  gdouble times[N_CHANGES];

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const FootholdAction action = (bench->turn + i) % 2 == 0 ? FOOTHOLD_ACTION_STAR : FOOTHOLD_ACTION_UNSTAR;
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GAsyncResult) result = NULL;
      const gdouble start = foothold_bench_now ();

      g_array_append_val (ids, g_array_index (bench->ids, gint64, (bench->turn + i) / 2));
      foothold_store_act_async (bench->store, action, ids, NULL, NULL, NULL, foothold_bench_take_result, &result);
      foothold_store_write_finish (bench->store, foothold_bench_wait (&result), NULL);
      times[i] = foothold_bench_now () - start;
    }
  bench->turn += N_CHANGES + 1;

  return foothold_bench_quantile (times, N_CHANGES, 0.5);
}

/* What SQLite itself takes for it, of the same file: one row changed, nothing recorded, no thread, no answer. */
static gdouble
bare_change_p50 (Bench *bench)
{
  g_autoptr (FootholdDb) db = foothold_db_open (bench->path, FOOTHOLD_DB_READ_WRITE, NULL);
  gdouble times[N_CHANGES];

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const gdouble start = foothold_bench_now ();

      g_assert_true (foothold_db_exec (db,
                                       "BEGIN IMMEDIATE;"
                                       "UPDATE opportunity SET starred = 1 - starred"
                                       " WHERE id = (SELECT max (id) FROM opportunity);"
                                       "COMMIT",
                                       NULL));
      times[i] = foothold_bench_now () - start;
    }

  return foothold_bench_quantile (times, N_CHANGES, 0.5);
}

/* One application to the column beside it and back, with its history. */
static gdouble
move_p50 (gpointer data)
{
  Bench *bench = data;
  gdouble times[N_CHANGES];

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const gint64 stage = (bench->turn + i) % 2 == 0 ? TALKING : SENT;
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      const gdouble start = foothold_bench_now ();

      g_array_append_val (ids, g_array_index (bench->applications, gint64, (bench->turn + i) / 2));
      foothold_applications_move_async (bench->store, ids, stage, FOOTHOLD_APPLICATION_TOP, NULL, NULL, NULL,
                                        foothold_bench_take_result, &result);
      foothold_store_write_finish (bench->store, foothold_bench_wait (&result), &error);
      g_assert_no_error (error);
      times[i] = foothold_bench_now () - start;
    }
  bench->turn += N_CHANGES + 1;

  return foothold_bench_quantile (times, N_CHANGES, 0.5);
}

/* In place, the cheapest there is: the file does not grow, so that only the bytes are synced. */
static gdouble
fsync_p50 (gpointer data)
{
  Bench *bench = data;
  g_autofree char *path = g_build_filename (bench->dir, "bench-fsync", NULL);
  const int fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  gdouble times[N_CHANGES];
  char page[4096];

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const gdouble start = foothold_bench_now ();

      memset (page, (int) i, sizeof page);
      g_assert_cmpint (pwrite (fd, page, sizeof page, 0), ==, sizeof page);
      g_assert_no_errno (fsync (fd));
      times[i] = foothold_bench_now () - start;
    }
  close (fd);
  g_unlink (path);

  return foothold_bench_quantile (times, N_CHANGES, 0.5);
}

static void
measure_moves (Bench *bench)
{
  g_autoptr (FootholdQuery) sent = foothold_query_new (NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);

  sent->application_order = FOOTHOLD_APPLICATION_ORDER_BOARD;
  sent->stage = SENT;
  bench->applications = foothold_application_list_ids (bench->db, sent, NULL);
  g_assert_nonnull (bench->applications);
  bench->turn = 0;
  foothold_bench_ratio (11.1, move_p50, fsync_p50, bench);
}

/* What a write waits for. The check that makes it a backup runs beside, and is timed by itself. */
static gdouble
backup_once (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  const gdouble start = foothold_bench_now ();
  g_autofree char *waiting = foothold_backups_copy (bench->db, bench->dir, "manual", NULL, &error);
  g_autofree char *path = NULL;
  gdouble took;

  g_assert_no_error (error);
  took = foothold_bench_now () - start;
  path = foothold_backups_keep (waiting, NULL, &error);
  g_assert_no_error (error);
  bench->n_checked++;
  bench->checked_ms += foothold_bench_now () - start - took;
  g_unlink (path);

  return took;
}

/* Of the backup, not of the live file: nothing but SQLite may open that (R6). */
static gdouble
copy_once (gpointer data)
{
  Bench *bench = data;
  g_autofree char *from = g_build_filename (bench->dir, "bench-source", NULL);
  g_autofree char *to = g_build_filename (bench->dir, "bench-copy", NULL);
  const int in = g_open (from, O_RDONLY | O_CLOEXEC, 0);
  const gdouble start = foothold_bench_now ();
  const int out = g_open (to, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  g_autofree char *buffer = g_malloc (1 << 20);
  gssize n;
  gdouble took;

  while ((n = read (in, buffer, 1 << 20)) > 0)
    g_assert_cmpint (write (out, buffer, (gsize) n), ==, n);
  g_assert_no_errno (fsync (out));
  took = foothold_bench_now () - start;
  close (in);
  close (out);
  g_unlink (to);

  return took;
}

static gdouble
seal_once (gpointer data)
{
  Bench *bench = data;
  FootholdSealVerdict verdict;
  g_autoptr (GError) error = NULL;
  const gdouble start = foothold_bench_now ();
  FootholdSeal *seal = foothold_seal_open (bench->path);
  gdouble took;

  foothold_seal_check (seal, &verdict, NULL, &error);
  g_assert_no_error (error);
  took = foothold_bench_now () - start;
  if (verdict != FOOTHOLD_SEAL_INTACT)
    g_error ("The file is not sealed");
  foothold_seal_close (seal, TRUE, TRUE);

  return took;
}

static gdouble
quick_check_once (gpointer data)
{
  Bench *bench = data;
  g_autoptr (FootholdDb) db = foothold_db_open (bench->path, FOOTHOLD_DB_READ_ONLY, NULL);
  const gdouble start = foothold_bench_now ();

  g_assert_true (foothold_db_exec (db, "PRAGMA quick_check", NULL));

  return foothold_bench_now () - start;
}

/* Goals that are not asked for cost no time. */
static gboolean
is_wanted (const char *goal, char *const goals[])
{
  return goals[0] == NULL || g_strv_contains ((const char *const *) goals, goal);
}

static void
measure_backup (Bench *bench)
{
  g_autofree char *source = g_build_filename (bench->dir, "bench-source", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *backup = NULL;

  foothold_store_backup_async (bench->store, NULL, foothold_bench_take_result, &result);
  backup = foothold_store_backup_finish (bench->store, foothold_bench_wait (&result), NULL);
  g_assert_no_errno (g_rename (backup, source));
  foothold_bench_ratio (12, backup_once, copy_once, bench);
  foothold_bench_count (12, "ms for the check beside it", (gint64) (bench->checked_ms / bench->n_checked));
  g_unlink (source);
}

static void
measure_profile (Bench *bench, char *const goals[])
{
  g_autoptr (FootholdQuery) everything = foothold_query_new (NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

  bench->store = foothold_bench_open_store (bench->dir);
  bench->db = foothold_db_open (bench->path, FOOTHOLD_DB_READ_ONLY, NULL);
  bench->ids = foothold_opportunity_list_ids (bench->db, everything, NULL);
  if (is_wanted ("8", goals))
    {
      bench->queries = collect_queries (bench);
      foothold_bench_ratio (8, hits_p95, scan_p50, bench);
    }
  if (is_wanted ("11", goals))
    foothold_bench_ratio (11, change_p50, fsync_p50, bench);
  if (is_wanted ("11.1", goals))
    measure_moves (bench);
  if (is_wanted ("12", goals))
    measure_backup (bench);
  g_clear_pointer (&bench->db, foothold_db_close);
  foothold_bench_close_store (&bench->store);
  if (is_wanted ("11", goals))
    foothold_bench_count (11, "microseconds of a bare UPDATE by SQLite, synced as ours",
                          (gint64) (1000 * bare_change_p50 (bench)));
}

int
main (int argc, char *argv[])
{
  Bench bench = { NULL };
  char *const *goals;

  foothold_bench_init (&argc, &argv);
  if (argc < 2)
    {
      g_printerr ("usage: %s FOLDER [GOAL…]\n", argv[0]);
      return 2;
    }

  bench.dir = argv[1];
  bench.path = foothold_schema_get_path (bench.dir);
  goals = argv + 2;
  if (is_wanted ("13", goals))
    {
      /* As a clean close leaves it. */
      foothold_seal_close (foothold_seal_open (bench.path), TRUE, TRUE);
      foothold_bench_ratio (13, seal_once, quick_check_once, &bench);
    }
  if (is_wanted ("8", goals) || is_wanted ("11", goals) || is_wanted ("11.1", goals) || is_wanted ("12", goals))
    measure_profile (&bench, goals);

  return 0;
}
