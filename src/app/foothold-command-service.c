/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-command-service"

#include "app/foothold-command-service.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "exchange/foothold-commands.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-prepare.h"
#include "store/foothold-generate.h"

#define PROGRESS_INTERVAL_US 100000

struct _FootholdCommandService
{
  GObject parent_instance;

  GDBusConnection *connection;
  char *path;
  FootholdStore *store;
  guint registration;
  GCancellable *cancellable; /* of everything that runs */
  FootholdCommandRestoreFunc restore;
  gpointer restore_data;
};

G_DEFINE_FINAL_TYPE (FootholdCommandService, foothold_command_service, G_TYPE_OBJECT)

/* One call that is being answered. */
typedef struct
{
  GDBusMethodInvocation *invocation;
  GDBusConnection *connection;
  FootholdStore *store;
  GCancellable *cancellable; /* the caller left, or the service ends */
  GCancellable *service_cancellable;
  gulong service_cancelled;
  guint watch;
  gint64 last_progress;
  gboolean yes;
  char *source_name;
  FootholdStaging *staging;
  GVariant *preview;
  char *backup; /* a file to remove */
} Call;

static void
caller_left_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
service_ends_cb (GCancellable *cancellable, GCancellable *call_cancellable)
{
  g_cancellable_cancel (call_cancellable);
}

static Call *
call_new (FootholdCommandService *self, GDBusMethodInvocation *invocation)
{
  Call *call = g_new0 (Call, 1);

  call->invocation = invocation;
  call->connection = g_object_ref (self->connection);
  call->store = g_object_ref (self->store);
  call->cancellable = g_cancellable_new ();
  call->service_cancellable = g_object_ref (self->cancellable);
  call->service_cancelled = g_cancellable_connect (self->cancellable, G_CALLBACK (service_ends_cb),
                                                   g_object_ref (call->cancellable), g_object_unref);
  call->watch = g_bus_watch_name_on_connection (self->connection, g_dbus_method_invocation_get_sender (invocation),
                                                G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, caller_left_cb,
                                                g_object_ref (call->cancellable), g_object_unref);
  return call;
}

static void
call_free (Call *call)
{
  g_clear_handle_id (&call->watch, g_bus_unwatch_name);
  g_cancellable_disconnect (call->service_cancellable, call->service_cancelled);
  g_clear_object (&call->service_cancellable);
  g_clear_object (&call->cancellable);
  g_clear_object (&call->store);
  g_clear_object (&call->connection);
  g_clear_pointer (&call->staging, foothold_staging_unref);
  g_clear_pointer (&call->preview, g_variant_unref);
  g_free (call->source_name);
  if (call->backup != NULL)
    g_unlink (call->backup);
  g_free (call->backup);
  g_free (call);
}

/* Both end the call; @error is what the person at the command line reads. */
static void
call_fail (Call *call, const GError *error)
{
  g_dbus_method_invocation_return_error_literal (g_steal_pointer (&call->invocation), G_IO_ERROR,
                                                 g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                                   ? G_IO_ERROR_CANCELLED
                                                   : G_IO_ERROR_FAILED,
                                                 error->message);
  call_free (call);
}

static void
call_return (Call *call, GVariant *reply)
{
  g_dbus_method_invocation_return_value (g_steal_pointer (&call->invocation), reply);
  call_free (call);
}

static void
call_progress (gdouble fraction, gpointer user_data)
{
  Call *call = user_data;
  const gint64 now = g_get_monotonic_time ();

  if (call->invocation == NULL || now - call->last_progress < PROGRESS_INTERVAL_US)
    return;

  call->last_progress = now;
  g_dbus_connection_emit_signal (call->connection, g_dbus_method_invocation_get_sender (call->invocation),
                                 g_dbus_method_invocation_get_object_path (call->invocation),
                                 FOOTHOLD_COMMANDS_INTERFACE, "Progress", g_variant_new ("(d)", fraction), NULL);
}

/* ---- Import ---- */

static void
return_import (Call *call, gint64 n_imported)
{
  call_return (call, g_variant_new ("(@" FOOTHOLD_COMMANDS_PREVIEW_TYPE "x)", call->preview, n_imported));
}

