// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-recycler-private.h"

/*
 * The rows that are seen are kept in order; a small change of the model or of the
 * scroll position hands each position the widget that shows its item already, and
 * binds only what is left; after a large one all are bound where they stand. The row with the focus stays alive out of
 * sight, so that keys keep working after scrolling with the wheel. Where a row
 * stands is foothold-recycler-heights.c.
 */

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FootholdRecycler *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const guint position = foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (row));
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->marks != NULL && (modifiers & GDK_SHIFT_MASK) != 0)
    foothold_recycler_extend_marks (self, position);
  else if (self->marks != NULL && ((modifiers & GDK_CONTROL_MASK) != 0 || foothold_marks_get_active (self->marks)))
    foothold_recycler_toggle_mark (self, position);
  else
    foothold_recycler_forget_range (self);
  foothold_recycler_set_selected (self, position);
  gtk_widget_grab_focus (row);
}

static void
row_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, FootholdRecycler *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && gtk_widget_contains (row, x, y))
    foothold_recycler_activate (self, foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (row)));
}

static FootholdRecyclerRow *
make_row (FootholdRecycler *self)
{
  GtkWidget *row = g_object_new (self->row_type, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (row_pressed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (click, "released", G_CALLBACK (row_released_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (row, GTK_WIDGET (self));

  return FOOTHOLD_RECYCLER_ROW (row);
}

/* Whether rows of @old go on as they are: most of @items are there already and in this order, as after scrolling or
 * when one came or went. Otherwise to bind a row anew where it stands costs less than to let it change places (see
 * steal_any_row). */
static gboolean
follow_each_other (GPtrArray *old, GPtrArray *items)
{
  guint n_there = 0, next = 0;

  for (guint i = 0; i < items->len; i++)
    for (guint k = 0; k < old->len; k++)
      if (foothold_recycler_row_get_item (row_at (old, k)) == items->pdata[i])
        {
          if (k < next)
            return FALSE;
          next = k + 1;
          n_there++;
          break;
        }

  return n_there * 2 >= items->len;
}

/* Takes the row that shows @item out of @rows. */
static FootholdRecyclerRow *
steal_row_of (GPtrArray *rows, gpointer item)
{
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL && foothold_recycler_row_get_item (row_at (rows, i)) == item)
      return g_steal_pointer (&rows->pdata[i]);

  return NULL;
}

static FootholdRecyclerRow *
steal_row (GPtrArray *rows, gpointer row)
{
  guint i;

  return g_ptr_array_find (rows, row, &i) ? g_steal_pointer (&rows->pdata[i]) : NULL;
}

/* Best that which stands behind the row before @place, see below. */
static FootholdRecyclerRow *
steal_spare_row (FootholdRecycler *self, guint place)
{
  GtkWidget *next = place > 0 ? gtk_widget_get_next_sibling (self->rows->pdata[place - 1])
                              : gtk_widget_get_first_child (GTK_WIDGET (self));
  FootholdRecyclerRow *row;
  guint i;

  if (!g_ptr_array_find (self->spare, next, &i))
    i = self->spare->len - 1;
  row = g_ptr_array_steal_index (self->spare, i);
  gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
  return row;
}

/* Best that which stands at @place already: among children that change places GTK styles every one anew, which takes
 * longer than all the rest of a frame. */
static FootholdRecyclerRow *
steal_any_row (FootholdRecycler *self, GPtrArray *rows, guint place, gpointer not_this)
{
  if (place < rows->len && rows->pdata[place] != NULL && rows->pdata[place] != not_this)
    return g_steal_pointer (&rows->pdata[place]);
  for (guint i = rows->len; i-- > 0;)
    if (rows->pdata[i] != NULL && rows->pdata[i] != not_this)
      return g_steal_pointer (&rows->pdata[i]);

  return self->spare->len > 0 ? steal_spare_row (self, place) : make_row (self);
}

static void
retire_row (FootholdRecycler *self, FootholdRecyclerRow *row)
{
  gtk_widget_set_child_visible (GTK_WIDGET (row), FALSE);
  foothold_recycler_row_place (row, NULL, GTK_INVALID_LIST_POSITION, 0, FALSE);
  g_ptr_array_add (self->spare, row);
}

/* Which rows can stay where they are among the children: as many as possible that follow each other already, the
 * longest increasing subsequence of their places there. */
static void
find_steady (FootholdRecycler *self, gboolean *steady)
{
  const guint n = self->rows->len;
  g_autofree guint *places = g_new0 (guint, n);
  g_autofree guint *lengths = g_new (guint, n); /* of the longest that ends here */
  guint place = 0, best = 0, limit = G_MAXUINT;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), place++)
    {
      guint i;

      if (g_ptr_array_find (self->rows, child, &i))
        places[i] = place;
    }
  for (guint i = 0; i < n; i++)
    {
      lengths[i] = 1;
      for (guint k = 0; k < i; k++)
        if (places[k] < places[i])
          lengths[i] = MAX (lengths[i], lengths[k] + 1);
      best = MAX (best, lengths[i]);
      steady[i] = FALSE;
    }
  for (guint i = n; i-- > 0 && best > 0;)
    if (lengths[i] == best && places[i] < limit)
      {
        steady[i] = TRUE;
        limit = places[i];
        best--;
      }
}

/* A screen reader and Tab walk the children: they stand in the order of the list. */
static void
order_children (FootholdRecycler *self)
{
  g_autofree gboolean *steady = g_new (gboolean, self->rows->len);
  GtkWidget *before = NULL;

  find_steady (self, steady);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!steady[i])
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      before = row;
    }
}

