// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * The board: everything found as cards, searched as one types, with the page of
 * the selected opportunity beside it, or after it where the window is narrow.
 * Stands inside an AdwToastOverlay and a window with win.undo.
 *
 * Properties: "show" ("open", "starred", "dropped", "archived", "all"), "order"
 * ("newest", "deadline", "title", "rate", "hours", "fit"), both writable, to be restored and to be bound; "reversed"
 * (bool): that order is the other way round; "reversed-orders" (strings): those that are, each remembers it;
 * "collapsed" (bool): list and page are one after the other; "picking" (bool): several are being picked in the list.
 * "table" (bool): a table instead of cards (Ctrl+2, Ctrl+1); "columns" (strings): those of the table, empty is ours.
 * Signals: "opened": one that was added from elsewhere is to be seen. "posting-pasted" (string place or NULL, string
 * kind): a posting's whole text was pasted into the short form; it is on the clipboard, and was found there.
 * Actions: "board.table" (a toggle), "board.search" (Ctrl+F), "board.add" (Ctrl+N), "board.show::…",
 * "board.order::…", "board.reversed" (a toggle), "board.sort::…" (an order; again: the other way round),
 * "board.picking" (a toggle), "board.pick-all", "board.pick-none" (Escape), "board.compare" and "board.merge" for two
 * to four that are picked, and those of foothold-opportunity-actions.h for what is selected.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_BOARD_VIEW (foothold_board_view_get_type ())

G_DECLARE_FINAL_TYPE (FootholdBoardView, foothold_board_view, FOOTHOLD, BOARD_VIEW, AdwBin)

GtkWidget *foothold_board_view_new (FootholdStore *store);
FootholdStore *foothold_board_view_get_store (FootholdBoardView *self);
/* The bar above the list: the window packs its sidebar button and menus there. */
AdwHeaderBar *foothold_board_view_get_header_bar (FootholdBoardView *self);
/* Opens the short form. */
void foothold_board_view_add (FootholdBoardView *self);
/* The same for one that was found at the place @id, over @parent. One that is to be opened brings the board: see
 * "opened". */
void foothold_board_view_add_from (FootholdBoardView *self,
                                   GtkWidget *parent,
                                   gint64 id,
                                   const char *name,
                                   const char *kind);
/* Shows the page of @id (0: none), and selects its card where the list has it. */
void foothold_board_view_open (FootholdBoardView *self, gint64 id);
/* The list is in front and has the keys; the search, where the list is empty. What was asked for may be on its way. */
void foothold_board_view_show_list (FootholdBoardView *self);
gint64 foothold_board_view_get_opened (FootholdBoardView *self);
/* What is said in days from today is said anew. */
void foothold_board_view_begin_day (FootholdBoardView *self);
/* Open opportunities that @text finds; @order: as the property says, @reversed: the other way round; or NULL for the
 * order there is. */
void foothold_board_view_open_search (FootholdBoardView *self, const char *text, const char *order, gboolean reversed);
void foothold_board_view_search (FootholdBoardView *self, const char *text);
/* Hands what is being typed to the store, for the last time: the program ends, or the data is put away. */
void foothold_board_view_flush (FootholdBoardView *self);

/* Where several are picked, their ids in the order of the list (gint64); NULL where nothing is being picked. (transfer
 * full) */
GArray *foothold_board_view_dup_picked (FootholdBoardView *self);

G_END_DECLS
