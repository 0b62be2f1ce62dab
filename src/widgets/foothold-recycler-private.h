// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/foothold-recycler.h"

/* What the files of the list share. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_RECYCLER_UP,
  FOOTHOLD_RECYCLER_DOWN,
  FOOTHOLD_RECYCLER_PAGE_UP,
  FOOTHOLD_RECYCLER_PAGE_DOWN,
  FOOTHOLD_RECYCLER_HOME,
  FOOTHOLD_RECYCLER_END,
} FootholdRecyclerMove;

struct _FootholdRecycler
{
  GtkWidget parent_instance;

  GType row_type;
  GListModel *model;
  FootholdLocateFunc locate;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  GPtrArray *rows; /* FootholdRecyclerRow, shown, by position; owned as children */
  GPtrArray *spare; /* hidden ones */
  guint n_allowed; /* row widgets that may exist by now */
  guint more_tick; /* allows more in the next frame; 0: all that are wanted are there */
  FootholdHeadingsFunc headings; /* NULL: there are none */
  int row_height; /* 0 until one was measured */
  int heading_height; /* the same */
  guint top; /* the first that was seen when rows were placed last */
  double top_offset; /* how much of it was out of sight */
  int min_width; /* of the widest row; 0 until one was measured */
  guint n_measured; /* how many rows there were then */
  FootholdMarks *marks; /* NULL: one at most is selected */
  FootholdIdAtFunc id_at;
  guint anchor; /* where a range of marks begins */
  guint reached; /* where it ends now */
  guint selected;
  GObject *selected_item;
  gboolean sizes_stale; /* fonts or scale changed: measure anew */
  gboolean syncing;
  gboolean allocating;
};

/* Making a widget costs milliseconds: so many a frame, and none is long. */
#define FOOTHOLD_RECYCLER_ROWS_A_FRAME 2
/* Before a row was measured, a guess that only decides how many are made first. */
#define FOOTHOLD_RECYCLER_FIRST_GUESS 90

static inline guint
count_items (FootholdRecycler *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static inline int
assumed_height (FootholdRecycler *self)
{
  return self->row_height > 0 ? self->row_height : FOOTHOLD_RECYCLER_FIRST_GUESS;
}

static inline gboolean
foothold_recycler_is_measured (FootholdRecycler *self)
{
  return self->row_height > 0 || self->heading_height > 0;
}

static inline double
scroll_value (FootholdRecycler *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

static inline FootholdRecyclerRow *
row_at (GPtrArray *rows, guint i)
{
  return g_ptr_array_index (rows, i);
}

/* Tells @row what it shows now, and how it stands. */
void foothold_recycler_place_row (FootholdRecycler *self, FootholdRecyclerRow *row, gpointer item, guint position);
/* The same for all that are seen: how they stand changed, not what they show. */
void foothold_recycler_replace_rows (FootholdRecycler *self);
/* The model changed: a range goes on from what is selected. */
void foothold_recycler_forget_range (FootholdRecycler *self);
void foothold_recycler_drop_marks (FootholdRecycler *self);
/* Picks all between where a range began and @position, and no more what it held beyond. */
void foothold_recycler_extend_marks (FootholdRecycler *self, guint position);
void foothold_recycler_bind_marks (GtkWidgetClass *widget_class);
/* The selection goes @move, and the focus with it; FALSE where there is nothing above. */
gboolean foothold_recycler_move (FootholdRecycler *self, FootholdRecyclerMove move);

gboolean foothold_recycler_is_heading (FootholdRecycler *self, guint position);
/* From the top of the list; that of the number of items is the height of all. */
double foothold_recycler_top_of (FootholdRecycler *self, guint position);
int foothold_recycler_height_of (FootholdRecycler *self, guint position);
/* What stands there; below all the number of items. */
guint foothold_recycler_position_at (FootholdRecycler *self, double y);
/* Returns whether rows came out higher or lower than thought: the rows are to be placed anew then. */
gboolean foothold_recycler_measure_rows (FootholdRecycler *self, int width, int height);

/* Gives each position that is seen its widget; cheap where nothing changed. */
void foothold_recycler_sync_rows (FootholdRecycler *self);
/* Tells the scroll bar how long the list is, and puts it to @value. */
void foothold_recycler_configure_vertical (FootholdRecycler *self, double value, int height);
/* What a row needs at least, by the first there is; 0 before there is one. */
int foothold_recycler_least_width (FootholdRecycler *self);
void foothold_recycler_size_allocate (GtkWidget *widget, int width, int height, int baseline);

G_END_DECLS
