/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-file.h"
#include "store/foothold-attachment.h"
#include "store/foothold-backups.h"
#include "store/foothold-batch.h"
#include "store/foothold-job.h"
#include "store/foothold-judgements.h"
#include "store/foothold-schema.h"
#include "store/foothold-store-private.h"

/*
 * How a data directory is opened (R2): what is there and whose it is before SQLite sees
 * it, under the lock; then the writer brings the file up, and the reader may look; then,
 * while lists are shown already, the check of the file and what the last run left.
 */

/* Writer thread: brings the file up. */
static gpointer
make_ready (FootholdDb *db, gpointer data, GError **error)
{
  FootholdStore *self = data;
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_schema_migrate (db, foothold_backups_before_migration, self->dir, error))
    return NULL;
  foothold_guard_attach (db, self->guard, foothold_store_backup_copied, self);
  result->read_only = foothold_db_get_read_only (db);

  return foothold_write_result_finish (result, db, error) ? g_steal_pointer (&result) : NULL;
}

/*
 * Writer thread, the first job after opening: lists are shown meanwhile, but nothing
 * is written before it. Then what the last run left unfinished is ended.
 */
static gpointer
check_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();
  g_autoptr (GError) sweep_error = NULL;
  gboolean foreign, unfinished;

  if (!foothold_guard_check (db, &foreign, &result->unchecked, error))
    return NULL;
  if (foreign)
    g_info ("another program has written the data since the last session; it is sound");
  if (foothold_db_get_read_only (db))
    return g_steal_pointer (&result);

  if (!foothold_batch_has_unfinished (db, &unfinished, error))
    return NULL;
  if (unfinished && (!foothold_guard_before_write (db, NULL, error) || !foothold_batch_recover (db, error)))
    return NULL;
  /* Loaded before the first write, so that what that changes is judged in it. */
  if (!foothold_judgements_prepare (db, error))
    return NULL;
  if (!foothold_attachment_sweep (db, data, &sweep_error))
    g_debug ("attachments that nothing needs stay: %s", sweep_error->message);

  return foothold_write_result_finish (result, db, error) ? g_steal_pointer (&result) : NULL;
}

static void
checked_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdWriteResult) result = g_task_propagate_pointer (G_TASK (res), &error);

  if (result != NULL)
    {
      foothold_store_start_checks (self, result->unchecked);
      if (!self->read_only)
        foothold_store_take_result (self, result);
      return;
    }

  g_debug ("the check at the start failed: %s", error->message);
  if (g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    foothold_store_set_damaged (self);
}

/* The writer has made and migrated the file: the reader may open it now. */
static void
writer_ready_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdWriteResult) result = g_task_propagate_pointer (G_TASK (res), &error);
  g_autofree char *path = foothold_schema_get_path (self->dir);
  GTask *check;

  if (error != NULL)
    {
      foothold_store_close (self);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->read_only = result->read_only;
  foothold_store_take_labels (self, result);
  self->reader = foothold_db_worker_new (path, FOOTHOLD_DB_READ_ONLY);
  self->checker = foothold_db_worker_new_patient (path);
  check = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_source_tag (check, checked_cb);
  g_task_set_task_data (check, g_strdup (self->dir), g_free);
  foothold_store_push_job (self, check, check_job, foothold_write_result_free);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/* What a kill left behind: temporary files, and a restore that had begun. The lock is held. */
static gboolean
clean_up (const char *dir, const char *path, GError **error)
{
  g_autofree char *attachments = g_build_filename (dir, "attachments", NULL);
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);

  foothold_file_sweep (dir);
  foothold_file_sweep (attachments);
  foothold_file_sweep (backups);

  return foothold_backup_resume_restore (path, error);
}

/* Backups without the file they are of: it was deleted, cut to nothing, or only they were carried here. A fresh start
 * would hide them. */
static gboolean
is_lost (FootholdStore *self, FootholdDbHeaderKind kind)
{
  g_autoptr (GPtrArray) backups = NULL;

  if (kind != FOOTHOLD_DB_HEADER_MISSING && kind != FOOTHOLD_DB_HEADER_EMPTY)
    return FALSE;

  backups = foothold_store_list_backups (self->dir, NULL);
  return backups != NULL && backups->len > 0;
}

/* On a thread of its own, before SQLite: what is there, and whose it is (R2). */
static void
prepare (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FootholdStore *self = FOOTHOLD_STORE (source);
  g_autofree char *path = foothold_schema_get_path (self->dir);
  g_autofree char *lock_path = g_build_filename (self->dir, "foothold.lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdLock) lock = NULL;
  FootholdDbHeader header;

  if (g_mkdir_with_parents (self->dir, 0700) != 0)
    {
      const int saved_errno = errno;

      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                               _ ("The folder “%s” could not be made: %s."), self->dir, g_strerror (saved_errno));
      return;
    }
  if (!foothold_db_header_read (path, FOOTHOLD_SCHEMA_VERSION, &header, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  lock = foothold_lock_take (lock_path, &error);
  /* where nothing can be written, nothing needs a lock */
  if (lock == NULL && !g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_READ_ONLY))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_error (&error);
  if (lock != NULL
      && (!clean_up (self->dir, path, &error)
          || !foothold_db_header_read (path, FOOTHOLD_SCHEMA_VERSION, &header, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (is_lost (self, header.kind))
    {
      g_task_return_new_error (task, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_FOUND, "%s",
                               _ ("The file with your data is missing or empty, but there are backups of it. Nothing "
                                  "was changed; put the file back, or restore a backup."));
      return;
    }

  if (lock != NULL)
    self->left = foothold_backups_list_waiting (self->dir);
  self->guard = foothold_guard_new (self->dir, foothold_seal_open (path));
  g_task_return_pointer (task, g_steal_pointer (&lock), (GDestroyNotify) foothold_lock_free);
}

static void
prepared_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foothold_schema_get_path (self->dir);
  GTask *first;

  self->lock = g_task_propagate_pointer (G_TASK (res), &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->writer = foothold_db_worker_new (path, FOOTHOLD_DB_READ_WRITE);
  first = g_task_new (self, g_task_get_cancellable (task), writer_ready_cb, g_object_ref (task));
  g_task_set_task_data (first, self, NULL);
  g_task_set_source_tag (first, foothold_store_open_async);
  foothold_db_worker_push (self->writer, first, make_ready, foothold_write_result_free);
}

void
foothold_store_open_async (const char *dir, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (FootholdStore) self = g_object_new (FOOTHOLD_TYPE_STORE, NULL);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) first = g_task_new (self, cancellable, prepared_cb, task);

  g_task_set_source_tag (task, foothold_store_open_async);
  g_task_set_source_tag (first, foothold_store_open_async);
  self->dir = g_strdup (dir);
  foothold_job_run (first, prepare);
}

FootholdStore *
foothold_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foothold_store_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
