// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-page-failure.h"

#include <glib/gi18n.h>

#define CHILD_NAME "failed"

/* (transfer none): of a floating page */
static AdwStatusPage *
make_page (FootholdPageFailureRetry retry, gpointer page)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Try Again"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "foothold-warning-sign-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("This Cannot Be Read"));
  gtk_widget_add_css_class (status, "compact");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (retry), page, G_CONNECT_SWAPPED);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return ADW_STATUS_PAGE (status);
}

static GtkWidget *
frame_page (AdwStatusPage *status)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_show_title (ADW_HEADER_BAR (bar), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (status));
  return view;
}

void
foothold_page_failure_show (GtkStack *states,
                            gboolean framed,
                            const GError *error,
                            FootholdPageFailureRetry retry,
                            gpointer page)
{
  GtkWidget *child = gtk_stack_get_child_by_name (states, CHILD_NAME);
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  if (child == NULL)
    {
      AdwStatusPage *made = make_page (retry, page);

      child = framed ? frame_page (made) : GTK_WIDGET (made);
      gtk_stack_add_named (states, child, CHILD_NAME);
      g_object_set_data (G_OBJECT (child), "status", made);
    }

  adw_status_page_set_description (g_object_get_data (G_OBJECT (child), "status"), markup);
  gtk_stack_set_visible_child (states, child);
  gtk_accessible_announce (GTK_ACCESSIBLE (states), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
foothold_page_failure_end (GtkStack *states, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (states, CHILD_NAME);
  const gboolean keys = child != NULL && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_stack_set_visible_child_name (states, name);
  if (keys)
    gtk_widget_child_focus (GTK_WIDGET (states), GTK_DIR_TAB_FORWARD);
}
