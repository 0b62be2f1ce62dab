// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-list.h"

#include "model/foothold-record.h"
#include "views/people/foothold-people-bar.h"
#include "views/people/foothold-people-emptiness.h"
#include "widgets/foothold-before-frame.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

/* A spinner that flashes is worse than none. */
#define SPINNER_DELAY_MS 200

struct _FootholdPeopleList
{
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkWidget *pick;
  GtkMenuButton *menu;
  GtkStack *stack;
  AdwBin *list_place;
  AdwStatusPage *empty_page;
  GtkBox *empty_buttons;
  GtkButton *empty_back;
  AdwStatusPage *error_page;
  FootholdPeopleBar *bar;

  FootholdStore *store;
  const FootholdPeopleListSpec *spec;
  FootholdRecycler *list;
  FootholdWindowList *model;
  FootholdMarks *marks;
  guint order, show; /* places in the spec's choices */
  gint64 selected_id;
  guint selected_at;
  gboolean keeps;
  gboolean asked; /* the list that comes answers another question */
  gboolean focus_answer; /* the keys are to be in the list that is on its way */
  guint asking, spinner_timeout;
};

typedef enum
{
  PROP_ORDER = 1,
  PROP_SHOW,
  PROP_PICKING,
} FootholdPeopleListProperty;

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_PICKED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_PICKING + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdPeopleList, foothold_people_list, ADW_TYPE_BIN)

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

/* ---- the question ---- */

static gboolean
is_searching (FootholdPeopleList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return *text != '\0';
}

static void
ask (FootholdPeopleList *self)
{
  g_autoptr (FootholdQuery) query =
    foothold_query_new (gtk_editable_get_text (self->entry), self->spec->orders[self->order].value,
                        self->spec->shows[self->show].value);

  g_clear_handle_id (&self->asking, g_source_remove);
  self->asked = TRUE;
  foothold_window_list_set_query (self->model, query);
}

static gboolean
ask_cb (gpointer user_data)
{
  FootholdPeopleList *self = user_data;

  self->asking = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (FootholdPeopleList *self)
{
  if (self->model != NULL)
    foothold_before_frame (&self->asking, ask_cb, self);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  FootholdPeopleList *self = user_data;

  return foothold_people_choices_menu (self->spec->orders, self->spec->shows);
}

/* ---- what is selected ---- */

static void
take_selected (FootholdPeopleList *self)
{
  const guint at = foothold_recycler_get_selected (self->list);

  if (at == GTK_INVALID_LIST_POSITION || self->model == NULL)
    return;

  self->selected_at = at;
  if (self->selected_id == foothold_window_list_get_id (self->model, at))
    return;
  self->selected_id = foothold_window_list_get_id (self->model, at);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, self->selected_id);
}

static void
forget_selected (FootholdPeopleList *self)
{
  self->selected_id = 0;
  foothold_recycler_set_selected (self->list, GTK_INVALID_LIST_POSITION);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, (gint64) 0);
}

gint64
foothold_people_list_get_selected (FootholdPeopleList *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self), 0);

  return self->selected_id;
}

void
foothold_people_list_select (FootholdPeopleList *self, gint64 id)
{
  guint at;

  g_return_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self));

  if (id == 0)
    {
      forget_selected (self);
      return;
    }

  at = foothold_window_list_find (self->model, id, self->selected_at);
  if (at == G_MAXUINT && is_searching (self))
    gtk_editable_set_text (self->entry, "");
  self->selected_id = id;
  foothold_recycler_set_selected (self->list, at != G_MAXUINT ? at : GTK_INVALID_LIST_POSITION);
  if (at != G_MAXUINT)
    foothold_recycler_reveal (self->list, at);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, id);
}

