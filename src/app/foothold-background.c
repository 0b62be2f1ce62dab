// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-background"

#include "foothold-background.h"

#include <libportal-gtk4/portal-gtk4.h>

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean allowed = xdp_portal_request_background_finish (XDP_PORTAL (source), result, &error);

  /* a no is an answer */
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, allowed);
}

void
foothold_background_request_async (GtkWindow *parent,
                                   gboolean on,
                                   const char *reason,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  static const char *const command[] = { "foothold", "--gapplication-service" };
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (XdpPortal) portal = NULL;
  g_autoptr (XdpParent) dialog_parent = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_task_set_source_tag (task, foothold_background_request_async);
  portal = xdp_portal_initable_new (&error);
  if (portal == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (command); i++)
    g_ptr_array_add (arguments, (gpointer) command[i]);
  dialog_parent = xdp_parent_new_gtk (parent);
  xdp_portal_request_background (portal, dialog_parent, (char *) reason, arguments,
                                 on ? XDP_BACKGROUND_FLAG_AUTOSTART : XDP_BACKGROUND_FLAG_NONE, cancellable,
                                 answered_cb, g_steal_pointer (&task));
}

gboolean
foothold_background_request_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
