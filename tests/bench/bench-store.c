/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The goals that need no window: the set of hits (8), import (9), one durable
 * change (11), a backup while running (12) and the check at start (13).
 * Usage: bench-store FOLDER EXPORT.json: a profile with many rows, and an export
 * to import into empty ones.
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "exchange/foothold-import.h"
#include "foothold-bench.h"
#include "sqlite/foothold-seal.h"
#include "store/foothold-backups.h"
#include "store/foothold-id.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-schema.h"
#include "store/foothold-search.h"
#include "store/foothold-staging.h"

#define N_QUERIES 40
#define N_CHANGES 25
#define SLICE 500

typedef struct
{
  char *dir;
  char *path;
  FootholdDb *db; /* read-only */
  FootholdStore *store;
  GArray *ids;
  GPtrArray *queries;
  GBytes *json;
  GPtrArray *dossiers; /* what @json holds, parsed */
  guint turn;
  guint n_checked;
  gdouble checked_ms;
} Bench;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static FootholdStore *
open_store (const char *dir)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStore *store;

  foothold_store_open_async (dir, NULL, result_cb, &result);
  store = foothold_store_open_finish (wait_for (&result), &error);
  if (store == NULL)
    g_error ("Cannot open the store: %s", error->message);

  return store;
}

static void
close_store (FootholdStore **store)
{
  foothold_store_close (*store);
  g_clear_object (store);
}

static void
remove_folder (const char *dir)
{
  const char *argv[] = { "rm", "-rf", dir, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

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
      foothold_store_act_async (bench->store, action, ids, NULL, NULL, NULL, result_cb, &result);
      foothold_store_write_finish (bench->store, wait_for (&result), NULL);
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

static gdouble
merge_once (gpointer data)
{
  Bench *bench = data;
  g_autofree char *dir = g_build_filename (bench->dir, "bench-merge", NULL);
  g_autoptr (FootholdStaging) staging = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStore *store = open_store (dir);
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autoptr (FootholdDb) reader = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, &error);
  const gdouble start = foothold_bench_now ();
  gdouble took;

  g_assert_no_error (error);
  staging = foothold_staging_new (dir, &error);
  g_assert_no_error (error);
  if (!foothold_import_json (bench->json, "bench.json", foothold_staging_get_sink (staging), NULL, &error))
    g_error ("Cannot read the export: %s", error->message);
  foothold_staging_compare (staging, reader, &error);
  g_assert_no_error (error);
  foothold_store_merge_async (store, staging, "bench", NULL, NULL, NULL, result_cb, &result);
  g_assert_cmpint (foothold_store_merge_finish (store, wait_for (&result), &error), ==, bench->dossiers->len);
  g_assert_no_error (error);
  took = foothold_bench_now () - start;
  g_clear_pointer (&reader, foothold_db_close);
  close_store (&store);
  remove_folder (dir);

  return took;
}

typedef struct
{
  GPtrArray *dossiers;
  guint first;
  GHashTable *organisations; /* name → id */
  GHashTable *skills; /* name → id */
} Slice;

static gint64
known_id (GHashTable *known, const char *name)
{
  const gint64 *id = name != NULL ? g_hash_table_lookup (known, name) : NULL;

  return id != NULL ? *id : GINT64_UNKNOWN;
}

static gint64
remember (GHashTable *known, const char *name, gint64 id)
{
  g_hash_table_insert (known, g_strdup (name), g_memdup2 (&id, sizeof id));
  return id;
}

static gint64
organisation_id (FootholdDb *db, Slice *slice, const char *name)
{
  gint64 id = known_id (slice->organisations, name);
  g_autoptr (FootholdStmt) stmt = NULL;

  if (name == NULL || id != GINT64_UNKNOWN)
    return id;

  id = remember (slice->organisations, name, foothold_id_next ());
  stmt = foothold_db_stmt (db, "INSERT INTO organisation (id, name, folded) VALUES (:id, :name, :name)");
  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_text (stmt, "name", name);
  g_assert_true (foothold_stmt_exec (stmt, NULL));
  return id;
}

static gint64
skill_id (FootholdDb *db, Slice *slice, const char *name)
{
  gint64 id = known_id (slice->skills, name);
  g_autoptr (FootholdStmt) stmt = NULL;

  if (id != GINT64_UNKNOWN)
    return id;

  id = remember (slice->skills, name, foothold_id_next ());
  stmt = foothold_db_stmt (db, "INSERT INTO skill (id, name, folded) VALUES (:id, :name, :name)");
  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_text (stmt, "name", name);
  g_assert_true (foothold_stmt_exec (stmt, NULL));
  return id;
}

static void
insert_children (FootholdDb *db, GPtrArray *rows, gint64 opportunity)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_copy (g_ptr_array_index (rows, i));

      foothold_row_set_int (row, foothold_row_type_find (row->type, "opportunity"), opportunity);
      g_assert_true (foothold_row_insert (db, row, row->id != 0 ? row->id : foothold_id_next (), NULL));
    }
}

