/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-recycler.h"

/*
 * All rows have one height, so where a row stands is a multiplication. The rows
 * that are seen are kept in order; a change of the model or of the scroll
 * position hands each position the widget that shows its item already, and
 * binds only what is left. The row with the focus stays alive out of sight, so
 * that keys keep working after scrolling with the wheel.
 */

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
  int row_height; /* 0 until one was measured */
  int min_width;
  guint selected;
  GObject *selected_item;
  gboolean sizes_stale; /* fonts or scale changed: measure anew */
  gboolean syncing;
  gboolean allocating;
};

typedef enum
{
  PROP_MODEL = 1,
  PROP_ROW_TYPE,
  PROP_SELECTED,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} FootholdRecyclerProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdRecycler,
                               foothold_recycler,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Before a row was measured, a guess that only decides how many are made first. */
#define FIRST_GUESS 90

static guint
count_items (FootholdRecycler *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static int
assumed_height (FootholdRecycler *self)
{
  return self->row_height > 0 ? self->row_height : FIRST_GUESS;
}

static double
scroll_value (FootholdRecycler *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

static FootholdRecyclerRow *
row_at (GPtrArray *rows, guint i)
{
  return g_ptr_array_index (rows, i);
}

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FootholdRecycler *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  foothold_recycler_set_selected (self, foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (row)));
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

static FootholdRecyclerRow *
steal_any_row (FootholdRecycler *self, GPtrArray *rows, gpointer not_this)
{
  for (guint i = rows->len; i-- > 0;)
    if (rows->pdata[i] != NULL && rows->pdata[i] != not_this)
      return g_steal_pointer (&rows->pdata[i]);

  if (self->spare->len > 0)
    {
      FootholdRecyclerRow *row = g_ptr_array_steal_index (self->spare, self->spare->len - 1);

      gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
      return row;
    }

  return make_row (self);
}

static void
retire_row (FootholdRecycler *self, FootholdRecyclerRow *row)
{
  gtk_widget_set_child_visible (GTK_WIDGET (row), FALSE);
  foothold_recycler_row_place (row, NULL, GTK_INVALID_LIST_POSITION, 0, FALSE);
  g_ptr_array_add (self->spare, row);
}

/* A screen reader and Tab walk the children: they stand in the order of the list. */
static void
order_children (FootholdRecycler *self)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      before = row;
    }
}

/* Which positions want a widget now: what is seen, and the selected one while it has the focus. */
static void
wanted_range (FootholdRecycler *self, guint *first, guint *end)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const guint n = count_items (self);
  const double value = scroll_value (self);

  *first = MIN ((guint) (value / assumed_height (self)), n);
  *end = height > 0 ? MIN ((guint) ((value + height) / assumed_height (self)) + 1, n) : *first;
}

static void
sync_rows (FootholdRecycler *self)
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
    {
      gpointer item = g_list_model_get_item (self->model, g_array_index (positions, guint, i));

      g_ptr_array_add (items, item);
      self->rows->pdata[i] = steal_row_of (old, item);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      const guint position = g_array_index (positions, guint, i);

      if (self->rows->pdata[i] == NULL && keep_focus && position == self->selected)
        self->rows->pdata[i] = steal_row (old, focused);
      if (self->rows->pdata[i] == NULL)
        self->rows->pdata[i] = steal_any_row (self, old, keep_focus ? focused : NULL);
      foothold_recycler_row_place (row_at (self->rows, i), g_ptr_array_index (items, i), position, n,
                                   position == self->selected);
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

static void
configure_vertical (FootholdRecycler *self, double value, int height)
{
  const double upper = MAX ((double) count_items (self) * assumed_height (self), height);

  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, upper - height), 0, upper, assumed_height (self),
                            height * 0.9, height);
}

static void
configure_adjustments (FootholdRecycler *self, int width, int height)
{
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  configure_vertical (self, scroll_value (self), height);
}

