// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-board.h"

#include "views/tracker/foothold-stage-column.h"

/* So near an edge a drag scrolls the columns, so many pixels a frame at the edge itself. */
#define SCROLL_ZONE 56
#define SCROLL_SPEED 18

struct _FootholdTrackerBoard
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *box;
  GPtrArray *columns; /* FootholdStageColumn, in order */

  FootholdStore *store;
  FootholdMarks *marks;
  FootholdStageSet *stages;
  char *text;
  FootholdShow show;
  gint64 selected;
  gint64 awaited; /* also by columns that are made later; 0: none */
  gboolean focus_awaited;
  gboolean active;
  double scroll_speed;
  guint scroll_tick;
};

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_SELECTED,
  SIGNAL_DROPPED,
  SIGNAL_ARRIVED,
  SIGNAL_SAVE,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdTrackerBoard, foothold_tracker_board, GTK_TYPE_WIDGET)

static FootholdStageColumn *
column_at (FootholdTrackerBoard *self, guint n)
{
  return g_ptr_array_index (self->columns, n);
}

/* ---- what is selected ---- */

/* One card of the whole board is selected at most. */
static void
set_selected (FootholdTrackerBoard *self, FootholdStageColumn *column, gint64 id)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (column_at (self, i) != column)
      foothold_stage_column_unselect (column_at (self, i));
  if (self->selected == id)
    return;
  self->selected = id;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
focus_entered (GtkEventControllerFocus *controller, FootholdTrackerBoard *self)
{
  FootholdStageColumn *column =
    FOOTHOLD_STAGE_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  const gint64 id = foothold_stage_column_get_selected (column);

  if (id != 0)
    set_selected (self, column, id);
}

static void
column_activated (FootholdStageColumn *column, gint64 id, FootholdTrackerBoard *self)
{
  set_selected (self, column, id);
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, id);
}

static void
column_dropped (FootholdStageColumn *column, gint64 id, gint64 above, FootholdTrackerBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, id, foothold_stage_column_get_row (column)->row.id, above);
}

/* ---- sideways ---- */

/* Scrolls so that @widget is wholly seen. */
static void
reveal (FootholdTrackerBoard *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

void
foothold_tracker_board_reveal_any (FootholdTrackerBoard *self)
{
  GtkAdjustment *adjustment;
  GtkWidget *first = NULL;

  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));
      graphene_rect_t bounds;

      if (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) == 0
          || !gtk_widget_compute_bounds (GTK_WIDGET (column_at (self, i)), self->box, &bounds))
        continue;
      if (bounds.origin.x + bounds.size.width / 2 > gtk_adjustment_get_value (adjustment)
          && bounds.origin.x + bounds.size.width / 2
               < gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment))
        return;
      if (first == NULL)
        first = GTK_WIDGET (column_at (self, i));
    }
  if (first != NULL)
    reveal (self, first);
}

static void
column_arrived (FootholdStageColumn *column, gint64 id, guint position, guint n, FootholdTrackerBoard *self)
{
  foothold_tracker_board_await (self, 0, FALSE);
  set_selected (self, column, id);
  reveal (self, GTK_WIDGET (column));
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, id, foothold_stage_column_get_name (column), position, n);
}

/* What is selected may stand elsewhere now, by undo for one: the keys go with it. */
static void
follow_selected (FootholdTrackerBoard *self, FootholdStageColumn *column)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  FootholdWindowList *model = foothold_stage_column_get_model (column);

  if (self->selected == 0 || model == NULL || foothold_stage_column_get_selected (column) == self->selected
      || foothold_window_list_find (model, self->selected, 0) == G_MAXUINT)
    return;

  foothold_stage_column_select (column, self->selected,
                                focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
  set_selected (self, column, self->selected);
}

