/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-long-work.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is done sooner would only flicker. */
#define PATIENCE_MS 400

struct _FootholdLongWork
{
  AdwToastOverlay *overlay; /* NULL: there is none to speak in */
  GCancellable *cancellable;
  AdwToast *toast;
  guint waiting;
};

static GtkWidget *
make_title (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), adw_spinner_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Still working…")));
  return box;
}

static gboolean
takes_long_cb (gpointer user_data)
{
  FootholdLongWork *self = user_data;

  self->waiting = 0;
  self->toast = g_object_ref_sink (g_object_new (ADW_TYPE_TOAST, NULL));
  adw_toast_set_custom_title (self->toast, make_title ());
  adw_toast_set_button_label (self->toast, _ ("_Cancel"));
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->overlay), _ ("Still working…"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return G_SOURCE_REMOVE;
}

FootholdLongWork *
foothold_long_work_begin (GtkWidget *from, GCancellable *cancellable)
{
  GtkWidget *overlay = ADW_IS_TOAST_OVERLAY (from) ? from : gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  FootholdLongWork *self = g_new0 (FootholdLongWork, 1);

  self->cancellable = g_object_ref (cancellable);
  if (overlay != NULL)
    {
      self->overlay = g_object_ref (ADW_TOAST_OVERLAY (overlay));
      self->waiting = g_timeout_add (PATIENCE_MS, takes_long_cb, self);
    }
  return self;
}

void
foothold_long_work_end (FootholdLongWork *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_object (&self->overlay);
  g_object_unref (self->cancellable);
  g_free (self);
}
