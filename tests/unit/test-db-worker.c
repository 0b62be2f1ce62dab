/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The threads: order, errors, cancelling a statement that runs, answers waited for, stopping. */

#include "db-fixture.h"
#include "sqlite/foothold-db-worker.h"

typedef struct
{
  GString *log;
  GError *error;
  guint n_done;
} Seen;

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Seen *seen = user_data;
  g_autofree char *text = NULL;

  g_clear_error (&seen->error);
  text = g_task_propagate_pointer (G_TASK (result), &seen->error);
  g_string_append (seen->log, text != NULL ? text : "!");
  seen->n_done++;
}

static void
push (FootholdDbWorker *worker, Seen *seen, FootholdDbFunc func, const char *data, GCancellable *cancellable)
{
  GTask *task = g_task_new (worker, cancellable, done_cb, seen);

  g_task_set_task_data (task, (gpointer) data, NULL);
  foothold_db_worker_push (worker, task, func, g_free);
}

static void
wait_for (Seen *seen, guint n_done)
{
  while (seen->n_done < n_done)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
echo (FootholdDb *db, gpointer data, GError **error)
{
  return g_strdup (data);
}

static GMutex started_mutex;
static GCond started_cond;
static gboolean started;

static gpointer
count_for_ever (FootholdDb *db, gpointer data, GError **error)
{
  gint64 value;

  g_mutex_lock (&started_mutex);
  started = TRUE;
  g_cond_signal (&started_cond);
  g_mutex_unlock (&started_mutex);

  return foothold_db_query_int (
           db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n", &value, error)
           ? g_strdup ("never")
           : NULL;
}

static void
test_order_and_stop (DbFixture *self, gconstpointer data)
{
  Seen seen = { g_string_new (NULL), NULL, 0 };
  g_autoptr (FootholdDbWorker) worker = NULL;

  foothold_db_close (db_fixture_open (self));
  worker = foothold_db_worker_new (self->path, FOOTHOLD_DB_READ_WRITE);
  for (guint i = 0; i < 5; i++)
    push (worker, &seen, echo, ((const char *[]) { "a", "b", "c", "d", "e" })[i], NULL);
  foothold_db_worker_stop (worker);
  wait_for (&seen, 5);
  g_assert_cmpstr (seen.log->str, ==, "abcde");
  g_string_free (seen.log, TRUE);
}

static void
test_open_error (DbFixture *self, gconstpointer data)
{
  Seen seen = { g_string_new (NULL), NULL, 0 };
  g_autoptr (FootholdDbWorker) worker = NULL;

  g_assert_true (g_file_set_contents (self->path, "no database", -1, NULL));
  worker = foothold_db_worker_new (self->path, FOOTHOLD_DB_READ_ONLY);
  push (worker, &seen, echo, "a", NULL);
  push (worker, &seen, echo, "b", NULL);
  wait_for (&seen, 2);
  g_assert_cmpstr (seen.log->str, ==, "!!");
  g_assert_error (seen.error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_A_DATABASE);
  g_clear_error (&seen.error);
  g_string_free (seen.log, TRUE);
}

static void
test_cancel_a_running_statement (DbFixture *self, gconstpointer data)
{
  Seen seen = { g_string_new (NULL), NULL, 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FootholdDbWorker) worker = NULL;

  foothold_db_close (db_fixture_open (self));
  worker = foothold_db_worker_new (self->path, FOOTHOLD_DB_READ_ONLY);
  push (worker, &seen, count_for_ever, NULL, cancellable);
  g_mutex_lock (&started_mutex);
  while (!started)
    g_cond_wait (&started_cond, &started_mutex);
  g_mutex_unlock (&started_mutex);
  g_cancellable_cancel (cancellable);
  wait_for (&seen, 1);
  g_assert_error (seen.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  push (worker, &seen, echo, "after", NULL);
  wait_for (&seen, 2);
  g_assert_no_error (seen.error);
  g_string_free (seen.log, TRUE);
}

static void
test_answered_within (DbFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDbWorker) worker = NULL;
  g_autoptr (GTask) task = NULL;
  g_autofree char *text = NULL;

  foothold_db_close (db_fixture_open (self));
  worker = foothold_db_worker_new (self->path, FOOTHOLD_DB_READ_ONLY);
  task = g_task_new (worker, NULL, NULL, NULL);
  g_task_set_task_data (task, (gpointer) "at once", NULL);
  g_assert_true (foothold_db_worker_push_within (worker, g_object_ref (task), echo, g_free, G_TIME_SPAN_MINUTE));
  text = g_task_propagate_pointer (task, NULL);
  g_assert_cmpstr (text, ==, "at once");
}

static void
test_answered_later (DbFixture *self, gconstpointer data)
{
  Seen seen = { g_string_new (NULL), NULL, 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FootholdDbWorker) worker = NULL;
  GTask *task;

  foothold_db_close (db_fixture_open (self));
  worker = foothold_db_worker_new (self->path, FOOTHOLD_DB_READ_ONLY);
  task = g_task_new (worker, cancellable, done_cb, &seen);
  g_assert_false (foothold_db_worker_push_within (worker, task, count_for_ever, g_free, G_TIME_SPAN_MILLISECOND));
  g_assert_cmpuint (seen.n_done, ==, 0);
  g_cancellable_cancel (cancellable);
  wait_for (&seen, 1);
  g_assert_error (seen.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&seen.error);
  g_string_free (seen.log, TRUE);
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean released;
} Gate;

/* Keeps the thread until the test lets it go. */
static gpointer
wait_at_gate (FootholdDb *db, gpointer data, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->released)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return g_strdup ("long ");
}

/* Were the answer waited for behind what takes long, nobody would open the gate. */
static void
test_no_wait_behind_others (DbFixture *self, gconstpointer data)
{
  Seen seen = { g_string_new (NULL), NULL, 0 };
  Gate gate = { .released = FALSE };
  g_autoptr (FootholdDbWorker) worker = NULL;
  g_autoptr (GTask) late = NULL;
  g_autofree char *text = NULL;
  GTask *task;

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);
  foothold_db_close (db_fixture_open (self));
  worker = foothold_db_worker_new (self->path, FOOTHOLD_DB_READ_ONLY);
  push (worker, &seen, wait_at_gate, (const char *) &gate, NULL);
  task = g_task_new (worker, NULL, done_cb, &seen);
  g_task_set_task_data (task, (gpointer) "short", NULL);
  g_assert_false (foothold_db_worker_push_within (worker, task, echo, g_free, G_TIME_SPAN_DAY));

  g_mutex_lock (&gate.mutex);
  gate.released = TRUE;
  g_cond_signal (&gate.cond);
  g_mutex_unlock (&gate.mutex);
  wait_for (&seen, 2);
  g_assert_cmpstr (seen.log->str, ==, "long short");

  /* With the thread at rest an answer is waited for again. */
  late = g_task_new (worker, NULL, NULL, NULL);
  g_task_set_task_data (late, (gpointer) "at once", NULL);
  g_assert_true (foothold_db_worker_push_within (worker, g_object_ref (late), echo, g_free, G_TIME_SPAN_MINUTE));
  text = g_task_propagate_pointer (late, NULL);
  g_assert_cmpstr (text, ==, "at once");

  foothold_db_worker_stop (worker);
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
  g_string_free (seen.log, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/db-worker/" name, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  ADD ("order-and-stop", test_order_and_stop);
  ADD ("open-error", test_open_error);
  ADD ("cancel-a-running-statement", test_cancel_a_running_statement);
  ADD ("answered-within", test_answered_within);
  ADD ("answered-later", test_answered_later);
  ADD ("no-wait-behind-others", test_no_wait_behind_others);

  return g_test_run ();
}
