/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/foothold-marks.h"
#include "widgets/foothold-recycler-row.h"

/*
 * A list of rows of one height (and headings of another) over a model of any length, to be put in a
 * GtkScrolledWindow. It keeps no more row widgets than fit on the screen and
 * binds them again in place; whatever happens in the model costs as much as the
 * rows that are seen. (tests/bench/bench-list.c measures it against GtkListView,
 * which keeps two hundred.)
 *
 * One row at most is selected; the selection follows its item when the model
 * changes. Keys: arrows, Page Up and Down, Home, End, Space, Enter.
 *
 * With marks, several can be picked: by Ctrl and Shift with a click, by Ctrl+Space, Shift with the keys above and
 * Ctrl+A; once picking has begun, a click or Space picks too, and nothing is activated.
 *
 * Properties: "model" (GListModel), "row-type" (GType of a FootholdRecyclerRow),
 * "selected" (position or GTK_INVALID_LIST_POSITION).
 * Signal: "activate" (uint position): Enter, click or the row's own action.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RECYCLER (foothold_recycler_get_type ())

G_DECLARE_FINAL_TYPE (FootholdRecycler, foothold_recycler, FOOTHOLD, RECYCLER, GtkWidget)

/* Where @item stands in @model now, GTK_INVALID_LIST_POSITION when it is gone; @hint is a good guess. */
typedef guint (*FootholdLocateFunc) (GListModel *model, gpointer item, guint hint);

/* The id of what stands at @position; reads no row. 0: nothing that can be picked, as a heading. */
typedef gint64 (*FootholdIdAtFunc) (GListModel *model, guint position);

/* How many of the items before @position are headings; asked some twenty times a frame. */
typedef guint (*FootholdHeadingsFunc) (GListModel *model, guint position);

FootholdRecycler *foothold_recycler_new (GType row_type);

void foothold_recycler_set_model (FootholdRecycler *self, GListModel *model);
GListModel *foothold_recycler_get_model (FootholdRecycler *self);
/* Without one, a selected item inside a changed range is given up. */
void foothold_recycler_set_locate_func (FootholdRecycler *self, FootholdLocateFunc locate);

void foothold_recycler_set_marks (FootholdRecycler *self, FootholdMarks *marks, FootholdIdAtFunc id_at);
/* While rows are picked, Delete does @action (of a widget around the list; it means all that is picked), also where the
 * keys are on a row that is not. */
void foothold_recycler_set_delete_action (FootholdRecycler *self, const char *action);
/* Picks what stands at @position, or no more; what is selected is picked first where nothing was. */
void foothold_recycler_toggle_mark (FootholdRecycler *self, guint position);
void foothold_recycler_mark_all (FootholdRecycler *self);

guint foothold_recycler_get_selected (FootholdRecycler *self);
/* Selects without scrolling and without moving the focus. */
void foothold_recycler_set_selected (FootholdRecycler *self, guint position);
/* Scrolls so that @position is wholly seen. */
void foothold_recycler_reveal (FootholdRecycler *self, guint position);
/* The keys go to the row that is selected, as soon as it is there: rows come with the next frame. */
void foothold_recycler_grab_focus_soon (FootholdRecycler *self);
/* Headings have a height of their own. Set before the model. */
void foothold_recycler_set_headings_func (FootholdRecycler *self, FootholdHeadingsFunc headings);
/* What rows show became wider or narrower: they are measured anew. */
void foothold_recycler_forget_sizes (FootholdRecycler *self);
void foothold_recycler_scroll_to_top (FootholdRecycler *self);
void foothold_recycler_activate (FootholdRecycler *self, guint position);
/* (nullable) (transfer none): the widget that shows @position now, for menus and tests. */
FootholdRecyclerRow *foothold_recycler_get_row (FootholdRecycler *self, guint position);
/* Between which rows @y lies: what is dropped there goes before the position that is returned (the number of items: at
 * the end). *@line: where the gap is. Both in the list's own coordinates. */
guint foothold_recycler_find_gap (FootholdRecycler *self, double y, double *line);
/* How many row widgets there are, for benchmarks. */
guint foothold_recycler_get_n_rows (FootholdRecycler *self);

G_END_DECLS
