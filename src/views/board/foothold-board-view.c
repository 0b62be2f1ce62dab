// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view.h"

#include "model/foothold-opportunity.h"
#include "model/foothold-window-list.h"
#include "store/foothold-opportunity-store.h"
#include "views/board/foothold-add-dialog.h"
#include "views/board/foothold-board-search.h"
#include "views/board/foothold-board-states.h"
#include "views/board/foothold-board-words.h"
#include "views/board/foothold-opportunity-actions.h"
#include "views/board/foothold-opportunity-card.h"
#include "views/board/foothold-opportunity-page.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-recycler.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/*
 * Ties three things together: the question (search, show, order), the list that
 * answers it, and the page of what is selected. What is selected is kept by id,
 * so that it survives whatever happens to the list.
 */

struct _FootholdBoardView
{
  AdwBin parent_instance;

  AdwNavigationSplitView *split;
  AdwHeaderBar *header_bar;
  FootholdBoardSearch *search;
  FootholdBoardStates *states;
  FootholdRecycler *list;
  FootholdOpportunityPage *page;

  FootholdStore *store;
  FootholdWindowList *model;
  FootholdShow show;
  FootholdOrder order;
  gint64 selected_id;
  guint selected_at; /* where it stood last */
  guint asking;
  gboolean new_question;
  gboolean new_view; /* the answer on its way is to another view, not to other words */
  gboolean focus_answer; /* the answer on its way gets the keys */
};

typedef enum
{
  PROP_STORE = 1,
  PROP_SHOW,
  PROP_ORDER,
  PROP_COLLAPSED,
} FootholdBoardViewProperty;

static GParamSpec *properties[PROP_COLLAPSED + 1];

static void holder_iface_init (FootholdOpportunityHolderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdBoardView,
                               foothold_board_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_OPPORTUNITY_HOLDER, holder_iface_init))

static const char *const joined_tables[] = { "organisation", "person", NULL };

static const FootholdWindowSource source = {
  .get_item_type = foothold_opportunity_get_type,
  .table = "opportunity",
  .others = joined_tables,
  .list_ids = foothold_opportunity_list_ids,
  .load = foothold_opportunity_load_rows,
};

static FootholdStore *
holder_get_store (FootholdOpportunityHolder *holder)
{
  return FOOTHOLD_BOARD_VIEW (holder)->store;
}

static const FootholdOpportunityRow *
holder_peek_row (FootholdOpportunityHolder *holder)
{
  return foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (FOOTHOLD_BOARD_VIEW (holder)->page));
}

static void
holder_iface_init (FootholdOpportunityHolderInterface *iface)
{
  iface->get_store = holder_get_store;
  iface->peek_row = holder_peek_row;
}

static guint
locate_record (GListModel *model, gpointer item, guint hint)
{
  const guint at = foothold_window_list_find (FOOTHOLD_WINDOW_LIST (model), foothold_record_get_id (item), hint);

  return at != G_MAXUINT ? at : GTK_INVALID_LIST_POSITION;
}

static void
ask (FootholdBoardView *self)
{
  g_autoptr (FootholdQuery) query =
    foothold_query_new (foothold_board_search_get_text (self->search), self->order, self->show);

  self->new_question = TRUE;
  foothold_window_list_set_query (self->model, query);
}

static gboolean
ask_cb (gpointer user_data)
{
  FootholdBoardView *self = user_data;

  self->asking = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

/*
 * Just before the frame that shows the letter: its answer stands in the same one,
 * and letters that come together (a word pasted over another) are one question.
 */
static void
ask_soon (FootholdBoardView *self)
{
  if (self->asking == 0)
    self->asking = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, ask_cb, self, NULL);
}

/* The page follows the selection; an empty selection leaves it where it is. */
static void
selected_cb (FootholdBoardView *self)
{
  const guint at = foothold_recycler_get_selected (self->list);

  if (at == GTK_INVALID_LIST_POSITION)
    return;

  self->selected_at = at;
  self->selected_id = foothold_window_list_get_id (self->model, at);
  foothold_opportunity_page_show (self->page, self->selected_id);
}

