// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The copy is taken by the reader: its connection still holds the file that was moved away, and nobody writes to it. */

#define G_LOG_DOMAIN "foothold-save-copy"

#include "store/foothold-save-copy.h"

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-migration.h"

static gpointer
save_copy (FootholdDb *db, gpointer data, GError **error)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = NULL;
  guint version;

  if (!foothold_db_get_version (db, &version, error))
    return NULL;
  copy = foothold_backup_copy (db, folder, NULL, error);
  if (copy == NULL || !foothold_backup_keep (copy, path, version, NULL, NULL, error))
    return NULL;
  return GINT_TO_POINTER (1);
}

void
foothold_store_save_copy_async (FootholdStore *self,
                                const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foothold_store_save_copy_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  foothold_store_push_read (self, task, save_copy, NULL);
}

gboolean
foothold_store_save_copy_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