/* Returns whether the rows came out higher than thought. */
static gboolean
measure_rows (FootholdRecycler *self, int width)
{
  int highest = self->sizes_stale ? 0 : self->row_height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->rows, i), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL,
                          NULL);
      highest = MAX (highest, natural);
    }

  if (self->rows->len > 0)
    self->sizes_stale = FALSE;
  if (highest == self->row_height || self->rows->len == 0)
    return FALSE;

  /* What stands at the top stays there. */
  if (self->row_height > 0)
    gtk_adjustment_set_value (self->vadjustment, scroll_value (self) / self->row_height * highest);
  self->row_height = highest;
  return TRUE;
}

static void
foothold_recycler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);
  int row_width;

  if (self->vadjustment == NULL || self->hadjustment == NULL)
    return;

  self->allocating = TRUE;
  configure_adjustments (self, width, height);
  sync_rows (self);

  row_width = MAX (width, self->min_width);
  /* Twice at most: the second time there are fewer or as many rows, and all were measured. */
  for (int i = 0; i < 2 && measure_rows (self, row_width); i++)
    {
      configure_adjustments (self, width, height);
      sync_rows (self);
    }
  measure_rows (self, row_width);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const double y = (double) foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (row)) * assumed_height (self)
                       - scroll_value (self);

      gtk_widget_size_allocate (row, &(GtkAllocation) { 0, (int) y, row_width, assumed_height (self) }, -1);
    }
  self->allocating = FALSE;
}

static void
foothold_recycler_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      if (self->min_width == 0 && self->rows->len > 0)
        gtk_widget_measure (g_ptr_array_index (self->rows, 0), orientation, -1, &self->min_width, NULL, NULL, NULL);
      *minimum = *natural = self->min_width;
    }
  else
    {
      *minimum = 0;
      *natural = (int) MIN (count_items (self), 8) * assumed_height (self);
    }
}

static GtkSizeRequestMode
foothold_recycler_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
forget_sizes (FootholdRecycler *self)
{
  self->sizes_stale = TRUE;
  self->min_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
foothold_recycler_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (foothold_recycler_parent_class)->css_changed (widget, change);
  forget_sizes (FOOTHOLD_RECYCLER (widget));
}

static void
foothold_recycler_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (foothold_recycler_parent_class)->system_setting_changed (widget, setting);
  forget_sizes (FOOTHOLD_RECYCLER (widget));
}

