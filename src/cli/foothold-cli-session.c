/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-cli"

#include "cli/foothold-cli-session.h"

#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

#include "store/foothold-paths.h"

#define PROGRESS_INTERVAL_US 100000

void
foothold_cli_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
foothold_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

FootholdStore *
foothold_cli_open_store (GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_open_async (dir, NULL, foothold_cli_result_cb, &result);
  return foothold_store_open_finish (foothold_cli_wait (&result), error);
}

void
foothold_cli_close_store (FootholdStore *store)
{
  foothold_store_close (store);
  g_object_unref (store);
  /* What was on its way back to this thread ends here. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

GCancellable *
foothold_cli_cancellable (void)
{
  static GCancellable *cancellable;

  if (cancellable == NULL)
    {
      cancellable = g_cancellable_new ();
      g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
      g_unix_signal_add (SIGTERM, interrupted_cb, cancellable);
      g_unix_signal_add (SIGHUP, interrupted_cb, cancellable);
    }

  return cancellable;
}

void
foothold_cli_progress (double fraction)
{
  static gint64 last;
  const gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || (fraction < 1 && now - last < PROGRESS_INTERVAL_US))
    return;

  last = now;
  if (fraction < 1)
    g_printerr ("\r%3d %%", (int) (CLAMP (fraction, 0, 1) * 100));
  else
    g_printerr ("\r      \r");
}
