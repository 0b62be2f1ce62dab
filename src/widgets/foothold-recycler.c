/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-recycler-private.h"

/*
 * The object: model, selection, keys, focus and what GtkScrollable wants. Which
 * widget shows which row, and where, is foothold-recycler-layout.c.
 */

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
    *minimum = *natural = foothold_recycler_least_width (self);
  else
    {
      *minimum = 0;
      *natural = (int) foothold_recycler_top_of (self, MIN (count_items (self), 8));
    }
}

static GtkSizeRequestMode
foothold_recycler_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

void
foothold_recycler_set_headings_func (FootholdRecycler *self, FootholdHeadingsFunc headings)
{
  g_return_if_fail (FOOTHOLD_IS_RECYCLER (self));

  self->headings = headings;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
foothold_recycler_forget_sizes (FootholdRecycler *self)
{
  self->sizes_stale = TRUE;
  self->min_width = 0;
  self->n_measured = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
foothold_recycler_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (foothold_recycler_parent_class)->css_changed (widget, change);
  foothold_recycler_forget_sizes (FOOTHOLD_RECYCLER (widget));
}

static void
foothold_recycler_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (foothold_recycler_parent_class)->system_setting_changed (widget, setting);
  foothold_recycler_forget_sizes (FOOTHOLD_RECYCLER (widget));
}

static void
scrolled_cb (FootholdRecycler *self)
{
  if (foothold_recycler_is_measured (self))
    foothold_recycler_sync_rows (self);
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
  foothold_recycler_replace_rows (self);
  if (moved || other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, FootholdRecycler *self)
{
  guint selected = self->selected;

  foothold_recycler_forget_range (self);
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
  if (foothold_recycler_is_measured (self) && self->vadjustment != NULL)
    {
      const double value = scroll_value (self);
      const gboolean above = value > 0 && position + removed <= self->top;

      self->syncing = TRUE;
      foothold_recycler_configure_vertical (self,
                                            above ? foothold_recycler_top_of (self, self->top - removed + added)
                                                      + self->top_offset
                                                  : value,
                                            gtk_widget_get_height (GTK_WIDGET (self)));
      self->syncing = FALSE;
    }

  /* The rows learn of it before anybody hears of the selection. */
  if (selected != self->selected)
    {
      GObject *item = selected != GTK_INVALID_LIST_POSITION ? self->selected_item : NULL;

      self->selected = selected;
      g_set_object (&self->selected_item, item);
      if (foothold_recycler_is_measured (self))
        foothold_recycler_sync_rows (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
  else if (foothold_recycler_is_measured (self))
    {
      foothold_recycler_sync_rows (self);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
grab_row_focus (FootholdRecycler *self, guint position)
{
  FootholdRecyclerRow *row;

  foothold_recycler_reveal (self, position);
  foothold_recycler_sync_rows (self);
  row = foothold_recycler_get_row (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static guint
rows_a_page (FootholdRecycler *self)
{
  return (guint) MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) / assumed_height (self) - 1);
}

gboolean
foothold_recycler_move (FootholdRecycler *self, FootholdRecyclerMove move)
{
  const guint n = count_items (self);
  const guint page = rows_a_page (self);
  guint at = self->selected;

  if (n == 0)
    return FALSE;
  if (at == GTK_INVALID_LIST_POSITION)
    at = 0;
  else
    switch (move)
      {
      case FOOTHOLD_RECYCLER_UP:
        /* Above the first row is what stands above the list. */
        if (at == 0)
          return FALSE;
        at--;
        break;
      case FOOTHOLD_RECYCLER_DOWN:
        at = MIN (at + 1, n - 1);
        break;
      case FOOTHOLD_RECYCLER_PAGE_UP:
        at = at > page ? at - page : 0;
        break;
      case FOOTHOLD_RECYCLER_PAGE_DOWN:
        at = MIN (at + page, n - 1);
        break;
      case FOOTHOLD_RECYCLER_HOME:
        at = 0;
        break;
      case FOOTHOLD_RECYCLER_END:
        at = n - 1;
        break;
      default:
        g_assert_not_reached ();
      }

  foothold_recycler_set_selected (self, at);
  grab_row_focus (self, at);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  if (!foothold_recycler_move (self, (FootholdRecyclerMove) g_variant_get_int32 (args)))
    return GDK_EVENT_PROPAGATE;

  foothold_recycler_forget_range (self);
  return GDK_EVENT_STOP;
}

static gboolean
activate_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);

  if (self->selected == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;

  if (self->marks != NULL && foothold_marks_get_active (self->marks))
    foothold_recycler_toggle_mark (self, self->selected);
  else
    foothold_recycler_activate (self, self->selected);
  return GDK_EVENT_STOP;
}

/* (nullable): the menu of a row that has the keys now. */
static GtkWidget *
find_open_menu (FootholdRecycler *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_is_ancestor (popover, GTK_WIDGET (self)) ? popover : NULL;
}

static gboolean
foothold_recycler_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FootholdRecycler *self = FOOTHOLD_RECYCLER (widget);
  GtkWidget *menu = find_open_menu (self);
  guint position = self->selected;

  /* the keys move among its items */
  if (menu != NULL)
    return gtk_widget_child_focus (menu, direction);

  /* One Tab stop for the whole list: inside it the arrows move. */
  if (gtk_widget_get_focus_child (widget) != NULL || count_items (self) == 0)
    return FALSE;

  if (position == GTK_INVALID_LIST_POSITION)
    {
      position = foothold_recycler_position_at (self, scroll_value (self));
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
  foothold_recycler_sync_rows (self);
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

  if (self->vadjustment == NULL || !foothold_recycler_is_measured (self))
    return;

  top = foothold_recycler_top_of (self, position);
  bottom = top + foothold_recycler_height_of (self, position) - height;
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
  if (self->selected == position && (self->marks == NULL || !foothold_marks_get_active (self->marks)))
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
  if (self->more_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->more_tick);
  self->more_tick = 0;
  g_clear_object (&self->model);
  foothold_recycler_drop_marks (self);
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
bind_move (GtkWidgetClass *widget_class, guint key, guint keypad_key, FootholdRecyclerMove move)
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

  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, FOOTHOLD_RECYCLER_UP);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, FOOTHOLD_RECYCLER_DOWN);
  bind_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, FOOTHOLD_RECYCLER_PAGE_UP);
  bind_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, FOOTHOLD_RECYCLER_PAGE_DOWN);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, FOOTHOLD_RECYCLER_HOME);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, FOOTHOLD_RECYCLER_END);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, activate_key_cb, NULL);
  foothold_recycler_bind_marks (widget_class);

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
foothold_recycler_init (FootholdRecycler *self)
{
  self->rows = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->n_allowed = 1; /* with it come the fonts and the styles of all */
  self->selected = GTK_INVALID_LIST_POSITION;
  self->anchor = self->reached = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
