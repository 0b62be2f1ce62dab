// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How things get into the window: dropped, pasted, chosen, or handed over by the desktop. All end in one preview. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-prepare.h"
#include "exchange/foothold-sample.h"
#include "store/foothold-undo.h"
#include "views/import/foothold-import-dialog.h"
#include "views/import/foothold-text-page.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* What other programs offer: text as it reads, and text as it looks. */
static const char *const plain_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
static const char *const html_types[] = { "text/html", NULL };

static gboolean
can_import (FootholdWindow *self)
{
  return self->store != NULL && self->board != NULL && !foothold_store_get_read_only (self->store);
}

static void
imported (AdwDialog *dialog, const char *text, gboolean changed, FootholdWindow *self)
{
  foothold_toast (GTK_WIDGET (self->overlay), text, changed);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* @place: where it was found, or NULL; @kind: of it. */
static void
present_import (FootholdWindow *self, GPtrArray *files, GBytes *bytes, const char *place, const char *kind)
{
  AdwDialog *dialog = foothold_import_dialog_new (self->store, files, bytes);
  if (place != NULL)
    foothold_import_dialog_set_place (FOOTHOLD_IMPORT_DIALOG (dialog), place, kind);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
foothold_window_import_pending (FootholdWindow *self)
{
  if (self->open_files->len > 0 && self->board != NULL && self->store != NULL
      && foothold_store_get_read_only (self->store))
    {
      g_ptr_array_set_size (self->open_files, 0);
      foothold_toast (GTK_WIDGET (self->overlay), _ ("Nothing was imported: your data is write-protected"), FALSE);
    }
  if (!can_import (self) || self->open_files->len == 0)
    return;
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->open_files);
  self->open_files = g_ptr_array_new_with_free_func (g_object_unref);
  present_import (self, files, NULL, NULL, NULL);
}

void
foothold_window_import_files (FootholdWindow *self, GFile **files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->open_files, g_object_ref (files[i]));
  /* On a first start they wait until it is clear whose data this is; then the preview comes by itself. */
  foothold_window_import_pending (self);
}

/* File chooser */

static void
files_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GListModel) list = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->open_files, g_list_model_get_item (list, i));
  foothold_window_import_pending (self);
}

void
foothold_window_choose_files (FootholdWindow *self)
{
  static const char *const suffixes[] = { "html", "htm",  "xhtml", "mhtml", "mht", "csv",
                                          "tsv",  "json", "zip",   "vcf",   "txt" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  gtk_file_filter_set_name (known, _ ("Web Pages, Tables, Exports, Contacts, Text"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (known, suffixes[i]);
  /* What a file is, is told by its content: the filter only keeps the list short. */
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, known);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Import"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, files_chosen, g_object_ref (self));
}

static void
folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (folder != NULL)
    foothold_window_import_files (self, &folder, 1);
}

void
foothold_window_choose_folder (FootholdWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Import LinkedIn’s Folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen, g_object_ref (self));
}

/* Text and HTML from other programs, dropped or pasted: read as bytes, with a cap before anything is done with them */

typedef struct
{
  FootholdWindow *self;
  GdkDrop *drop; /* NULL: the clipboard */
  char *place, *place_kind; /* where it was found, or NULL */
  gboolean html_next; /* both are offered: the text is looked at first */
} Reading;

static void
reading_free (Reading *reading)
{
  if (reading->drop != NULL)
    gdk_drop_finish (reading->drop, GDK_ACTION_COPY);
  g_clear_object (&reading->drop);
  g_free (reading->place);
  g_free (reading->place_kind);
  g_object_unref (reading->self);
  g_free (reading);
}

static gboolean
offers (GdkContentFormats *formats, const char *const *types)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return TRUE;
  return FALSE;
}

static void read_type (Reading *reading, const char *const *types);

