/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes what the generator makes: as an import does, with the triggers off and the
 * search index set for bulk, in slices that a person's writes get in between.
 */

#define G_LOG_DOMAIN "foothold-generate"

#include <string.h>

#include "sqlite/foothold-digest.h"
#include "store/foothold-application-move.h"
#include "store/foothold-changes.h"
#include "store/foothold-fold.h"
#include "store/foothold-generate-private.h"
#include "store/foothold-generate-tracker.h"
#include "store/foothold-guard.h"
#include "store/foothold-judgements.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"
#include "store/foothold-stage-store.h"
#include "store/foothold-store-private.h"

#define SLICE_ROWS 500
#define JOB_ROWS 5000 /* about half a second */

typedef struct
{
  GHashTable *names; /* "table\nfolded name" → gint64 * */
  FootholdGenerator *generator;
  guint64 seed;
  guint64 n_seen; /* before this slice */
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
  return (random % ((FOOTHOLD_GENERATE_FIRST_INSTANT - FOOTHOLD_ID_EPOCH_MS) - 400 * FOOTHOLD_GENERATE_DAY_MS) << 22)
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

#define FIND_OPPORTUNITY "SELECT 1 FROM opportunity WHERE id = :id"
#define FIND_APPLICATION "SELECT 1 FROM application WHERE id = :id"

static gboolean
exists (FootholdDb *db, const char *find_sql, gint64 id, gboolean *is_there, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, find_sql);

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
  history->at = opportunity->created_at + 3 * 60 * FOOTHOLD_GENERATE_MINUTE_MS;
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

      if (!exists (db, FIND_OPPORTUNITY, id, &is_there, error))
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

/* ---- Applications ---- */

static gboolean
insert_person (Writing *self, FootholdDb *db, FootholdGeneratedApplication *made, GError **error)
{
  gint64 person;

  if (made->person == NULL)
    return TRUE;

  person = resolve_name (self, db, &foothold_person_row_type, made->person, error);
  if (person == 0)
    return FALSE;
  made->link->person = person;
  if (!foothold_row_insert (db, &made->link->row, made->link->row.id, error))
    return FALSE;
  if (made->conversation == NULL)
    return TRUE;
  made->conversation->person = person;
  return foothold_row_insert (db, &made->conversation->row, made->conversation->row.id, error);
}

static gboolean
mark_applying (FootholdDb *db, const FootholdGeneratedApplication *made, GError **error)
{
  const FootholdApplicationRow *row = (const FootholdApplicationRow *) made->application->row;
  g_autoptr (FootholdStmt) step = foothold_db_stmt (
    db, "INSERT INTO opportunity_history (id, seq, opportunity, at, actor, from_state, to_state)"
        " SELECT :id, 1 + coalesce ((SELECT max (seq) FROM opportunity_history WHERE opportunity = o.id), 0), o.id,"
        " :at, 'me', o.state, 'applying' FROM opportunity AS o WHERE o.id = :opportunity AND o.state <> 'applying'");
  g_autoptr (FootholdStmt) state = foothold_db_stmt (db, "UPDATE opportunity SET rev = rev + 1, state = 'applying' "
                                                         "WHERE id = :id AND state <> 'applying'");

  foothold_stmt_bind_int (step, "id", made->step_id);
  foothold_stmt_bind_int (step, "at", row->created_at);
  foothold_stmt_bind_int (step, "opportunity", row->opportunity);
  foothold_stmt_bind_int (state, "id", row->opportunity);
  return foothold_stmt_exec (step, error) && foothold_stmt_exec (state, error);
}

static gboolean
insert_application (Writing *self,
                    FootholdDb *db,
                    const FootholdStageSet *stages,
                    FootholdGeneratedApplication *made,
                    guint64 n,
                    GError **error)
{
  FootholdApplicationRow *row = (FootholdApplicationRow *) made->application->row;

  row->stage = foothold_stage_set_place (stages, 0, row->state);
  /* the newest on top */
  row->position = -(gint64) n * FOOTHOLD_APPLICATION_STEP;
  return foothold_nest_insert (db, made->application, FALSE, error)
         && (made->engagement == NULL || foothold_nest_insert (db, made->engagement, FALSE, error))
         && insert_person (self, db, made, error) && mark_applying (db, made, error);
}

static gboolean
write_applications (FootholdDb *db, gpointer data, GError **error)
{
  Writing *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FootholdStageSet) stages = foothold_stage_set_load (db, error);

  if (stages == NULL)
    return FALSE;
  for (guint64 i = 0; i < self->n_slice; i++)
    {
      g_autoptr (FootholdDossier) dossier = foothold_generator_next (self->generator);
      g_autoptr (FootholdGeneratedApplication) made = foothold_generator_apply (self->generator, dossier);
      gboolean has_opportunity, is_there;

      if (!exists (db, FIND_OPPORTUNITY, dossier->opportunity->row.id, &has_opportunity, error)
          || !exists (db, FIND_APPLICATION, made->application->row->id, &is_there, error))
        return FALSE;
      if (!has_opportunity || is_there)
        continue;
      if (!insert_application (self, db, stages, made, self->n_seen + i, error))
        return FALSE;
      g_array_append_val (ids, made->application->row->id);
    }
  if (ids->len > 0 && !foothold_search_insert_applications (db, ids, error))
    return FALSE;

  self->n_written += ids->len;
  return TRUE;
}

