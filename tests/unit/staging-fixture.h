/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store-fixture.h"
#include "store/foothold-staging.h"

/* An import without a file: staged, compared and merged into the fixture's store. */

static inline void
stage (FootholdStaging *staging, FootholdDossier *dossier)
{
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  g_autoptr (GError) error = NULL;

  g_assert_true (sink->take_dossier (sink->user_data, dossier, &error));
  g_assert_no_error (error);
}

static inline FootholdStaging *
new_staging (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  FootholdStaging *staging = foothold_staging_new (self->dir, &error);

  g_assert_no_error (error);
  return staging;
}

static inline gpointer
compare_job (FootholdDb *db, gpointer data, GError **error)
{
  return GINT_TO_POINTER (foothold_staging_compare (data, db, error));
}

static inline FootholdStagedCounts
compare (StoreFixture *self, FootholdStaging *staging)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, foothold_staging_ref (staging), (GDestroyNotify) foothold_staging_unref);
  foothold_store_push_read (self->store, task, compare_job, NULL);
  g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return foothold_staging_get_counts (staging);
}

static inline gint64
merge (StoreFixture *self, FootholdStaging *staging, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_merge_async (self->store, staging, "test.json", NULL, NULL, cancellable, store_fixture_result_cb,
                              &result);
  return foothold_store_merge_finish (self->store, store_fixture_wait (&result), error);
}

static inline guint
count (StoreFixture *self, const char *text)
{
  g_autoptr (GArray) ids = store_fixture_list (self, text, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

  return ids->len;
}

static inline gpointer
count_job (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n;

  return foothold_db_query_int (db, data, &n, error) ? GINT_TO_POINTER (n) : NULL;
}

/* Of a static statement. */
static inline guint
query (StoreFixture *self, const char *sql)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  guint n;

  g_task_set_task_data (task, (gpointer) sql, NULL);
  foothold_store_push_read (self->store, task, count_job, NULL);
  n = GPOINTER_TO_UINT (g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error));
  g_assert_no_error (error);
  return n;
}
