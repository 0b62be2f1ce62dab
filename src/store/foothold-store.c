/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include "foothold-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-batch.h"
#include "store/foothold-judgements.h"
#include "store/foothold-store-private.h"
#include "store/foothold-undo.h"

/* How long closing waits for a check that is under way; the rest of it is for the next start. */
#define CLOSE_WAIT_MS 500

/*
 * Its life, and the one way a write takes: to the writer thread, back with what it
 * changed, announced once on the main thread before the caller hears of it. One
 * connection writes, one reads: a long import never holds up a scroll. A third thread
 * checks what nobody waits for.
 */

/* What reading may take of a frame of 16.7 ms; painting needs the rest. An answer that takes longer is painted later.
 */
#define FRAME_SHARE_USEC 12000

enum
{
  PROP_0,
  PROP_READ_ONLY,
  PROP_DAMAGED,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_UNDO_STEP,
  PROP_BUSY,
  N_PROPS
};

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdStore, foothold_store, G_TYPE_OBJECT)

static void
foothold_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  FootholdStore *self = FOOTHOLD_STORE (object);

  switch (property_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_DAMAGED:
      g_value_set_boolean (value, self->damaged);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_UNDO_STEP:
      g_value_set_int64 (value, self->undo_step);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
foothold_store_dispose (GObject *object)
{
  foothold_store_close (FOOTHOLD_STORE (object));

  G_OBJECT_CLASS (foothold_store_parent_class)->dispose (object);
}

static void
foothold_store_finalize (GObject *object)
{
  FootholdStore *self = FOOTHOLD_STORE (object);

  g_clear_object (&self->closing);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);

  G_OBJECT_CLASS (foothold_store_parent_class)->finalize (object);
}

static void
foothold_store_class_init (FootholdStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foothold_store_get_property;
  object_class->dispose = foothold_store_dispose;
  object_class->finalize = foothold_store_finalize;

  props[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* The bytes on the disk are not those that were written: a backup is to be restored. Known some moments after
   * opening. */
  props[PROP_DAMAGED] = g_param_spec_boolean ("damaged", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_UNDO_STEP] =
    g_param_spec_int64 ("undo-step", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * FootholdStore::changed:
   * @changes: what one commit touched; the receiver copies it to keep it
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FOOTHOLD_TYPE_CHANGES | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * FootholdStore::refused:
   * @error: why a write was refused (moved file, full disk …), besides being returned to who asked for it
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
foothold_store_init (FootholdStore *self)
{
  self->closing = g_cancellable_new ();
  g_queue_init (&self->waiting);
}

FootholdWriteResult *
foothold_write_result_new (void)
{
  return g_new0 (FootholdWriteResult, 1);
}

void
foothold_write_result_free (gpointer data)
{
  FootholdWriteResult *self = data;

  g_clear_pointer (&self->changes, foothold_changes_unref);
  g_free (self->label);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}

void
foothold_store_refuse (FootholdStore *self, const GError *error)
{
  g_signal_emit (self, signals[REFUSED], 0, error);
}

void
foothold_store_set_damaged (FootholdStore *self)
{
  if (self->damaged)
    return;

  self->damaged = TRUE;
  self->read_only = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAMAGED]);
}

void
foothold_store_announce (FootholdStore *self, FootholdChanges *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
foothold_store_take_labels (FootholdStore *self, FootholdWriteResult *result)
{
  if (g_set_str (&self->undo_label, result->undo_label))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (g_set_str (&self->redo_label, result->redo_label))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  if (self->undo_step != result->undo_step)
    {
      self->undo_step = result->undo_step;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_STEP]);
    }
}

static gpointer
run_delete (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_guard_before_write (db, NULL, error)
      || !foothold_batch_delete_slice (db, &result->needs_deleting, error))
    return NULL;

  return g_steal_pointer (&result);
}

static void delete_more (FootholdStore *self, FootholdWriteResult *result);

static void
slice_deleted_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdWriteResult) result = g_task_propagate_pointer (G_TASK (res), &error);

  self->deleting = FALSE;
  /* nothing shown depends on it: the next write or the next start tries again */
  if (result == NULL)
    g_debug ("rows of an undone import stay for now: %s", error->message);
  else
    delete_more (self, result);
}

