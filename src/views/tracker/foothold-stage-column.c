// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-stage-column.h"

#include "store/foothold-application-store.h"
#include "views/tracker/foothold-application-card.h"
#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* So near an edge a drag scrolls, so many pixels a frame at the edge itself. */
#define SCROLL_ZONE 48
#define SCROLL_SPEED 14

struct _FootholdStageColumn
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *count;
  GtkLabel *narrow_name;
  GtkLabel *narrow_count;
  GtkWidget *narrow;
  GtkMenuButton *menu;
  GtkScrolledWindow *scrolled;
  FootholdRecycler *list;
  GtkWidget *empty;
  GtkWidget *drop_line;
  GtkDropTarget *drop_target;

  FootholdStore *store;
  FootholdMarks *marks;
  FootholdWindowList *model;
  FootholdRow *row; /* FootholdStageRow */
  char *title;
  gint64 awaited;
  gboolean await_focus;
  double scroll_speed; /* pixels a frame */
  guint scroll_tick;
  guint gap; /* where what is dragged would go */
};

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_DROPPED,
  SIGNAL_ARRIVED,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdStageColumn, foothold_stage_column, GTK_TYPE_WIDGET)

static guint
locate_record (GListModel *model, gpointer item, guint hint)
{
  const guint at = foothold_window_list_find (FOOTHOLD_WINDOW_LIST (model), foothold_record_get_id (item), hint);

  return at != G_MAXUINT ? at : GTK_INVALID_LIST_POSITION;
}

static gint64
id_at (GListModel *model, guint position)
{
  return foothold_window_list_get_id (FOOTHOLD_WINDOW_LIST (model), position);
}

/* ---- the head ---- */

static guint
count_cards (FootholdStageColumn *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static gboolean
is_over (FootholdStageColumn *self)
{
  const FootholdStageRow *row = foothold_stage_column_get_row (self);

  return row != NULL && row->card_limit != GINT64_UNKNOWN && count_cards (self) > row->card_limit;
}

static void
show_count (FootholdStageColumn *self)
{
  const FootholdStageRow *row = foothold_stage_column_get_row (self);
  const guint n = count_cards (self);
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *const labels[] = { GTK_WIDGET (self->count), GTK_WIDGET (self->narrow_count) };

  if (row == NULL)
    return;

  words = row->card_limit != GINT64_UNKNOWN
            /* Translators: how many cards stand in a column, and how many should at most */
            ? g_strdup_printf (_ ("%1$'u of %2$'u"), n, (guint) row->card_limit)
            : g_strdup_printf ("%'u", n);
  gtk_label_set_text (self->count, words);
  gtk_label_set_text (self->narrow_count, words);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (is_over (self))
      gtk_widget_add_css_class (labels[i], "warning");
    else
      gtk_widget_remove_css_class (labels[i], "warning");

  spoken = is_over (self)
             ? g_strdup_printf (_ ("%1$s, %2$s, more than its limit"), self->title, words)
             /* Translators: a column of the tracker as a screen reader says it: its name, how many stand in it */
             : g_strdup_printf (_ ("%1$s, %2$s"), self->title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->narrow), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (self->empty,
                          n == 0 && self->model != NULL && !foothold_window_list_get_loading (self->model));
}

static gboolean
count_tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, FootholdStageColumn *self)
{
  if (!is_over (self))
    return FALSE;

  gtk_tooltip_set_text (tooltip, _ ("More than you meant to have here at once"));
  return TRUE;
}

/* ---- the cards ---- */

static gboolean
is_collapsed (FootholdStageColumn *self)
{
  return self->row != NULL && ((const FootholdStageRow *) self->row)->collapsed == 1;
}

/* A collapsed column has nothing to focus but what opens it; that says its name and how many stand there. */
static void
select_at (FootholdStageColumn *self, guint at, gboolean focus)
{
  foothold_recycler_set_selected (self->list, at);
  foothold_recycler_reveal (self->list, at);
  if (focus && is_collapsed (self))
    gtk_widget_grab_focus (self->narrow);
  else if (focus)
    foothold_recycler_grab_focus_soon (self->list);
}

void
foothold_stage_column_select (FootholdStageColumn *self, gint64 id, gboolean focus)
{
  guint at;

  g_return_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self));

  at = self->model != NULL ? foothold_window_list_find (self->model, id, 0) : G_MAXUINT;
  if (at != G_MAXUINT)
    select_at (self, at, focus);
}

/* What was waited for is there. */
static void
meet_awaited (FootholdStageColumn *self)
{
  const gint64 id = self->awaited;
  guint at;

  /* what is being asked anew may say otherwise */
  if (id == 0 || self->model == NULL || foothold_window_list_get_loading (self->model))
    return;
  at = foothold_window_list_find (self->model, id, 0);
  if (at == G_MAXUINT)
    return;

  self->awaited = 0;
  select_at (self, at, self->await_focus);
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, id, at, count_cards (self));
}

