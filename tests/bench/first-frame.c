// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Preloaded into any GTK program, ours or a bare window, so that both are measured the same way and neither carries
 * code for it.
 *
 * FOOTHOLD_BENCH_START: CLOCK_MONOTONIC in nanoseconds just before exec. On the descriptor FOOTHOLD_BENCH_FD it writes
 * "frame MS" after the first painted frame, with "cpu MS" of the main thread until then, and after two more seconds
 * "slice MS", the longest the main loop was busy in them, and "frames N".
 */

#include <gtk/gtk.h>

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static gint64 begun;
static int channel = -1;
static double longest;
static guint frames;
static gint64 last_wake;
static GPollFunc poll_func;

/* Time between two polls is time in which no key would have been answered. */
static int
timed_poll (GPollFD *fds, guint n, int timeout)
{
  double busy = (double) (g_get_monotonic_time () - last_wake) / 1000.0;
  longest = MAX (longest, busy);
  int ready = poll_func (fds, n, timeout);
  last_wake = g_get_monotonic_time ();
  return ready;
}

static gboolean
settled (gpointer user_data)
{
  dprintf (channel, "slice %.3f\nframes %u\n", longest, frames);
  return G_SOURCE_REMOVE;
}

static gboolean
after_paint (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  if (frames++ == 0)
    {
      struct timespec spent;
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
      dprintf (channel, "frame %.3f\ncpu %.3f\n", (double) (g_get_monotonic_time () - begun) / 1000.0,
               (double) spent.tv_sec * 1000.0 + (double) spent.tv_nsec / 1e6);
      longest = 0;
      last_wake = g_get_monotonic_time ();
      poll_func = g_main_context_get_poll_func (NULL);
      g_main_context_set_poll_func (NULL, timed_poll);
      g_timeout_add (2000, settled, NULL);
    }
  return TRUE;
}

__attribute__ ((constructor)) static void
setup (void)
{
  const char *start = g_getenv ("FOOTHOLD_BENCH_START"), *fd = g_getenv ("FOOTHOLD_BENCH_FD");
  if (start == NULL || fd == NULL)
    return;
  begun = g_ascii_strtoll (start, NULL, 10) / 1000;
  channel = (int) g_ascii_strtoll (fd, NULL, 10);
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, after_paint, NULL, NULL);
}
