/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-toaster.h"

#include "widgets/foothold-toast-title.h"

#include <glib/gi18n.h>

/* What was said last hangs on its overlay until the next takes its place: in a queue it would come too late. */
#define SAID_TOAST "foothold-said-toast"
/* The last toast with Undo, at the window; the overlay may be a dialog's. */
#define UNDO_TOAST "foothold-undo-toast"
/* The last error, while its toast is there. */
#define ERROR_TOAST "foothold-error-toast"
/* The error that the window has just told by itself. */
#define TOLD "foothold-told"

static void
show (GtkWidget *from, AdwToast *toast, gboolean replaces)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    {
      g_debug ("Nowhere to say “%s”", foothold_toast_get_text (toast));
      g_object_unref (toast);
      return;
    }

  if (replaces)
    {
      AdwToast *before = g_object_get_data (G_OBJECT (overlay), SAID_TOAST);

      if (before != NULL)
        adw_toast_dismiss (before);
      g_object_set_data_full (G_OBJECT (overlay), SAID_TOAST, g_object_ref (toast), g_object_unref);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (overlay), foothold_toast_get_text (toast),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
foothold_toaster_forget_undo (GtkWidget *root)
{
  g_autoptr (AdwToast) toast = g_object_steal_data (G_OBJECT (root), UNDO_TOAST);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

void
foothold_toast (GtkWidget *from, const char *text, gboolean with_undo)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from));

  toast = foothold_toast_new (text);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      if (gtk_widget_get_root (from) != NULL)
        g_object_set_data_full (G_OBJECT (gtk_widget_get_root (from)), UNDO_TOAST, g_object_ref (toast),
                                g_object_unref);
    }
  show (from, toast, TRUE);
}

void
foothold_toaster_told (AdwToastOverlay *overlay, const GError *error)
{
  g_object_set_data_full (G_OBJECT (overlay), TOLD, g_strdup (error->message), g_free);
}

static gboolean
is_told (GtkWidget *from, const GError *error)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *told = overlay != NULL ? g_object_steal_data (G_OBJECT (overlay), TOLD) : NULL;

  return g_strcmp0 (told, error->message) == 0;
}

static void
error_dismissed_cb (AdwToast *toast, GtkWidget *overlay)
{
  if (g_object_get_data (G_OBJECT (overlay), ERROR_TOAST) == toast)
    g_object_set_data (G_OBJECT (overlay), ERROR_TOAST, NULL);
}

/* What goes on failing for one reason, such as each pause in typing on a full disk, is said by one toast. */
static gboolean
stands_there (GtkWidget *overlay, const char *title)
{
  AdwToast *toast = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), ERROR_TOAST) : NULL;

  return toast != NULL && g_strcmp0 (foothold_toast_get_text (toast), title) == 0;
}

void
foothold_toast_error (GtkWidget *from, const GError *error)
{
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (error != NULL);

  if (is_told (from, error))
    return;
  toast = foothold_toast_new (error->message);
  overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (stands_there (overlay, foothold_toast_get_text (toast)))
    {
      g_object_unref (toast);
      return;
    }
  if (overlay != NULL)
    {
      g_object_set_data_full (G_OBJECT (overlay), ERROR_TOAST, g_object_ref (toast), g_object_unref);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (error_dismissed_cb), overlay, 0);
    }
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  show (from, toast, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);

  if (dialog == NULL)
    return GDK_EVENT_PROPAGATE;
  /* also where it asks first: going on, the key would make it ask twice */
  adw_dialog_close (ADW_DIALOG (dialog));
  return GDK_EVENT_STOP;
}

void
foothold_toaster_let_escape (AdwToastOverlay *overlay)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *escape =
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  /* the child hears a key before the overlay does */
  gtk_widget_add_controller (adw_toast_overlay_get_child (overlay), keys);
}