static void
scrolled_cb (FootholdRecycler *self)
{
  if (self->row_height > 0)
    sync_rows (self);
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (FootholdRecycler *self, GtkAdjustment **where, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *where == adjustment)
    return;

  if (*where != NULL)
    g_signal_handlers_disconnect_by_func (*where, scrolled_cb, self);
  g_clear_object (where);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *where = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
say_selected (FootholdRecycler *self, guint position, GObject *item)
{
  const gboolean moved = self->selected != position;
  const gboolean other = g_set_object (&self->selected_item, item);

  self->selected = position;
  for (guint i = 0; i < self->rows->len; i++)
    {
      FootholdRecyclerRow *row = row_at (self->rows, i);
      const guint at = foothold_recycler_row_get_position (row);

      foothold_recycler_row_place (row, foothold_recycler_row_get_item (row), at, count_items (self), at == position);
    }
  if (moved || other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, FootholdRecycler *self)
{
  const double value = scroll_value (self);
  const guint first = self->row_height > 0 ? (guint) (value / self->row_height) : 0;
  guint selected = self->selected;

  if (selected != GTK_INVALID_LIST_POSITION && selected >= position)
    {
      if (selected >= position + removed)
        selected = selected - removed + added;
      else if (self->locate != NULL)
        selected = self->locate (model, self->selected_item, MIN (selected, position + added));
      else
        selected = GTK_INVALID_LIST_POSITION;
    }

  /* What came or went wholly above stays above: the rows that are read do not move. */
  if (self->row_height > 0 && self->vadjustment != NULL)
    {
      const gboolean above = value > 0 && position + removed <= first;

      self->syncing = TRUE;
      configure_vertical (self, above ? value + ((double) added - removed) * self->row_height : value,
                          gtk_widget_get_height (GTK_WIDGET (self)));
      self->syncing = FALSE;
    }

  /* The rows learn of it before anybody hears of the selection. */
  if (selected != self->selected)
    {
      GObject *item = selected != GTK_INVALID_LIST_POSITION ? self->selected_item : NULL;

      self->selected = selected;
      g_set_object (&self->selected_item, item);
      if (self->row_height > 0)
        sync_rows (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
  else if (self->row_height > 0)
    {
      sync_rows (self);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
grab_row_focus (FootholdRecycler *self, guint position)
{
  FootholdRecyclerRow *row;

  foothold_recycler_reveal (self, position);
  sync_rows (self);
  row = foothold_recycler_get_row (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static guint
rows_a_page (FootholdRecycler *self)
{
  return (guint) MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) / assumed_height (self) - 1);
}

typedef enum
{
  MOVE_UP,
  MOVE_DOWN,
  MOVE_PAGE_UP,
  MOVE_PAGE_DOWN,
  MOVE_HOME,
  MOVE_END,
} Move;

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);
  const guint n = count_items (self);
  const guint page = rows_a_page (self);
  guint at = self->selected;

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  if (at == GTK_INVALID_LIST_POSITION)
    at = 0;
  else
    switch ((Move) g_variant_get_int32 (args))
      {
      case MOVE_UP:
        /* Above the first row is what stands above the list. */
        if (at == 0)
          return GDK_EVENT_PROPAGATE;
        at--;
        break;
      case MOVE_DOWN:
        at = MIN (at + 1, n - 1);
        break;
      case MOVE_PAGE_UP:
        at = at > page ? at - page : 0;
        break;
      case MOVE_PAGE_DOWN:
        at = MIN (at + page, n - 1);
        break;
      case MOVE_HOME:
        at = 0;
        break;
      case MOVE_END:
        at = n - 1;
        break;
      default:
        g_assert_not_reached ();
      }

  foothold_recycler_set_selected (self, at);
  grab_row_focus (self, at);
  return GDK_EVENT_STOP;
}

static gboolean
activate_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  if (self->selected == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;

  foothold_recycler_activate (self, self->selected);
  return GDK_EVENT_STOP;
}

static gboolean
foothold_recycler_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);
  guint position = self->selected;

  /* One Tab stop for the whole list: inside it the arrows move. */
  if (gtk_widget_get_focus_child (widget) != NULL || count_items (self) == 0)
    return FALSE;

  if (position == GTK_INVALID_LIST_POSITION)
    {
      position = (guint) (scroll_value (self) / assumed_height (self));
      foothold_recycler_set_selected (self, position);
    }
  grab_row_focus (self, position);
  return gtk_widget_get_focus_child (widget) != NULL;
}

static gboolean
foothold_recycler_grab_focus (GtkWidget *widget)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return TRUE;

  return foothold_recycler_focus (widget, GTK_DIR_TAB_FORWARD);
}

FootholdRecycler *
foothold_recycler_new (GType row_type)
{
  return g_object_new (FOOTHOLD_TYPE_RECYCLER, "row-type", row_type, NULL);
}

GListModel *
foothold_recycler_get_model (FootholdRecycler *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER (self), NULL);

  return self->model;
}

void
foothold_recycler_set_model (FootholdRecycler *self, GListModel *model)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);

  say_selected (self, GTK_INVALID_LIST_POSITION, NULL);
  sync_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

void
foothold_recycler_set_locate_func (FootholdRecycler *self, FootholdLocateFunc locate)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  self->locate = locate;
}

guint
foothold_recycler_get_selected (FootholdRecycler *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER (self), GTK_INVALID_LIST_POSITION);

  return self->selected;
}

