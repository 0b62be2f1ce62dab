/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-recycler-private.h"

/*
 * Several rows picked at once. What is picked is a set of ids; here is only how
 * keys and clicks change it, and how the rows show it. While nothing is picked
 * the selected row is the one that is told as selected; then the picked ones are.
 */

static gboolean
is_picking (FootholdRecycler *self)
{
  return self->marks != NULL && foothold_marks_get_active (self->marks);
}

static gboolean
is_marked (FootholdRecycler *self, guint position)
{
  return is_picking (self) && position < count_items (self)
         && foothold_marks_has (self->marks, self->id_at (self->model, position));
}

void
foothold_recycler_place_row (FootholdRecycler *self, FootholdRecyclerRow *row, gpointer item, guint position)
{
  const gboolean picking = is_picking (self);
  const gboolean marked = picking && is_marked (self, position);

  foothold_recycler_row_place (row, item, position, count_items (self), picking ? marked : position == self->selected);
  foothold_recycler_row_set_mark (row, picking, marked);
}

void
foothold_recycler_replace_rows (FootholdRecycler *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FootholdRecyclerRow *row = row_at (self->rows, i);

      foothold_recycler_place_row (self, row, foothold_recycler_row_get_item (row),
                                   foothold_recycler_row_get_position (row));
    }
}

/* All of @first to @last are picked, or none. */
static void
mark_range (FootholdRecycler *self, guint first, guint last, gboolean marked)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), last - first + 1);

  for (guint i = first; i <= last; i++)
    {
      const gint64 id = self->id_at (self->model, i);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  foothold_marks_set (self->marks, (const gint64 *) (gpointer) ids->data, ids->len, marked);
}

/* Nothing was picked yet: what is selected is the first. */
static void
begin_picking (FootholdRecycler *self)
{
  if (!is_picking (self) && self->selected < count_items (self))
    mark_range (self, self->selected, self->selected, TRUE);
}

void
foothold_recycler_forget_range (FootholdRecycler *self)
{
  self->anchor = self->reached = GTK_INVALID_LIST_POSITION;
}

void
foothold_recycler_toggle_mark (FootholdRecycler *self, guint position)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  if (self->marks == NULL || position >= count_items (self))
    return;

  if (self->selected != position)
    begin_picking (self);
  mark_range (self, position, position, !is_marked (self, position));
  self->anchor = self->reached = position;
}

/* Of @first to @last what is not between @but_first and @but_last. */
static void
mark_outside (FootholdRecycler *self, guint first, guint last, guint but_first, guint but_last, gboolean marked)
{
  if (first < but_first)
    mark_range (self, first, MIN (last, but_first - 1), marked);
  if (last > but_last)
    mark_range (self, MAX (first, but_last + 1), last, marked);
}

void
foothold_recycler_extend_marks (FootholdRecycler *self, guint position)
{
  const guint n = count_items (self);

  if (self->marks == NULL || position >= n)
    return;

  if (self->anchor >= n)
    self->anchor = self->reached = self->selected < n ? self->selected : position;
  /* Only what comes and goes: a step at the end of a long range is a step. */
  mark_range (self, self->anchor, self->anchor, TRUE);
  mark_outside (self, MIN (self->anchor, self->reached), MAX (self->anchor, self->reached),
                MIN (self->anchor, position), MAX (self->anchor, position), FALSE);
  mark_outside (self, MIN (self->anchor, position), MAX (self->anchor, position), MIN (self->anchor, self->reached),
                MAX (self->anchor, self->reached), TRUE);
  self->reached = position;
}

void
foothold_recycler_mark_all (FootholdRecycler *self)
{
  const guint n = count_items (self);

  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  if (self->marks == NULL || n == 0)
    return;

  mark_range (self, 0, n - 1, TRUE);
  foothold_recycler_forget_range (self);
}

static gboolean
extend_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  if (self->marks == NULL)
    return GDK_EVENT_PROPAGATE;

  if (self->anchor >= count_items (self))
    self->anchor = self->reached = self->selected;
  if (foothold_recycler_move (self, (FootholdRecyclerMove) g_variant_get_int32 (args)))
    foothold_recycler_extend_marks (self, self->selected);
  return GDK_EVENT_STOP;
}

static gboolean
toggle_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  if (self->marks == NULL || self->selected == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;

  foothold_recycler_toggle_mark (self, self->selected);
  return GDK_EVENT_STOP;
}

static gboolean
mark_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (FOOTHOLD_RECYCLER (widget)->marks == NULL)
    return GDK_EVENT_PROPAGATE;

  foothold_recycler_mark_all (FOOTHOLD_RECYCLER (widget));
  return GDK_EVENT_STOP;
}

/* What is picked is meant, wherever the keys are: before the row that has them hears of it. */
static gboolean
delete_cb (GtkWidget *widget, GVariant *args, gpointer action)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  return is_picking (self) && foothold_marks_get_n (self->marks) > 0
         && gtk_widget_activate_action (widget, action, NULL);
}

void
foothold_recycler_set_delete_action (FootholdRecycler *self, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const guint deletes[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete };

  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self) && action != NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (deletes); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (deletes[i], 0),
                                                            gtk_callback_action_new (delete_cb,
                                                                                     (gpointer)
                                                                                       g_intern_string (action),
                                                                                     NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* A range that was begun goes with the picking that it was part of. */
static void
marks_changed_cb (FootholdRecycler *self)
{
  if (!is_picking (self))
    foothold_recycler_forget_range (self);
  foothold_recycler_replace_rows (self);
}

void
foothold_recycler_set_marks (FootholdRecycler *self, FootholdMarks *marks, FootholdIdAtFunc id_at)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));
  g_return_if_fail (marks == NULL || id_at != NULL);

  foothold_recycler_drop_marks (self);
  self->id_at = id_at;
  if (g_set_object (&self->marks, marks) && marks != NULL)
    g_signal_connect_object (marks, "changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, marks != NULL, -1);
  foothold_recycler_replace_rows (self);
}

void
foothold_recycler_drop_marks (FootholdRecycler *self)
{
  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_func (self->marks, marks_changed_cb, self);
  g_clear_object (&self->marks);
}

void
foothold_recycler_bind_marks (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad_key;
    FootholdRecyclerMove move;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, FOOTHOLD_RECYCLER_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, FOOTHOLD_RECYCLER_DOWN },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, FOOTHOLD_RECYCLER_PAGE_UP },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, FOOTHOLD_RECYCLER_PAGE_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, FOOTHOLD_RECYCLER_HOME },
    { GDK_KEY_End, GDK_KEY_KP_End, FOOTHOLD_RECYCLER_END },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, GDK_SHIFT_MASK, extend_cb, "i", moves[i].move);
      gtk_widget_class_add_binding (widget_class, moves[i].keypad_key, GDK_SHIFT_MASK, extend_cb, "i", moves[i].move);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, mark_all_cb, NULL);
}