/* One slice at a time, each its own job, so that a person's writes get in between. */
static void
delete_more (FootholdStore *self, FootholdWriteResult *result)
{
  GTask *job;

  if (!result->needs_deleting || self->deleting || self->read_only || self->writer == NULL)
    return;

  self->deleting = TRUE;
  job = g_task_new (self, NULL, slice_deleted_cb, NULL);
  g_task_set_source_tag (job, delete_more);
  foothold_db_worker_push (self->writer, job, run_delete, foothold_write_result_free);
}

void
foothold_store_take_result (FootholdStore *self, FootholdWriteResult *result)
{
  foothold_store_take_labels (self, result);
  delete_more (self, result);
  if (result->needs_judging)
    foothold_store_judge (self);
  if (result->changes != NULL && !foothold_changes_is_empty (result->changes))
    foothold_store_announce (self, result->changes);
}

typedef struct
{
  GTask *task;
  gboolean returns_label;
} PushData;

static void
write_done_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autofree PushData *push = user_data;
  g_autoptr (GTask) task = push->task;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdWriteResult) result = g_task_propagate_pointer (G_TASK (res), &error);

  if (error != NULL)
    {
      if (error->domain == FOOTHOLD_DB_ERROR)
        foothold_store_refuse (self, error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  foothold_store_take_result (self, result);
  if (push->returns_label)
    g_task_return_pointer (task, g_steal_pointer (&result->label), g_free);
  else
    g_task_return_int (task, result->id);
}

void
foothold_store_push_write (FootholdStore *self,
                           GTask *task,
                           gboolean returns_label,
                           FootholdDbFunc func,
                           gpointer data,
                           GDestroyNotify free_data)
{
  PushData *push = g_new0 (PushData, 1);
  GTask *job;

  push->task = task;
  push->returns_label = returns_label;
  /* a change that is committed is reported as that, cancelled or not */
  g_task_set_check_cancellable (task, FALSE);
  job = g_task_new (self, g_task_get_cancellable (task), write_done_cb, push);
  g_task_set_source_tag (job, foothold_store_push_write);
  g_task_set_check_cancellable (job, FALSE);
  g_task_set_task_data (job, data, free_data);

  foothold_store_push_job (self, job, func, foothold_write_result_free);
}

void
foothold_store_push_job (FootholdStore *self, GTask *job, FootholdDbFunc func, GDestroyNotify destroy)
{
  if (self->writer != NULL)
    {
      foothold_db_worker_push (self->writer, job, func, destroy);
      return;
    }

  g_task_return_new_error_literal (job, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The data is closed. Start Foothold again."));
  g_object_unref (job);
}

typedef struct
{
  char *label;
  const char *backup_reason;
  FootholdDbFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gboolean more; /* of the newest entry */
  gboolean aside; /* no action of the person's, and yet recorded */
} WriteData;

static void
write_data_free (gpointer user_data)
{
  WriteData *data = user_data;

  if (data->free_data != NULL)
    data->free_data (data->data);
  g_free (data->label);
  g_free (data);
}

gboolean
foothold_write_result_finish (FootholdWriteResult *self, FootholdDb *db, GError **error)
{
  return foothold_undo_get_labels (db, &self->undo_label, &self->redo_label, &self->undo_step, error)
         && foothold_batch_needs_deleting (db, &self->needs_deleting, error)
         && foothold_judgements_need_sweep (db, &self->needs_judging, error);
}

void
foothold_write_result_finish_committed (FootholdWriteResult *self, FootholdDb *db)
{
  for (guint i = 0; i < 2 && !foothold_write_result_finish (self, db, NULL); i++)
    {
      g_clear_pointer (&self->undo_label, g_free);
      g_clear_pointer (&self->redo_label, g_free);
    }
}

/* Writer thread. */
static gpointer
run_write (FootholdDb *db, gpointer user_data, GError **error)
{
  WriteData *data = user_data;
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  gboolean done;

  if (!foothold_guard_before_write (db, data->backup_reason, error))
    return NULL;
  if (data->aside)
    done = foothold_undo_write_aside (db, data->func, data->data, &result->id, &result->changes, error);
  else if (data->more)
    done = foothold_undo_write_more (db, data->label, data->func, data->data, &result->id, &result->changes, error);
  else
    done = foothold_undo_write (db, data->label, 0, data->func, data->data, &result->id, &result->changes, error);
  if (!done)
    return NULL;

  foothold_write_result_finish_committed (result, db);
  return g_steal_pointer (&result);
}

static WriteData *
write_data_new (const char *label, FootholdDbFunc func, gpointer data, GDestroyNotify free_data)
{
  WriteData *write = g_new0 (WriteData, 1);

  write->label = g_strdup (label);
  write->func = func;
  write->data = data;
  write->free_data = free_data;
  return write;
}

void
foothold_store_write_async (FootholdStore *self,
                            const char *label,
                            FootholdDbFunc func,
                            gpointer data,
                            GDestroyNotify free_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  foothold_store_write_after_backup (self, label, NULL, func, data, free_data, cancellable, callback, user_data);
}

void
foothold_store_write_after_backup (FootholdStore *self,
                                   const char *label,
                                   const char *backup_reason,
                                   FootholdDbFunc func,
                                   gpointer data,
                                   GDestroyNotify free_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  WriteData *write = write_data_new (label, func, data, free_data);

  g_task_set_source_tag (task, foothold_store_write_async);
  write->backup_reason = backup_reason;
  foothold_store_push_write (self, task, FALSE, run_write, write, write_data_free);
}

void
foothold_store_write_aside_async (FootholdStore *self,
                                  FootholdDbFunc func,
                                  gpointer data,
                                  GDestroyNotify free_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  WriteData *write = write_data_new (NULL, func, data, free_data);

  write->aside = TRUE;
  g_task_set_source_tag (task, foothold_store_write_aside_async);
  foothold_store_push_write (self, task, FALSE, run_write, write, write_data_free);
}

void
foothold_store_write_more_async (FootholdStore *self,
                                 const char *label,
                                 FootholdDbFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  WriteData *write = write_data_new (label, func, data, free_data);

  write->more = TRUE;
  g_task_set_source_tag (task, foothold_store_write_more_async);
  foothold_store_push_write (self, task, FALSE, run_write, write, write_data_free);
}

gint64
foothold_store_write_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  gssize id;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_int (G_TASK (result), error);
  return id < 0 ? 0 : id;
}

typedef struct
{
  GTask *task;
  FootholdStoreStartFunc start;
} Waiting;

void
foothold_store_when_free (FootholdStore *self, GTask *task, FootholdStoreStartFunc start)
{
  Waiting *waiting;

  if (!self->busy)
    {
      start (self, task);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->task = task;
  waiting->start = start;
  g_queue_push_tail (&self->waiting, waiting);
}

void
foothold_store_set_busy (FootholdStore *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  while (!self->busy && !g_queue_is_empty (&self->waiting))
    {
      g_autofree Waiting *waiting = g_queue_pop_head (&self->waiting);

      waiting->start (self, waiting->task);
    }
  if (!self->busy)
    foothold_store_judge (self);
}

void
foothold_store_close (FootholdStore *self)
{
  g_return_if_fail (FOOTHOLD_IS_STORE (self));

  if (self->reader != NULL)
    foothold_db_worker_stop (self->reader);
  if (self->writer != NULL)
    foothold_db_worker_stop (self->writer);
  if (self->checker != NULL)
    foothold_db_worker_stop_within (self->checker, CLOSE_WAIT_MS, self->closing);
  g_clear_object (&self->reader);
  g_clear_object (&self->writer);
  g_clear_object (&self->checker);
  g_clear_pointer (&self->guard, foothold_guard_free);
  /* those that waited get the error of a closed store */
  foothold_store_set_busy (self, FALSE);
  g_clear_pointer (&self->lock, foothold_lock_free);
}

gboolean
foothold_store_get_damaged (FootholdStore *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), FALSE);

  return self->damaged;
}

const char *
foothold_store_get_dir (FootholdStore *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), NULL);

  return self->dir;
}

gboolean
foothold_store_get_read_only (FootholdStore *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), TRUE);

  return self->read_only;
}

const char *
foothold_store_get_undo_label (FootholdStore *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), NULL);

  return self->undo_label;
}

const char *
foothold_store_get_redo_label (FootholdStore *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), NULL);

  return self->redo_label;
}

static gboolean
refuse_closed (FootholdStore *self, GTask *task)
{
  if (self->reader != NULL)
    return FALSE;

  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                                   _ ("The data is closed. Start Foothold again."));
  g_object_unref (task);
  return TRUE;
}

void
foothold_store_push_read (FootholdStore *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy)
{
  g_return_if_fail (FOOTHOLD_IS_STORE (self));

  if (!refuse_closed (self, task))
    foothold_db_worker_push (self->reader, task, func, destroy);
}

gboolean
foothold_store_push_read_for_frame (FootholdStore *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), FALSE);

  return !refuse_closed (self, task)
         && foothold_db_worker_push_within (self->reader, task, func, destroy, FRAME_SHARE_USEC);
}