void
foothold_recycler_set_selected (FootholdRecycler *self, guint position)
{
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  if (position < count_items (self))
    item = g_list_model_get_item (self->model, position);
  say_selected (self, item != NULL ? position : GTK_INVALID_LIST_POSITION, item);
}

void
foothold_recycler_reveal (FootholdRecycler *self, guint position)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  double top, bottom;

  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  if (self->vadjustment == NULL || self->row_height == 0)
    return;

  top = (double) position * self->row_height;
  bottom = top + self->row_height - height;
  if (scroll_value (self) > top)
    gtk_adjustment_set_value (self->vadjustment, top);
  else if (scroll_value (self) < bottom)
    gtk_adjustment_set_value (self->vadjustment, bottom);
}

void
foothold_recycler_scroll_to_top (FootholdRecycler *self)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, 0);
}

void
foothold_recycler_activate (FootholdRecycler *self, guint position)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  foothold_recycler_set_selected (self, position);
  if (self->selected == position)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, position);
}

FootholdRecyclerRow *
foothold_recycler_get_row (FootholdRecycler *self, guint position)
{
  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (foothold_recycler_row_get_position (row_at (self->rows, i)) == position)
      return row_at (self->rows, i);

  return NULL;
}

guint
foothold_recycler_get_n_rows (FootholdRecycler *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER (self), 0);

  return self->rows->len + self->spare->len;
}

static void
foothold_recycler_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (object);

  switch ((FootholdRecyclerProperty) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_ROW_TYPE:
      g_value_set_gtype (value, self->row_type);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_recycler_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (object);

  switch ((FootholdRecyclerProperty) prop_id)
    {
    case PROP_MODEL:
      foothold_recycler_set_model (self, g_value_get_object (value));
      break;
    case PROP_ROW_TYPE:
      self->row_type = g_value_get_gtype (value);
      break;
    case PROP_SELECTED:
      foothold_recycler_set_selected (self, g_value_get_uint (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clear_adjustment (FootholdRecycler *self, GtkAdjustment **where)
{
  if (*where != NULL)
    g_signal_handlers_disconnect_by_func (*where, scrolled_cb, self);
  g_clear_object (where);
}

static void
foothold_recycler_dispose (GObject *object)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);
  g_clear_object (&self->selected_item);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->spare, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  clear_adjustment (self, &self->hadjustment);
  clear_adjustment (self, &self->vadjustment);

  G_OBJECT_CLASS (foothold_recycler_parent_class)->dispose (object);
}

static void
foothold_recycler_finalize (GObject *object)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);

  G_OBJECT_CLASS (foothold_recycler_parent_class)->finalize (object);
}

static void
bind_move (GtkWidgetClass *widget_class, guint key, guint keypad_key, Move move)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "i", move);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cb, "i", move);
}

static void
foothold_recycler_class_init (FootholdRecyclerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foothold_recycler_get_property;
  object_class->set_property = foothold_recycler_set_property;
  object_class->dispose = foothold_recycler_dispose;
  object_class->finalize = foothold_recycler_finalize;
  widget_class->measure = foothold_recycler_measure;
  widget_class->size_allocate = foothold_recycler_size_allocate;
  widget_class->get_request_mode = foothold_recycler_get_request_mode;
  widget_class->css_changed = foothold_recycler_css_changed;
  widget_class->system_setting_changed = foothold_recycler_system_setting_changed;
  widget_class->focus = foothold_recycler_focus;
  widget_class->grab_focus = foothold_recycler_grab_focus;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROW_TYPE] = g_param_spec_gtype ("row-type", NULL, NULL, FOOTHOLD_TYPE_RECYCLER_ROW,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", FOOTHOLD_TYPE_RECYCLER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_UINT);

  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, MOVE_UP);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, MOVE_DOWN);
  bind_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, MOVE_PAGE_UP);
  bind_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, MOVE_PAGE_DOWN);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, MOVE_HOME);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, MOVE_END);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, activate_key_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
foothold_recycler_init (FootholdRecycler *self)
{
  self->rows = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->selected = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
