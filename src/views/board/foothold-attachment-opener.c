// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-attachment-opener.h"

#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* An allow-list of types, told by the content: a name can say anything. */

static const char *const openable[] = {
  "application/pdf", "image/png", "image/jpeg",    "image/gif", "image/webp",
  "text/plain",      "text/csv",  "text/markdown", NULL,
};

static gboolean
is_openable (const char *content_type)
{
  g_autofree char *mime = g_content_type_get_mime_type (content_type);

  return mime != NULL && g_strv_contains (openable, mime);
}

gboolean
foothold_attachment_looks_openable (const char *name, const char *media_type)
{
  g_autofree char *declared = g_content_type_from_mime_type (media_type);
  g_autofree char *by_name = g_content_type_guess (name, NULL, 0, NULL);

  return declared != NULL && is_openable (declared) && is_openable (by_name);
}

gboolean
foothold_attachment_may_open (const char *name, const char *media_type, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *by_content = g_content_type_guess (NULL, data, MIN (size, 4096), NULL);

  return foothold_attachment_looks_openable (name, media_type) && is_openable (by_content);
}

typedef struct
{
  GtkWidget *from;
  FootholdStore *store;
  FootholdAttachmentRow *row;
  GFile *target; /* NULL: to be opened */
} Job;

static Job *
job_new (GtkWidget *from, FootholdStore *store, const FootholdAttachmentRow *row)
{
  Job *job = g_new0 (Job, 1);

  job->from = g_object_ref (from);
  job->store = g_object_ref (store);
  job->row = foothold_row_ref ((gpointer) row);
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->from);
  g_object_unref (job->store);
  foothold_row_unref (job->row);
  g_clear_object (&job->target);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    foothold_toast (job->from, _ ("No program could open the file. Save it and open it from there."), FALSE);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A name that is only a name, whatever the stranger wrote. */
static char *
plain_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  g_strdelimit (base, "/\\:*?\"<>|\n\r\t", '_');
  if (*base == '\0' || *base == '.' || *base == '-')
    return g_strconcat ("file-", base, NULL);
  return g_steal_pointer (&base);
}

static gboolean
write_copy (const FootholdAttachmentRow *row, GBytes *bytes, char **path, GError **error)
{
  g_autofree char *dir = g_build_filename (g_get_user_runtime_dir (), "foothold-open", row->sha256, NULL);
  g_autofree char *name = plain_name (row->name);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *path = g_build_filename (dir, name, NULL);
  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("No folder could be made for the copy. Save the file instead."));
      return FALSE;
    }
  g_unlink (*path);
  return g_file_set_contents_full (*path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0400, error);
}

static void
open_copy (Job *data, GBytes *bytes)
{
  g_autoptr (Job) job = data;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (!foothold_attachment_may_open (job->row->name, job->row->media_type, bytes))
    {
      foothold_toast (job->from, _ ("This kind of file is not opened from here. Save it if you trust it."), FALSE);
      return;
    }
  if (!write_copy (job->row, bytes, &path, &error))
    {
      foothold_toast_error (job->from, error);
      return;
    }

  file = g_file_new_for_path (path);
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_set_always_ask (launcher, TRUE);
  gtk_file_launcher_launch (launcher, window_of (job->from), NULL, launched_cb, job);
  g_steal_pointer (&job);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    foothold_toast_error (job->from, error);
  else
    foothold_toast (job->from, _ ("File saved"), FALSE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_store_load_attachment_finish (FOOTHOLD_STORE (object), result, &error);

  if (bytes == NULL)
    {
      foothold_toast_error (job->from, error);
      return;
    }

  if (job->target == NULL)
    {
      open_copy (g_steal_pointer (&job), bytes);
      return;
    }
  g_file_replace_contents_bytes_async (job->target, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       saved_cb, job);
  g_steal_pointer (&job);
}

static void
load (Job *job)
{
  foothold_store_load_attachment_async (job->store, job->row->sha256, NULL, loaded_cb, job);
}

static void
target_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;

  job->target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  if (job->target != NULL)
    load (g_steal_pointer (&job));
}

void
foothold_attachment_open (GtkWidget *from, FootholdStore *store, const FootholdAttachmentRow *row)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && FOOTHOLD_IS_STORE (store) && row != NULL);

  load (job_new (from, store, row));
}

void
foothold_attachment_save_as (GtkWidget *from, FootholdStore *store, const FootholdAttachmentRow *row)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && FOOTHOLD_IS_STORE (store) && row != NULL);

  name = plain_name (row->name);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window_of (from), NULL, target_chosen_cb, job_new (from, store, row));
}