static void
merged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GError) error = NULL;
  const gint64 n_imported = foothold_store_merge_finish (FOOTHOLD_STORE (object), result, &error);

  if (error != NULL)
    call_fail (call, error);
  else
    return_import (call, n_imported);
}

static void
staged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GError) error = NULL;
  FootholdStagedCounts counts;

  call->staging = foothold_exchange_prepare_finish (FOOTHOLD_STORE (object), result, &error);
  if (call->staging != NULL)
    call->preview = foothold_commands_preview (call->staging, &error);
  if (call->preview == NULL)
    {
      call_fail (call, error);
      return;
    }

  g_variant_ref_sink (call->preview);
  counts = foothold_staging_get_counts (call->staging);
  if (!call->yes || counts.n_asks > 0 || counts.n_new + counts.n_fills + counts.n_others == 0)
    return_import (call, 0);
  else
    foothold_store_merge_async (call->store, call->staging, call->source_name, call_progress, call, call->cancellable,
                                merged_cb, call);
}

/* The files of the call; NULL where the descriptors are not what they should be. */
static GPtrArray *
take_files (GDBusMethodInvocation *invocation, GVariant *files, GError **error)
{
  GUnixFDList *fds = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_import_source_free);
  GVariantIter iter;
  const char *name;
  gint32 handle;

  g_variant_iter_init (&iter, files);
  while (g_variant_iter_next (&iter, "(&sh)", &name, &handle))
    {
      const int fd = fds != NULL ? g_unix_fd_list_get (fds, handle, error) : -1;

      if (fd < 0)
        {
          if (fds == NULL)
            g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                                 _ ("The files were not handed over. Nothing was changed."));
          return NULL;
        }
      g_ptr_array_add (taken, foothold_import_source_new_for_fd (fd, *name != '\0' ? name : NULL));
    }
  if (taken->len == 0 || taken->len > FOOTHOLD_LIMIT_SOURCES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("An import takes from 1 to %d files."),
                   FOOTHOLD_LIMIT_SOURCES);
      return NULL;
    }

  return g_steal_pointer (&taken);
}

static void
answer_import (FootholdCommandService *self, GDBusMethodInvocation *invocation, GVariant *parameters)
{
  g_autoptr (GVariant) list = g_variant_get_child_value (parameters, 0);
  g_autoptr (GVariant) said = g_variant_get_child_value (parameters, 1);
  g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_from_variant (said);
  g_autoptr (GPtrArray) files = NULL;
  Call *call = call_new (self, invocation);
  g_autoptr (GError) error = NULL;

  g_variant_get_child (parameters, 2, "b", &call->yes);
  files = take_files (invocation, list, &error);
  if (files == NULL)
    {
      call_fail (call, error);
      return;
    }

  if (files->len == 1)
    call->source_name = g_strdup (foothold_import_source_get_name (g_ptr_array_index (files, 0)));
  foothold_exchange_prepare_async (self->store, g_steal_pointer (&files), NULL, answers, call_progress, call,
                                   call->cancellable, staged_cb, call);
}

/* ---- Generate ---- */

static void
generate_progress (guint64 done, guint64 total, gpointer user_data)
{
  call_progress ((gdouble) done / (gdouble) total, user_data);
}

static void
generated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GError) error = NULL;
  const gint64 n_written = foothold_store_generate_finish (FOOTHOLD_STORE (object), result, &error);

  if (error != NULL)
    call_fail (call, error);
  else
    call_return (call, g_variant_new ("(x)", n_written));
}

static void
answer_generate (FootholdCommandService *self, GDBusMethodInvocation *invocation, GVariant *parameters)
{
  Call *call = call_new (self, invocation);
  gboolean applications;
  guint64 n_rows, seed;

  g_variant_get (parameters, "(btt)", &applications, &n_rows, &seed);
  if (n_rows > FOOTHOLD_GENERATE_MAX_ROWS)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                                                      _ ("At most 10 million can be generated at once."));

      call_fail (call, error);
      return;
    }

  if (applications)
    foothold_store_generate_applications_async (self->store, n_rows, seed, generate_progress, call, call->cancellable,
                                                generated_cb, call);
  else
    foothold_store_generate_async (self->store, n_rows, seed, generate_progress, call, call->cancellable, generated_cb,
                                   call);
}

