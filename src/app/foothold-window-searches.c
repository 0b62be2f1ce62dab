// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Saved searches in the sidebar: a line each below the board's own views, with how many it finds. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "store/foothold-saved-search.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-name-dialog.h"
#include "widgets/foothold-saying.h"

#include <glib/gi18n.h>

/* Many changes in a row are counted once, and never while a person waits for the list itself. */
#define COUNT_DELAY_MS 400

#define VIEW_PREFIX "search:"

static const FootholdSavedSearchRow *
find_search (FootholdWindow *self, gint64 id)
{
  for (guint i = 0; self->searches != NULL && i < self->searches->len; i++)
    if (((FootholdRow *) self->searches->pdata[i])->id == id)
      return self->searches->pdata[i];

  return NULL;
}

gboolean
foothold_window_is_search (const char *view)
{
  return g_str_has_prefix (view, VIEW_PREFIX);
}

void
foothold_window_open_search (FootholdWindow *self, const char *view)
{
  const FootholdSavedSearchRow *search = find_search (self, g_ascii_strtoll (view + strlen (VIEW_PREFIX), NULL, 10));

  if (search != NULL && self->board != NULL)
    foothold_board_view_open_search (FOOTHOLD_BOARD_VIEW (self->board), search->text, search->list_order,
                                     search->list_reversed == 1);
}

/* ---- counting ---- */

static FootholdSidebarRow *
row_of (FootholdWindow *self, guint n)
{
  return FOOTHOLD_SIDEBAR_ROW (gtk_list_box_get_row_at_index (self->sidebar,
                                                              foothold_window_get_searches_position (self) + (int) n));
}

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GArray) counts = foothold_saved_search_count_finish (FOOTHOLD_STORE (source), result, NULL);

  if (counts == NULL || self->searches == NULL || counts->len != self->searches->len || self->sidebar == NULL)
    return;

  for (guint i = 0; i < counts->len; i++)
    foothold_sidebar_row_set_waiting (row_of (self, i), g_array_index (counts, guint, i));
}

static gboolean
count (gpointer user_data)
{
  FootholdWindow *self = user_data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  self->searches_timeout = 0;
  if (self->store == NULL || self->searches == NULL || self->searches->len == 0)
    return G_SOURCE_REMOVE;

  for (guint i = 0; i < self->searches->len; i++)
    g_strv_builder_add (builder, ((FootholdSavedSearchRow *) self->searches->pdata[i])->text);
  texts = g_strv_builder_end (builder);

  /* An older count is not waited for by anybody. */
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  foothold_saved_search_count_async (self->store, (const char *const *) texts, self->counting, counted,
                                     g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
foothold_window_count_searches (FootholdWindow *self)
{
  if (self->searches_timeout == 0)
    self->searches_timeout = g_timeout_add (COUNT_DELAY_MS, count, self);
}

/* ---- what can be done to one ---- */

static void
renamed (const char *name, gpointer user_data)
{
  FootholdSidebarRow *row = user_data;
  FootholdWindow *self = FOOTHOLD_WINDOW (gtk_widget_get_root (GTK_WIDGET (row)));
  const FootholdSavedSearchRow *search =
    self != NULL ? find_search (self, foothold_sidebar_row_get_search (row)) : NULL;
  g_autoptr (FootholdRow) after = NULL;

  if (search == NULL || self->store == NULL)
    return;

  after = foothold_row_copy (search);
  g_set_str (&((FootholdSavedSearchRow *) after)->name, name);
  foothold_store_save_row_async (self->store, _ ("Rename Search"), (gpointer) search, after, NULL, foothold_saying_cb,
                                 foothold_saying_new (GTK_WIDGET (self->toast_overlay), NULL));
}

static void
asked (FootholdWindow *self, const char *what, FootholdSidebarRow *row)
{
  const FootholdSavedSearchRow *search = find_search (self, foothold_sidebar_row_get_search (row));
  GtkWidget *overlay = GTK_WIDGET (self->toast_overlay);

  if (search == NULL || self->store == NULL)
    return;

  if (g_str_equal (what, "search.rename"))
    foothold_name_dialog_ask (GTK_WIDGET (self), _ ("Rename Search"), _ ("_Rename"), search->name, renamed, row);
  else if (g_str_equal (what, "search.delete"))
    foothold_store_delete_row_async (self->store, _ ("Delete Search"), (gpointer) search, NULL, foothold_saying_cb,
                                     foothold_saying_new (overlay, g_strdup_printf (_ ("Deleted the search “%s”"),
                                                                                    search->name)));
  else
    foothold_saved_search_move_async (self->store, search->row.id, g_str_equal (what, "search.move-up") ? -1 : 1, NULL,
                                      foothold_saying_cb, foothold_saying_new (overlay, NULL));
}

/* ---- the lines ---- */

static void
remove_rows (FootholdWindow *self)
{
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->sidebar, foothold_window_get_searches_position (self))) != NULL
         && foothold_sidebar_row_get_search (FOOTHOLD_SIDEBAR_ROW (old)) != 0)
    gtk_list_box_remove (self->sidebar, GTK_WIDGET (old));
}

static void
fill (FootholdWindow *self)
{
  g_autofree char *view = g_strdup (foothold_window_get_view (self));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar));
  const gint64 focused = focus != NULL ? foothold_sidebar_row_get_search (FOOTHOLD_SIDEBAR_ROW (focus)) : 0;

  self->filling = TRUE;
  remove_rows (self);
  for (guint i = 0; i < self->searches->len; i++)
    {
      const FootholdSavedSearchRow *search = self->searches->pdata[i];
      g_autofree char *slug = g_strdup_printf (VIEW_PREFIX "%" G_GINT64_FORMAT, search->row.id);
      GtkWidget *row = foothold_sidebar_row_new (slug, search->name, "foothold-filter-symbolic", TRUE);

      foothold_sidebar_row_set_search (FOOTHOLD_SIDEBAR_ROW (row), search->row.id,
                                       !foothold_store_get_read_only (self->store));
      g_signal_connect_object (row, "asked", G_CALLBACK (asked), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->sidebar, row, foothold_window_get_searches_position (self) + (int) i);
      if (search->row.id == focused)
        gtk_widget_grab_focus (row);
    }
  foothold_window_show_view (self, view);
  self->filling = FALSE;
  if (gtk_list_box_get_selected_row (self->sidebar) == NULL)
    foothold_window_show_view (self, "board");
  foothold_window_count_searches (self);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  GPtrArray *rows = foothold_store_load_rows_finish (FOOTHOLD_STORE (source), result, NULL);

  if (rows == NULL)
    return;
  if (FOOTHOLD_STORE (source) != self->store || self->sidebar == NULL)
    {
      g_ptr_array_unref (rows);
      return;
    }

  g_clear_pointer (&self->searches, g_ptr_array_unref);
  self->searches = rows;
  fill (self);
}

void
foothold_window_load_searches (FootholdWindow *self)
{
  if (self->store != NULL)
    foothold_store_load_rows_async (self->store, &foothold_saved_search_row_type, NULL, loaded, g_object_ref (self));
}

void
foothold_window_drop_searches (FootholdWindow *self)
{
  g_clear_handle_id (&self->searches_timeout, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->searches, g_ptr_array_unref);
  if (self->sidebar != NULL)
    remove_rows (self);
}
