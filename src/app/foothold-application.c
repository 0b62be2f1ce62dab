// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Life and end of the program; what the person can do is in the window. */

#define G_LOG_DOMAIN "foothold-application"

#include "foothold-application.h"

#include "app/foothold-command-service.h"
#include "app/foothold-reminders.h"
#include "app/foothold-session.h"
#include "app/foothold-settings.h"
#include "app/foothold-window.h"
#include "store/foothold-paths.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

struct _FootholdApplication
{
  AdwApplication parent_instance;
  FootholdSession *session;
  GSettings *settings;
  FootholdCommandService *commands; /* while a store is open and there is a bus */
  FootholdReminders *reminders; /* as long as that */
  gboolean held; /* it goes on without a window, to remind */
  guint signal_sources[3];
  gboolean sample; /* started to look around */
};

G_DEFINE_FINAL_TYPE (FootholdApplication, foothold_application, ADW_TYPE_APPLICATION)

static FootholdWindow *
ensure_window (FootholdApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window != NULL && FOOTHOLD_IS_WINDOW (window))
    return FOOTHOLD_WINDOW (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (FOOTHOLD_IS_WINDOW (l->data))
      return l->data;
  return foothold_window_new (GTK_APPLICATION (self), self->session, self->settings);
}

static void
foothold_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (FOOTHOLD_APPLICATION (application))));
}

static void
foothold_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  FootholdWindow *window = ensure_window (FOOTHOLD_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  foothold_window_import_files (window, files, (guint) n_files);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static void
new_opportunity_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FootholdWindow *window = ensure_window (FOOTHOLD_APPLICATION (user_data));
  gtk_window_present (GTK_WINDOW (window));
  foothold_window_add_opportunity (window);
}

static void
appearance_changed (FootholdApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  guint appearance = (guint) g_settings_get_enum (self->settings, "appearance");
  if (appearance < G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[appearance]);
}

static void
restore_for_command (const char *backup, GAsyncReadyCallback callback, gpointer callback_data, gpointer user_data)
{
  foothold_session_restore_async (FOOTHOLD_APPLICATION (user_data)->session, backup, callback, callback_data);
}

static void
reminder_opened (FootholdApplication *self, const FootholdDueEntry *entry)
{
  FootholdWindow *window = ensure_window (self);
  gtk_window_present (GTK_WINDOW (window));
  foothold_window_open_due (window, entry);
}

/* Without a window there is somebody to remind only where the desktop allowed that, when the person asked for it. */
static void
reminders_switched (FootholdApplication *self)
{
  const gboolean hold = self->reminders != NULL && g_settings_get_boolean (self->settings, "reminders")
                        && g_settings_get_boolean (self->settings, "background");
  if (hold == self->held)
    return;
  self->held = hold;
  if (hold)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
start_reminders (FootholdApplication *self, FootholdStore *store)
{
  g_clear_object (&self->reminders);
  if (store != NULL && self->settings != NULL && !foothold_session_is_sample (self->session))
    {
      self->reminders = foothold_reminders_new (G_APPLICATION (self), store, self->settings, NULL);
      g_signal_connect_object (self->reminders, "open", G_CALLBACK (reminder_opened), self, G_CONNECT_SWAPPED);
    }
  reminders_switched (self);
}

/* Commands are answered while, and only while, this process has the data. */
static void
session_changed (FootholdApplication *self)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));
  FootholdStore *store = foothold_session_get_store (self->session);
  g_clear_object (&self->commands);
  start_reminders (self, store);
  /* The sample data is a window's affair: commands mean one's own data, which is then free for them. */
  if (store == NULL || connection == NULL || foothold_session_is_sample (self->session))
    return;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foothold_paths_dup_object_path (g_application_get_application_id (G_APPLICATION (self)));
  self->commands = foothold_command_service_new (connection, path, store, &error);
  if (self->commands == NULL)
    g_message ("Commands are not answered: %s", error->message);
  else
    foothold_command_service_set_restore (self->commands, restore_for_command, self);
}

static gboolean
told_to_end (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static void
foothold_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_activated },
    { .name = "new-opportunity", .activate = new_opportunity_activated },
  };
  static const struct
  {
    const char *action, *accels[3];
  } shortcuts[] = {
    { "app.quit", { "<Control>q" } },
    { "win.new", { "<Control>n" } },
    { "window.close", { "<Control>w" } },
    { "win.shortcuts", { "<Control>question", "<Control>F1" } },
    { "win.help", { "F1" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.search", { "<Control>f" } },
    { "win.compare", { "<Shift><Control>c" } },
    { "win.merge", { "<Shift><Control>m" } },
    { "win.cards", { "<Control>1" } },
    { "win.table", { "<Control>2" } },
    { "win.import", { "<Control>o" } },
    { "win.export", { "<Control>e" } },
    { "win.toggle-sidebar", { "F9" } },
  };
  static const int endings[] = { SIGTERM, SIGHUP, SIGINT };
  FootholdApplication *self = FOOTHOLD_APPLICATION (application);

  G_APPLICATION_CLASS (foothold_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].accels);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    self->signal_sources[i] = g_unix_signal_add (endings[i], told_to_end, self);

  self->settings = foothold_settings_new ();
  if (self->settings != NULL)
    {
      g_signal_connect_object (self->settings, "changed::appearance", G_CALLBACK (appearance_changed), self,
                               G_CONNECT_SWAPPED);
      appearance_changed (self);
      g_signal_connect_object (self->settings, "changed::reminders", G_CALLBACK (reminders_switched), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::background", G_CALLBACK (reminders_switched), self,
                               G_CONNECT_SWAPPED);
    }
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  /* The file opens on its own threads while the window is being built. */
  self->session = foothold_session_new (dir);
  g_signal_connect_object (self->session, "notify::state", G_CALLBACK (session_changed), self, G_CONNECT_SWAPPED);
  foothold_session_open (self->session, self->sample);
}

static void
foothold_application_shutdown (GApplication *application)
{
  FootholdApplication *self = FOOTHOLD_APPLICATION (application);
  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  /* What is being typed goes to the store before the store is told to end; then the windows may go. */
  g_autolist (GtkWindow) windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)),
                                                     (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (FOOTHOLD_IS_WINDOW (l->data))
        foothold_window_flush (l->data);
      gtk_window_destroy (l->data);
    }
  g_clear_object (&self->commands);
  g_clear_object (&self->reminders);
  foothold_session_end (self->session);
  g_clear_object (&self->session);
  g_settings_sync ();
  g_clear_object (&self->settings);
  G_APPLICATION_CLASS (foothold_application_parent_class)->shutdown (application);
}

FootholdApplication *
foothold_application_new (void)
{
  g_autofree char *id = foothold_paths_dup_bus_name ();
  return g_object_new (FOOTHOLD_TYPE_APPLICATION, "application-id", id, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/foothold_app/Foothold", "version", FOOTHOLD_VERSION, NULL);
}

static int
foothold_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  FOOTHOLD_APPLICATION (application)->sample = g_variant_dict_contains (options, "sample");
  return -1; /* go on starting */
}

static void
foothold_application_class_init (FootholdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  application_class->startup = foothold_application_startup;
  application_class->shutdown = foothold_application_shutdown;
  application_class->activate = foothold_application_activate;
  application_class->open = foothold_application_open;
  application_class->handle_local_options = foothold_application_handle_local_options;
}

static void
foothold_application_init (FootholdApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_add_main_option (G_APPLICATION (self), "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Open the sample data, apart from your own"), NULL);
}
