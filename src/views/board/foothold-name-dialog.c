// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-name-dialog.h"

#include "widgets/foothold-default-key.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkEditable *entry;
  FootholdNamedFunc func;
  GObject *user_data;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->user_data);
  g_free (self);
}

static char *
dup_name (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
changed_cb (AdwAlertDialog *dialog, GtkEditable *entry)
{
  g_autofree char *name = dup_name (entry);

  adw_alert_dialog_set_response_enabled (dialog, "accept", *name != '\0');
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, gpointer user_data)
{
  Asking *self = user_data;
  g_autofree char *name = dup_name (self->entry);

  if (g_str_equal (response, "accept") && *name != '\0')
    self->func (name, self->user_data);
}

void
foothold_name_dialog_ask (GtkWidget *parent,
                          const char *heading,
                          const char *accept,
                          const char *proposal,
                          FootholdNamedFunc func,
                          gpointer user_data)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Asking *asking = g_new0 (Asking, 1);

  asking->entry = GTK_EDITABLE (entry);
  asking->func = func;
  asking->user_data = g_object_ref (user_data);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  foothold_default_key_add (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), proposal);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);

  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_add_response (dialog, "accept", accept);
  adw_alert_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "accept");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  changed_cb (dialog, GTK_EDITABLE (entry));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, G_CONNECT_DEFAULT);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