static void
bytes_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (FootholdWindow) self = g_object_ref (reading->self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_text_page_read_finish (result, &error);
  g_autofree char *place = NULL;
  g_autofree char *kind = NULL;
  /* A table's cells and an address stand in the text; of everything else a page says more. */
  if (reading->html_next && (bytes == NULL || !foothold_import_says_all_as_text (bytes)))
    {
      reading->html_next = FALSE;
      read_type (reading, html_types);
      return;
    }
  place = g_steal_pointer (&reading->place);
  kind = g_steal_pointer (&reading->place_kind);
  reading_free (reading);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_autofree char *text = g_strdup_printf (_ ("This text is larger than %d MiB. Nothing was imported. Save it as a "
                                                  "file and import that."),
                                               FOOTHOLD_LIMIT_PASTED / FOOTHOLD_LIMIT_MIB);
      foothold_toast (GTK_WIDGET (self->overlay), text, FALSE);
      return;
    }
  if (bytes == NULL)
    {
      foothold_toast_error (GTK_WIDGET (self->overlay), error);
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    foothold_toast (GTK_WIDGET (self->overlay), _ ("It contains nothing to import"), FALSE);
  else if (can_import (self))
    present_import (self, NULL, bytes, place, kind);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = reading->drop != NULL
                                      ? gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error)
                                      : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (stream != NULL)
    {
      foothold_text_page_read_async (stream, bytes_read, reading);
      return;
    }
  if (reading->drop != NULL)
    foothold_toast_error (GTK_WIDGET (reading->self->overlay), error);
  else
    foothold_toast (GTK_WIDGET (reading->self->overlay), _ ("The clipboard contains no text or page to import"), FALSE);
  reading_free (reading);
}

static void
read_type (Reading *reading, const char *const *types)
{
  if (reading->drop != NULL)
    gdk_drop_read_async (reading->drop, (const char **) types, G_PRIORITY_DEFAULT, NULL, opened, reading);
  else
    gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (reading->self)), (const char **) types,
                              G_PRIORITY_DEFAULT, NULL, opened, reading);
}

/* Takes @reading. */
static void
read_text (Reading *reading, GdkContentFormats *formats)
{
  const gboolean plain = offers (formats, plain_types);
  reading->html_next = plain && offers (formats, html_types);
  read_type (reading, plain ? plain_types : html_types);
}

static void
clipboard_files_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  if (value == NULL)
    return;
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (self->open_files, g_object_ref (l->data));
  foothold_window_import_pending (self);
}

void
foothold_window_paste_found (FootholdWindow *self, const char *place, const char *kind)
{
  if (!can_import (self))
    return;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    {
      gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, clipboard_files_read,
                                      g_object_ref (self));
      return;
    }
  Reading *reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->place = g_strdup (place);
  reading->place_kind = g_strdup (kind);
  read_text (reading, gdk_clipboard_get_formats (clipboard));
}

void
foothold_window_paste (FootholdWindow *self)
{
  g_autofree char *kind = NULL;
  g_autofree char *place = foothold_window_dup_place (self, &kind);

  foothold_window_paste_found (self, place, kind);
}

/* Drag and drop */

static GtkWidget *
make_drop_hint (void)
{
  GtkWidget *hint = adw_bin_new ();
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-save-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Drop to Import"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Saved web pages of postings, tables, contacts (vCard), "
                                                              "exports of Foothold and LinkedIn as JSON or ZIP, and "
                                                              "text or links from other programs"));
  gtk_widget_add_css_class (hint, "drop-hint");
  adw_bin_set_child (ADW_BIN (hint), page);
  return hint;
}

static void
show_drop_hint (FootholdWindow *self, gboolean shown)
{
  if (shown)
    {
      if (gtk_revealer_get_child (self->drop_revealer) == NULL)
        gtk_revealer_set_child (self->drop_revealer, make_drop_hint ());
      gtk_widget_set_visible (GTK_WIDGET (self->drop_revealer), TRUE);
    }
  gtk_revealer_set_reveal_child (self->drop_revealer, shown);
}

static void
drop_hint_changed (FootholdWindow *self)
{
  /* Out of the way, and out of the accessible tree, when it has faded. */
  if (!gtk_revealer_get_child_revealed (self->drop_revealer) && !gtk_revealer_get_reveal_child (self->drop_revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->drop_revealer), FALSE);
}

