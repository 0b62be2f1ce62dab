// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-today-view-private.h"

#include "views/today/foothold-today-acting.h"
#include "views/today/foothold-today-deeds.h"
#include "views/today/foothold-today-row.h"
#include "views/today/foothold-today-words.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* A spinner that flashes is worse than none. */
#define SPINNER_DELAY_MS 200

typedef enum
{
  PROP_PICKING = 1,
} FootholdTodayViewProperty;

static GParamSpec *properties[PROP_PICKING + 1];

static void page_init (FootholdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdTodayView,
                               foothold_today_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE, page_init))

/* ---- what is selected ---- */

static guint
locate (GListModel *model, gpointer item, guint hint)
{
  return foothold_due_model_find_line (FOOTHOLD_DUE_MODEL (model), item);
}

static guint
count_headings (GListModel *model, guint position)
{
  return foothold_due_model_count_headings (FOOTHOLD_DUE_MODEL (model), position);
}

FootholdDueEntry *
foothold_today_peek_selected (FootholdTodayView *self)
{
  const guint at = foothold_recycler_get_selected (self->list);

  return at != GTK_INVALID_LIST_POSITION && self->model != NULL
           ? foothold_due_model_peek_key (self->model, foothold_due_model_get_key (self->model, at))
           : NULL;
}

static void
selected_cb (FootholdTodayView *self)
{
  const guint at = foothold_recycler_get_selected (self->list);
  g_autoptr (GObject) line = at != GTK_INVALID_LIST_POSITION && self->model != NULL
                               ? g_list_model_get_item (G_LIST_MODEL (self->model), at)
                               : NULL;

  if (at != GTK_INVALID_LIST_POSITION)
    self->selected_at = at;
  g_signal_group_set_target (self->line, line);
  foothold_today_update_actions (self);
}

/* ---- the list ---- */

