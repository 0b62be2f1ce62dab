/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include <glib/gi18n-lib.h>

#include "store/foothold-guard.h"
#include "store/foothold-merge.h"
#include "store/foothold-search.h"
#include "store/foothold-store-private.h"

/*
 * An import, driven from the main thread: each slice is a job of its own, so that
 * what a person does meanwhile is written between two of them. Undo and redo wait.
 */

/* A page or two are undone soon enough; more are worth a backup of their own. */
#define BACKUP_FROM 10

typedef struct
{
  FootholdStaging *staging;
  char *source_name;
  FootholdMerge *merge; /* NULL until it is known what is still new */
  FootholdProgressFunc progress;
  gpointer progress_data;
} MergeData;

static void
merge_data_free (gpointer data)
{
  MergeData *self = data;

  foothold_staging_unref (self->staging);
  g_free (self->source_name);
  g_clear_pointer (&self->merge, foothold_merge_unref);
  g_free (self);
}

static void push_slice (FootholdStore *self, GTask *task);

static void
merge_unref (gpointer data)
{
  foothold_merge_unref (data);
}

/* Runs @func as a job of the import; @task: (transfer full): goes on to @callback. */
static void
push_job (FootholdStore *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy, GAsyncReadyCallback callback)
{
  MergeData *data = g_task_get_task_data (task);
  GTask *job = g_task_new (self, g_task_get_cancellable (task), callback, task);

  g_task_set_source_tag (job, push_job);
  g_task_set_check_cancellable (job, FALSE);
  g_task_set_task_data (job, foothold_merge_ref (data->merge), merge_unref);
  foothold_store_push_job (self, job, func, destroy);
}

/* Step of the index's merging that the import put off: in the background, one at a time. */
static gboolean
merge_index_func (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_search_merge_step (db, data, error);
}

static gpointer
merge_index (FootholdDb *db, gpointer data, GError **error)
{
  gboolean more = FALSE;

  return foothold_db_write (db, merge_index_func, &more, error) ? GINT_TO_POINTER (more) : NULL;
}

static void
index_merged_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_pointer (G_TASK (res), &error))
    {
      /* searches are right all the same; the index merges itself with later writes */
      if (error != NULL)
        g_debug ("the search index is merged later: %s", error->message);
      return;
    }

  foothold_store_merge_index (self);
}

void
foothold_store_merge_index (FootholdStore *self)
{
  GTask *job = g_task_new (self, NULL, index_merged_cb, NULL);

  g_task_set_source_tag (job, index_merged_cb);
  foothold_store_push_job (self, job, merge_index, NULL);
}

static gpointer
abort_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_merge_abort (data, db, error))
    return NULL;

  foothold_write_result_finish_committed (result, db);
  return g_steal_pointer (&result);
}

typedef struct
{
  GTask *task;
  GError *error;
} Failure;

static void
aborted_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autofree Failure *failure = user_data;
  g_autoptr (GTask) task = failure->task;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdWriteResult) result = g_task_propagate_pointer (G_TASK (res), &error);

  /* its rows are hidden; where they cannot be marked now, the next start does it */
  if (result == NULL)
    g_debug ("an unfinished import is cleared at the next start: %s", error->message);
  else
    foothold_store_take_result (self, result);
  foothold_store_set_busy (self, FALSE);
  g_task_return_error (task, failure->error);
}

/* @task: (transfer full), @error: (transfer full) */
static void
fail (FootholdStore *self, GTask *task, GError *error)
{
  MergeData *data = g_task_get_task_data (task);
  Failure *failure = g_new0 (Failure, 1);
  GTask *job = g_task_new (self, NULL, aborted_cb, failure);

  failure->task = task;
  failure->error = error;
  g_task_set_source_tag (job, fail);
  g_task_set_task_data (job, foothold_merge_ref (data->merge), merge_unref);
  foothold_store_push_job (self, job, abort_job, foothold_write_result_free);
}

static gpointer
end_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_merge_end (data, db, error))
    return NULL;

  foothold_write_result_finish_committed (result, db);
  result->id = foothold_merge_get_n_done (data);
  result->changes = foothold_changes_new ();
  foothold_changes_add_table (result->changes, NULL);
  return g_steal_pointer (&result);
}

