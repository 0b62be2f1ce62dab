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

/* ---- at the top ---- */

static GtkViewport *
find_viewport (GtkWidget *content)
{
  return GTK_VIEWPORT (gtk_widget_get_ancestor (content, GTK_TYPE_VIEWPORT));
}

static gboolean
settled_cb (gpointer data)
{
  GtkViewport *viewport = find_viewport (data);

  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (viewport, TRUE);

  return G_SOURCE_REMOVE;
}

static void
stay (GtkWidget *content)
{
  GtkViewport *viewport = find_viewport (content);

  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (viewport, FALSE);
}

/* Once the keys have come; what they go to afterwards is followed as anywhere. */
static void
mapped_to_stay_cb (GtkWidget *content)
{
  stay (content);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, settled_cb, g_object_ref (content), g_object_unref);
}

static gboolean
key_cb (GtkWidget *content)
{
  GtkViewport *viewport = find_viewport (content);

  if (viewport != NULL)
    gtk_viewport_scroll_to (viewport, content, NULL);

  return GDK_EVENT_PROPAGATE;
}

void
foothold_first_focus_stays_at_top (GtkWidget *content)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (content));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), content);
  gtk_widget_add_controller (content, keys);
  g_signal_connect (content, "map", G_CALLBACK (mapped_to_stay_cb), NULL);
  stay (content);
}
