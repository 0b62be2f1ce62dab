/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window without its window: opens the data, answers on the bus like the
 * application does, and says "ready" and then the label of each change to undo on
 * standard output. With "--silent" it holds the lock and answers nothing. Ends when
 * standard input ends.
 */

#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "app/foothold-command-service.h"
#include "store/foothold-paths.h"

typedef struct
{
  FootholdStore *store;
  FootholdCommandService *service;
  GDBusConnection *connection;
  char *path;
  GMainLoop *loop;
} Window;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
say (const char *word)
{
  printf ("%s\n", word);
  fflush (stdout);
}

static void
changed_cb (FootholdStore *store, FootholdChanges *changes, Window *self)
{
  const char *label = foothold_store_get_undo_label (store);

  say (label != NULL ? label : "changed");
}

static void open_data (Window *self);

static void
restore_cb (const char *backup, GAsyncReadyCallback callback, gpointer callback_data, gpointer user_data)
{
  Window *self = user_data;
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, callback_data);
  GError *error = NULL;

  g_clear_object (&self->service);
  foothold_store_close (self->store);
  g_clear_object (&self->store);
  if (foothold_store_restore (dir, backup, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  open_data (self);
}

static void
open_data (Window *self)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foothold_store_open_async (dir, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->store = foothold_store_open_finish (result, &error);
  if (self->store == NULL)
    g_error ("%s", error->message);
  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), self);
  if (self->connection == NULL)
    return;

  self->service = foothold_command_service_new (self->connection, self->path, self->store, &error);
  if (self->service == NULL)
    g_error ("%s", error->message);
  foothold_command_service_set_restore (self->service, restore_cb, self);
}

static void
named_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  say ("ready");
}

static void
stdin_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_main_loop_quit (user_data);
}

int
main (int argc, char **argv)
{
  const gboolean silent = argc > 1 && g_str_equal (argv[1], "--silent");
  g_autofree char *name = foothold_paths_dup_bus_name ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GInputStream) in = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GError) error = NULL;
  Window self = { .loop = loop };
  char byte;
  guint owner = 0;

  self.path = foothold_paths_dup_object_path (name);
  if (!silent)
    {
      self.connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
      if (self.connection == NULL)
        g_error ("%s", error->message);
    }
  open_data (&self);
  if (silent)
    say ("ready");
  else
    owner =
      g_bus_own_name_on_connection (self.connection, name, G_BUS_NAME_OWNER_FLAGS_NONE, named_cb, NULL, NULL, NULL);
  g_input_stream_read_async (in, &byte, 1, G_PRIORITY_DEFAULT, NULL, stdin_cb, loop);
  g_main_loop_run (loop);

  g_clear_handle_id (&owner, g_bus_unown_name);
  g_clear_object (&self.service);
  foothold_store_close (self.store);
  g_clear_object (&self.store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self.connection);
  g_free (self.path);
  return 0;
}
