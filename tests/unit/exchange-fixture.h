// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string.h>

#include "exchange/foothold-prepare.h"
#include "export-fixture.h"

/* Imports from a file's bytes to the database, made to wait; and what of two exports is not the same. */

static inline void
exchange_fixture_count_progress (gdouble fraction, gpointer user_data)
{
  gdouble *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

/* (transfer full), or NULL with an error; takes @sources */
static inline FootholdStaging *
exchange_fixture_prepare (StoreFixture *self, GPtrArray *sources, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gdouble last = 0;
  FootholdStaging *staging;

  foothold_exchange_prepare_async (self->store, sources, NULL, NULL, exchange_fixture_count_progress, &last,
                                   cancellable, store_fixture_result_cb, &result);
  staging = foothold_exchange_prepare_finish (self->store, store_fixture_wait (&result), error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return staging;
}

static inline FootholdStaging *
exchange_fixture_prepare_bytes (StoreFixture *self, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new ();
  FootholdStaging *staging;

  g_ptr_array_add (sources, foothold_import_source_new_for_bytes (bytes, name));
  staging = exchange_fixture_prepare (self, sources, NULL, &error);
  g_assert_no_error (error);
  return staging;
}

static inline gint64
exchange_fixture_merge (StoreFixture *self, FootholdStaging *staging)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  foothold_store_merge_async (self->store, staging, "file", NULL, NULL, NULL, store_fixture_result_cb, &result);
  n = foothold_store_merge_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return n;
}

static inline void
exchange_fixture_step (StoreFixture *self, gboolean redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (redo)
    foothold_store_redo_async (self->store, NULL, store_fixture_result_cb, &result);
  else
    foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

/* Brings @text in, whatever is wrong with some of it; what came of it in the preview. */
static inline FootholdStagedCounts
exchange_fixture_import (StoreFixture *self, const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, name);
  const FootholdStagedCounts counts = foothold_staging_get_counts (staging);

  exchange_fixture_merge (self, staging);
  return counts;
}

static inline void
exchange_fixture_assert_same (const char *before, const char *after)
{
  if (strcmp (before, after) != 0)
    {
      gsize i = 0;

      while (before[i] == after[i])
        i++;
      g_test_message ("first: …%.300s", before + (i > 150 ? i - 150 : 0));
      g_test_message ("second: …%.300s", after + (i > 150 ? i - 150 : 0));
    }
  g_assert_cmpint (strcmp (before, after), ==, 0);
}
