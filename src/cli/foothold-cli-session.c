/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-cli"

#include "cli/foothold-cli-session.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "store/foothold-paths.h"

#define CHUNK_BYTES (64 * 1024)
#define PROGRESS_INTERVAL_US 100000

void
foothold_cli_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
foothold_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

FootholdStore *
foothold_cli_open_store (GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_open_async (dir, NULL, foothold_cli_result_cb, &result);
  return foothold_store_open_finish (foothold_cli_wait (&result), error);
}

void
foothold_cli_close_store (FootholdStore *store)
{
  foothold_store_close (store);
  g_object_unref (store);
  /* What was on its way back to this thread ends here. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

GCancellable *
foothold_cli_cancellable (void)
{
  static GCancellable *cancellable;

  if (cancellable == NULL)
    {
      cancellable = g_cancellable_new ();
      g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
      g_unix_signal_add (SIGTERM, interrupted_cb, cancellable);
      g_unix_signal_add (SIGHUP, interrupted_cb, cancellable);
    }

  return cancellable;
}

static void
input_free (gpointer data)
{
  FootholdCliInput *self = data;

  g_clear_fd (&self->fd, NULL);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

int
foothold_cli_spool (int fd, gint64 limit, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  g_autofree char *name = NULL;
  g_autofd int spooled = g_file_open_tmp ("foothold-import-XXXXXX", &name, error);
  gint64 total = 0;
  gssize n;

  if (spooled < 0)
    return -1;
  g_unlink (name);
  while ((n = read (fd, chunk, CHUNK_BYTES)) > 0 || (n < 0 && errno == EINTR))
    {
      total += MAX (n, 0);
      if (total > limit)
        {
          g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                               _ ("The file is larger than 4 GiB. Nothing was imported."));
          return -1;
        }
      if (n > 0 && write (spooled, chunk, (gsize) n) != n)
        {
          n = -1;
          errno = ENOSPC;
          break;
        }
    }
  if (n == 0)
    return g_steal_fd (&spooled);

  {
    const int saved_errno = errno;

    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                 _ ("What comes in could not be read: %s. Nothing was changed."), g_strerror (saved_errno));
  }
  return -1;
}

/* The descriptor of a pipe, opened; -1 for what can be opened by its name, whenever, or not at all. */
static int
open_pipe (const char *path)
{
  struct stat info;

  if (path == NULL)
    return dup (STDIN_FILENO);
  return stat (path, &info) == 0 && (S_ISFIFO (info.st_mode) || S_ISCHR (info.st_mode) || S_ISSOCK (info.st_mode))
           ? open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
           : -1;
}

GPtrArray *
foothold_cli_inputs (const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (input_free);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      const char *path = g_str_equal (arguments[i], "-") ? NULL : arguments[i];
      g_autofd int pipe = open_pipe (path);
      FootholdCliInput *input = g_new0 (FootholdCliInput, 1);

      g_ptr_array_add (inputs, input);
      input->fd = -1;
      input->name = path != NULL ? g_filename_display_basename (path) : NULL;
      if (pipe < 0)
        input->path = g_strdup (path);
      else if ((input->fd = foothold_cli_spool (pipe, FOOTHOLD_LIMIT_JSON_FILE, error)) < 0)
        return NULL;
      else
        input->path = g_strdup_printf ("/proc/self/fd/%d", input->fd);
    }

  return g_steal_pointer (&inputs);
}

void
foothold_cli_progress (double fraction)
{
  static gint64 last;
  const gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || (fraction < 1 && now - last < PROGRESS_INTERVAL_US))
    return;

  last = now;
  if (fraction < 1)
    g_printerr ("\r%3d %%", (int) (CLAMP (fraction, 0, 1) * 100));
  else
    g_printerr ("\r      \r");
}
