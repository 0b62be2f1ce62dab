/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/foothold-export.h"
#include "store-fixture.h"

/* Exports of the store of the fixture, made on its reader thread. */

typedef enum
{
  EXPORT_JSON,
  EXPORT_CSV,
  EXPORT_CSV_MACHINE,
  EXPORT_SOME,
} ExportKind;

typedef struct
{
  ExportKind kind;
  const char *dir;
  GArray *ids;
  FootholdExportTable table;
  guint n_missing;
} ExportJob;

static inline gpointer
export_fixture_job (FootholdDb *db, gpointer data, GError **error)
{
  ExportJob *job = data;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  gboolean ok = FALSE;

  switch (job->kind)
    {
    case EXPORT_JSON:
      ok = foothold_export_json (db, job->dir, out, &job->n_missing, NULL, error);
      break;
    case EXPORT_CSV:
    case EXPORT_CSV_MACHINE:
      ok = foothold_export_csv (db, job->table, out, job->kind == EXPORT_CSV_MACHINE, NULL, error);
      break;
    case EXPORT_SOME:
      ok = foothold_export_json_some (db, job->ids, out, NULL, error);
      break;
    default:
      g_assert_not_reached ();
    }

  if (!ok || !g_output_stream_close (out, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* The bytes as a string; (transfer full) */
static inline char *
export_fixture_run (StoreFixture *self, ExportJob *job)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, job, NULL);
  foothold_store_push_read (self->store, task, export_fixture_job, (GDestroyNotify) g_bytes_unref);
  bytes = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline char *
export_fixture_get (StoreFixture *self, ExportKind kind)
{
  ExportJob job = { .kind = kind, .dir = self->dir };

  return export_fixture_run (self, &job);
}
