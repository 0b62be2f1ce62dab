// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Going back to a backup, and saving what can be read of a damaged file: the two ways out of trouble. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "views/restore/foothold-backups-dialog.h"
#include "views/restore/foothold-trouble-page.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

typedef struct
{
  FootholdWindow *window;
  FootholdBackupsDialog *dialog; /* NULL: what was salvaged */
  char *when; /* of the backup; NULL: what was salvaged */
} Restoring;

static void
restoring_free (Restoring *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->dialog);
  g_free (self->when);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restoring, restoring_free)

static void
answered (AdwAlertDialog *alert, const char *response, FootholdWindow *self)
{
  if (g_str_equal (response, "choose"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.backups", NULL);
}

/* A toast would cut the sentence, and go. */
static void
say_failed (FootholdWindow *self, const char *title, const GError *error, gboolean choose)
{
  AdwDialog *alert = adw_alert_dialog_new (title, NULL);
  g_autofree char *sentence = foothold_text_visible (error->message, FALSE);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (alert), sentence);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  if (choose)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "choose", _ ("Choose _Another…"));
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "choose", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "choose");
    }
  g_signal_connect_object (alert, "response", G_CALLBACK (answered), self, 0);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* It was not asked: so it says what is there now, and where the other is. */
static void
say_restored (FootholdWindow *self, const char *when, gboolean kept)
{
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is a date and time */
    kept ? _ ("Restored the backup of %s. The state before is kept as a backup.")
         /* Translators: %s is a date and time */
         : _ ("Restored the backup of %s. The file that was there is kept in the data folder."),
    when);
  foothold_toast (GTK_WIDGET (self->overlay), text, FALSE);
}

static void
restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Restoring) restoring = user_data;
  FootholdWindow *self = restoring->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gboolean done = foothold_session_restore_finish (FOOTHOLD_SESSION (source), result, &before, &error);

  if (restoring->dialog != NULL)
    {
      foothold_backups_dialog_set_busy (restoring->dialog, FALSE);
      adw_dialog_close (ADW_DIALOG (restoring->dialog));
    }
  if (done && restoring->when != NULL)
    say_restored (self, restoring->when, before != NULL);
  else if (done)
    foothold_toast (GTK_WIDGET (self->overlay), _ ("Backup restored"), FALSE);
  else
    say_failed (self, _ ("The Backup Was Not Restored"), error, TRUE);
}

static void
restore (FootholdWindow *self, FootholdBackupsDialog *dialog, const char *path, const char *when)
{
  Restoring *restoring = g_new0 (Restoring, 1);
  restoring->window = g_object_ref (self);
  g_set_object (&restoring->dialog, dialog);
  restoring->when = g_strdup (when);
  foothold_session_restore_async (self->session, path, restored, restoring);
}

static void
restore_chosen (FootholdBackupsDialog *dialog, const char *path, const char *when, FootholdWindow *self)
{
  foothold_backups_dialog_set_busy (dialog, TRUE);
  restore (self, dialog, path, when);
}

static void
backups_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  AdwDialog *dialog = foothold_backups_dialog_new (self->store, foothold_session_get_dir (self->session));
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_chosen), self, 0);
  adw_dialog_present (dialog, widget);
}

/* Salvaging */

static char *
describe (const FootholdSalvageReport *report)
{
  guint n_kept = (guint) MIN (report->n_opportunities, G_MAXUINT), n_lost = (guint) MIN (report->n_lost, G_MAXUINT);
  g_autofree char *kept =
    g_strdup_printf (ngettext ("%u opportunity could be read.", "%u opportunities could be read.", n_kept), n_kept);
  g_autofree char *lost =
    g_strdup_printf (ngettext ("Of all entries, %u is lost.", "Of all entries, %u are lost.", n_lost), n_lost);
  return g_strjoin (" ", kept,
                    report->uncounted     ? _ ("Nobody can tell how many are lost.")
                    : report->n_lost == 0 ? _ ("As far as can be told, nothing is lost.")
                                          : lost,
                    _ ("What could be read is in a new backup. If you use it, the damaged file is kept beside it."),
                    NULL);
}

static void
salvage_answered (AdwAlertDialog *alert, const char *response, FootholdWindow *self)
{
  if (g_str_equal (response, "use"))
    restore (self, NULL, g_object_get_data (G_OBJECT (alert), "backup"), NULL);
}

static void
salvaged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdSalvageReport) report =
    foothold_session_salvage_finish (FOOTHOLD_SESSION (source), result, &error);

  if (self->trouble == NULL)
    return;
  foothold_trouble_page_set_busy (FOOTHOLD_TROUBLE_PAGE (self->trouble), FALSE);
  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_failed (self, _ ("Nothing Was Salvaged"), error, FALSE);
      return;
    }
  g_autofree char *text = describe (report);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Salvaged"), text);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "close", _ ("_Not Now"), "use", _ ("_Use It"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "use", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "use");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "close");
  g_object_set_data_full (G_OBJECT (alert), "backup", g_strdup (report->backup), g_free);
  g_signal_connect_object (alert, "response", G_CALLBACK (salvage_answered), self, 0);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

void
foothold_window_salvage (FootholdWindow *self)
{
  foothold_trouble_page_set_busy (FOOTHOLD_TROUBLE_PAGE (self->trouble), TRUE);
  foothold_session_salvage_async (self->session, NULL, salvaged, g_object_ref (self));
}

void
foothold_window_install_restore (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_activated);
}
