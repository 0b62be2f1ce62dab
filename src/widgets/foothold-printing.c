// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-printing.h"

#include "widgets/foothold-file-saving.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* ---- onto paper ---- */

static void
printed_cb (GtkWidget *from, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || gtk_widget_get_root (from) == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  foothold_toast_error (from, error);
}

void
foothold_print (GtkWidget *from, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), from, G_CONNECT_SWAPPED);
  /* what it cannot even begin is never "done" */
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (from)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    foothold_toast_error (from, error);
}

/* ---- into a PDF ---- */

/* GTK says nothing of a file that it could not write, and leaves half of one: it writes into one of ours, and what the
 * person chose gets it whole. */
typedef struct
{
  GtkWidget *from;
  char *title;
  char *name;
  GFile *draft;
} Pdf;

static void
pdf_free (Pdf *self)
{
  if (self->draft != NULL)
    g_file_delete (self->draft, NULL, NULL);
  g_clear_object (&self->draft);
  g_object_unref (self->from);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, pdf_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pdf) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    foothold_file_save (self->from, self->title, self->name, bytes, _ ("PDF saved"));
  else if (gtk_widget_get_root (self->from) != NULL)
    foothold_toast (self->from, _ ("The PDF could not be made; is the disk full?"), FALSE);
}

static void
made_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Pdf *self = user_data;

  /* also of one that failed: then it is empty */
  g_file_load_bytes_async (self->draft, NULL, loaded_cb, self);
}

void
foothold_print_to_file (GtkWidget *from, GtkPrintOperation *operation, const char *title, const char *name)
{
  g_autoptr (Pdf) self = g_new0 (Pdf, 1);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  gulong done;

  self->from = g_object_ref (from);
  self->title = g_strdup (title);
  self->name = g_strdup (name);
  self->draft = g_file_new_tmp ("foothold-XXXXXX.pdf", &stream, &error);
  if (self->draft == NULL)
    {
      foothold_toast_error (from, error);
      return;
    }

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_export_filename (operation, g_file_peek_path (self->draft));
  done = g_signal_connect (operation, "done", G_CALLBACK (made_cb), self);
  /* what it cannot even begin is never "done" */
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_signal_handler_disconnect (operation, done);
      foothold_toast_error (from, error);
      return;
    }
  g_steal_pointer (&self);
}