/* ---- Restore ---- */

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    call_return (call, g_variant_new ("()"));
  else
    call_fail (call, error);
}

/* The backup as a file of our own: the descriptor's may be anywhere, and gone before it is read. */
static char *
keep_backup (GDBusMethodInvocation *invocation, gint32 handle, GError **error)
{
  GUnixFDList *fds = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  const int fd = fds != NULL ? g_unix_fd_list_get (fds, handle, error) : -1;
  g_autoptr (GMappedFile) mapped = NULL;
  g_autofree char *path = NULL;
  int copy;

  if (fd < 0)
    {
      if (fds == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                             _ ("The backup was not handed over. Nothing was changed."));
      return NULL;
    }
  mapped = g_mapped_file_new_from_fd (fd, FALSE, error);
  close (fd);
  if (mapped == NULL)
    return NULL;

  copy = g_file_open_tmp ("foothold-restore-XXXXXX.db", &path, error);
  if (copy < 0)
    return NULL;
  close (copy);
  if (g_file_set_contents_full (path, g_mapped_file_get_contents (mapped), (gssize) g_mapped_file_get_length (mapped),
                                G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return g_steal_pointer (&path);

  g_unlink (path);
  return NULL;
}

static void
answer_restore (FootholdCommandService *self, GDBusMethodInvocation *invocation, GVariant *parameters)
{
  Call *call = call_new (self, invocation);
  g_autoptr (GError) error = NULL;
  gint32 handle;

  g_variant_get_child (parameters, 1, "h", &handle);
  if (self->restore == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("Foothold is open; close it or restore there."));
  else
    call->backup = keep_backup (invocation, handle, &error);
  if (error != NULL)
    {
      call_fail (call, error);
      return;
    }

  /* The store is closed on the way: the call must not keep it. */
  g_clear_object (&call->store);
  self->restore (call->backup, restored_cb, call, self->restore_data);
}

/* ---- The object ---- */

static void
method_call (GDBusConnection *connection,
             const char *sender,
             const char *object_path,
             const char *interface_name,
             const char *method_name,
             GVariant *parameters,
             GDBusMethodInvocation *invocation,
             gpointer user_data)
{
  FootholdCommandService *self = user_data;

  if (g_str_equal (method_name, "Import"))
    answer_import (self, invocation, parameters);
  else if (g_str_equal (method_name, "Generate"))
    answer_generate (self, invocation, parameters);
  else
    answer_restore (self, invocation, parameters);
}

static void
foothold_command_service_dispose (GObject *object)
{
  FootholdCommandService *self = FOOTHOLD_COMMAND_SERVICE (object);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_command_service_parent_class)->dispose (object);
}

static void
foothold_command_service_finalize (GObject *object)
{
  FootholdCommandService *self = FOOTHOLD_COMMAND_SERVICE (object);

  g_clear_object (&self->connection);
  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (foothold_command_service_parent_class)->finalize (object);
}

static void
foothold_command_service_class_init (FootholdCommandServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foothold_command_service_dispose;
  object_class->finalize = foothold_command_service_finalize;
}

static void
foothold_command_service_init (FootholdCommandService *self)
{
  self->cancellable = g_cancellable_new ();
}

FootholdCommandService *
foothold_command_service_new (GDBusConnection *connection, const char *path, FootholdStore *store, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call };
  g_autoptr (FootholdCommandService) self = g_object_new (FOOTHOLD_TYPE_COMMAND_SERVICE, NULL);

  self->connection = g_object_ref (connection);
  self->path = g_strdup (path);
  self->store = g_object_ref (store);
  self->registration = g_dbus_connection_register_object (connection, path, foothold_commands_get_interface (), &vtable,
                                                          self, NULL, error);
  return self->registration != 0 ? g_steal_pointer (&self) : NULL;
}

void
foothold_command_service_set_restore (FootholdCommandService *self, FootholdCommandRestoreFunc func, gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_COMMAND_SERVICE (self));

  self->restore = func;
  self->restore_data = user_data;
}