static void
column_filled (FootholdStageColumn *column, FootholdTrackerBoard *self)
{
  follow_selected (self, column);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

/* The next column that has cards and shows them, from the one with the keys. */
static gboolean
sideways_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdTrackerBoard *self = FOOTHOLD_TRACKER_BOARD (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (self->box);
  const gboolean right = g_variant_get_boolean (args);
  const int step = right == (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) ? -1 : 1;
  guint at;

  if (focus == NULL || !g_ptr_array_find (self->columns, focus, &at))
    return GDK_EVENT_PROPAGATE;
  for (int i = (int) at + step; i >= 0 && i < (int) self->columns->len; i += step)
    if (foothold_stage_column_get_row (column_at (self, (guint) i))->collapsed != 1
        && foothold_stage_column_focus (column_at (self, (guint) i)))
      {
        reveal (self, GTK_WIDGET (column_at (self, (guint) i)));
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FootholdTrackerBoard *self = FOOTHOLD_TRACKER_BOARD (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->scroll_speed);
  return G_SOURCE_CONTINUE;
}

static void
set_scroll_speed (FootholdTrackerBoard *self, double speed)
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

static void
drag_moved (GtkDropControllerMotion *controller, double x, double y, FootholdTrackerBoard *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (x < SCROLL_ZONE)
    set_scroll_speed (self, -SCROLL_SPEED * (1 - MAX (0, x) / SCROLL_ZONE));
  else if (x > width - SCROLL_ZONE)
    set_scroll_speed (self, SCROLL_SPEED * (1 - MAX (0, width - x) / SCROLL_ZONE));
  else
    set_scroll_speed (self, 0);
}

static void
drag_left (FootholdTrackerBoard *self)
{
  set_scroll_speed (self, 0);
}

/* ---- the columns ---- */

static FootholdStageColumn *
add_column (FootholdTrackerBoard *self)
{
  FootholdStageColumn *column = FOOTHOLD_STAGE_COLUMN (foothold_stage_column_new (self->store, self->marks));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (column), focus);
  g_signal_connect_object (column, "activate", G_CALLBACK (column_activated), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (column, "dropped", G_CALLBACK (column_dropped), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (column, "arrived", G_CALLBACK (column_arrived), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (column, "filled", G_CALLBACK (column_filled), self, G_CONNECT_DEFAULT);
  gtk_widget_set_vexpand (GTK_WIDGET (column), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (column));
  g_ptr_array_add (self->columns, column);
  foothold_stage_column_await (column, self->awaited, self->focus_awaited);
  return column;
}

void
foothold_tracker_board_set_stages (FootholdTrackerBoard *self, FootholdStageSet *stages)
{
  guint n;

  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  foothold_stage_set_ref (stages);
  g_clear_pointer (&self->stages, foothold_stage_set_unref);
  self->stages = stages;
  n = foothold_stage_set_get_n (stages);
  while (self->columns->len > n)
    {
      GtkWidget *last = g_ptr_array_steal_index (self->columns, self->columns->len - 1);

      gtk_box_remove (GTK_BOX (self->box), last);
    }
  for (guint i = 0; i < n; i++)
    {
      FootholdStageColumn *column = i < self->columns->len ? column_at (self, i) : add_column (self);

      foothold_stage_column_set_stage (column, foothold_stage_set_get (stages, i),
                                       foothold_stage_set_get_row (stages, i));
      if (self->active)
        foothold_stage_column_set_query (column, self->text, self->show);
    }
}

void
foothold_tracker_board_set_active (FootholdTrackerBoard *self, gboolean active)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  self->active = active;
  for (guint i = 0; !active && i < self->columns->len; i++)
    foothold_stage_column_close (column_at (self, i));
  if (!active)
    self->selected = 0;
}

void
foothold_tracker_board_set_query (FootholdTrackerBoard *self, const char *text, FootholdShow show)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  g_set_str (&self->text, text);
  self->show = show;
  for (guint i = 0; self->active && i < self->columns->len; i++)
    foothold_stage_column_set_query (column_at (self, i), text, show);
}

void
foothold_tracker_board_begin_day (FootholdTrackerBoard *self)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  for (guint i = 0; i < self->columns->len; i++)
    if (foothold_stage_column_get_model (column_at (self, i)) != NULL)
      foothold_window_list_begin_day (foothold_stage_column_get_model (column_at (self, i)));
}

const FootholdStageRow *
foothold_tracker_board_find (FootholdTrackerBoard *self, gint64 id, guint *position)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));
      const guint at = model != NULL ? foothold_window_list_find (model, id, 0) : G_MAXUINT;

      if (at == G_MAXUINT)
        continue;
      *position = at;
      return foothold_stage_column_get_row (column_at (self, i));
    }

  return NULL;
}

FootholdApplicationRecord *
foothold_tracker_board_dup_record (FootholdTrackerBoard *self, gint64 id)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));
      const guint at = model != NULL ? foothold_window_list_find (model, id, 0) : G_MAXUINT;

      if (at != G_MAXUINT)
        return g_list_model_get_item (G_LIST_MODEL (model), at);
    }

  return NULL;
}

const gint64 *
foothold_tracker_board_get_ids (FootholdTrackerBoard *self, gint64 stage, gsize *n)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), NULL);

  *n = 0;
  for (guint i = 0; i < self->columns->len; i++)
    if (foothold_stage_column_get_row (column_at (self, i))->row.id == stage
        && foothold_stage_column_get_model (column_at (self, i)) != NULL)
      return foothold_window_list_get_ids (foothold_stage_column_get_model (column_at (self, i)), n);

  return NULL;
}

GArray *
foothold_tracker_board_dup_ids (FootholdTrackerBoard *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), all);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));
      gsize n = 0;
      const gint64 *ids = model != NULL ? foothold_window_list_get_ids (model, &n) : NULL;

      if (n > 0)
        g_array_append_vals (all, ids, (guint) n);
    }
  return all;
}

gint64
foothold_tracker_board_get_selected (FootholdTrackerBoard *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), 0);

  return self->selected;
}

void
foothold_tracker_board_focus (FootholdTrackerBoard *self)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  if (self->selected != 0 && foothold_tracker_board_select (self, self->selected, TRUE))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    if (foothold_stage_column_get_row (column_at (self, i))->collapsed != 1
        && foothold_stage_column_focus (column_at (self, i)))
      return;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