/* Keys that were in a list which is empty now, or are to be in the one that was asked for, must not land anywhere. */
static void
place_focus (FootholdBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean lost = root != NULL && gtk_root_get_focus (root) == NULL;

  if (self->focus_answer || (lost && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focus_answer = FALSE;
}

/* Also when the answer is the same as the one before: then nothing changes in the list. */
static void
answered_cb (FootholdBoardView *self)
{
  if (foothold_window_list_get_loading (self->model))
    return;

  /* What another view does not have is not open beside it. */
  if (self->new_view && self->selected_id != 0 && foothold_window_list_get_error (self->model) == NULL
      && foothold_window_list_find (self->model, self->selected_id, self->selected_at) == G_MAXUINT)
    foothold_board_view_open (self, 0);
  self->new_view = FALSE;
  foothold_opportunity_page_set_hint (self->page, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
  place_focus (self);
}

/*
 * After the list moved: a new question starts at the top and keeps the page; when
 * what is selected left the list by what was done to it, its neighbour is next.
 */
static void
follow_list (FootholdBoardView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const gboolean asked = self->new_question;
  guint at;

  self->new_question = FALSE;
  if (self->selected_id == 0)
    {
      if (asked)
        foothold_recycler_scroll_to_top (self->list);
      return;
    }

  at = foothold_window_list_find (self->model, self->selected_id, self->selected_at);
  if (at != G_MAXUINT)
    {
      self->selected_at = at;
      foothold_recycler_set_selected (self->list, at);
      if (asked)
        foothold_recycler_reveal (self->list, at);
    }
  else if (asked)
    {
      foothold_recycler_scroll_to_top (self->list);
    }
  else if (adw_navigation_split_view_get_collapsed (self->split))
    {
      foothold_board_view_open (self, 0);
    }
  else if (n > 0)
    {
      foothold_recycler_set_selected (self->list, MIN (self->selected_at, n - 1));
    }
  else
    {
      foothold_board_view_open (self, 0);
    }
}

static void
activated_cb (FootholdBoardView *self, guint position)
{
  selected_cb (self);
  foothold_opportunity_page_mark_read (self->page);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Down from the search goes to the first card, Enter opens it. */
static void
search_down_cb (FootholdBoardView *self)
{
  if (foothold_recycler_get_selected (self->list) == GTK_INVALID_LIST_POSITION)
    foothold_recycler_set_selected (self->list, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_activated_cb (FootholdBoardView *self)
{
  if (foothold_recycler_get_selected (self->list) == GTK_INVALID_LIST_POSITION)
    foothold_recycler_set_selected (self->list, 0);
  if (foothold_recycler_get_selected (self->list) != GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      foothold_recycler_activate (self->list, foothold_recycler_get_selected (self->list));
    }
}

static void
search_stopped_cb (FootholdBoardView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  foothold_board_search_begin (self->search);
}

static void
added_cb (FootholdBoardView *self, gint64 id, const char *title, gboolean open)
{
  /* Translators: %s is the title of an opportunity */
  g_autofree char *said = g_strdup_printf (_ ("“%s” added"), title);

  if (open || !adw_navigation_split_view_get_collapsed (self->split))
    foothold_board_view_open (self, id);
  if (open)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
  foothold_toast (GTK_WIDGET (self), said, TRUE);
}

void
foothold_board_view_add (FootholdBoardView *self)
{
  GtkWidget *dialog;

  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  if (foothold_store_get_read_only (self->store))
    return;

  dialog = foothold_add_dialog_new (self->store);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_board_view_add (FOOTHOLD_BOARD_VIEW (widget));
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "opportunity.edit", NULL);
}

static void
page_changed_cb (FootholdBoardView *self)
{
  foothold_opportunity_actions_update (GTK_WIDGET (self), holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (self)));
}

static void
page_gone_cb (FootholdBoardView *self)
{
  if (self->selected_id == foothold_opportunity_page_get_id (self->page))
    foothold_board_view_open (self, 0);
}

static void
collapsed_cb (FootholdBoardView *self)
{
  foothold_opportunity_page_set_narrow (self->page, adw_navigation_split_view_get_collapsed (self->split));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

/* Back from the page in a narrow window: the card is where the keys are. Keys in the window's sidebar stay there. */
static void
show_content_cb (FootholdBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!adw_navigation_split_view_get_show_content (self->split)
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

GtkWidget *
foothold_board_view_new (FootholdStore *store)
{
  GtkWidget *self = g_object_new (FOOTHOLD_TYPE_BOARD_VIEW, "store", store, NULL);

  gtk_widget_action_set_enabled (self, "board.add", !foothold_store_get_read_only (store));
  return self;
}

FootholdStore *
foothold_board_view_get_store (FootholdBoardView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_BOARD_VIEW (self), NULL);

  return self->store;
}

AdwHeaderBar *
foothold_board_view_get_header_bar (FootholdBoardView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_BOARD_VIEW (self), NULL);

  return self->header_bar;
}

void
foothold_board_view_open (FootholdBoardView *self, gint64 id)
{
  guint at;

  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  self->selected_id = id;
  at = id != 0 ? foothold_window_list_find (self->model, id, self->selected_at) : G_MAXUINT;
  foothold_recycler_set_selected (self->list, at);
  if (at != G_MAXUINT)
    foothold_recycler_reveal (self->list, at);
  foothold_opportunity_page_show (self->page, id);
  if (id == 0)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

void
foothold_board_view_show_list (FootholdBoardView *self)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focus_answer = foothold_window_list_get_loading (self->model);
}

gint64
foothold_board_view_get_opened (FootholdBoardView *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_BOARD_VIEW (self), 0);

  return self->selected_id;
}

void
foothold_board_view_search (FootholdBoardView *self, const char *text)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  foothold_board_search_set_text (self->search, text);
}

void
foothold_board_view_flush (FootholdBoardView *self)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  foothold_opportunity_page_finish (self->page);
}

static gboolean
foothold_board_view_grab_focus (GtkWidget *widget)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list))
         || gtk_widget_child_focus (GTK_WIDGET (self->states), GTK_DIR_TAB_FORWARD)
         || gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
