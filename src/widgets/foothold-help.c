/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static G_DEFINE_QUARK (foothold-help-page, page)

                        void foothold_help_set_page (GType type, const char *page)
{
  g_type_set_qdata (type, page_quark (), (gpointer) g_intern_string (page));
}

const char *
foothold_help_find_page (GtkWidget *widget)
{
  const char *page = NULL;

  for (; widget != NULL && page == NULL; widget = gtk_widget_get_parent (widget))
    page = g_type_get_qdata (G_OBJECT_TYPE (widget), page_quark ());

  return page;
}

static void
help_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || gtk_widget_get_root (from) == NULL)
    return;

  dialog = adw_alert_dialog_new (_ ("Help Could Not Be Opened"),
                                 _ ("There is no help viewer on this computer. Install “Yelp”, then press F1 again."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, from);
}

void
foothold_help_show (GtkWidget *from, const char *page)
{
  g_autofree char *uri = g_strdup_printf ("help:foothold/%s", page);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (from);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, help_shown,
                           g_object_ref (from));
}

static gboolean
asked_for_help (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* a page inside the dialog may have help of its own */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    focus = widget;
  foothold_help_show (widget, foothold_help_find_page (focus));
  return TRUE;
}

void
foothold_help_install (GtkWidgetClass *widget_class, const char *page)
{
  foothold_help_set_page (G_TYPE_FROM_CLASS (widget_class), page);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, asked_for_help, NULL);
}