static gboolean
more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  self->more_tick = 0;
  self->n_allowed += FOOTHOLD_RECYCLER_ROWS_A_FRAME;
  gtk_widget_queue_allocate (widget);

  return G_SOURCE_REMOVE;
}

/* How many of @n_wanted rows get a widget in this frame; the others follow, frame by frame. */
static guint
allow_rows (FootholdRecycler *self, guint n_wanted)
{
  if (n_wanted <= self->n_allowed)
    return n_wanted;

  if (self->more_tick == 0)
    self->more_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_cb, NULL, NULL);
  return self->n_allowed;
}

/* Which positions want a widget now: what is seen, and the selected one while it has the focus. */
static void
wanted_range (FootholdRecycler *self, guint *first, guint *end)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const guint n = count_items (self);
  const double value = scroll_value (self);

  *first = foothold_recycler_position_at (self, value);
  *end = height > 0 ? MIN (foothold_recycler_position_at (self, value + height) + 1, n) : *first;
  *end = *first + allow_rows (self, *end - *first);
  self->top = *first;
  self->top_offset = value - foothold_recycler_top_of (self, *first);
}

void
foothold_recycler_sync_rows (FootholdRecycler *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  const guint n = count_items (self);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GArray) positions = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint first, end;
  gboolean keep_focus;

  if (self->syncing)
    return;
  self->syncing = TRUE;

  wanted_range (self, &first, &end);
  keep_focus = focused != NULL && self->selected < n;

  positions = g_array_new (FALSE, FALSE, sizeof (guint));
  if (keep_focus && self->selected < first)
    g_array_append_val (positions, self->selected);
  for (guint i = first; i < end; i++)
    g_array_append_val (positions, i);
  if (keep_focus && self->selected >= end)
    g_array_append_val (positions, self->selected);

  old = g_steal_pointer (&self->rows);
  self->rows = g_ptr_array_new ();
  g_ptr_array_set_size (self->rows, (int) positions->len);
  items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < positions->len; i++)
    g_ptr_array_add (items, g_list_model_get_item (self->model, g_array_index (positions, guint, i)));
  if (keep_focus || follow_each_other (old, items))
    for (guint i = 0; i < items->len; i++)
      self->rows->pdata[i] = steal_row_of (old, items->pdata[i]);
  for (guint i = 0; i < positions->len; i++)
    {
      const guint position = g_array_index (positions, guint, i);

      if (self->rows->pdata[i] == NULL && keep_focus && position == self->selected)
        self->rows->pdata[i] = steal_row (old, focused);
      if (self->rows->pdata[i] == NULL)
        self->rows->pdata[i] = steal_any_row (self, old, i, keep_focus ? focused : NULL);
      foothold_recycler_place_row (self, row_at (self->rows, i), g_ptr_array_index (items, i), position);
    }
  order_children (self);

  /* Nothing is selected any more: the focus stays in the list as long as it has rows. */
  if (focused != NULL && !keep_focus)
    {
      if (self->rows->len > 0)
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
      else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
    }
  for (guint i = 0; i < old->len; i++)
    if (old->pdata[i] != NULL)
      retire_row (self, row_at (old, i));

  self->syncing = FALSE;
  if (!self->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
foothold_recycler_configure_vertical (FootholdRecycler *self, double value, int height)
{
  const double upper = MAX (foothold_recycler_top_of (self, count_items (self)), height);

  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, upper - height), 0, upper, assumed_height (self),
                            height * 0.9, height);
}

