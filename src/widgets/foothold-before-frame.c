// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-before-frame.h"

#include <gdk/gdk.h>

void
foothold_before_frame (guint *source, GSourceFunc func, gpointer user_data)
{
  if (*source == 0)
    *source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, func, user_data, NULL);
}
