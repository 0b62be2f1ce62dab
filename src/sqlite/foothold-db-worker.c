/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-db-worker"

#include "foothold-db-worker.h"

#include "foothold-patience.h"

/* A job that has been running for so long is a long one: a fraction more than a frame. */
#define LONG_JOB_USEC 20000

typedef struct
{
  GTask *task; /* NULL asks the thread to end */
  FootholdDbFunc func;
  GDestroyNotify destroy;
  gpointer result;
  GError *error;
  gboolean awaited; /* these two under the worker's mutex: the main thread stands by for it, */
  gboolean done; /* and may take it from here */
} Job;

struct _FootholdDbWorker
{
  GObject parent_instance;

  char *path;
  FootholdDbMode mode;
  GThread *thread;
  GAsyncQueue *jobs;
  GMutex mutex;
  GCond finished;
  const Job *running; /* under the mutex: what the thread is at, NULL for nothing, */
  gint64 running_since; /* and when it began */
  GAsyncQueue *ended; /* holds something once the thread has done all jobs */
};

G_DEFINE_FINAL_TYPE (FootholdDbWorker, foothold_db_worker, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_free (job);
}

/* Main thread. */
static gboolean
job_finish_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->destroy);

  return G_SOURCE_REMOVE;
}

/*
 * The task goes back whole: were it returned from here, the worker could drop
 * its last reference, and with it the source object, off the main thread.
 * Not g_main_context_invoke(): it may call straight through on this thread
 * when nobody happens to own the context.
 */
static void
job_post (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, job_finish_cb, job, job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

typedef struct
{
  char *path;
  FootholdDbMode mode;
  gboolean patient;
  GAsyncQueue *jobs;
  GMutex *mutex; /* these four the worker's, which outlives its thread */
  GCond *finished;
  const Job **running;
  gint64 *running_since;
  GAsyncQueue *ended;
} ThreadData;

static void
job_begin (const Job *job, ThreadData *data)
{
  g_mutex_lock (data->mutex);
  *data->running = job;
  *data->running_since = g_get_monotonic_time ();
  /* whoever stands by for another one knows from here on how long to */
  g_cond_signal (data->finished);
  g_mutex_unlock (data->mutex);
}

/* To whoever stands by for it, else through the main context. */
static void
job_hand_over (Job *job, ThreadData *data)
{
  gboolean awaited;

  g_mutex_lock (data->mutex);
  awaited = job->awaited;
  job->done = TRUE;
  *data->running = NULL;
  g_cond_signal (data->finished);
  g_mutex_unlock (data->mutex);

  if (!awaited)
    job_post (job);
}

static gpointer
worker_thread (gpointer user_data)
{
  g_autofree ThreadData *data = user_data;
  g_autofree char *path = data->path;
  g_autoptr (GAsyncQueue) jobs = data->jobs;
  g_autoptr (GAsyncQueue) ended = data->ended;
  g_autoptr (GError) open_error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (path, data->mode, &open_error);
  guint n_refused = 0;
  Job *job;

  if (data->patient)
    foothold_be_patient ();

  while ((job = g_async_queue_pop (jobs))->task != NULL)
    {
      GCancellable *cancellable = g_task_get_cancellable (job->task);

      job_begin (job, data);
      /* what kept it from opening may be over: a session is long */
      if (db == NULL && n_refused++ > 0)
        {
          g_clear_error (&open_error);
          db = foothold_db_open (path, data->mode, &open_error);
        }
      if (db == NULL)
        job->error = g_error_copy (open_error);
      else if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
        {
          foothold_db_set_cancellable (db, cancellable);
          job->result = job->func (db, g_task_get_task_data (job->task), &job->error);
          foothold_db_set_cancellable (db, NULL);
        }

      job_hand_over (job, data);
    }

  job_free (job);
  g_async_queue_push (ended, ended);
  return NULL;
}

static Job *
job_new (GTask *task, FootholdDbFunc func, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->destroy = destroy;

  return job;
}

void
foothold_db_worker_push (FootholdDbWorker *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy)
{
  g_return_if_fail (FOOTHOLD_IS_DB_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));

  g_async_queue_push (self->jobs, job_new (task, func, destroy));
}

