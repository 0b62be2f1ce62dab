// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The preferences dialog; the few things that are a matter of taste, and where the data is. */

#define G_LOG_DOMAIN "foothold-preferences"

#include "foothold-preferences.h"

#include "app/foothold-background.h"
#include "model/foothold-format.h"
#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-toast-title.h"

#include <glib/gi18n.h>

struct _FootholdPreferences
{
  AdwPreferencesDialog parent_instance;
  GSettings *settings;
  FootholdSession *session;
  AdwComboRow *appearance_row;
  AdwSwitchRow *reminders_row;
  AdwActionRow *backup_row;
  AdwActionRow *folder_row;
  GtkWidget *backup_button;
};

G_DEFINE_FINAL_TYPE (FootholdPreferences, foothold_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static void
say (FootholdPreferences *self, const char *text)
{
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), foothold_toast_new (text));
}

static void
show_last_backup (FootholdPreferences *self)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (foothold_session_get_dir (self->session), NULL);
  g_autofree char *text = NULL;
  if (backups != NULL && backups->len > 0)
    {
      const FootholdBackup *last = g_ptr_array_index (backups, 0);
      text = foothold_format_instant (last->made_at, NULL, TRUE);
    }
  else
    text = g_strdup (_ ("None yet"));
  adw_action_row_set_subtitle (self->backup_row, text);
}

static void
backup_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foothold_store_backup_finish (FOOTHOLD_STORE (source), result, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.make-backup", TRUE);
  say (self, path != NULL ? _ ("Backup made") : error->message);
  show_last_backup (self);
}

static void
make_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdPreferences *self = FOOTHOLD_PREFERENCES (widget);
  FootholdStore *store = foothold_session_get_store (self->session);
  if (store == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "preferences.make-backup", FALSE);
  foothold_store_backup_async (store, NULL, backup_made, g_object_ref (self));
}

static void
folder_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say (self, _ ("No program on this computer shows folders. The path above can be copied."));
}

static void
open_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdPreferences *self = FOOTHOLD_PREFERENCES (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (foothold_session_get_dir (self->session));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, folder_opened,
                            g_object_ref (self));
}

static void
appearance_selected (FootholdPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->appearance_row);
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  if (selected >= G_N_ELEMENTS (schemes))
    return;
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "appearance", (int) selected);
  else
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[selected]);
}

/* Reminders */

static void
show_reminders (FootholdPreferences *self)
{
  gboolean on = self->settings != NULL && g_settings_get_boolean (self->settings, "reminders");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->reminders_row),
                               !on ? ""
                               : g_settings_get_boolean (self->settings, "background")
                                 ? _ ("Also while no window is open")
                                 : _ ("While Foothold is open"));
}

static void
background_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean allowed = foothold_background_request_finish (result, &error);
  if (error != NULL)
    g_debug ("The desktop cannot be asked: %s", error->message);
  if (self->settings == NULL)
    return;
  g_settings_set_boolean (self->settings, "background",
                          allowed && g_settings_get_boolean (self->settings, "reminders"));
  show_reminders (self);
}

static void
reminders_switched (FootholdPreferences *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean on = adw_switch_row_get_active (self->reminders_row);
  if (self->settings == NULL || on == g_settings_get_boolean (self->settings, "reminders"))
    return;
  g_settings_set_boolean (self->settings, "reminders", on);
  if (GTK_IS_WINDOW (root) && (on || g_settings_get_boolean (self->settings, "background")))
    foothold_background_request_async (GTK_WINDOW (root), on,
                                       _ ("To remind you of what is due while no window is open"), NULL,
                                       background_answered, g_object_ref (self));
  if (!on)
    g_settings_set_boolean (self->settings, "background", FALSE);
  show_reminders (self);
}

AdwDialog *
foothold_preferences_new (GSettings *settings, FootholdSession *session)
{
  FootholdPreferences *self = g_object_new (FOOTHOLD_TYPE_PREFERENCES, NULL);
  g_set_object (&self->settings, settings);
  self->session = g_object_ref (session);
  adw_action_row_set_subtitle (self->folder_row, foothold_session_get_dir (session));
  show_last_backup (self);

  FootholdStore *store = foothold_session_get_store (session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.make-backup",
                                 store != NULL && !foothold_store_get_read_only (store));
  if (settings != NULL)
    adw_combo_row_set_selected (self->appearance_row, (guint) g_settings_get_enum (settings, "appearance"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->reminders_row), settings != NULL);
  if (settings != NULL)
    adw_switch_row_set_active (self->reminders_row, g_settings_get_boolean (settings, "reminders"));
  show_reminders (self);
  g_signal_connect_swapped (self->reminders_row, "notify::active", G_CALLBACK (reminders_switched), self);
  g_signal_connect_swapped (self->appearance_row, "notify::selected", G_CALLBACK (appearance_selected), self);
  return ADW_DIALOG (self);
}

static void
foothold_preferences_dispose (GObject *object)
{
  FootholdPreferences *self = FOOTHOLD_PREFERENCES (object);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_PREFERENCES);
  G_OBJECT_CLASS (foothold_preferences_parent_class)->dispose (object);
}

static void
foothold_preferences_class_init (FootholdPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  foothold_help_install (widget_class, "data");
  G_OBJECT_CLASS (klass)->dispose = foothold_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPreferences, appearance_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreferences, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreferences, backup_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreferences, backup_button);
  gtk_widget_class_install_action (widget_class, "preferences.make-backup", NULL, make_backup);
  gtk_widget_class_install_action (widget_class, "preferences.open-folder", NULL, open_folder);
}

static void
foothold_preferences_init (FootholdPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_first_focus (GTK_WIDGET (self->appearance_row));
}
