// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A sabotage for the kills: preloaded, the timer that keeps what is typed never comes. It is the only one of that
 * length. */

#include <dlfcn.h>
#include <glib.h>

#define KEEP_MS 1500
#define NEVER_MS (3600 * 1000)

typedef guint (*TimeoutAdd) (guint interval, GSourceFunc function, gpointer data);

#undef g_timeout_add

guint g_timeout_add (guint interval, GSourceFunc function, gpointer data);

guint
g_timeout_add (guint interval, GSourceFunc function, gpointer data)
{
  TimeoutAdd next = (TimeoutAdd) dlsym (RTLD_NEXT, "g_timeout_add");

  return next (interval == KEEP_MS ? NEVER_MS : interval, function, data);
}
