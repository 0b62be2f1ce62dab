// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the places to look ask of the board. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "rules/foothold-filter.h"
#include "views/board/foothold-board-view.h"
#include "views/places/foothold-places-view.h"

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
add_opportunity (FootholdWindow *self, gint64 id, const char *name, const char *kind, GtkWidget *page)
{
  foothold_board_view_add_from (FOOTHOLD_BOARD_VIEW (self->board), page, id, name, kind);
}

char *
foothold_window_dup_place (FootholdWindow *self, char **kind)
{
  FootholdPage *page = foothold_window_get_shown_page (self);

  *kind = NULL;
  return FOOTHOLD_IS_PLACES_VIEW (page) ? foothold_places_view_dup_current (FOOTHOLD_PLACES_VIEW (page), kind) : NULL;
}

void
foothold_window_made_places (FootholdWindow *self, GtkWidget *page)
{
  g_signal_connect_object (page, "show-found", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "add-opportunity", G_CALLBACK (add_opportunity), self, G_CONNECT_SWAPPED);
}
