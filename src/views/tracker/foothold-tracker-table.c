// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-table.h"

#include "views/tracker/foothold-application-line.h"
#include "widgets/foothold-line-head.h"
#include "widgets/foothold-recycler.h"

struct _FootholdTrackerTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  FootholdLineHead *head;
  FootholdRecycler *lines;

  FootholdColumns *columns; /* NULL from disposal on */
  FootholdStore *store;
  FootholdMarks *marks;
  FootholdWindowList *model; /* NULL while it is not active */
  gboolean active;
  char *text;
  FootholdShow show;
  FootholdApplicationOrder order;
  guint reversed; /* a bit for each order that is the other way round */
  gboolean asked; /* the answer on its way is to another question */
  guint selected_at; /* where what is selected stood last */
  gint64 awaited;
  gboolean await_focus;
};

/* What the columns and the settings call each. */
static const char *const order_names[] = {
  [FOOTHOLD_APPLICATION_ORDER_BOARD] = "board",       [FOOTHOLD_APPLICATION_ORDER_ORGANISATION] = "organisation",
  [FOOTHOLD_APPLICATION_ORDER_TITLE] = "title",       [FOOTHOLD_APPLICATION_ORDER_SENT] = "sent",
  [FOOTHOLD_APPLICATION_ORDER_SILENCE] = "silence",   [FOOTHOLD_APPLICATION_ORDER_NEXT] = "next",
  [FOOTHOLD_APPLICATION_ORDER_DEADLINE] = "deadline", [FOOTHOLD_APPLICATION_ORDER_STATE] = "state",
  [FOOTHOLD_APPLICATION_ORDER_NEWEST] = "newest",
};

typedef enum
{
  PROP_COLUMNS = 1,
  PROP_ORDER,
  PROP_REVERSED,
  PROP_REVERSED_ORDERS,
} FootholdTrackerTableProperty;

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_SELECTED,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[PROP_REVERSED_ORDERS + 1];

G_DEFINE_FINAL_TYPE (FootholdTrackerTable, foothold_tracker_table, GTK_TYPE_WIDGET)

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

/* ---- the list ---- */

gboolean
foothold_tracker_table_select (FootholdTrackerTable *self, gint64 id, gboolean focus)
{
  guint at;

  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self), FALSE);

  at = self->model != NULL ? foothold_window_list_find (self->model, id, 0) : G_MAXUINT;
  if (at == G_MAXUINT)
    return FALSE;
  foothold_recycler_set_selected (self->lines, at);
  foothold_recycler_reveal (self->lines, at);
  if (focus)
    foothold_recycler_grab_focus_soon (self->lines);
  return TRUE;
}

/* What was waited for is there; what is being asked anew may say otherwise. */
static void
meet_awaited (FootholdTrackerTable *self)
{
  const gint64 id = self->awaited;

  if (id != 0 && self->model != NULL && !foothold_window_list_get_loading (self->model)
      && foothold_tracker_table_select (self, id, self->await_focus))
    self->awaited = 0;
}

/* What was selected left the list by what was done to it: its neighbour is next. */
static void
select_neighbour (FootholdTrackerTable *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (self->asked && !foothold_window_list_get_loading (self->model))
    self->asked = FALSE;
  else if (!self->asked && n > 0 && self->selected_at != GTK_INVALID_LIST_POSITION
           && foothold_recycler_get_selected (self->lines) == GTK_INVALID_LIST_POSITION)
    {
      foothold_recycler_set_selected (self->lines, MIN (self->selected_at, n - 1));
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->lines)) != NULL)
        foothold_recycler_grab_focus_soon (self->lines);
    }
}

