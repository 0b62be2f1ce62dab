// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-snooze-dialog.h"

#include "views/today/foothold-today-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GtkWidget *from;
  GtkCalendar *calendar;
  FootholdSnoozeFunc chosen;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static char *
dup_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
day_selected_cb (GtkCalendar *calendar, AdwAlertDialog *dialog)
{
  g_autofree char *day = dup_day (calendar);
  g_autofree char *today = foothold_today_iso (NULL, 0);

  adw_alert_dialog_set_response_enabled (dialog, "snooze", strcmp (day, today) > 0);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (GtkWidget) from = asking->from;
  g_autoptr (GtkCalendar) calendar = asking->calendar;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  /* the window may have closed meanwhile */
  if (g_strcmp0 (response, "snooze") == 0 && gtk_widget_get_root (from) != NULL)
    {
      g_autofree char *day = dup_day (calendar);

      asking->chosen (from, day, asking->user_data);
    }
  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
}

void
foothold_snooze_dialog_ask (GtkWidget *from, FootholdSnoozeFunc chosen, gpointer user_data, GDestroyNotify destroy)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Snooze Until"), NULL));
  GtkWidget *calendar = gtk_calendar_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  Asking *asking = g_new0 (Asking, 1);

  gtk_calendar_select_day (GTK_CALENDAR (calendar), tomorrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Snooze Until"), -1);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), dialog, 0);
  adw_alert_dialog_set_extra_child (dialog, calendar);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "snooze", _ ("_Snooze"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "snooze", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "snooze");
  adw_alert_dialog_set_close_response (dialog, "cancel");

  asking->from = g_object_ref (from);
  asking->calendar = g_object_ref (GTK_CALENDAR (calendar));
  asking->chosen = chosen;
  asking->user_data = user_data;
  asking->destroy = destroy;
  adw_alert_dialog_choose (dialog, from, NULL, chosen_cb, asking);
}
