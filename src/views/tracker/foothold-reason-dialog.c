// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-reason-dialog.h"

#include "widgets/foothold-default-key.h"

#include <glib/gi18n.h>

typedef struct
{
  FootholdReasonFunc func;
  gpointer user_data;
  GDestroyNotify free_data;
  GtkEditable *entry;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  self->free_data (self->user_data);
  g_free (self);
}

static void
answered (AdwAlertDialog *dialog, const char *response, Question *self)
{
  g_autofree char *reason = NULL;

  if (!g_str_equal (response, "accept"))
    return;
  reason = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  self->func (*reason != '\0' ? reason : NULL, self->user_data);
}

void
foothold_reason_dialog_ask (GtkWidget *parent,
                            const char *heading,
                            const char *accept,
                            FootholdReasonFunc func,
                            gpointer user_data,
                            GDestroyNotify free_data)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Question *self = g_new0 (Question, 1);

  *self = (Question) { func, user_data, free_data, GTK_EDITABLE (entry) };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason (optional)"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  foothold_default_key_add (entry);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "accept");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), self, question_free, G_CONNECT_DEFAULT);
  /* Else the button has the keys, and the first blank of the reason presses it. */
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, parent);
}