static void
list_changed (FootholdStageColumn *self)
{
  show_count (self);
  meet_awaited (self);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

void
foothold_stage_column_set_query (FootholdStageColumn *self, const char *text, FootholdShow show)
{
  g_autoptr (FootholdQuery) query = NULL;

  g_return_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self));
  g_return_if_fail (self->row != NULL);

  query = foothold_query_new (text, FOOTHOLD_ORDER_NEWEST, show);
  query->application_order = FOOTHOLD_APPLICATION_ORDER_BOARD;
  query->stage = self->row->id;
  if (self->model != NULL)
    {
      foothold_window_list_set_query (self->model, query);
      return;
    }

  self->model = foothold_window_list_new (self->store, &foothold_application_source, query);
  foothold_recycler_set_locate_func (self->list, locate_record);
  foothold_recycler_set_model (self->list, G_LIST_MODEL (self->model));
  foothold_recycler_set_marks (self->list, self->marks, id_at);
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
foothold_stage_column_close (FootholdStageColumn *self)
{
  g_autoptr (FootholdWindowList) model = NULL;

  g_return_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self));

  model = g_steal_pointer (&self->model);
  if (model == NULL)
    return;
  g_signal_handlers_disconnect_by_func (model, list_changed, self);
  foothold_recycler_set_marks (self->list, NULL, NULL);
  foothold_recycler_set_model (self->list, NULL);
}

FootholdWindowList *
foothold_stage_column_get_model (FootholdStageColumn *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self), NULL);

  return self->model;
}

gint64
foothold_stage_column_get_selected (FootholdStageColumn *self)
{
  guint at;

  g_return_val_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self), 0);

  at = foothold_recycler_get_selected (self->list);
  return at != GTK_INVALID_LIST_POSITION && self->model != NULL ? foothold_window_list_get_id (self->model, at) : 0;
}

void
foothold_stage_column_unselect (FootholdStageColumn *self)
{
  g_return_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self));

  foothold_recycler_set_selected (self->list, GTK_INVALID_LIST_POSITION);
}

gboolean
foothold_stage_column_focus (FootholdStageColumn *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self), FALSE);

  if (count_cards (self) == 0)
    return FALSE;
  if (foothold_recycler_get_selected (self->list) == GTK_INVALID_LIST_POSITION)
    foothold_recycler_set_selected (self->list, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
foothold_stage_column_await (FootholdStageColumn *self, gint64 id, gboolean focus)
{
  g_return_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self));

  self->awaited = id;
  self->await_focus = focus;
}

static void
activated_cb (FootholdStageColumn *self, guint position)
{
  if (self->model != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, foothold_window_list_get_id (self->model, position));
}

/* The card that went into a collapsed column is not seen; its keys go on working on what has the focus instead. */
static gboolean
sideways_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdStageColumn *self = FOOTHOLD_STAGE_COLUMN (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, FOOTHOLD_TYPE_TRACKER_VIEW);
  const gint64 id = is_collapsed (self) ? foothold_stage_column_get_selected (self) : 0;
  const gboolean on = g_variant_get_boolean (args) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  if (view == NULL || id == 0)
    return GDK_EVENT_PROPAGATE;

  foothold_tracker_view_act (FOOTHOLD_TRACKER_VIEW (view), on ? "application.move-on" : "application.move-back", id);
  return GDK_EVENT_STOP;
}

/* ---- the column itself ---- */

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  FootholdStageColumn *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  const gint64 id = self->row != NULL ? self->row->id : 0;

  g_menu_append (menu, _ ("_Edit Columns…"), "tracker.edit-columns");
  add_item (menu, _ ("_Collapse"), "stage.collapse", id);
  /* the first one cannot go back, nor the last one on */
  if (FOOTHOLD_IS_STAGE_COLUMN (gtk_widget_get_prev_sibling (GTK_WIDGET (self))))
    add_item (moves, _ ("Move Column _Back"), "stage.move-back", id);
  if (FOOTHOLD_IS_STAGE_COLUMN (gtk_widget_get_next_sibling (GTK_WIDGET (self))))
    add_item (moves, _ ("Move Column _On"), "stage.move-on", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
expand_cb (FootholdStageColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "stage.collapse", "x", self->row->id);
}

void
foothold_stage_column_set_stage (FootholdStageColumn *self, const FootholdStage *stage, const FootholdStageRow *row)
{
  GtkWidget *hidden;
  gboolean had_focus;

  g_return_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self));

  hidden = gtk_stack_get_visible_child (self->stack);
  had_focus = hidden != NULL && (gtk_widget_has_focus (hidden) || gtk_widget_get_focus_child (hidden) != NULL);
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = foothold_row_copy (row);
  g_set_str (&self->title, foothold_stage_name (stage));
  foothold_label_set_text (self->name, self->title);
  foothold_label_set_text (self->narrow_name, self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  gtk_stack_set_visible_child_name (self->stack, row->collapsed == 1 ? "collapsed" : "open");
  if (had_focus && gtk_stack_get_visible_child (self->stack) != hidden)
    {
      if (is_collapsed (self))
        gtk_widget_grab_focus (self->narrow);
      else if (!foothold_stage_column_focus (self))
        gtk_widget_grab_focus (GTK_WIDGET (self->menu));
    }
  show_count (self);
}