/*
 * Under the mutex: until when to wait. What runs already is most often a short read or one that was cancelled, and
 * ends at once; but behind what has been running for longer the wait would be for nothing.
 */
static gint64
waiting_end (FootholdDbWorker *self, const Job *job, gint64 end)
{
  return self->running != NULL && self->running != job ? MIN (end, self->running_since + LONG_JOB_USEC) : end;
}

gboolean
foothold_db_worker_push_within (FootholdDbWorker *self,
                                GTask *task,
                                FootholdDbFunc func,
                                GDestroyNotify destroy,
                                gint64 usec)
{
  const gint64 end = g_get_monotonic_time () + usec;
  gboolean done;
  Job *job;

  g_return_val_if_fail (FOOTHOLD_IS_DB_WORKER (self), FALSE);
  g_return_val_if_fail (G_IS_TASK (task), FALSE);

  job = job_new (task, func, destroy);
  job->awaited = TRUE;
  g_async_queue_push (self->jobs, job);

  g_mutex_lock (&self->mutex);
  while (!job->done && g_get_monotonic_time () < waiting_end (self, job, end))
    g_cond_wait_until (&self->finished, &self->mutex, waiting_end (self, job, end));
  done = job->done;
  job->awaited = FALSE;
  g_mutex_unlock (&self->mutex);

  if (done)
    {
      job_finish_cb (job);
      job_free (job);
    }

  return done;
}

void
foothold_db_worker_stop_within (FootholdDbWorker *self, guint ms, GCancellable *cancellable)
{
  g_return_if_fail (FOOTHOLD_IS_DB_WORKER (self));

  if (self->thread == NULL)
    return;

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  if (cancellable != NULL && g_async_queue_timeout_pop (self->ended, (guint64) ms * 1000) == NULL)
    g_cancellable_cancel (cancellable);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
foothold_db_worker_stop (FootholdDbWorker *self)
{
  foothold_db_worker_stop_within (self, 0, NULL);
}

static void
foothold_db_worker_dispose (GObject *object)
{
  FootholdDbWorker *self = FOOTHOLD_DB_WORKER (object);

  foothold_db_worker_stop (self);

  G_OBJECT_CLASS (foothold_db_worker_parent_class)->dispose (object);
}

static void
foothold_db_worker_finalize (GObject *object)
{
  FootholdDbWorker *self = FOOTHOLD_DB_WORKER (object);

  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->ended, g_async_queue_unref);
  g_clear_pointer (&self->path, g_free);
  g_cond_clear (&self->finished);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (foothold_db_worker_parent_class)->finalize (object);
}

static void
foothold_db_worker_class_init (FootholdDbWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foothold_db_worker_dispose;
  object_class->finalize = foothold_db_worker_finalize;
}

static void
foothold_db_worker_init (FootholdDbWorker *self)
{
  self->jobs = g_async_queue_new_full (job_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->finished);
  self->ended = g_async_queue_new ();
}

static FootholdDbWorker *
worker_new (const char *path, FootholdDbMode mode, gboolean patient, const char *name)
{
  FootholdDbWorker *self = g_object_new (FOOTHOLD_TYPE_DB_WORKER, NULL);
  ThreadData *data = g_new0 (ThreadData, 1);

  data->path = g_strdup (path);
  data->mode = mode;
  data->patient = patient;
  data->jobs = g_async_queue_ref (self->jobs);
  data->mutex = &self->mutex;
  data->finished = &self->finished;
  data->running = &self->running;
  data->running_since = &self->running_since;
  data->ended = g_async_queue_ref (self->ended);
  self->thread = g_thread_new (name, worker_thread, data);

  return self;
}

FootholdDbWorker *
foothold_db_worker_new (const char *path, FootholdDbMode mode)
{
  return worker_new (path, mode, FALSE, mode == FOOTHOLD_DB_READ_ONLY ? "db-read" : "db-write");
}

FootholdDbWorker *
foothold_db_worker_new_patient (const char *path)
{
  return worker_new (path, FOOTHOLD_DB_READ_ONLY, TRUE, "db-check");
}
