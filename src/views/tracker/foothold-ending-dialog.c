// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-ending-dialog.h"

#include "rules/foothold-application-states.h"
#include "widgets/foothold-default-key.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

typedef struct
{
  FootholdEndingFunc func;
  gpointer user_data;
  GDestroyNotify free_data;
  AdwAlertDialog *dialog;
  GtkEditable *reason;
  const char *state; /* that was chosen, or the only one */
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
  reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  self->func (self->state, *reason != '\0' ? reason : NULL, self->user_data);
}

static void
toggled_cb (Question *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->state = g_object_get_data (G_OBJECT (button), "state");
  adw_alert_dialog_set_response_enabled (self->dialog, "accept", TRUE);
}

static GtkCheckButton *
add_choice (Question *self, GtkWidget *list, const char *state, GtkCheckButton *group)
{
  const char *name = foothold_list_name (&foothold_application_states, state);
  GtkWidget *row = foothold_action_row_new (name, NULL);
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "state", (gpointer) state);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_CHECK_BUTTON (button);
}

static GtkWidget *
list_new (GtkWidget *box, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

/* Which of @states; what is to have the keys. */
static GtkWidget *
add_choices (Question *self, GtkWidget *box, const char *heading, const char *const *states)
{
  GtkWidget *choices = list_new (box, heading);
  GtkCheckButton *first = NULL;

  for (guint i = 0; states[i] != NULL; i++)
    {
      GtkCheckButton *button = add_choice (self, choices, states[i], first);

      first = first != NULL ? first : button;
    }
  /* nothing is said of an application that nobody said */
  adw_alert_dialog_set_response_enabled (self->dialog, "accept", FALSE);
  /* the arrows go from answer to answer */
  return gtk_widget_get_ancestor (GTK_WIDGET (first), GTK_TYPE_LIST_BOX_ROW);
}

void
foothold_ending_dialog_ask (GtkWidget *parent,
                            const char *heading,
                            const char *accept,
                            const char *const *states,
                            FootholdEndingFunc func,
                            gpointer user_data,
                            GDestroyNotify free_data)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *focus = entry; /* else the button has the keys, and the first blank of the reason presses it */
  Question *self = g_new0 (Question, 1);

  *self = (Question) { func, user_data, free_data, ADW_ALERT_DIALOG (dialog), GTK_EDITABLE (entry), states[0] };
  adw_alert_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (self->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (self->dialog, "accept");
  adw_alert_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), self, question_free, G_CONNECT_DEFAULT);

  if (states[1] != NULL)
    focus = add_choices (self, box, heading, states);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason (optional)"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  foothold_default_key_add (entry);
  gtk_list_box_append (GTK_LIST_BOX (list_new (box, _ ("Reason"))), entry);
  adw_alert_dialog_set_extra_child (self->dialog, box);
  adw_dialog_set_focus (dialog, focus);
  adw_dialog_present (dialog, parent);
}