const FootholdStageRow *
foothold_stage_column_get_row (FootholdStageColumn *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self), NULL);

  return (const FootholdStageRow *) self->row;
}

const char *
foothold_stage_column_get_name (FootholdStageColumn *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STAGE_COLUMN (self), NULL);

  return self->title;
}

/* ---- dropping ---- */

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FootholdStageColumn *self = FOOTHOLD_STAGE_COLUMN (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->scroll_speed);
  return G_SOURCE_CONTINUE;
}

static void
set_scroll_speed (FootholdStageColumn *self, double speed)
{
  self->scroll_speed = speed;
  if (speed != 0 && self->scroll_tick == 0)
    {
      self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
    }
  else if (speed == 0 && self->scroll_tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
      self->scroll_tick = 0;
    }
}

/* The gap that @y (of the column) is in, and the line that says so. */
static void
show_gap (FootholdStageColumn *self, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  const int height = gtk_widget_get_height (list);
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);
  double line;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), list, &GRAPHENE_POINT_INIT (0, (float) y), &point))
    return;

  self->gap = foothold_recycler_find_gap (self->list, point.y, &line);
  gtk_widget_set_margin_top (self->drop_line, (int) CLAMP (line - 1, 0, MAX (0, height - 4)));
  gtk_widget_set_visible (self->drop_line, TRUE);
  if (point.y < SCROLL_ZONE)
    set_scroll_speed (self, -SCROLL_SPEED * (1 - MAX (0, point.y) / SCROLL_ZONE));
  else if (point.y > height - SCROLL_ZONE)
    set_scroll_speed (self, SCROLL_SPEED * (1 - MAX (0, height - point.y) / SCROLL_ZONE));
  else
    set_scroll_speed (self, 0);
}

static void
hide_gap (FootholdStageColumn *self)
{
  gtk_widget_set_visible (self->drop_line, FALSE);
  set_scroll_speed (self, 0);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, FootholdStageColumn *self)
{
  if (self->row != NULL && !is_collapsed (self))
    show_gap (self, y);
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target, FootholdStageColumn *self)
{
  hide_gap (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FootholdStageColumn *self)
{
  gint64 above = FOOTHOLD_APPLICATION_END;

  hide_gap (self);
  if (!G_VALUE_HOLDS_INT64 (value) || self->row == NULL)
    return FALSE;
  if (is_collapsed (self))
    above = FOOTHOLD_APPLICATION_TOP;
  else if (self->model != NULL && self->gap < count_cards (self))
    above = foothold_window_list_get_id (self->model, self->gap);
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, g_value_get_int64 (value), above);
  return TRUE;
}

/* ---- the object ---- */

GtkWidget *
foothold_stage_column_new (FootholdStore *store, FootholdMarks *marks)
{
  FootholdStageColumn *self = g_object_new (FOOTHOLD_TYPE_STAGE_COLUMN, NULL);

  self->store = g_object_ref (store);
  self->marks = g_object_ref (marks);
  return GTK_WIDGET (self);
}

static void
foothold_stage_column_dispose (GObject *object)
{
  FootholdStageColumn *self = FOOTHOLD_STAGE_COLUMN (object);

  set_scroll_speed (self, 0);
  if (self->list != NULL)
    {
      foothold_recycler_set_marks (self->list, NULL, NULL);
      foothold_recycler_set_model (self->list, NULL);
    }
  g_clear_object (&self->model);
  g_clear_object (&self->marks);
  g_clear_object (&self->store);
  g_clear_pointer (&self->row, foothold_row_unref);
  g_clear_pointer (&self->title, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_STAGE_COLUMN);

  G_OBJECT_CLASS (foothold_stage_column_parent_class)->dispose (object);
}

static void
foothold_stage_column_class_init (FootholdStageColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_stage_column_dispose;

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", FOOTHOLD_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", FOOTHOLD_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[SIGNAL_ARRIVED] = g_signal_new ("arrived", FOOTHOLD_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", FOOTHOLD_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOOTHOLD_TYPE_RECYCLER);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-stage-column.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, count);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, narrow);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, narrow_name);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, narrow_count);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, empty);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, drop_line);
  gtk_widget_class_bind_template_child (widget_class, FootholdStageColumn, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, count_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, expand_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, sideways_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, sideways_cb, "b", TRUE);
}

static void
foothold_stage_column_init (FootholdStageColumn *self)
{
  GType type = G_TYPE_INT64;

  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_recycler_set_delete_action (self->list, "tracker.delete");
  gtk_drop_target_set_gtypes (self->drop_target, &type, 1);
  foothold_menu_button_set_func (self->menu, make_menu, self);
}
