/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include "store/foothold-attachment.h"
#include "store/foothold-backups.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-store-private.h"

/* What pages of the window load, each a job on the reader thread; and the backup a person asks for. */

static gpointer
load_dossier (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_dossier_load (db, *(const gint64 *) data, error);
}

static void
dossier_unref (gpointer data)
{
  foothold_dossier_unref (data);
}

void
foothold_store_load_dossier_async (FootholdStore *self,
                                   gint64 opportunity,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_store_load_dossier_async);
  g_task_set_task_data (task, g_memdup2 (&opportunity, sizeof opportunity), g_free);
  foothold_store_push_read (self, task, load_dossier, dossier_unref);
}

FootholdDossier *
foothold_store_load_dossier_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_rows (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_row_load_all (db, data, error);
}

static void
rows_unref (gpointer data)
{
  g_ptr_array_unref (data);
}

void
foothold_store_load_rows_async (FootholdStore *self,
                                const FootholdRowType *type,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_store_load_rows_async);
  g_task_set_task_data (task, (gpointer) type, NULL);
  foothold_store_push_read (self, task, load_rows, rows_unref);
}

GPtrArray *
foothold_store_load_rows_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *dir;
  char *sha256;
} LoadAttachment;

static void
load_attachment_free (gpointer data)
{
  LoadAttachment *self = data;

  g_free (self->dir);
  g_free (self->sha256);
  g_free (self);
}

static gpointer
load_attachment (FootholdDb *db, gpointer data, GError **error)
{
  LoadAttachment *self = data;

  return foothold_attachment_load (self->dir, self->sha256, error);
}

static void
bytes_unref (gpointer data)
{
  g_bytes_unref (data);
}

void
foothold_store_load_attachment_async (FootholdStore *self,
                                      const char *sha256,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  LoadAttachment *data = g_new0 (LoadAttachment, 1);

  g_task_set_source_tag (task, foothold_store_load_attachment_async);
  data->dir = g_strdup (foothold_store_get_dir (self));
  data->sha256 = g_strdup (sha256);
  g_task_set_task_data (task, data, load_attachment_free);
  foothold_store_push_read (self, task, load_attachment, bytes_unref);
}

GBytes *
foothold_store_load_attachment_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
