// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-file-saving.h"

#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *from;
  GBytes *bytes;
  char *said;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->from);
  g_bytes_unref (self->bytes);
  g_free (self->said);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

void
foothold_file_say_not_saved (GtkWidget *from, const GError *error)
{
  g_autoptr (GError) said = g_error_new (
    /* Translators: %s says why; it comes from the system, with or without a full stop */
    error->domain, error->code, _ ("The file was not saved. Choose another place, and try again (%s)."),
    error->message);

  if (gtk_widget_get_root (from) != NULL)
    foothold_toast_error (from, said);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    foothold_file_say_not_saved (self->from, error);
  else if (gtk_widget_get_root (self->from) != NULL)
    foothold_toast (self->from, self->said, FALSE);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  Saving *writing;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        foothold_file_say_not_saved (self->from, error);
      return;
    }

  writing = g_steal_pointer (&self);
  g_file_replace_contents_bytes_async (file, writing->bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                       writing);
}

void
foothold_file_save (GtkWidget *from, const char *title, const char *name, GBytes *bytes, const char *said)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  Saving *saving;

  /* what it stood in was closed while the bytes were made */
  if (gtk_widget_get_root (from) == NULL)
    return;

  dialog = gtk_file_dialog_new ();
  saving = g_new0 (Saving, 1);
  saving->from = g_object_ref (from);
  saving->bytes = g_bytes_ref (bytes);
  saving->said = g_strdup (said);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, saving);
}