static gboolean
has_focus_inside (FootholdTodayView *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
select_and_focus (FootholdTodayView *self, guint at, gboolean focus)
{
  foothold_recycler_set_selected (self->list, at);
  foothold_recycler_reveal (self->list, at);
  if (focus)
    {
      FootholdRecyclerRow *row = foothold_recycler_get_row (self->list, at);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

/* Where the line is that comes nearest to @at: a heading is none. */
static guint
nearest_line (FootholdTodayView *self, guint at)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  at = MIN (at, n - 1);
  for (guint i = at; i < n; i++)
    if (foothold_due_model_get_key (self->model, i) != 0)
      return i;
  for (guint i = at; i > 0; i--)
    if (foothold_due_model_get_key (self->model, i) != 0)
      return i;

  return at;
}

static void
follow_list (FootholdTodayView *self)
{
  const gboolean gone = foothold_recycler_get_selected (self->list) == GTK_INVALID_LIST_POSITION;

  foothold_today_picking_follow (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  if (self->stay_at != GTK_INVALID_LIST_POSITION)
    select_and_focus (self, nearest_line (self, self->stay_at), has_focus_inside (self));
  else if (gone && self->selected_at != GTK_INVALID_LIST_POSITION)
    select_and_focus (self, nearest_line (self, self->selected_at), has_focus_inside (self));
  self->stay_at = GTK_INVALID_LIST_POSITION;
}

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  FootholdTodayView *self = user_data;

  self->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Keys that were on a page which is not shown any more must not land anywhere. */
static void
show_page (FootholdTodayView *self, const char *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (self->stack, page);
  if (self->focus_answer || (root != NULL && gtk_root_get_focus (root) == NULL))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focus_answer = FALSE;
}

/* Nothing is due: what comes next. */
static void
show_empty (FootholdTodayView *self)
{
  const FootholdDueEntry *next = foothold_due_model_peek_next (self->model);
  const gboolean later = next != NULL || foothold_due_model_get_n_in (self->model, FOOTHOLD_DUE_SNOOZED) > 0;
  g_autofree char *description = NULL;

  if (next != NULL)
    {
      gboolean urgent;
      g_autofree char *what = foothold_today_what (next, NULL);
      g_autofree char *whom = foothold_due_entry_subject (next);
      g_autofree char *when = foothold_today_when (next, NULL, &urgent);
      g_autofree char *words =
        /* Translators: what is due next: what to do, for whom, when: "Follow up: Logo design, Acme, in 12 days" */
        g_strdup_printf (_ ("Next comes: %1$s (%2$s), %3$s."), what, whom, when);
      g_autofree char *visible = foothold_text_visible (words, FALSE);

      description = g_markup_escape_text (visible, -1);
    }
  else
    description = g_strdup (later ? _ ("What you put off comes back by itself.")
                                  : _ ("Follow-ups, answers to offers, interviews, next steps and people to keep in "
                                       "touch with will be here when they are due."));
  adw_status_page_set_description (self->empty_page, description);
  gtk_widget_set_visible (self->show_later, later);
  show_page (self, "empty");
}

static void
update_state (FootholdTodayView *self)
{
  const GError *error = foothold_due_model_get_error (self->model);
  const guint n_overdue = foothold_due_model_get_n_in (self->model, FOOTHOLD_DUE_OVERDUE);
  const guint n_today = foothold_due_model_get_n_in (self->model, FOOTHOLD_DUE_TODAY);
  const guint n_soon = n_overdue + n_today + foothold_due_model_get_n_in (self->model, FOOTHOLD_DUE_NEVER)
                       + foothold_due_model_get_n_in (self->model, FOOTHOLD_DUE_WEEK);
  g_autofree char *summary = foothold_today_summary (n_overdue, n_today);

  if (foothold_due_model_get_loading (self->model))
    {
      if (self->spinner_timeout == 0)
        self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
      return;
    }

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  adw_window_title_set_subtitle (self->title, summary != NULL ? summary : "");
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    self->later_asked = FALSE;
  gtk_widget_set_visible (self->select_button, error == NULL && (n_soon > 0 || self->later_asked));
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      show_page (self, "error");
    }
  else if (n_soon > 0 || self->later_asked)
    show_page (self, "list");
  else
    show_empty (self);
}

static void
show_later_cb (FootholdTodayView *self)
{
  self->later_asked = TRUE;
  foothold_due_model_set_folded (self->model, FOOTHOLD_DUE_LATER, FALSE);
  foothold_due_model_set_folded (self->model, FOOTHOLD_DUE_SNOOZED, FALSE);
  self->focus_answer = TRUE;
  update_state (self);
}

static void
begin (FootholdTodayView *self)
{
  if (self->model != NULL)
    return;

  self->model = foothold_due_model_new (self->store, NULL);
  foothold_recycler_set_locate_func (self->list, locate);
  foothold_recycler_set_headings_func (self->list, count_headings);
  foothold_recycler_set_model (self->list, G_LIST_MODEL (self->model));
  foothold_today_picking_connect (self);
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (follow_list), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_state (self);
}

static void
end (FootholdTodayView *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (self->model == NULL)
    return;

  foothold_marks_set_active (self->marks, FALSE);
  g_signal_handlers_disconnect_by_data (self->model, self);
  foothold_recycler_set_model (self->list, NULL);
  g_clear_object (&self->model);
}

static void
foothold_today_view_map (GtkWidget *widget)
{
  begin (FOOTHOLD_TODAY_VIEW (widget));
  GTK_WIDGET_CLASS (foothold_today_view_parent_class)->map (widget);
}

static void
foothold_today_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foothold_today_view_parent_class)->unmap (widget);
  end (FOOTHOLD_TODAY_VIEW (widget));
}

/* ---- what is done ---- */

void
foothold_today_view_act (FootholdTodayView *self, const char *action, const FootholdDueEntry *entry)
{
  g_autoptr (GPtrArray) targets = NULL;

  g_return_if_fail (FOOTHOLD_IS_TODAY_VIEW (self));

  targets = foothold_today_dup_targets (self, entry != NULL ? entry : foothold_today_peek_selected (self));
  if (targets->len == 0 || !foothold_today_do (GTK_WIDGET (self), self->store, action, targets))
    return;
  if (!g_str_equal (action, "due.open"))
    self->stay_at = foothold_recycler_get_selected (self->list);
}

static void
deed_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_today_view_act (FOOTHOLD_TODAY_VIEW (widget), action_name, NULL);
}

static void
activated_cb (FootholdTodayView *self, guint position)
{
  g_autoptr (FootholdDueLine) line =
    self->model != NULL ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
  FootholdRecyclerRow *row;

  if (line == NULL)
    return;
  if (foothold_due_line_peek (line) == NULL)
    foothold_due_model_set_folded (self->model, foothold_due_line_get_group (line),
                                   !foothold_due_line_get_folded (line));
  else if (self->narrow && (row = foothold_recycler_get_row (self->list, position)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), "menu.popup", NULL); /* no button says what would be done */
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "due.act", NULL);
}

