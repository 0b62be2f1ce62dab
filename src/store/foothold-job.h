// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/*
 * Work on a thread of GTask's pool that the end of the program waits for. exit() takes resources and libraries apart
 * while threads still run; one that reads a rule at that moment would crash.
 */

G_BEGIN_DECLS

/* As g_task_run_in_thread(). For work that ends soon after its cancellable is cancelled. */
void foothold_job_run (GTask *task, GTaskThreadFunc func);

/* Blocks until no job runs; what they bring comes afterwards through the main context. FALSE: there was none. */
gboolean foothold_jobs_wait (void);

G_END_DECLS
