// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Places to look: their line in the sidebar with how many are due, and what their view asks of the board. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "rules/foothold-filter.h"
#include "store/foothold-place-store.h"
#include "store/foothold-waiting.h"
#include "views/board/foothold-board-view.h"
#include "views/places/foothold-places-view.h"

#include <glib/gi18n.h>

#define VIEW "places"

gboolean
foothold_window_is_places (const char *view)
{
  return g_strcmp0 (view, VIEW) == 0;
}

GtkWidget *
foothold_window_new_places_row (void)
{
  return foothold_sidebar_row_new (VIEW, _ ("Places to Look"), "foothold-place-symbolic", FALSE);
}

static FootholdSidebarRow *
find_row (FootholdWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; self->sidebar != NULL && (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (foothold_window_is_places (foothold_sidebar_row_get_view (FOOTHOLD_SIDEBAR_ROW (row))))
      return FOOTHOLD_SIDEBAR_ROW (row);

  return NULL;
}

static void
due_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  const gssize n = foothold_store_count_waiting_finish (FOOTHOLD_STORE (source), result, NULL);
  FootholdSidebarRow *row = find_row (self);

  if (n >= 0 && row != NULL && FOOTHOLD_STORE (source) == self->store)
    foothold_sidebar_row_set_waiting (row, (guint) n);
}

void
foothold_window_count_due (FootholdWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  foothold_place_count_due_async (self->store, today, NULL, due_counted, g_object_ref (self));
}

/* What one found there, whatever became of it: the number says the same. */
static void
show_found (FootholdWindow *self, const char *name)
{
  g_autofree char *text = foothold_filter_with ("", FOOTHOLD_FILTER_PLACE, name);

  foothold_window_show_view (self, "board");
  foothold_window_show_board_page (self);
  foothold_board_view_open_search (FOOTHOLD_BOARD_VIEW (self->board), text, NULL, FALSE);
  g_object_set (self->board, "show", "all", NULL);
  foothold_board_view_show_list (FOOTHOLD_BOARD_VIEW (self->board));
}

static void
add_opportunity (FootholdWindow *self, gint64 id, const char *name, const char *kind)
{
  foothold_board_view_add_from (FOOTHOLD_BOARD_VIEW (self->board), self->places, id, name, kind);
}

char *
foothold_window_dup_place (FootholdWindow *self, char **kind)
{
  *kind = NULL;
  return self->places != NULL && foothold_window_is_places (foothold_window_get_view (self))
           ? foothold_places_view_dup_current (FOOTHOLD_PLACES_VIEW (self->places), kind)
           : NULL;
}

void
foothold_window_show_places (FootholdWindow *self)
{
  if (self->places == NULL)
    {
      self->places = foothold_places_view_new (self->store);
      adw_header_bar_pack_start (foothold_places_view_get_header_bar (FOOTHOLD_PLACES_VIEW (self->places)),
                                 foothold_window_new_sidebar_button (self));
      g_signal_connect_object (self->places, "show-found", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->places, "add-opportunity", G_CALLBACK (add_opportunity), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->view_stack, self->places, VIEW);
    }
  gtk_stack_set_visible_child (self->view_stack, self->places);
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    gtk_widget_grab_focus (self->places);
}

void
foothold_window_drop_places (FootholdWindow *self)
{
  if (self->places != NULL)
    gtk_stack_remove (self->view_stack, self->places);
  self->places = NULL;
}