/* ---- Slices ---- */

static gint64
generate (FootholdDb *db,
          FootholdDbWriteFunc write_some,
          guint64 first,
          guint64 n_rows,
          guint64 seed,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (FootholdGenerator) generator = foothold_generator_new (seed);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writing writing = { .names = names, .generator = generator, .seed = seed, .n_seen = first };
  gboolean ok = foothold_search_begin_bulk (db, error);

  foothold_generator_skip_to (generator, first);
  for (guint64 done = 0; ok && done < n_rows; done += writing.n_slice, writing.n_seen += writing.n_slice)
    {
      writing.n_slice = MIN (SLICE_ROWS, n_rows - done);
      /* The triggers would index each row by itself, four times slower. */
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error)
           && foothold_db_write_untriggered (db, write_some, &writing, error);
    }
  ok = foothold_search_end_bulk (db, ok ? error : NULL) && ok;

  return ok ? (gint64) writing.n_written : -1;
}

gint64
foothold_generate (FootholdDb *db,
                   guint64 first,
                   guint64 n_rows,
                   guint64 seed,
                   GCancellable *cancellable,
                   GError **error)
{
  return generate (db, write_slice, first, n_rows, seed, cancellable, error);
}

gint64
foothold_generate_applications (FootholdDb *db,
                                guint64 first,
                                guint64 n_rows,
                                guint64 seed,
                                GCancellable *cancellable,
                                GError **error)
{
  return generate (db, write_applications, first, n_rows, seed, cancellable, error);
}

/* ---- Through the store ---- */

typedef gint64 (*GenerateFunc) (FootholdDb *db,
                                guint64 first,
                                guint64 n_rows,
                                guint64 seed,
                                GCancellable *cancellable,
                                GError **error);

typedef struct
{
  GenerateFunc generate;
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
  result->id = job->generate (db, job->done, job->n_job, job->seed, g_task_get_cancellable (data), error);
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

static void
start (FootholdStore *self,
       GenerateFunc func,
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

  *job = (StoreJob) {
    .generate = func, .n_rows = n_rows, .seed = seed, .progress = progress, .progress_data = progress_data
  };
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, g_free);
  if (n_rows == 0)
    g_task_return_int (task, 0);
  else
    push_job (task);
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
  g_return_if_fail (n_rows <= FOOTHOLD_GENERATE_MAX_ROWS);

  start (self, foothold_generate, n_rows, seed, progress, progress_data, cancellable, callback, user_data);
}

void
foothold_store_generate_applications_async (FootholdStore *self,
                                            guint64 n_rows,
                                            guint64 seed,
                                            FootholdGenerateProgress progress,
                                            gpointer progress_data,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_return_if_fail (n_rows <= FOOTHOLD_GENERATE_MAX_ROWS);

  start (self, foothold_generate_applications, n_rows, seed, progress, progress_data, cancellable, callback, user_data);
}

gint64
foothold_store_generate_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
