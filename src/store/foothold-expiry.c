/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-expiry"

#include "foothold-expiry.h"

#include <stdio.h>

#include "rules/foothold-dates.h"
#include "rules/foothold-zone.h"
#include "store/foothold-bulk.h"
#include "store/foothold-store-private.h"

/*
 * So many expire in one transaction: after a year away there may be tens of thousands, and a person's own write must
 * not wait for them all, nor their texts be recorded in memory at once.
 */
#define SLICE 1000
/* A zone is at most so far ahead of another: what is due later than this anywhere is not due here. */
#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static gboolean
is_due (const char *window, const char *date, const char *time, const char *zone, gint64 now)
{
  const char *known = foothold_zone_is_valid (zone) ? zone : NULL;
  gint64 instant;

  return date != NULL && (window == NULL || g_str_equal (window, "date"))
         && foothold_deadline_to_instant (date, time, known, NULL, &instant) && instant < now;
}

gboolean
foothold_expiry_is_due (const FootholdOpportunityRow *row, gint64 now)
{
  return is_due (row->apply_window, row->apply_by, row->apply_by_time, row->apply_by_zone, now);
}

const char *
foothold_expiry_get_date (const FootholdOpportunityRow *row)
{
  return g_strcmp0 (row->apply_window, "rolling") != 0 ? row->apply_by : NULL;
}

/* The day of an instant where the person is. */
static gboolean
day_of (gint64 instant, GDate *day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return FALSE;

  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return TRUE;
}

static gboolean
read_day (const char *iso, GDate *day)
{
  int year, month, number;

  if (!foothold_date_is_valid (iso) || sscanf (iso, "%4d-%2d-%2d", &year, &month, &number) != 3)
    return FALSE;

  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
foothold_expiry_asks (const FootholdOpportunityRow *row, gint64 now, int *days)
{
  static const char *const open[] = { "spotted", "evaluating", "shortlisted", NULL };
  GDate seen, today;
  int passed;

  if (g_strcmp0 (row->apply_window, "rolling") != 0 || g_strcmp0 (row->origin, "found") != 0 || row->state == NULL
      || !g_strv_contains (open, row->state) || row->archived_at != GINT64_UNKNOWN || !day_of (now, &today))
    return FALSE;
  if (row->seen_open_on != NULL ? !read_day (row->seen_open_on, &seen) : !day_of (row->created_at, &seen))
    return FALSE;

  passed = g_date_days_between (&seen, &today);
  if (days != NULL)
    *days = passed;
  return passed >= FOOTHOLD_ROLLING_DAYS;
}

char *
foothold_expiry_state_before (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT from_state FROM opportunity_history WHERE opportunity = :id AND to_state = 'expired'"
                          " ORDER BY seq DESC LIMIT 1");
  g_autofree char *state = NULL;

  foothold_stmt_bind_int (stmt, "id", id);
  if (foothold_stmt_next (stmt))
    state = g_strdup (foothold_stmt_text (stmt, 0));
  if (!foothold_stmt_finish (stmt, error))
    return NULL;

  return state != NULL ? g_steal_pointer (&state) : g_strdup ("spotted");
}

/* (transfer full): gint64, @most of those that are due. */
static GArray *
list_due (FootholdDb *db, gint64 now, guint most, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT id, apply_window, apply_by, apply_by_time, apply_by_zone FROM opportunity"
                          " WHERE apply_by <= :tomorrow AND state IN ('spotted', 'evaluating', 'shortlisted') AND "
                          "origin = 'found'"
                          " AND (batch IS NULL OR batch NOT IN (SELECT id FROM import_batch WHERE state <> 'done'))");
  g_autoptr (GDateTime) later = g_date_time_new_from_unix_utc ((now + DAY_MS) / 1000);
  g_autofree char *tomorrow = g_date_time_format (later, "%F");
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));

  foothold_stmt_bind_text (stmt, "tomorrow", tomorrow);
  while (due->len < most && foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      if (is_due (foothold_stmt_text (stmt, 1), foothold_stmt_text (stmt, 2), foothold_stmt_text (stmt, 3),
                  foothold_stmt_text (stmt, 4), now))
        g_array_append_val (due, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&due) : NULL;
}

typedef struct
{
  gint64 now;
  gint64 n; /* expired so far */
} Expiry;

/* Writer thread. */
static gpointer
expire (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) due = list_due (db, ((Expiry *) data)->now, SLICE, error);

  if (due == NULL || due->len == 0 || !foothold_bulk_set_state (db, due, "expired", "clock", NULL, error))
    return NULL;

  return GSIZE_TO_POINTER (due->len);
}

static void expired_cb (GObject *object, GAsyncResult *result, gpointer user_data);

static void
expire_slice (FootholdStore *self, GTask *task)
{
  const Expiry *expiry = g_task_get_task_data (task);

  foothold_store_write_aside_async (self, expire, g_memdup2 (expiry, sizeof *expiry), g_free,
                                    g_task_get_cancellable (task), expired_cb, g_object_ref (task));
}

static void
expired_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Expiry *expiry = g_task_get_task_data (task);
  GError *error = NULL;
  const gint64 n = foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);

  expiry->n += n;
  if (error != NULL)
    g_task_return_error (task, error);
  else if (n == SLICE)
    expire_slice (FOOTHOLD_STORE (object), task);
  else
    g_task_return_int (task, (gssize) expiry->n);
}

/* Reader thread: whether there is one comes back one larger, NULL would be an error. */
static gpointer
look_for_due (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) due = list_due (db, ((Expiry *) data)->now, 1, error);

  return due != NULL ? GSIZE_TO_POINTER (due->len + 1) : NULL;
}

/* A write begins with a backup of what was: only where there is something to write. */
static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  const gsize n = GPOINTER_TO_SIZE (g_task_propagate_pointer (G_TASK (result), &error));

  if (error != NULL)
    g_task_return_error (task, error);
  else if (n <= 1)
    g_task_return_int (task, 0);
  else
    expire_slice (FOOTHOLD_STORE (object), task);
}

void
foothold_store_expire_async (FootholdStore *self,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GTask *looking = g_task_new (self, cancellable, looked_cb, task);
  const Expiry expiry = { now, 0 };

  g_task_set_source_tag (task, foothold_store_expire_async);
  g_task_set_task_data (task, g_memdup2 (&expiry, sizeof expiry), g_free);
  g_task_set_task_data (looking, g_memdup2 (&expiry, sizeof expiry), g_free);
  foothold_store_push_read (self, looking, look_for_due, NULL);
}
