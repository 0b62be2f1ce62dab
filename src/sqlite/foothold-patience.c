/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-db"

#include "foothold-patience.h"

#include <glib.h>
#include <sys/resource.h>

/* The others get nine tenths of a processor that both want. */
#define NICE 10

void
foothold_be_patient (void)
{
  /* Linux: of this thread, not of the process. */
  if (setpriority (PRIO_PROCESS, 0, NICE) != 0)
    g_debug ("the thread is as eager as all others");
}