static void
list_changed (FootholdTrackerTable *self)
{
  select_neighbour (self);
  meet_awaited (self);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

static gboolean
is_reversed (FootholdTrackerTable *self)
{
  return (self->reversed & (1u << self->order)) != 0;
}

static void
ask (FootholdTrackerTable *self)
{
  g_autoptr (FootholdQuery) query = NULL;

  if (!self->active)
    return;

  query = foothold_query_new (self->text, FOOTHOLD_ORDER_NEWEST, self->show);
  query->application_order = self->order;
  query->reversed = is_reversed (self);
  self->asked = TRUE;
  if (self->model != NULL)
    {
      foothold_window_list_set_query (self->model, query);
      return;
    }

  self->model = foothold_window_list_new (self->store, &foothold_application_source, query);
  foothold_recycler_set_model (self->lines, G_LIST_MODEL (self->model));
  foothold_recycler_set_marks (self->lines, self->marks, id_at);
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
drop_model (FootholdTrackerTable *self)
{
  g_autoptr (FootholdWindowList) model = g_steal_pointer (&self->model);

  if (model == NULL)
    return;

  g_signal_handlers_disconnect_by_func (model, list_changed, self);
  foothold_recycler_set_marks (self->lines, NULL, NULL);
  foothold_recycler_set_model (self->lines, NULL);
  self->selected_at = GTK_INVALID_LIST_POSITION;
}

void
foothold_tracker_table_set_active (FootholdTrackerTable *self, gboolean active)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self));

  self->active = active;
  if (!active)
    drop_model (self);
}

void
foothold_tracker_table_set_query (FootholdTrackerTable *self, const char *text, FootholdShow show)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self));

  g_set_str (&self->text, text);
  self->show = show;
  ask (self);
}

void
foothold_tracker_table_begin_day (FootholdTrackerTable *self)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self));

  if (self->model != NULL)
    foothold_window_list_begin_day (self->model);
}

FootholdWindowList *
foothold_tracker_table_get_model (FootholdTrackerTable *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self), NULL);

  return self->model;
}

gint64
foothold_tracker_table_get_selected (FootholdTrackerTable *self)
{
  guint at;

  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self), 0);

  at = foothold_recycler_get_selected (self->lines);
  return at != GTK_INVALID_LIST_POSITION && self->model != NULL ? foothold_window_list_get_id (self->model, at) : 0;
}

void
foothold_tracker_table_focus (FootholdTrackerTable *self)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self));

  foothold_recycler_grab_focus_soon (self->lines);
}

void
foothold_tracker_table_await (FootholdTrackerTable *self, gint64 id, gboolean focus)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self));

  self->awaited = id;
  self->await_focus = focus;
}

static void
activated_cb (FootholdTrackerTable *self, guint position)
{
  if (self->model != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, foothold_window_list_get_id (self->model, position));
}

static void
selected_cb (FootholdTrackerTable *self)
{
  const guint at = foothold_recycler_get_selected (self->lines);

  if (self->model == NULL)
    return;
  if (at != GTK_INVALID_LIST_POSITION)
    self->selected_at = at;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* ---- columns and order ---- */

FootholdColumns *
foothold_tracker_table_get_columns (FootholdTrackerTable *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self), NULL);

  return self->columns;
}

static void
columns_changed (FootholdTrackerTable *self)
{
  foothold_recycler_forget_sizes (self->lines);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
}

static void
show_order (FootholdTrackerTable *self)
{
  foothold_line_head_set_order (self->head, order_names[self->order], is_reversed (self));
}

static gboolean
find_order (const char *name, guint *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_names); i++)
    if (g_strcmp0 (order_names[i], name) == 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

static void
set_order (FootholdTrackerTable *self, const char *name)
{
  guint order;

  if (!find_order (name, &order) || order == self->order)
    return;

  self->order = order;
  ask (self);
  show_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
}

static void
set_reversed (FootholdTrackerTable *self, guint reversed)
{
  if (self->reversed == reversed)
    return;

  self->reversed = reversed;
  ask (self);
  show_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED_ORDERS]);
}

static char **
dup_reversed (FootholdTrackerTable *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (order_names); i++)
    if (self->reversed & (1u << i))
      g_strv_builder_add (names, order_names[i]);
  return g_strv_builder_end (names);
}

