/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-default-key.h"

static gboolean
key_cb (GtkWidget *entry, guint key, guint code, GdkModifierType modifiers)
{
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || (modifiers & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_default (entry);
  return GDK_EVENT_STOP;
}

void
foothold_default_key_add (GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (entry));

  /* before the text, which takes Enter */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
}
