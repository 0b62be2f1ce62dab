/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * One row of a FootholdRecycler: a widget, usually from a template, that shows
 * one item after another. Subclasses fill themselves in bind().
 *
 * Actions without parameter, so that a screen reader and a test can use them:
 * "list.select", "list.activate", "list.mark" (picks the row, or no more).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RECYCLER_ROW (foothold_recycler_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (FootholdRecyclerRow, foothold_recycler_row, FOOTHOLD, RECYCLER_ROW, GtkWidget)

struct _FootholdRecyclerRowClass
{
  GtkWidgetClass parent_class;

  /* Shows @item. NULL: the row is out of sight and only lets go of what it had; to show it empty would be work for
   * nothing. Chain up. Must not change how high the row is. */
  void (*bind) (FootholdRecyclerRow *self, GObject *item);
  /* Shows whether rows are being picked, and whether this one is. Must not change how high the row is. */
  void (*show_mark) (FootholdRecyclerRow *self, gboolean picking, gboolean marked);
};

/* (nullable) (transfer none) */
gpointer foothold_recycler_row_get_item (FootholdRecyclerRow *self);
guint foothold_recycler_row_get_position (FootholdRecyclerRow *self);
/* Whether it is one of several that something may be done to at once. */
gboolean foothold_recycler_row_get_marked (FootholdRecyclerRow *self);
/* For a row that stands outside a list, as in a preview or a test. */
void foothold_recycler_row_set_item (FootholdRecyclerRow *self, gpointer item);

/* The list's own. */
void foothold_recycler_row_place (FootholdRecyclerRow *self,
                                  gpointer item,
                                  guint position,
                                  guint n_items,
                                  gboolean selected);
void foothold_recycler_row_set_mark (FootholdRecyclerRow *self, gboolean picking, gboolean marked);

G_END_DECLS