static guint
read_reversed (const char *const *names)
{
  guint reversed = 0, order;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (find_order (names[i], &order))
      reversed |= 1u << order;
  return reversed;
}

/* A head: its order, and where that is the order already, the other way round. */
static void
sort_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerTable *self = FOOTHOLD_TRACKER_TABLE (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, order_names[self->order]))
    set_reversed (self, self->reversed ^ (1u << self->order));
  else
    set_order (self, name);
  foothold_line_head_announce (self->head);
}

/* ---- the object ---- */

void
foothold_tracker_table_setup (FootholdTrackerTable *self, FootholdStore *store, FootholdMarks *marks)
{
  g_return_if_fail (FOOTHOLD_IS_TRACKER_TABLE (self));

  g_set_object (&self->store, store);
  g_set_object (&self->marks, marks);
}

static void
foothold_tracker_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdTrackerTable *self = FOOTHOLD_TRACKER_TABLE (object);

  switch ((FootholdTrackerTableProperty) prop_id)
    {
    case PROP_COLUMNS:
      g_value_take_boxed (value, self->columns != NULL ? foothold_columns_dup_names (self->columns) : NULL);
      break;
    case PROP_ORDER:
      g_value_set_string (value, order_names[self->order]);
      break;
    case PROP_REVERSED:
      g_value_set_boolean (value, is_reversed (self));
      break;
    case PROP_REVERSED_ORDERS:
      g_value_take_boxed (value, dup_reversed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_tracker_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdTrackerTable *self = FOOTHOLD_TRACKER_TABLE (object);

  switch ((FootholdTrackerTableProperty) prop_id)
    {
    case PROP_COLUMNS:
      if (self->columns != NULL)
        foothold_columns_set_names (self->columns, g_value_get_boxed (value));
      break;
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;
    case PROP_REVERSED:
      set_reversed (self, g_value_get_boolean (value) ? self->reversed | (1u << self->order)
                                                      : self->reversed & ~(1u << self->order));
      break;
    case PROP_REVERSED_ORDERS:
      set_reversed (self, read_reversed (g_value_get_boxed (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_tracker_table_dispose (GObject *object)
{
  FootholdTrackerTable *self = FOOTHOLD_TRACKER_TABLE (object);

  if (self->lines != NULL)
    drop_model (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TRACKER_TABLE);
  g_clear_object (&self->columns);
  g_clear_object (&self->marks);
  g_clear_object (&self->store);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (foothold_tracker_table_parent_class)->dispose (object);
}

static void
foothold_tracker_table_class_init (FootholdTrackerTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foothold_tracker_table_get_property;
  object_class->set_property = foothold_tracker_table_set_property;
  object_class->dispose = foothold_tracker_table_dispose;

  properties[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "board",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVERSED] =
    g_param_spec_boolean ("reversed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVERSED_ORDERS] =
    g_param_spec_boxed ("reversed-orders", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", FOOTHOLD_TYPE_TRACKER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", FOOTHOLD_TYPE_TRACKER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", FOOTHOLD_TYPE_TRACKER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOOTHOLD_TYPE_RECYCLER);
  g_type_ensure (FOOTHOLD_TYPE_LINE_HEAD);
  g_type_ensure (FOOTHOLD_TYPE_APPLICATION_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-tracker-table.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerTable, head);
  gtk_widget_class_bind_template_child (widget_class, FootholdTrackerTable, lines);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "tracker.sort", "s", sort_cb);
}

static void
foothold_tracker_table_init (FootholdTrackerTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selected_at = GTK_INVALID_LIST_POSITION;
  foothold_recycler_set_locate_func (self->lines, locate_record);
  foothold_recycler_set_delete_action (self->lines, "tracker.delete");
  self->columns = foothold_application_line_ref_columns ();
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed), self, G_CONNECT_SWAPPED);
  foothold_line_head_set_columns (self->head, self->columns, "tracker.sort");
  show_order (self);
}