/* ---- how wide it is ---- */

static void
set_narrow (FootholdTodayView *self, gboolean narrow)
{
  self->narrow = narrow;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (FOOTHOLD_IS_TODAY_ROW (row))
      foothold_today_row_set_narrow (FOOTHOLD_TODAY_ROW (row), narrow);
  foothold_recycler_forget_sizes (self->list);
}

static void
narrow_cb (FootholdTodayView *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (FootholdTodayView *self)
{
  set_narrow (self, FALSE);
}

/* ---- the page ---- */

static AdwHeaderBar *
get_header_bar (FootholdPage *page)
{
  return FOOTHOLD_TODAY_VIEW (page)->header_bar;
}

static void
begin_day (FootholdPage *page)
{
  FootholdTodayView *self = FOOTHOLD_TODAY_VIEW (page);

  if (self->model != NULL)
    foothold_due_model_begin_day (self->model);
}

static void
page_init (FootholdPageInterface *iface)
{
  iface->get_header_bar = get_header_bar;
  iface->begin_day = begin_day;
}

/* ---- the object ---- */

GtkWidget *
foothold_today_view_new (FootholdStore *store)
{
  FootholdTodayView *self = g_object_new (FOOTHOLD_TYPE_TODAY_VIEW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

gboolean
foothold_today_view_get_read_only (FootholdTodayView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TODAY_VIEW (self), TRUE);

  return self->store == NULL || foothold_store_get_read_only (self->store);
}

gboolean
foothold_today_view_get_narrow (FootholdTodayView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_TODAY_VIEW (self), FALSE);

  return self->narrow;
}

static gboolean
foothold_today_view_grab_focus (GtkWidget *widget)
{
  FootholdTodayView *self = FOOTHOLD_TODAY_VIEW (widget);

  if (self->model == NULL || foothold_due_model_get_loading (self->model))
    {
      self->focus_answer = TRUE;
      return TRUE;
    }

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (GTK_WIDGET (self->header_bar), GTK_DIR_TAB_FORWARD);
}

static void
foothold_today_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdTodayView *self = FOOTHOLD_TODAY_VIEW (object);

  switch ((FootholdTodayViewProperty) prop_id)
    {
    case PROP_PICKING:
      g_value_set_boolean (value, foothold_marks_get_active (self->marks));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_today_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdTodayView *self = FOOTHOLD_TODAY_VIEW (object);

  switch ((FootholdTodayViewProperty) prop_id)
    {
    case PROP_PICKING:
      foothold_marks_set_active (self->marks, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_today_view_dispose (GObject *object)
{
  FootholdTodayView *self = FOOTHOLD_TODAY_VIEW (object);

  if (self->list != NULL)
    end (self);
  g_clear_object (&self->line);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TODAY_VIEW);
  g_clear_object (&self->marks);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_today_view_parent_class)->dispose (object);
}

static void
foothold_today_view_class_init (FootholdTodayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_TODAY_VIEW, "today");
  object_class->dispose = foothold_today_view_dispose;
  object_class->get_property = foothold_today_view_get_property;
  object_class->set_property = foothold_today_view_set_property;
  widget_class->map = foothold_today_view_map;
  widget_class->unmap = foothold_today_view_unmap;
  widget_class->grab_focus = foothold_today_view_grab_focus;

  properties[PROP_PICKING] =
    g_param_spec_boolean ("picking", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FOOTHOLD_TYPE_RECYCLER);
  g_type_ensure (FOOTHOLD_TYPE_TODAY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, select_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, show_later);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, error_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, picked);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayView, snooze_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_later_cb);

  foothold_today_deeds_install (widget_class, deed_cb, FALSE);
  foothold_today_picking_install (widget_class);
}

static void
foothold_today_view_init (FootholdTodayView *self)
{
  g_autoptr (GMenuModel) snoozes = foothold_today_deeds_snooze_menu ();

  self->stay_at = self->selected_at = GTK_INVALID_LIST_POSITION;
  self->marks = foothold_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_menu (self->snooze_button, snoozes);
  self->line = g_signal_group_new (FOOTHOLD_TYPE_DUE_LINE);
  g_signal_group_connect_swapped (self->line, "changed", G_CALLBACK (foothold_today_update_actions), self);
  foothold_today_picking_construct (self);
  foothold_today_update_actions (self);
}