static gboolean
has_focus_inside (FootholdPeopleList *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_selected (FootholdPeopleList *self, guint at)
{
  foothold_recycler_set_selected (self->list, at);
  foothold_recycler_reveal (self->list, at);
  if (has_focus_inside (self))
    {
      FootholdRecyclerRow *row = foothold_recycler_get_row (self->list, at);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

/*
 * After the list moved: what is selected is found again; where it left by what was done to it, its neighbour is next. A
 * new question keeps what is open beside the list and starts at the top.
 */
static void
follow_list (FootholdPeopleList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const gboolean asked = self->asked;
  gsize n_ids;
  const gint64 *ids = foothold_window_list_get_ids (self->model, &n_ids);
  guint at;

  self->asked = FALSE;
  if (foothold_marks_get_n (self->marks) > 0)
    {
      foothold_marks_keep (self->marks, ids, n_ids);
      /* what was picked was done with */
      if (foothold_marks_get_n (self->marks) == 0)
        foothold_marks_set_active (self->marks, FALSE);
    }

  at =
    self->selected_id != 0 ? foothold_window_list_find (self->model, self->selected_id, self->selected_at) : G_MAXUINT;
  if (at != G_MAXUINT)
    show_selected (self, at);
  else if (asked)
    foothold_recycler_scroll_to_top (self->list);
  else if (self->selected_id != 0 && (n == 0 || !self->keeps))
    forget_selected (self);
  else if (self->selected_id != 0)
    show_selected (self, MIN (self->selected_at, n - 1));
}

/* ---- its state ---- */

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  FootholdPeopleList *self = user_data;

  self->spinner_timeout = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Keys that were on a page which is not shown any more must not land anywhere. */
static void
show_page (FootholdPeopleList *self, const char *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (self->stack, page);
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && (self->focus_answer || (root != NULL && gtk_root_get_focus (root) == NULL)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focus_answer = FALSE;
}

static void
describe_emptiness (FootholdPeopleList *self)
{
  const FootholdPeopleEmptiness emptiness = {
    .spec = self->spec,
    .show = self->show,
    .searching = is_searching (self),
    .hides = foothold_window_list_get_hides (self->model),
    .read_only = foothold_store_get_read_only (self->store),
  };

  foothold_people_emptiness_show (&emptiness, self->empty_page, GTK_WIDGET (self->empty_buttons), self->empty_back);
}

static void
update_state (FootholdPeopleList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const GError *error = foothold_window_list_get_error (self->model);

  if (foothold_window_list_get_loading (self->model))
    {
      if (self->spinner_timeout == 0)
        self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
      return;
    }

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      show_page (self, "error");
      return;
    }
  if (n == 0)
    describe_emptiness (self);
  show_page (self, n > 0 ? "list" : "empty");
}

/* ---- several at once ---- */

static void
marks_cb (FootholdPeopleList *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
active_cb (FootholdPeopleList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Keys that were in the bar go back to the list before it is gone. */
  if (!foothold_marks_get_active (self->marks) && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKING]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.pick-none", foothold_marks_get_active (self->marks));
  marks_cb (self);
}

GArray *
foothold_people_list_dup_picked (FootholdPeopleList *self)
{
  gsize n;
  const gint64 *ids;

  g_return_val_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self), NULL);

  if (!foothold_marks_get_active (self->marks))
    return NULL;
  ids = foothold_window_list_get_ids (self->model, &n);
  return foothold_marks_list (self->marks, ids, n);
}

void
foothold_people_list_end_picking (FootholdPeopleList *self)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self));

  foothold_marks_set_active (self->marks, FALSE);
}

static void
pick_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_recycler_mark_all (FOOTHOLD_PEOPLE_LIST (widget)->list);
}

static void
pick_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_marks_set_active (FOOTHOLD_PEOPLE_LIST (widget)->marks, FALSE);
}

/* ---- keys ---- */

/* Down from the search goes to the first card, Enter opens it. */
static gboolean
enter_list (FootholdPeopleList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return FALSE;
  if (foothold_recycler_get_selected (self->list) == GTK_INVALID_LIST_POSITION)
    foothold_recycler_set_selected (self->list, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
search_key_cb (FootholdPeopleList *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return enter_list (self);
}

static void
search_activated_cb (FootholdPeopleList *self)
{
  if (enter_list (self))
    foothold_recycler_activate (self->list, foothold_recycler_get_selected (self->list));
}

static void
search_stopped_cb (FootholdPeopleList *self)
{
  if (is_searching (self))
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
activated_cb (FootholdPeopleList *self)
{
  take_selected (self);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

void
foothold_people_list_search (FootholdPeopleList *self)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
foothold_people_list_begin_day (FootholdPeopleList *self)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self));

  foothold_window_list_begin_day (self->model);
}

void
foothold_people_list_set_keeps_selected (FootholdPeopleList *self, gboolean keeps)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_LIST (self));

  self->keeps = keeps;
}

static gboolean
foothold_people_list_grab_focus (GtkWidget *widget)
{
  FootholdPeopleList *self = FOOTHOLD_PEOPLE_LIST (widget);

  if (foothold_window_list_get_loading (self->model))
    {
      self->focus_answer = TRUE;
      return TRUE;
    }

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD)
         || gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- the object ---- */

