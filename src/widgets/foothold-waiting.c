// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-waiting.h"

#include <glib/gi18n.h>

/* A spinner that flashes is worse than none. */
#define SPINNER_DELAY_MS 200
#define SPINNER_SIZE 32

struct _FootholdWaiting
{
  AdwBin parent_instance;

  GtkWidget *spinner;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (FootholdWaiting, foothold_waiting, ADW_TYPE_BIN)

static gboolean
timeout_cb (gpointer user_data)
{
  FootholdWaiting *self = user_data;

  self->timeout = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Loading…"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return G_SOURCE_REMOVE;
}

static void
foothold_waiting_map (GtkWidget *widget)
{
  FootholdWaiting *self = FOOTHOLD_WAITING (widget);

  GTK_WIDGET_CLASS (foothold_waiting_parent_class)->map (widget);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (SPINNER_DELAY_MS, timeout_cb, self);
}

static void
foothold_waiting_unmap (GtkWidget *widget)
{
  FootholdWaiting *self = FOOTHOLD_WAITING (widget);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
  GTK_WIDGET_CLASS (foothold_waiting_parent_class)->unmap (widget);
}

static void
foothold_waiting_dispose (GObject *object)
{
  g_clear_handle_id (&FOOTHOLD_WAITING (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (foothold_waiting_parent_class)->dispose (object);
}

static void
foothold_waiting_class_init (FootholdWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_waiting_dispose;
  widget_class->map = foothold_waiting_map;
  widget_class->unmap = foothold_waiting_unmap;
}

static void
foothold_waiting_init (FootholdWaiting *self)
{
  self->spinner = adw_spinner_new ();
  gtk_widget_set_size_request (self->spinner, SPINNER_SIZE, SPINNER_SIZE);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading…"), -1);
  adw_bin_set_child (ADW_BIN (self), self->spinner);
}
