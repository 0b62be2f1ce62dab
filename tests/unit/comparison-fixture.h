/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store-fixture.h"

#include "model/foothold-comparison.h"

/* Opportunities of a store, compared. */

static inline gpointer
appraise_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_appraisal_load (db, *(gint64 *) data, error);
}

/* Those that are stored, in this order, on one and the same day. (transfer full) */
static inline FootholdComparison *
compare (StoreFixture *self, const gint64 *ids, guint n)
{
  g_autoptr (GPtrArray) appraisals = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_appraisal_free);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 28, 12, 0, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

      g_task_set_task_data (task, g_memdup2 (&ids[i], sizeof ids[i]), g_free);
      foothold_store_push_read (self->store, task, appraise_job, (GDestroyNotify) foothold_appraisal_free);
      g_ptr_array_add (appraisals, g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error));
      g_assert_no_error (error);
    }

  return foothold_comparison_new (appraisals, now);
}