static gboolean
drop_accepted (FootholdWindow *self, GdkDrop *drop)
{
  /* What is dragged within the window (a goal, text of a field) is not for here. */
  if (!can_import (self) || gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    return TRUE;
  return offers (formats, plain_types) || offers (formats, html_types);
}

static GdkDragAction
drag_entered (FootholdWindow *self)
{
  show_drop_hint (self, TRUE);
  return GDK_ACTION_COPY;
}

static GdkDragAction
drag_moved (FootholdWindow *self)
{
  return GDK_ACTION_COPY;
}

static void
drag_left (FootholdWindow *self)
{
  show_drop_hint (self, FALSE);
}

static void
dropped_files_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (FootholdWindow) self = g_object_ref (reading->self);
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);
  if (value != NULL)
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
      for (GSList *l = files; l != NULL; l = l->next)
        g_ptr_array_add (self->open_files, g_object_ref (l->data));
    }
  else
    foothold_toast_error (GTK_WIDGET (self->overlay), error);
  reading_free (reading);
  foothold_window_import_pending (self);
}

static gboolean
dropped (FootholdWindow *self, GdkDrop *drop)
{
  show_drop_hint (self, FALSE);
  Reading *reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->drop = g_object_ref (drop);
  if (gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST))
    {
      gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, dropped_files_read, reading);
      return TRUE;
    }
  read_text (reading, gdk_drop_get_formats (drop));
  return TRUE;
}

void
foothold_window_init_ways_in (FootholdWindow *self)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (guint i = 0; plain_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, plain_types[i]);
  gdk_content_formats_builder_add_mime_type (builder, html_types[0]);

  GtkDropTargetAsync *target =
    gtk_drop_target_async_new (gdk_content_formats_builder_free_to_formats (builder), GDK_ACTION_COPY);
  g_signal_connect_swapped (target, "accept", G_CALLBACK (drop_accepted), self);
  g_signal_connect_swapped (target, "drag-enter", G_CALLBACK (drag_entered), self);
  g_signal_connect_swapped (target, "drag-motion", G_CALLBACK (drag_moved), self);
  g_signal_connect_swapped (target, "drag-leave", G_CALLBACK (drag_left), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self->overlay), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->drop_revealer, "notify::child-revealed", G_CALLBACK (drop_hint_changed), self,
                           G_CONNECT_SWAPPED);
}

/* The sample data is imported like anybody's export, into its own folder, the first time somebody looks at it. */

static void
sample_settled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  if (FOOTHOLD_STORE (source) != self->store)
    return;
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self->overlay), error);
  foothold_window_show_board (self);
}

/* Writer thread. Filling was no act of the person's: there is nothing to undo yet. */
static gpointer
forget_filling (FootholdDb *db, gpointer data, GError **error)
{
  return GINT_TO_POINTER (foothold_undo_clear (db, error));
}

static void
sample_merged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  foothold_store_merge_finish (FOOTHOLD_STORE (source), result, &error);
  if (FOOTHOLD_STORE (source) != self->store)
    return;
  if (error == NULL)
    {
      foothold_store_write_async (self->store, NULL, forget_filling, NULL, NULL, self->opening, sample_settled,
                                  g_object_ref (self));
      return;
    }
  foothold_toast_error (GTK_WIDGET (self->overlay), error);
  foothold_window_show_board (self);
}

static void
sample_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStaging) staging = foothold_exchange_prepare_finish (FOOTHOLD_STORE (source), result, &error);
  if (FOOTHOLD_STORE (source) != self->store)
    return;
  if (staging != NULL)
    {
      foothold_store_merge_async (self->store, staging, "sample.json", NULL, NULL, self->opening, sample_merged,
                                  g_object_ref (self));
      return;
    }
  foothold_toast_error (GTK_WIDGET (self->overlay), error);
  foothold_window_show_board (self);
}

void
foothold_window_fill_sample (FootholdWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GBytes) bytes = foothold_sample_load (today, &error);
  if (bytes == NULL)
    {
      foothold_toast_error (GTK_WIDGET (self->overlay), error);
      foothold_window_show_board (self);
      return;
    }
  GPtrArray *sources = g_ptr_array_new ();
  g_ptr_array_add (sources, foothold_import_source_new_for_bytes (bytes, "sample.json"));
  foothold_exchange_prepare_async (self->store, sources, NULL, NULL, NULL, NULL, self->opening, sample_prepared,
                                   g_object_ref (self));
}