set_choice (FootholdBoardView *self, const GValue *value, gboolean is_show)
{
  const char *name = g_value_get_string (value);
  guint index;

  if (is_show && foothold_board_find_name (foothold_board_show_names, name, &index) && index != self->show)
    {
      self->show = index;
      self->new_view = TRUE;
    }
  else if (!is_show && foothold_board_find_name (foothold_board_order_names, name, &index) && index != self->order)
    self->order = index;
  else
    return;

  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[is_show ? PROP_SHOW : PROP_ORDER]);
  foothold_board_search_set_narrowed (self->search, self->show != FOOTHOLD_SHOW_OPEN);
}

static void
foothold_board_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (object);

  switch ((FootholdBoardViewProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_SHOW:
      g_value_set_string (value, foothold_board_show_names[self->show]);
      break;
    case PROP_ORDER:
      g_value_set_string (value, foothold_board_order_names[self->order]);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, adw_navigation_split_view_get_collapsed (self->split));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_board_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (object);

  switch ((FootholdBoardViewProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_SHOW:
    case PROP_ORDER:
      set_choice (self, value, prop_id == PROP_SHOW);
      break;
    case PROP_COLLAPSED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_board_view_constructed (GObject *object)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (object);
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, self->order, self->show);

  G_OBJECT_CLASS (foothold_board_view_parent_class)->constructed (object);

  self->model = foothold_window_list_new (self->store, &source, query);
  self->new_question = TRUE;
  foothold_recycler_set_locate_func (self->list, locate_record);
  foothold_recycler_set_model (self->list, G_LIST_MODEL (self->model));
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (follow_list), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  foothold_board_states_set_model (self->states, self->model, foothold_store_get_read_only (self->store));
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  foothold_opportunity_page_set_store (self->page, self->store);
  foothold_board_search_set_store (self->search, self->store);
}

static void
foothold_board_view_dispose (GObject *object)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (object);

  g_clear_handle_id (&self->asking, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_BOARD_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_board_view_parent_class)->dispose (object);
}

static void
foothold_board_view_class_init (FootholdBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_BOARD_VIEW, "board");
  foothold_help_set_page (FOOTHOLD_TYPE_OPPORTUNITY_PAGE, "opportunity");

  object_class->get_property = foothold_board_view_get_property;
  object_class->set_property = foothold_board_view_set_property;
  object_class->constructed = foothold_board_view_constructed;
  object_class->dispose = foothold_board_view_dispose;
  widget_class->grab_focus = foothold_board_view_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, FOOTHOLD_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW] = g_param_spec_string ("show", NULL, NULL, "open",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "newest",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] =
    g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FOOTHOLD_TYPE_BOARD_SEARCH);
  g_type_ensure (FOOTHOLD_TYPE_BOARD_STATES);
  g_type_ensure (FOOTHOLD_TYPE_RECYCLER);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_CARD);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, split);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, search);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, page);
  gtk_widget_class_bind_template_callback (widget_class, ask_soon);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_gone_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);

  gtk_widget_class_install_action (widget_class, "board.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "board.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "opportunity.edit", NULL, edit_cb);
  gtk_widget_class_install_property_action (widget_class, "board.show", "show");
  gtk_widget_class_install_property_action (widget_class, "board.order", "order");
  foothold_opportunity_actions_install (widget_class, TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "board.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "board.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "opportunity.edit", NULL);
}

static void
foothold_board_view_init (FootholdBoardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_opportunity_actions_update (GTK_WIDGET (self), NULL);
}
