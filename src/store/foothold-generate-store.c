/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes what the generator makes: as an import does, with the triggers off and the
 * search index set for bulk, in slices that a person's writes get in between.
 */

#define G_LOG_DOMAIN "foothold-generate"

#include <string.h>

#include "sqlite/foothold-digest.h"
#include "store/foothold-changes.h"
#include "store/foothold-fold.h"
#include "store/foothold-generate.h"
#include "store/foothold-guard.h"
#include "store/foothold-id.h"
#include "store/foothold-judgements.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"
#include "store/foothold-store-private.h"

#define SLICE_ROWS 500
#define JOB_ROWS 5000 /* about half a second */
#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MS_PER_DAY (1440 * MS_PER_MINUTE)

typedef struct
{
  GHashTable *names; /* "table\nfolded name" → gint64 * */
  FootholdGenerator *generator;
  guint64 seed;
  guint64 n_slice;
  guint64 n_written;
} Writing;

/* Names get ids from what they say and the seed, so that these too are the same everywhere. */
static gint64
id_of_name (guint64 seed, const char *key)
{
  g_autofree char *digest = foothold_digest_of (key, strlen (key));
  gint64 random;

  digest[12] = '\0'; /* 48 bits are enough */
  random = (gint64) (g_ascii_strtoull (digest, NULL, 16) ^ (seed & 0xffff));

  /* In the years before the first opportunity: 2020 to mid-2025 in the bits that tell the time. */
  return (random % ((FOOTHOLD_GENERATE_FIRST_INSTANT - FOOTHOLD_ID_EPOCH_MS) - 400 * MS_PER_DAY) << 22)
         | (random & 0x3fffff) | 1;
}

static gboolean
find_name (FootholdDb *db, const FootholdRowType *type, const char *folded, gint64 *id, GError **error)
{
  const char *sql =
    type == &foothold_organisation_row_type ? "SELECT id FROM organisation WHERE folded = :folded ORDER BY id LIMIT 1"
    : type == &foothold_person_row_type     ? "SELECT id FROM person WHERE folded = :folded ORDER BY id LIMIT 1"
                                            : "SELECT id FROM skill WHERE folded = :folded";
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  *id = 0;
  foothold_stmt_bind_text (stmt, "folded", folded);
  if (foothold_stmt_next (stmt))
    *id = foothold_stmt_int (stmt, 0);
  return foothold_stmt_finish (stmt, error);
}

/* The row called @name, found or made; 0 on error. */
static gint64
resolve_name (Writing *self, FootholdDb *db, const FootholdRowType *type, const char *name, GError **error)
{
  g_autofree char *folded = foothold_fold_name (name);
  g_autofree char *key = g_strdup_printf ("%s\n%s", type->table, folded);
  gint64 *known = g_hash_table_lookup (self->names, key);
  gint64 id;

  if (known != NULL)
    return *known;
  if (!find_name (db, type, folded, &id, error))
    return 0;
  if (id == 0)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (type);

      id = id_of_name (self->seed, key);
      foothold_row_set_text (row, foothold_row_type_find (type, "name"), name);
      if (!foothold_row_insert (db, row, id, error))
        return 0;
    }

  g_hash_table_insert (self->names, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return id;
}

