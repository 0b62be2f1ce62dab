/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The goal of importing (9). Usage: bench-import FOLDER EXPORT.json: an export to import
 * into empty profiles that are made in the folder.
 */

#include "bench-data.h"
#include "exchange/foothold-import.h"
#include "foothold-bench.h"
#include "store/foothold-batch.h"
#include "store/foothold-id.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"
#include "store/foothold-schema.h"
#include "store/foothold-search.h"
#include "store/foothold-staging.h"

#define SLICE 500

typedef struct
{
  char *dir;
  GBytes *json;
  GPtrArray *dossiers; /* what @json holds, parsed */
  guint n_merged;
  gdouble read_ms, compared_ms, merged_ms;
} Bench;

static gdouble
merge_once (gpointer data)
{
  Bench *bench = data;
  g_autofree char *dir = g_build_filename (bench->dir, "bench-merge", NULL);
  g_autoptr (FootholdStaging) staging = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStore *store = foothold_bench_open_store (dir);
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autoptr (FootholdDb) reader = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, &error);
  const gdouble start = foothold_bench_now ();
  gdouble read, compared, took;

  g_assert_no_error (error);
  staging = foothold_staging_new (dir, &error);
  g_assert_no_error (error);
  if (!foothold_import_json (bench->json, "bench.json", foothold_staging_get_sink (staging), NULL, &error))
    g_error ("Cannot read the export: %s", error->message);
  read = foothold_bench_now ();
  foothold_staging_compare (staging, reader, &error);
  g_assert_no_error (error);
  compared = foothold_bench_now ();
  foothold_store_merge_async (store, staging, "bench", NULL, NULL, NULL, foothold_bench_take_result, &result);
  g_assert_cmpint (foothold_store_merge_finish (store, foothold_bench_wait (&result), &error), ==,
                   bench->dossiers->len);
  g_assert_no_error (error);
  took = foothold_bench_now () - start;
  bench->n_merged++;
  bench->read_ms += read - start;
  bench->compared_ms += compared - read;
  bench->merged_ms += start + took - compared;
  g_clear_pointer (&reader, foothold_db_close);
  foothold_bench_close_store (&store);
  foothold_bench_remove_folder (dir);

  return took;
}

typedef struct
{
  GPtrArray *dossiers;
  guint first;
  gint64 batch; /* that all of them carry, as imported rows do */
  GHashTable *organisations; /* name → id */
  GHashTable *persons; /* name → id */
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

/* The id of what has @name in an organisation or a person of the @slice, inserted by @sql where it is new. */
static gint64
named_id (FootholdDb *db, const Slice *slice, GHashTable *known, const char *sql, const char *name)
{
  gint64 id = known_id (known, name);
  g_autoptr (FootholdStmt) stmt = NULL;

  if (name == NULL || id != GINT64_UNKNOWN)
    return id;

  id = remember (known, name, foothold_id_next ());
  stmt = foothold_db_stmt (db, sql);
  foothold_stmt_bind_int (stmt, "batch", slice->batch);
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
insert_children (FootholdDb *db, GPtrArray *rows, gint64 opportunity, gint64 batch)
{
  g_autoptr (GPtrArray) own = foothold_dossier_adopt_rows (rows, opportunity, batch);

  for (guint i = 0; i < own->len; i++)
    {
      const FootholdRow *row = g_ptr_array_index (own, i);

      g_assert_true (foothold_row_insert (db, row, row->id != 0 ? row->id : foothold_id_next (), NULL));
    }
}

static gboolean
begin_batch (FootholdDb *db, gpointer data, GError **error)
{
  Slice *slice = data;

  slice->batch = foothold_batch_begin (db, "bench", NULL, error);
  return slice->batch != 0;
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
        named_id (db, slice, slice->organisations,
                  "INSERT INTO organisation (id, name, folded, batch) VALUES (:id, :name, :name, :batch)",
                  dossier->opportunity->organisation);
      ((FootholdOpportunityRow *) row)->supervisor_id =
        named_id (db, slice, slice->persons,
                  "INSERT INTO person (id, name, folded, batch) VALUES (:id, :name, :name, :batch)",
                  dossier->opportunity->supervisor);
      ((FootholdOpportunityRow *) row)->batch = slice->batch;
      if (!foothold_row_insert (db, row, row->id, error))
        return FALSE;
      insert_children (db, dossier->deliverables, row->id, slice->batch);
      insert_children (db, dossier->facts, row->id, slice->batch);
      insert_children (db, dossier->history, row->id, slice->batch);
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
  FootholdStore *store = foothold_bench_open_store (dir);
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  Slice slice = { .dossiers = bench->dossiers,
                  .organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                  .persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                  .skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  gdouble start, took;

  foothold_bench_close_store (&store);
  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  start = foothold_bench_now ();
  if (!foothold_db_write (db, begin_batch, &slice, &error))
    g_error ("Cannot insert: %s", error->message);
  foothold_search_begin_bulk (db, NULL);
  for (; slice.first < slice.dossiers->len; slice.first += SLICE)
    if (!foothold_db_write_untriggered (db, insert_slice, &slice, &error))
      g_error ("Cannot insert: %s", error->message);
  foothold_search_end_bulk (db, NULL);
  took = foothold_bench_now () - start;
  g_clear_pointer (&db, foothold_db_close);
  g_hash_table_unref (slice.organisations);
  g_hash_table_unref (slice.persons);
  g_hash_table_unref (slice.skills);
  foothold_bench_remove_folder (dir);

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
take_nest (gpointer user_data, FootholdNest *nest, GError **error)
{
  foothold_nest_free (nest);
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
  FootholdSink sink = { NULL, take_dossier, take_row, take_problem, NULL, take_nest, NULL };

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

  foothold_bench_init (&argc, &argv);
  if (argc != 3)
    {
      g_printerr ("usage: %s FOLDER EXPORT.json\n", argv[0]);
      return 2;
    }

  bench.dir = argv[1];
  read_export (&bench, argv[2]);
  foothold_bench_ratio (9, merge_once, insert_once, &bench);
  foothold_bench_count (9, "ms reading the file", (gint64) (bench.read_ms / bench.n_merged));
  foothold_bench_count (9, "ms comparing", (gint64) (bench.compared_ms / bench.n_merged));
  foothold_bench_count (9, "ms merging", (gint64) (bench.merged_ms / bench.n_merged));

  return 0;
}
