// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One count over an index, so that asking after every change costs nothing: a row is only looked at where its day lies
 * within the few that were asked about. */

#define G_LOG_DOMAIN "foothold-waiting"

#include "store/foothold-waiting.h"

typedef struct
{
  char *first, *last;
} Days;

static void
days_free (gpointer data)
{
  Days *self = data;
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

/* Reader thread. The count comes back one larger: NULL would be an error. */
static gpointer
count (FootholdDb *db, gpointer data, GError **error)
{
  Days *days = data;
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT count (*) FROM opportunity INDEXED BY opportunity_deadline"
                          " WHERE apply_by BETWEEN :first AND :last AND archived_at IS NULL"
                          " AND state IN ('spotted', 'evaluating', 'shortlisted') AND apply_window IS NOT 'rolling'"
                          " AND (batch IS NULL OR batch NOT IN (SELECT id FROM import_batch WHERE state <> 'done'))");
  foothold_stmt_bind_text (stmt, "first", days->first);
  foothold_stmt_bind_text (stmt, "last", days->last);
  gint64 n = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error) ? GSIZE_TO_POINTER ((gsize) n + 1) : NULL;
}

void
foothold_store_count_waiting_async (FootholdStore *self,
                                    const char *first,
                                    const char *last,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Days *days = g_new0 (Days, 1);
  days->first = g_strdup (first);
  days->last = g_strdup (last);
  g_task_set_source_tag (task, foothold_store_count_waiting_async);
  g_task_set_task_data (task, days, days_free);
  foothold_store_push_read (self, task, count, NULL);
}

gssize
foothold_store_count_waiting_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  gpointer n = g_task_propagate_pointer (G_TASK (result), error);
  return n == NULL ? -1 : (gssize) GPOINTER_TO_SIZE (n) - 1;
}
