// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-toast-title.h"

#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdToastTitle
{
  GtkWidget parent_instance;

  AdwToast *toast; /* holds this */
  GtkLabel *label;
  guint tick; /* of offer_cb () */
};

G_DEFINE_FINAL_TYPE (FootholdToastTitle, foothold_toast_title, GTK_TYPE_WIDGET)

static void
show_all_cb (FootholdToastTitle *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Whole Message"), gtk_label_get_text (self->label));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Not while the toast is being given its place: a button wants some of it. */
static gboolean
offer_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FootholdToastTitle *self = FOOTHOLD_TOAST_TITLE (widget);

  self->tick = 0;
  if (adw_toast_get_button_label (self->toast) == NULL)
    {
      adw_toast_set_button_label (self->toast, _ ("Show _All"));
      g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
    }
  else
    gtk_widget_set_tooltip_text (widget, gtk_label_get_text (self->label));
  return G_SOURCE_REMOVE;
}

static void
foothold_toast_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdToastTitle *self = FOOTHOLD_TOAST_TITLE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->label), width, height, baseline, NULL);
  if (self->tick == 0 && pango_layout_is_ellipsized (gtk_label_get_layout (self->label))
      && gtk_widget_get_tooltip_text (widget) == NULL)
    self->tick = gtk_widget_add_tick_callback (widget, offer_cb, NULL, NULL);
}

static void
foothold_toast_title_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (FOOTHOLD_TOAST_TITLE (widget)->label), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

AdwToast *
foothold_toast_new (const char *text)
{
  FootholdToastTitle *self = g_object_new (FOOTHOLD_TYPE_TOAST_TITLE, NULL);

  g_return_val_if_fail (text != NULL, NULL);

  foothold_label_set_text (self->label, text);
  self->toast = adw_toast_new ("");
  adw_toast_set_custom_title (self->toast, GTK_WIDGET (self));
  return self->toast;
}

const char *
foothold_toast_get_text (AdwToast *toast)
{
  g_return_val_if_fail (ADW_IS_TOAST (toast), NULL);

  return gtk_label_get_text (FOOTHOLD_TOAST_TITLE (adw_toast_get_custom_title (toast))->label);
}

static void
foothold_toast_title_dispose (GObject *object)
{
  FootholdToastTitle *self = FOOTHOLD_TOAST_TITLE (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (foothold_toast_title_parent_class)->dispose (object);
}

static void
foothold_toast_title_class_init (FootholdToastTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_toast_title_dispose;
  widget_class->measure = foothold_toast_title_measure;
  widget_class->size_allocate = foothold_toast_title_size_allocate;
}

static void
foothold_toast_title_init (FootholdToastTitle *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}