GtkWidget *
foothold_people_list_new (FootholdStore *store, const FootholdPeopleListSpec *spec)
{
  FootholdPeopleList *self = g_object_new (FOOTHOLD_TYPE_PEOPLE_LIST, NULL);
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, spec->orders[0].value, spec->shows[0].value);

  self->asked = TRUE;
  self->store = g_object_ref (store);
  self->spec = spec;
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ (spec->search));
  gtk_widget_set_visible (self->pick, spec->picks);
  foothold_menu_button_set_func (self->menu, make_menu, self);
  foothold_people_choices_add_button (self->empty_buttons, spec->add_label, spec->add_action, TRUE);
  foothold_people_choices_add_button (self->empty_buttons, spec->more_label, spec->more_action, FALSE);

  self->list = foothold_recycler_new (spec->get_row_type ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "opportunity-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (spec->label), -1);
  adw_bin_set_child (self->list_place, GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (take_selected), self, G_CONNECT_SWAPPED);

  self->model = foothold_window_list_new (store, spec->source, query);
  foothold_recycler_set_locate_func (self->list, locate_record);
  foothold_recycler_set_model (self->list, G_LIST_MODEL (self->model));
  if (spec->picks)
    foothold_recycler_set_marks (self->list, self->marks, id_at);
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (follow_list), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_state (self);
  return GTK_WIDGET (self);
}

static void
foothold_people_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdPeopleList *self = FOOTHOLD_PEOPLE_LIST (object);

  switch ((FootholdPeopleListProperty) prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, self->spec != NULL ? self->spec->orders[self->order].name : NULL);
      break;
    case PROP_SHOW:
      g_value_set_string (value, self->spec != NULL ? self->spec->shows[self->show].name : NULL);
      break;
    case PROP_PICKING:
      g_value_set_boolean (value, foothold_marks_get_active (self->marks));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_people_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdPeopleList *self = FOOTHOLD_PEOPLE_LIST (object);

  switch ((FootholdPeopleListProperty) prop_id)
    {
    case PROP_ORDER:
    case PROP_SHOW:
      if (foothold_people_choices_choose (prop_id == PROP_ORDER ? self->spec->orders : self->spec->shows,
                                          g_value_get_string (value),
                                          prop_id == PROP_ORDER ? &self->order : &self->show))
        {
          ask (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_PICKING:
      foothold_marks_set_active (self->marks, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_people_list_dispose (GObject *object)
{
  FootholdPeopleList *self = FOOTHOLD_PEOPLE_LIST (object);

  g_clear_handle_id (&self->asking, g_source_remove);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PEOPLE_LIST);
  g_clear_object (&self->model);
  g_clear_object (&self->marks);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_people_list_parent_class)->dispose (object);
}

static void
foothold_people_list_class_init (FootholdPeopleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foothold_people_list_get_property;
  object_class->set_property = foothold_people_list_set_property;
  object_class->dispose = foothold_people_list_dispose;
  widget_class->grab_focus = foothold_people_list_grab_focus;

  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW] = g_param_spec_string ("show", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PICKING] =
    g_param_spec_boolean ("picking", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", FOOTHOLD_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", FOOTHOLD_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICKED] =
    g_signal_new ("picked", FOOTHOLD_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOOTHOLD_TYPE_PEOPLE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-people-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, entry);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, pick);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, list_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, empty_buttons);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, empty_back);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, error_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleList, bar);
  gtk_widget_class_bind_template_callback (widget_class, ask_soon);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_property_action (widget_class, "people.order", "order");
  gtk_widget_class_install_property_action (widget_class, "people.show", "show");
  gtk_widget_class_install_property_action (widget_class, "people.picking", "picking");
  gtk_widget_class_install_action (widget_class, "people.pick-all", NULL, pick_all_cb);
  gtk_widget_class_install_action (widget_class, "people.pick-none", NULL, pick_none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "people.pick-none", NULL);
}

static void
foothold_people_list_init (FootholdPeopleList *self)
{
  self->marks = foothold_marks_new ();
  self->keeps = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_typing_pass_undo (GTK_WIDGET (self->entry));
  foothold_people_bar_set_marks (self->bar, self->marks);
  g_signal_connect_object (self->marks, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (marks_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.pick-none", FALSE);
}