static gboolean
insert_slice (FootholdDb *db, gpointer data, GError **error)
{
  Slice *slice = data;
  const guint end = MIN (slice->first + SLICE, slice->dossiers->len);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = slice->first; i < end; i++)
    {
      const FootholdDossier *dossier = g_ptr_array_index (slice->dossiers, i);
      g_autoptr (FootholdRow) row = foothold_row_copy (dossier->opportunity);

      ((FootholdOpportunityRow *) row)->organisation_id =
        organisation_id (db, slice, dossier->opportunity->organisation);
      ((FootholdOpportunityRow *) row)->supervisor_id = GINT64_UNKNOWN;
      ((FootholdOpportunityRow *) row)->batch = GINT64_UNKNOWN;
      if (!foothold_row_insert (db, row, row->id, error))
        return FALSE;
      insert_children (db, dossier->deliverables, row->id);
      insert_children (db, dossier->facts, row->id);
      insert_children (db, dossier->history, row->id);
      for (guint k = 0; k < dossier->skills->len; k++)
        {
          g_autoptr (FootholdStmt) stmt =
            foothold_db_stmt (db, "INSERT INTO opportunity_skill (id, opportunity, position, skill)"
                                  " VALUES (:id, :opportunity, :position, :skill)");

          foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
          foothold_stmt_bind_int (stmt, "opportunity", row->id);
          foothold_stmt_bind_int (stmt, "position", k);
          foothold_stmt_bind_int (stmt, "skill", skill_id (db, slice, g_ptr_array_index (dossier->skills, k)));
          g_assert_true (foothold_stmt_exec (stmt, NULL));
        }
      g_array_append_val (ids, row->id);
    }

  return foothold_search_insert (db, ids, error);
}

/* The same rows, already parsed, into the same tables and indexes, and nothing else around it. */
static gdouble
insert_once (gpointer data)
{
  Bench *bench = data;
  g_autofree char *dir = g_build_filename (bench->dir, "bench-insert", NULL);
  FootholdStore *store = open_store (dir);
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  Slice slice = { bench->dossiers, 0, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  gdouble start, took;

  close_store (&store);
  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  start = foothold_bench_now ();
  foothold_db_set_triggers (db, FALSE, NULL);
  foothold_search_begin_bulk (db, NULL);
  for (; slice.first < slice.dossiers->len; slice.first += SLICE)
    if (!foothold_db_write (db, insert_slice, &slice, &error))
      g_error ("Cannot insert: %s", error->message);
  foothold_search_end_bulk (db, NULL);
  took = foothold_bench_now () - start;
  g_clear_pointer (&db, foothold_db_close);
  g_hash_table_unref (slice.organisations);
  g_hash_table_unref (slice.skills);
  remove_folder (dir);

  return took;
}

static gboolean
take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  g_ptr_array_add (user_data, dossier);
  return TRUE;
}

static gboolean
take_row (gpointer user_data, FootholdRow *row, GError **error)
{
  foothold_row_unref (row);
  return TRUE;
}

static gboolean
take_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", where, reason);
  return FALSE;
}

static void
read_export (Bench *bench, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  FootholdSink sink = { NULL, take_dossier, take_row, take_problem, NULL };

  g_assert_no_error (error);
  bench->json = g_mapped_file_get_bytes (file);
  bench->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);
  sink.user_data = bench->dossiers;
  if (!foothold_import_json (bench->json, "bench.json", &sink, NULL, &error))
    g_error ("Cannot read the export: %s", error->message);
}

int
main (int argc, char *argv[])
{
  Bench bench = { NULL };
  g_autoptr (FootholdQuery) everything = foothold_query_new (NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_autofree char *source = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *backup = NULL;

  foothold_bench_init (&argc, &argv);
  if (argc != 3)
    {
      g_printerr ("usage: %s FOLDER EXPORT.json\n", argv[0]);
      return 2;
    }

  bench.dir = argv[1];
  bench.path = foothold_schema_get_path (bench.dir);
  /* As a clean close leaves it. */
  foothold_seal_close (foothold_seal_open (bench.path), TRUE, TRUE);
  foothold_bench_ratio (13, seal_once, quick_check_once, &bench);

  bench.store = open_store (bench.dir);
  bench.db = foothold_db_open (bench.path, FOOTHOLD_DB_READ_ONLY, NULL);
  bench.ids = foothold_opportunity_list_ids (bench.db, everything, NULL);
  bench.queries = collect_queries (&bench);
  foothold_bench_ratio (8, hits_p95, scan_p50, &bench);
  foothold_bench_ratio (11, change_p50, fsync_p50, &bench);

  foothold_store_backup_async (bench.store, NULL, result_cb, &result);
  backup = foothold_store_backup_finish (bench.store, wait_for (&result), NULL);
  source = g_build_filename (bench.dir, "bench-source", NULL);
  g_assert_no_errno (g_rename (backup, source));
  foothold_bench_ratio (12, backup_once, copy_once, &bench);
  foothold_bench_count (12, "ms for the check beside it", (gint64) (bench.checked_ms / bench.n_checked));
  g_unlink (source);
  g_clear_pointer (&bench.db, foothold_db_close);
  close_store (&bench.store);
  foothold_bench_count (11, "microseconds of a bare UPDATE by SQLite, synced as ours",
                        (gint64) (1000 * bare_change_p50 (&bench)));

  read_export (&bench, argv[2]);
  foothold_bench_ratio (9, merge_once, insert_once, &bench);

  return 0;
}
