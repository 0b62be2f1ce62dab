/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/foothold-backups.h"
#include "store/foothold-store-private.h"

/*
 * What is checked while people work, on a thread that gives way to the others: backups
 * before they count as such, and the file where the last session did not end cleanly.
 * It reads its own connections, so that neither a search nor a write waits for it.
 */

/* Copies that wait for their check over several short sessions: more would only fill the disk. */
#define MAX_WAITING 2

static void
report (FootholdStore *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;

  g_message ("a check failed: %s", error->message);
  if (g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    foothold_store_set_damaged (self);
  else if (g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_BACKUP))
    foothold_store_refuse (self, error);
}

typedef struct
{
  FootholdGuard *guard; /* unowned: goes after the checker */
  char *waiting; /* a copy, or NULL: the file itself */
  gboolean earlier; /* the copy is of an earlier session: it says nothing of the file now */
} Check;

static void
check_free (gpointer data)
{
  Check *self = data;

  g_free (self->waiting);
  g_free (self);
}

/* Checker thread: what it returns is the path of a backup, or something for the file itself. */
static gpointer
run_check (FootholdDb *db, gpointer data, GError **error)
{
  Check *self = data;
  g_autoptr (GError) local_error = NULL;
  char *kept;

  if (self->waiting == NULL)
    return foothold_guard_check_rest (self->guard, db, error) ? g_strdup ("") : NULL;
  if (!self->earlier)
    return foothold_guard_keep (self->guard, db, self->waiting, foothold_db_get_cancellable (db), error);

  kept = foothold_backups_keep (self->waiting, foothold_db_get_cancellable (db), &local_error);
  if (kept == NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (kept == NULL)
    foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_BACKUP, local_error->message);

  return kept;
}

static void
push (FootholdStore *self,
      const char *waiting,
      gboolean earlier,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *job = g_task_new (self, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->guard = self->guard;
  check->waiting = g_strdup (waiting);
  check->earlier = earlier;
  self->n_checks++;
  g_task_set_source_tag (job, push);
  g_task_set_task_data (job, check, check_free);
  foothold_db_worker_push (self->checker, job, run_check, g_free);
}

/* Checker thread: a file of a hundred megabytes is not taken away in no time. */
static gpointer
drop_job (FootholdDb *db, gpointer data, GError **error)
{
  g_unlink (data);

  return g_strdup ("");
}

/* Of whatever nobody waits for. */
static void
checked_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_task_propagate_pointer (G_TASK (res), &error);

  FOOTHOLD_STORE (object)->n_checks--;
  if (error != NULL)
    report (FOOTHOLD_STORE (object), error);
  else
    foothold_store_judge (FOOTHOLD_STORE (object)); /* which may have waited for it */
}

static void
drop (FootholdStore *self, const char *waiting)
{
  GTask *job = g_task_new (self, self->closing, checked_cb, NULL);

  self->n_checks++;
  g_task_set_source_tag (job, drop);
  g_task_set_task_data (job, g_strdup (waiting), g_free);
  foothold_db_worker_push (self->checker, job, drop_job, g_free);
}

static void
cancel_cb (GCancellable *cancellable, GCancellable *other)
{
  g_cancellable_cancel (other);
}

void
foothold_store_start_checks (FootholdStore *self, gboolean rest)
{
  g_autoptr (GPtrArray) left = g_steal_pointer (&self->left);

  if (self->checker == NULL)
    return;
  if (rest)
    {
      GCancellable *cancellable = foothold_guard_get_rest_cancellable (self->guard);

      g_cancellable_connect (self->closing, G_CALLBACK (cancel_cb), g_object_ref (cancellable), g_object_unref);
      push (self, NULL, FALSE, cancellable, checked_cb, NULL);
    }
  for (guint i = 0; left != NULL && i < left->len; i++)
    if (i + MAX_WAITING < left->len)
      drop (self, g_ptr_array_index (left, i));
    else
      push (self, g_ptr_array_index (left, i), TRUE, self->closing, checked_cb, NULL);
}

typedef struct
{
  FootholdStore *store;
  char *waiting;
  GError *error;
} Copied;

static void
copied_free (gpointer data)
{
  Copied *self = data;

  g_object_unref (self->store);
  g_free (self->waiting);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
copied_idle (gpointer data)
{
  Copied *self = data;

  if (self->error != NULL)
    {
      g_autoptr (GError) error = NULL;

      foothold_db_set_error_code (&error, FOOTHOLD_DB_ERROR_BACKUP, self->error->message);
      foothold_store_refuse (self->store, error);
    }
  else if (self->store->checker != NULL)
    push (self->store, self->waiting, FALSE, self->store->closing, checked_cb, NULL);

  return G_SOURCE_REMOVE;
}

void
foothold_store_backup_copied (const char *waiting, const GError *error, gpointer user_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Copied *copied = g_new0 (Copied, 1);

  copied->store = g_object_ref (user_data);
  copied->waiting = g_strdup (waiting);
  copied->error = error != NULL ? g_error_copy (error) : NULL;
  /* before the answer of the write that follows it: who closes after that has its backup checked first */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, copied_idle, copied, copied_free);
  g_source_attach (source, NULL);
}

/* ---- The backup that somebody asked for, and waits for ---- */

static void
kept_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *kept = g_task_propagate_pointer (G_TASK (res), &error);

  FOOTHOLD_STORE (object)->n_checks--;
  if (g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    foothold_store_set_damaged (FOOTHOLD_STORE (object));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, kept, g_free);
  foothold_store_judge (FOOTHOLD_STORE (object)); /* may have waited for this copy, which was checked whole */
}

static void
manual_copied_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autofree char *waiting = g_task_propagate_pointer (G_TASK (res), &error);

  if (error == NULL && self->checker == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The data is closed. Start Foothold again."));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    push (self, waiting, FALSE, cancellable != NULL ? cancellable : self->closing, kept_cb, g_object_ref (task));
}

/* Writer thread: no commit can come in between. */
static gpointer
copy_manual (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_backups_copy (db, data, "manual", foothold_db_get_cancellable (db), error);
}

void
foothold_store_backup_async (FootholdStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GTask *job = g_task_new (self, cancellable, manual_copied_cb, task);

  g_task_set_source_tag (task, foothold_store_backup_async);
  g_task_set_source_tag (job, foothold_store_backup_async);
  g_task_set_task_data (job, g_strdup (self->dir), g_free);
  foothold_store_push_job (self, job, copy_manual, g_free);
}

char *
foothold_store_backup_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