foothold_tracker_board_select (FootholdTrackerBoard *self, gint64 id, gboolean focus)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));

      if (model == NULL || foothold_window_list_find (model, id, 0) == G_MAXUINT)
        continue;
      foothold_stage_column_select (column_at (self, i), id, focus);
      set_selected (self, column_at (self, i), id);
      reveal (self, GTK_WIDGET (column_at (self, i)));
      return TRUE;
    }

  return FALSE;
}

void
foothold_tracker_board_await (FootholdTrackerBoard *self, gint64 id, gboolean focus)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  self->awaited = id;
  self->focus_awaited = focus;
  for (guint i = 0; i < self->columns->len; i++)
    foothold_stage_column_await (column_at (self, i), id, focus);
}

guint
foothold_tracker_board_count (FootholdTrackerBoard *self, gboolean *loading, gboolean *hides)
{
  guint n = 0;

  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), 0);

  *loading = self->columns->len == 0;
  *hides = FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));

      if (model == NULL || foothold_window_list_get_loading (model))
        *loading = TRUE;
      if (model == NULL)
        continue;
      n += g_list_model_get_n_items (G_LIST_MODEL (model));
      *hides |= foothold_window_list_get_hides (model);
    }

  return n;
}

const GError *
foothold_tracker_board_get_error (FootholdTrackerBoard *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdWindowList *model = foothold_stage_column_get_model (column_at (self, i));

      if (model != NULL && foothold_window_list_get_error (model) != NULL)
        return foothold_window_list_get_error (model);
    }

  return NULL;
}

/* ---- what is done to a column ---- */

/* All columns as they are, to be changed. (transfer full): FootholdStageRow */
static GPtrArray *
copy_rows (FootholdTrackerBoard *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_row_unref);

  for (guint i = 0; i < foothold_stage_set_get_n (self->stages); i++)
    g_ptr_array_add (rows, foothold_row_copy (foothold_stage_set_get_row (self->stages, i)));
  return rows;
}

static void
stage_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerBoard *self = FOOTHOLD_TRACKER_BOARD (widget);
  const int at = self->stages != NULL ? foothold_stage_set_find (self->stages, g_variant_get_int64 (parameter)) : -1;
  g_autoptr (GPtrArray) rows = NULL;

  if (at < 0)
    return;
  rows = copy_rows (self);
  if (g_str_equal (action_name, "stage.collapse"))
    {
      FootholdStageRow *row = g_ptr_array_index (rows, at);

      row->collapsed = row->collapsed == 1 ? 0 : 1;
    }
  else
    {
      const int to = at + (g_str_equal (action_name, "stage.move-back") ? -1 : 1);

      if (to < 0 || to >= (int) rows->len)
        return;
      gpointer moved = rows->pdata[at];
      rows->pdata[at] = rows->pdata[to];
      rows->pdata[to] = moved;
    }
  g_signal_emit (self, signals[SIGNAL_SAVE], 0, rows);
}

/* ---- the object ---- */

void
foothold_tracker_board_setup (FootholdTrackerBoard *self, FootholdStore *store, FootholdMarks *marks)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_BOARD (self));

  g_set_object (&self->store, store);
  g_set_object (&self->marks, marks);
}

static void
foothold_tracker_board_dispose (GObject *object)
{
  FootholdTrackerBoard *self = FOOTHOLD_TRACKER_BOARD (object);

  set_scroll_speed (self, 0);
  g_ptr_array_set_size (self->columns, 0);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->stages, foothold_stage_set_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->marks);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (foothold_tracker_board_parent_class)->dispose (object);
}

static void
foothold_tracker_board_finalize (GObject *object)
{
  g_ptr_array_unref (FOOTHOLD_TRACKER_BOARD (object)->columns);

  G_OBJECT_CLASS (foothold_tracker_board_parent_class)->finalize (object);
}

static void
foothold_tracker_board_class_init (FootholdTrackerBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_tracker_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_tracker_board_finalize;

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", FOOTHOLD_TYPE_TRACKER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", FOOTHOLD_TYPE_TRACKER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", FOOTHOLD_TYPE_TRACKER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
  signals[SIGNAL_ARRIVED] = g_signal_new ("arrived", FOOTHOLD_TYPE_TRACKER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_SAVE] = g_signal_new ("save", FOOTHOLD_TYPE_TRACKER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", FOOTHOLD_TYPE_TRACKER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "stage.collapse", "x", stage_cb);
  gtk_widget_class_install_action (widget_class, "stage.move-back", "x", stage_cb);
  gtk_widget_class_install_action (widget_class, "stage.move-on", "x", stage_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, sideways_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, sideways_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, sideways_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, sideways_cb, "b", TRUE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
foothold_tracker_board_init (FootholdTrackerBoard *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  self->active = TRUE;
  self->columns = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));

  g_signal_connect_object (motion, "motion", G_CALLBACK (drag_moved), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (motion, "enter", G_CALLBACK (drag_moved), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (motion, "leave", G_CALLBACK (drag_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
