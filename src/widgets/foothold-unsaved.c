// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-unsaved.h"

#include <glib/gi18n.h>

#define KEEP_ACTION "foothold-keep-action"
/* Two quick presses of Escape are one question. */
#define ASKING "foothold-asking"

static void
answered_cb (AdwDialog *dialog, const char *response, AdwAlertDialog *alert)
{
  g_object_set_data (G_OBJECT (dialog), ASKING, NULL);
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (dialog);
  else if (g_str_equal (response, "keep"))
    gtk_widget_activate_action (GTK_WIDGET (dialog), g_object_get_data (G_OBJECT (alert), KEEP_ACTION), NULL);
}

static void
ask (AdwDialog *dialog, const FootholdUnsaved *unsaved)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ (unsaved->title), _ (unsaved->text)));

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "keep",
                                  _ (unsaved->keep_label), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "keep", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (alert, "keep", unsaved->can_keep == NULL || unsaved->can_keep (dialog));
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_object_set_data (G_OBJECT (alert), KEEP_ACTION, (gpointer) unsaved->keep_action);
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), dialog, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (dialog), ASKING, alert);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (dialog));
}

/* What is unsaved is asked when it matters: nobody needs to follow what is typed. */
static void
close_attempt_cb (AdwDialog *dialog, const FootholdUnsaved *unsaved)
{
  if (g_object_get_data (G_OBJECT (dialog), ASKING) != NULL)
    return;

  if (unsaved->is_unsaved (dialog))
    ask (dialog, unsaved);
  else
    adw_dialog_force_close (dialog);
}

void
foothold_unsaved_guard (AdwDialog *dialog, const FootholdUnsaved *unsaved)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  adw_dialog_set_can_close (dialog, FALSE);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), (gpointer) unsaved);
}
