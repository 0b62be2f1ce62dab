/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-cli"

#include "cli/foothold-cli-client.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "exchange/foothold-commands.h"
#include "store/foothold-paths.h"

static void
progress_cb (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  double fraction;

  g_variant_get (parameters, "(d)", &fraction);
  foothold_cli_progress (fraction);
}

/* No bus, no window on it, or a window that is too old to know: someone has the lock, and cannot be asked. */
static gboolean
is_nobody_there (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE);
}

/* The answer; NULL with an error whose message is a sentence. @what: what one may do instead, marked for translation */
static GVariant *
call (const char *method,
      GVariant *parameters,
      GUnixFDList *fds,
      const char *reply_type,
      const char *nobody,
      GError **error)
{
  g_autofree char *name = foothold_paths_dup_bus_name ();
  g_autofree char *path = foothold_paths_dup_object_path (name);
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) owned = g_variant_ref_sink (parameters);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local_error = NULL;
  GVariant *reply;
  guint subscription;

  if (connection == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, nobody);
      return NULL;
    }

  g_dbus_connection_set_exit_on_close (connection, FALSE);
  subscription = g_dbus_connection_signal_subscribe (connection, NULL, FOOTHOLD_COMMANDS_INTERFACE, "Progress", path,
                                                     NULL, G_DBUS_SIGNAL_FLAGS_NONE, progress_cb, NULL, NULL);
  g_dbus_connection_call_with_unix_fd_list (connection, name, path, FOOTHOLD_COMMANDS_INTERFACE, method, owned,
                                            G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, fds,
                                            foothold_cli_cancellable (), foothold_cli_result_cb, &result);
  reply = g_dbus_connection_call_with_unix_fd_list_finish (connection, NULL, foothold_cli_wait (&result), &local_error);
  g_dbus_connection_signal_unsubscribe (connection, subscription);
  foothold_cli_progress (1);

  if (reply == NULL && is_nobody_there (local_error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, nobody);
  else if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return reply;
}

gint64
foothold_cli_client_generate (gboolean applications, guint64 n_rows, guint64 seed, GError **error)
{
  g_autoptr (GVariant) reply =
    call ("Generate", g_variant_new ("(btt)", applications, n_rows, seed), NULL, "(x)",
          _ ("Foothold is open; close it, then generate again. Nothing was changed."), error);
  gint64 n_written = -1;

  if (reply != NULL)
    g_variant_get (reply, "(x)", &n_written);
  return n_written;
}

/* The place of @path in @fds; -1 on error. */
static int
append_file (GUnixFDList *fds, const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

  if (fd < 0)
    {
      const int saved_errno = errno;
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), _ ("“%s” cannot be read: %s."), name,
                   g_strerror (saved_errno));
      return -1;
    }

  /* It keeps a copy of its own. */
  return g_unix_fd_list_append (fds, fd, error);
}

gboolean
foothold_cli_client_import (GPtrArray *inputs,
                            const FootholdImportAnswers *answers,
                            gboolean yes,
                            GVariant **preview,
                            gint64 *n_imported,
                            GError **error)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_auto (GVariantBuilder) files = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sh)"));
  g_autoptr (GVariant) reply = NULL;

  for (guint i = 0; i < inputs->len; i++)
    {
      const FootholdCliInput *input = g_ptr_array_index (inputs, i);
      g_autoptr (GError) local_error = NULL;
      const int handle = append_file (fds, input->path, &local_error);

      if (handle >= 0)
        g_variant_builder_add (&files, "(sh)", input->name != NULL ? input->name : "", handle);
      else if (i + 1 == inputs->len && g_unix_fd_list_get_length (fds) == 0)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      else
        foothold_cli_failed (local_error);
    }

  reply = call ("Import",
                g_variant_new ("(@a(sh)@" FOOTHOLD_IMPORT_ANSWERS_TYPE "b)", g_variant_builder_end (&files),
                               foothold_import_answers_to_variant (answers), yes),
                fds, "(" FOOTHOLD_COMMANDS_PREVIEW_TYPE "x)", _ ("Foothold is open; close it or import there."), error);
  if (reply == NULL)
    return FALSE;

  *preview = g_variant_get_child_value (reply, 0);
  g_variant_get_child (reply, 1, "x", n_imported);
  return TRUE;
}

gboolean
foothold_cli_client_restore (const char *backup, GError **error)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autofree char *base = g_path_get_basename (backup);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  const int handle = append_file (fds, backup, error);
  g_autoptr (GVariant) reply = NULL;

  if (handle < 0)
    return FALSE;
  reply = call ("Restore", g_variant_new ("(sh)", name, handle), fds, "()",
                _ ("Foothold is open; close it or restore there."), error);
  return reply != NULL;
}