static void
configure_adjustments (FootholdRecycler *self, int width, int height)
{
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  foothold_recycler_configure_vertical (self, scroll_value (self), height);
}

int
foothold_recycler_least_width (FootholdRecycler *self)
{
  for (guint i = 0; self->n_measured != self->rows->len && i < self->rows->len; i++)
    {
      int minimum;

      gtk_widget_measure (g_ptr_array_index (self->rows, i), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      self->min_width = MAX (self->min_width, minimum);
    }
  self->n_measured = self->rows->len;
  return self->min_width;
}

void
foothold_recycler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);
  int row_width;

  if (self->vadjustment == NULL || self->hadjustment == NULL)
    return;

  self->allocating = TRUE;
  configure_adjustments (self, width, height);
  foothold_recycler_sync_rows (self);

  /* The first rows came just now, and nobody could know how wide they must be. */
  row_width = MAX (width, foothold_recycler_least_width (self));
  /* Twice at most: the second time there are fewer or as many rows, and all were measured. */
  for (int i = 0; i < 2 && foothold_recycler_measure_rows (self, row_width, height); i++)
    {
      configure_adjustments (self, width, height);
      foothold_recycler_sync_rows (self);
    }
  foothold_recycler_measure_rows (self, row_width, height);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const guint position = foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (row));
      const double y = foothold_recycler_top_of (self, position) - scroll_value (self);

      gtk_widget_size_allocate (row,
                                &(GtkAllocation) { 0, (int) y, row_width,
                                                   foothold_recycler_height_of (self, position) },
                                -1);
    }
  self->allocating = FALSE;
}

guint
foothold_recycler_find_gap (FootholdRecycler *self, double y, double *line)
{
  guint gap;

  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER (self), 0);

  y += scroll_value (self);
  gap = foothold_recycler_position_at (self, y);
  if (gap < count_items (self)
      && y - foothold_recycler_top_of (self, gap) >= foothold_recycler_height_of (self, gap) / 2.0)
    gap++;
  *line = foothold_recycler_top_of (self, gap) - scroll_value (self);
  return gap;
}

static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  return gtk_widget_grab_focus (widget) || count_items (FOOTHOLD_RECYCLER (widget)) == 0
             || !gtk_widget_get_mapped (widget)
           ? G_SOURCE_REMOVE
           : G_SOURCE_CONTINUE;
}

void
foothold_recycler_grab_focus_soon (FootholdRecycler *self)
{
  FootholdRecyclerRow *row;

  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  row = self->selected != GTK_INVALID_LIST_POSITION ? foothold_recycler_get_row (self, self->selected) : NULL;
  if (row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row)))
    return;
  if (!gtk_widget_grab_focus (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}
