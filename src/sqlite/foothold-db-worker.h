/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A thread with a connection of its own and a queue of jobs: one that writes and one
 * that reads, so that the main thread never waits for SQLite. The connection is
 * opened on the thread; where that fails, every job fails with that error.
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DB_WORKER (foothold_db_worker_get_type ())

G_DECLARE_FINAL_TYPE (FootholdDbWorker, foothold_db_worker, FOOTHOLD, DB_WORKER, GObject)

/**
 * FootholdDbFunc:
 *
 * Runs on the worker thread. Touches @db and @data, and nothing else: no
 * GObject of the application, no settings, no signals.
 */
typedef gpointer (*FootholdDbFunc) (FootholdDb *db, gpointer data, GError **error);

FootholdDbWorker *foothold_db_worker_new (const char *path, FootholdDbMode mode);
/* A reader for what takes long and nobody waits for: its thread gives way to all others. */
FootholdDbWorker *foothold_db_worker_new_patient (const char *path);

/**
 * foothold_db_worker_push:
 * @task: (transfer full): carries the input as its task data; its cancellable reaches into running statements
 * @destroy: (nullable): frees what @func returns
 *
 * Jobs run in the order they are pushed. The task returns on the main context it
 * was made in, with @func's result or its error.
 */
void foothold_db_worker_push (FootholdDbWorker *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy);

/**
 * foothold_db_worker_push_within:
 * @task: (transfer full): as for foothold_db_worker_push()
 * @usec: a few thousand: the calling thread stands still for so long at most
 *
 * For what belongs in the frame that is about to be painted. Behind another job
 * that has been running for longer than a frame nothing is waited for: nobody
 * knows how long that takes. Where the answer is there in time, @task has returned when this does
 * (g_task_propagate_pointer() gives the result at once, though its callback may run later); where it is not,
 * @task returns like any other.
 *
 * Returns: whether @task has returned
 */
gboolean foothold_db_worker_push_within (FootholdDbWorker *self,
                                         GTask *task,
                                         FootholdDbFunc func,
                                         GDestroyNotify destroy,
                                         gint64 usec);

/* Lets what is queued run, closes the connection, waits for both. Their tasks still return afterwards. */
void foothold_db_worker_stop (FootholdDbWorker *self);
/* The same, but cancels @cancellable, with which the jobs were pushed, when they take longer than @ms. */
void foothold_db_worker_stop_within (FootholdDbWorker *self, guint ms, GCancellable *cancellable);

G_END_DECLS
