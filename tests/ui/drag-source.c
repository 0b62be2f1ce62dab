// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Another program for the window tests: a window that offers what it is told to, to be dragged onto ours.
 *
 *   drag-source file PATH…     files, as a file manager offers them
 *   drag-source text TEXT      plain text, as an editor does
 *   drag-source html MARKUP    a piece of a page, as a browser does
 */

#include <gtk/gtk.h>

static GdkContentProvider *
content_new (char **arguments)
{
  if (g_str_equal (arguments[1], "text"))
    return gdk_content_provider_new_typed (G_TYPE_STRING, arguments[2]);
  if (g_str_equal (arguments[1], "html"))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (arguments[2], strlen (arguments[2]));
      return gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 2; arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (arguments[i]));
  GdkFileList *list = gdk_file_list_new_from_array ((GFile **) files->pdata, files->len);
  GdkContentProvider *content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return content;
}

int
main (int argc, char **argv)
{
  g_return_val_if_fail (argc >= 3, 2);
  gtk_init ();

  g_autoptr (GdkContentProvider) content = content_new (argv);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *handle = gtk_label_new ("Drag Me");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Another Program");
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 90);
  gtk_window_set_child (GTK_WINDOW (window), handle);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
