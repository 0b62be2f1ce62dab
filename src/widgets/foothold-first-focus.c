/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-first-focus.h"

static gboolean
focus_cb (gpointer data)
{
  if (gtk_widget_get_mapped (data) && !gtk_widget_grab_focus (data))
    gtk_widget_child_focus (data, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* The sheet chooses when it has shown its content: after that. */
static void
mapped_cb (GtkWidget *content)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (content), g_object_unref);
}

void
foothold_first_focus (GtkWidget *content)
{
  g_return_if_fail (GTK_IS_WIDGET (content));

  g_signal_connect (content, "map", G_CALLBACK (mapped_cb), NULL);
  if (gtk_widget_get_mapped (content))
    mapped_cb (content);
}