static gboolean
exists (FootholdDb *db, gint64 id, gboolean *is_there, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT 1 FROM opportunity WHERE id = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  *is_there = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

static gboolean
insert_skills (Writing *self, FootholdDb *db, const FootholdDossier *dossier, GError **error)
{
  for (guint i = 0; i < dossier->skills->len; i++)
    {
      const gint64 skill =
        resolve_name (self, db, &foothold_skill_row_type, g_ptr_array_index (dossier->skills, i), error);
      g_autoptr (FootholdStmt) stmt = NULL;

      if (skill == 0)
        return FALSE;
      stmt = foothold_db_stmt (db, "INSERT INTO opportunity_skill (id, opportunity, position, skill) VALUES (:id, "
                                   ":opportunity, :position, :skill)");
      foothold_stmt_bind_int (stmt, "id", foothold_generator_next_id (self->generator));
      foothold_stmt_bind_int (stmt, "opportunity", dossier->opportunity->row.id);
      foothold_stmt_bind_int (stmt, "position", i);
      foothold_stmt_bind_int (stmt, "skill", skill);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_children (FootholdDb *db, GPtrArray *rows, gint64 opportunity, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);
      const FootholdField *position = foothold_row_type_find (row->type, "position");

      foothold_row_set_int (row, foothold_row_type_find (row->type, "opportunity"), opportunity);
      if (position != NULL)
        foothold_row_set_int (row, position, i);
      if (!foothold_row_insert (db, row, row->id, error))
        return FALSE;
    }

  return TRUE;
}

/* How it came into its state, as if someone had moved it there. */
static gboolean
insert_history (Writing *self, FootholdDb *db, const FootholdOpportunityRow *opportunity, GError **error)
{
  g_autoptr (FootholdRow) row = NULL;
  FootholdHistoryRow *history;

  if (g_str_equal (opportunity->state, "spotted"))
    return TRUE;

  row = foothold_row_new (&foothold_history_row_type);
  history = (FootholdHistoryRow *) row;
  history->seq = 1;
  history->opportunity = opportunity->row.id;
  history->at = opportunity->created_at + 3 * 60 * MS_PER_MINUTE;
  history->actor = g_strdup ("me");
  history->from_state = g_strdup ("spotted");
  history->to_state = g_strdup (opportunity->state);
  return foothold_row_insert (db, row, foothold_generator_next_id (self->generator), error);
}

static gboolean
insert_dossier (Writing *self, FootholdDb *db, FootholdDossier *dossier, GError **error)
{
  FootholdOpportunityRow *row = dossier->opportunity;

  row->organisation_id = resolve_name (self, db, &foothold_organisation_row_type, row->organisation, error);
  if (row->organisation_id == 0)
    return FALSE;
  if (row->supervisor != NULL)
    {
      row->supervisor_id = resolve_name (self, db, &foothold_person_row_type, row->supervisor, error);
      if (row->supervisor_id == 0)
        return FALSE;
    }

  return foothold_row_insert (db, &row->row, row->row.id, error)
         && insert_children (db, dossier->deliverables, row->row.id, error)
         && insert_children (db, dossier->facts, row->row.id, error) && insert_skills (self, db, dossier, error)
         && insert_history (self, db, row, error);
}

static gboolean
write_slice (FootholdDb *db, gpointer data, GError **error)
{
  Writing *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint64 i = 0; i < self->n_slice; i++)
    {
      g_autoptr (FootholdDossier) dossier = foothold_generator_next (self->generator);
      const gint64 id = dossier->opportunity->row.id;
      gboolean is_there;

      if (!exists (db, id, &is_there, error))
        return FALSE;
      if (is_there)
        continue;
      if (!insert_dossier (self, db, dossier, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  if (ids->len > 0 && (!foothold_search_insert (db, ids, error) || !foothold_judgements_expect (db, error)))
    return FALSE;

  self->n_written += ids->len;
  return TRUE;
}

static gboolean
write_slices (Writing *self, FootholdDb *db, guint64 n_rows, GCancellable *cancellable, GError **error)
{
  for (guint64 done = 0; done < n_rows; done += self->n_slice)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->n_slice = MIN (SLICE_ROWS, n_rows - done);
      /* The triggers would index each row by itself, four times slower. */
      if (!foothold_db_write_untriggered (db, write_slice, self, error))
        return FALSE;
    }

  return TRUE;
}

gint64
foothold_generate (FootholdDb *db,
                   guint64 first,
                   guint64 n_rows,
                   guint64 seed,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (FootholdGenerator) generator = foothold_generator_new (seed);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writing writing = { .names = names, .generator = generator, .seed = seed };
  gboolean ok;

  foothold_generator_skip_to (generator, first);
  ok = foothold_search_begin_bulk (db, error) && write_slices (&writing, db, n_rows, cancellable, error);
  ok = foothold_search_end_bulk (db, ok ? error : NULL) && ok;

  return ok ? (gint64) writing.n_written : -1;
}

/* ---- Through the store ---- */

typedef struct
{
  guint64 n_rows;
  guint64 seed;
  guint64 done; /* as far as jobs have gone */
  guint64 n_job; /* rows of the job that is running */
  gint64 n_written;
  FootholdGenerateProgress progress;
  gpointer progress_data;
} StoreJob;

static void push_job (GTask *task);

/* Writer thread. */
static gpointer
run_job (FootholdDb *db, gpointer data, GError **error)
{
  StoreJob *job = g_task_get_task_data (data);
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_guard_before_write (db, NULL, error))
    return NULL;
  result->id = foothold_generate (db, job->done, job->n_job, job->seed, g_task_get_cancellable (data), error);
  if (result->id < 0)
    return NULL;

  result->changes = foothold_changes_new ();
  if (result->id > 0)
    foothold_changes_add_table (result->changes, NULL);
  foothold_write_result_finish_committed (result, db);
  return g_steal_pointer (&result);
}

static void
job_done_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  StoreJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const gint64 n = foothold_store_write_finish (self, res, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  job->n_written += n;
  job->done += job->n_job;
  if (job->progress != NULL)
    job->progress (job->done, job->n_rows, job->progress_data);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->done < job->n_rows)
    push_job (task);
  else
    {
      foothold_store_merge_index (self);
      g_task_return_int (task, (gssize) job->n_written);
    }
}

static void
push_job (GTask *task)
{
  StoreJob *job = g_task_get_task_data (task);
  GTask *write =
    g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), job_done_cb, g_object_ref (task));

  g_task_set_source_tag (write, push_job);
  job->n_job = MIN (JOB_ROWS, job->n_rows - job->done);
  foothold_store_push_write (g_task_get_source_object (task), write, FALSE, run_job, g_object_ref (task),
                             g_object_unref);
}

void
foothold_store_generate_async (FootholdStore *self,
                               guint64 n_rows,
                               guint64 seed,
                               FootholdGenerateProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  StoreJob *job = g_new0 (StoreJob, 1);

  g_return_if_fail (n_rows <= FOOTHOLD_GENERATE_MAX_ROWS);

  g_task_set_source_tag (task, foothold_store_generate_async);
  *job = (StoreJob) { .n_rows = n_rows, .seed = seed, .progress = progress, .progress_data = progress_data };
  g_task_set_task_data (task, job, g_free);
  if (n_rows == 0)
    g_task_return_int (task, 0);
  else
    push_job (task);
}

gint64
foothold_store_generate_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