static void
ended_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  MergeData *data = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FootholdWriteResult) result = g_task_propagate_pointer (G_TASK (res), &error);

  if (result == NULL)
    {
      fail (self, g_steal_pointer (&task), error);
      return;
    }

  if (data->progress != NULL)
    data->progress (1, data->progress_data);
  foothold_store_set_busy (self, FALSE);
  foothold_store_take_result (self, result);
  g_task_return_int (task, result->id);
  foothold_store_merge_index (self);
}

static gpointer
slice_job (FootholdDb *db, gpointer data, GError **error)
{
  gboolean more = FALSE;

  /* an error is told apart by the task: NULL is the last slice */
  return foothold_merge_slice (data, db, &more, error) ? GINT_TO_POINTER (more) : NULL;
}

static void
sliced_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  MergeData *data = g_task_get_task_data (task);
  GError *error = NULL;
  const gboolean more = g_task_propagate_pointer (G_TASK (res), &error) != NULL;

  if (error == NULL)
    g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error);
  if (error != NULL)
    {
      fail (self, g_steal_pointer (&task), error);
      return;
    }

  if (data->progress != NULL)
    data->progress (foothold_merge_get_fraction (data->merge), data->progress_data);
  if (more)
    push_slice (self, g_steal_pointer (&task));
  else
    push_job (self, g_steal_pointer (&task), end_job, foothold_write_result_free, ended_cb);
}

static void
push_slice (FootholdStore *self, GTask *task)
{
  push_job (self, task, slice_job, NULL, sliced_cb);
}

static gpointer
begin_job (FootholdDb *db, gpointer data, GError **error)
{
  const gboolean large = foothold_merge_get_n_wanted (data) >= BACKUP_FROM;

  return foothold_guard_before_write (db, large ? "import" : NULL, error) && foothold_merge_begin (data, db, error)
           ? GINT_TO_POINTER (TRUE)
           : NULL;
}

static void
begun_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  GTask *task = user_data;
  GError *error = NULL;

  g_task_propagate_pointer (G_TASK (res), &error);
  if (error != NULL)
    fail (self, task, error);
  else
    push_slice (self, task);
}

/* What was new when the person looked may be there by now: from another preview, from the command line. */
static gpointer
compare_again (FootholdDb *db, gpointer data, GError **error)
{
  gboolean changed = FALSE;

  /* an error is told apart by the task: NULL is as it was */
  return foothold_staging_compare_again (data, db, &changed, error) ? GINT_TO_POINTER (changed) : NULL;
}

static gboolean
has_nothing (FootholdStaging *staging)
{
  const FootholdStagedCounts counts = foothold_staging_get_counts (staging);

  return counts.n_wanted == 0 && counts.n_others == 0;
}

static void
compared_again_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  MergeData *data = g_task_get_task_data (task);
  GError *error = NULL;
  const gboolean changed = g_task_propagate_pointer (G_TASK (res), &error) != NULL;

  if (error == NULL && changed && has_nothing (data->staging))
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS,
                                 _ ("Everything in it that can be imported is there already. Nothing was changed."));
  if (error != NULL)
    {
      foothold_store_set_busy (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  data->merge = foothold_merge_new (data->staging, foothold_store_get_dir (self), data->source_name);
  push_job (self, g_steal_pointer (&task), begin_job, NULL, begun_cb);
}

static void
staging_unref (gpointer data)
{
  foothold_staging_unref (data);
}

/* One import after another. */
static void
merge_start (FootholdStore *self, GTask *task)
{
  MergeData *data = g_task_get_task_data (task);
  GTask *job = g_task_new (self, g_task_get_cancellable (task), compared_again_cb, task);

  foothold_store_set_busy (self, TRUE);
  g_task_set_source_tag (job, compare_again);
  g_task_set_task_data (job, foothold_staging_ref (data->staging), staging_unref);
  foothold_store_push_read (self, job, compare_again, NULL);
}

void
foothold_store_merge_async (FootholdStore *self,
                            FootholdStaging *staging,
                            const char *source_name,
                            FootholdProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  MergeData *data = g_new0 (MergeData, 1);

  g_task_set_source_tag (task, foothold_store_merge_async);
  /* once it is in, it is in */
  g_task_set_check_cancellable (task, FALSE);
  data->staging = foothold_staging_ref (staging);
  data->source_name = g_strdup (source_name);
  data->progress = progress;
  data->progress_data = progress_data;
  g_task_set_task_data (task, data, merge_data_free);
  foothold_store_when_free (self, task, merge_start);
}

gint64
foothold_store_merge_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  n = g_task_propagate_int (G_TASK (result), error);
  return n < 0 ? 0 : n;
}
