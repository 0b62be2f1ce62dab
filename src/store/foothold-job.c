// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "foothold-job"

#include "store/foothold-job.h"

static GMutex mutex;
static GCond ended;
static guint n_running;

static GQuark
func_quark (void)
{
  return g_quark_from_static_string ("foothold-job-func");
}

static void
run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GTaskThreadFunc *func = g_object_get_qdata (G_OBJECT (task), func_quark ());

  (*func) (task, source, task_data, cancellable);

  g_mutex_lock (&mutex);
  n_running--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&mutex);
}

void
foothold_job_run (GTask *task, GTaskThreadFunc func)
{
  GTaskThreadFunc *kept = g_new (GTaskThreadFunc, 1);

  g_return_if_fail (G_IS_TASK (task));

  *kept = func;
  g_object_set_qdata_full (G_OBJECT (task), func_quark (), kept, g_free);
  g_mutex_lock (&mutex);
  n_running++;
  g_mutex_unlock (&mutex);
  g_task_run_in_thread (task, run);
}

gboolean
foothold_jobs_wait (void)
{
  gboolean any;

  g_mutex_lock (&mutex);
  any = n_running > 0;
  while (n_running > 0)
    g_cond_wait (&ended, &mutex);
  g_mutex_unlock (&mutex);

  return any;
}
