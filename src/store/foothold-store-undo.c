/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include "store/foothold-guard.h"
#include "store/foothold-store-private.h"
#include "store/foothold-undo.h"

/* One step back or forth, as a write like any other; both wait while an import merges. */

/* Writer thread. */
static gpointer
run_step (FootholdDb *db, gpointer user_data, GError **error)
{
  const gboolean redo = GPOINTER_TO_INT (user_data);
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_guard_before_write (db, NULL, error)
      || !foothold_undo_step (db, redo, &result->label, &result->changes, error))
    return NULL;

  foothold_write_result_finish_committed (result, db);
  return g_steal_pointer (&result);
}

static void
undo_start (FootholdStore *self, GTask *task)
{
  foothold_store_push_write (self, task, TRUE, run_step, GINT_TO_POINTER (FALSE), NULL);
}

static void
redo_start (FootholdStore *self, GTask *task)
{
  foothold_store_push_write (self, task, TRUE, run_step, GINT_TO_POINTER (TRUE), NULL);
}

void
foothold_store_undo_async (FootholdStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_store_undo_async);
  foothold_store_when_free (self, task, undo_start);
}

void
foothold_store_redo_async (FootholdStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_store_redo_async);
  foothold_store_when_free (self, task, redo_start);
}

char *
foothold_store_undo_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
