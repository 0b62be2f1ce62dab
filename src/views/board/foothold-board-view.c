// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view-private.h"

#include "views/board/foothold-add-dialog.h"
#include "views/board/foothold-board-words.h"
#include "views/board/foothold-opportunity-actions.h"
#include "views/board/foothold-opportunity-card.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/*
 * Ties three things together: the question (search, show, order), the list that
 * answers it, and the page of what is selected. What is selected is kept by id,
 * so that it survives whatever happens to the list.
 */

typedef enum
{
  PROP_STORE = 1,
  PROP_SHOW,
  PROP_ORDER,
  PROP_REVERSED,
  PROP_REVERSED_ORDERS,
  PROP_COLLAPSED,
  PROP_PICKING,
  PROP_TABLE,
  PROP_COLUMNS,
} FootholdBoardViewProperty;

enum
{
  SIGNAL_OPENED,
  SIGNAL_POSTING_PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[PROP_COLUMNS + 1];

static void holder_iface_init (FootholdOpportunityHolderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdBoardView,
                               foothold_board_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_OPPORTUNITY_HOLDER, holder_iface_init))

static FootholdStore *
holder_get_store (FootholdOpportunityHolder *holder)
{
  return FOOTHOLD_BOARD_VIEW (holder)->store;
}

static const FootholdOpportunityRow *
holder_peek_row (FootholdOpportunityHolder *holder)
{
  FootholdOpportunityPage *page = FOOTHOLD_BOARD_VIEW (holder)->page;

  return page != NULL ? foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (page)) : NULL;
}

static GArray *
holder_dup_ids (FootholdOpportunityHolder *holder)
{
  return foothold_board_view_dup_picked (FOOTHOLD_BOARD_VIEW (holder));
}

static void
holder_iface_init (FootholdOpportunityHolderInterface *iface)
{
  iface->get_store = holder_get_store;
  iface->peek_row = holder_peek_row;
  iface->dup_ids = holder_dup_ids;
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
    {
      g_signal_emit (self, signals[SIGNAL_OPENED], 0);
      adw_navigation_split_view_set_show_content (self->split, TRUE);
    }
  foothold_toast (GTK_WIDGET (self), said, TRUE);
}

static void
posting_pasted_cb (FootholdBoardView *self, const char *place, const char *kind)
{
  g_signal_emit (self, signals[SIGNAL_POSTING_PASTED], 0, place, kind);
}

void
foothold_board_view_add (FootholdBoardView *self)
{
  foothold_board_view_add_from (self, GTK_WIDGET (self), 0, NULL, NULL);
}

void
foothold_board_view_add_from (FootholdBoardView *self, GtkWidget *parent, gint64 id, const char *name, const char *kind)
{
  GtkWidget *dialog;

  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  if (foothold_store_get_read_only (self->store))
    return;

  dialog = foothold_add_dialog_new (self->store);
  if (id != 0)
    foothold_add_dialog_set_place (FOOTHOLD_ADD_DIALOG (dialog), id, name, kind);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "posting-pasted", G_CALLBACK (posting_pasted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
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
  gtk_widget_activate_action (GTK_WIDGET (foothold_board_view_get_page (self)), "opportunity.edit", NULL);
}

/* ---- the page ---- */

static void
page_changed_cb (FootholdBoardView *self)
{
  foothold_board_picking_update_actions (self);
}

static void
page_gone_cb (FootholdBoardView *self)
{
  if (self->selected_id == foothold_opportunity_page_get_id (self->page))
    foothold_board_view_open (self, 0);
}

FootholdOpportunityPage *
foothold_board_view_get_page (FootholdBoardView *self)
{
  if (self->page != NULL)
    return self->page;

  self->page = FOOTHOLD_OPPORTUNITY_PAGE (foothold_opportunity_page_new ());
  g_signal_connect_object (self->page, "changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "gone", G_CALLBACK (page_gone_cb), self, G_CONNECT_SWAPPED);
  foothold_opportunity_page_set_store (self->page, self->store);
  foothold_opportunity_page_set_narrow (self->page, adw_navigation_split_view_get_collapsed (self->split));
  foothold_opportunity_page_add_keys (self->page, GTK_WIDGET (self->list_page));
  adw_navigation_page_set_child (self->page_place, GTK_WIDGET (self->page));
  return self->page;
}

static gboolean
page_cb (gpointer user_data)
{
  FootholdBoardView *self = user_data;

  self->making_page = 0;
  foothold_board_view_get_page (self);
  return G_SOURCE_REMOVE;
}

void
foothold_board_view_make_page_soon (FootholdBoardView *self)
{
  if (self->page == NULL && self->making_page == 0)
    self->making_page = g_idle_add (page_cb, self);
}

static void
collapsed_cb (FootholdBoardView *self)
{
  if (self->page != NULL)
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
  if (id != 0 || self->page != NULL)
    foothold_opportunity_page_show (foothold_board_view_get_page (self), id);
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
foothold_board_view_begin_day (FootholdBoardView *self)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_VIEW (self));

  foothold_window_list_begin_day (self->model);
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

  if (self->page != NULL)
    foothold_opportunity_page_finish (self->page);
}

static gboolean
foothold_board_view_grab_focus (GtkWidget *widget)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list)) || gtk_widget_grab_focus (GTK_WIDGET (self->states))
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

  foothold_board_list_ask (self);
  foothold_board_order_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[is_show ? PROP_SHOW : PROP_ORDER]);
  if (!is_show)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
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
    case PROP_REVERSED:
      g_value_set_boolean (value, foothold_board_order_get_reversed (self));
      break;
    case PROP_REVERSED_ORDERS:
      g_value_take_boxed (value, foothold_board_order_dup_reversed (self));
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, adw_navigation_split_view_get_collapsed (self->split));
      break;
    case PROP_PICKING:
      g_value_set_boolean (value, foothold_board_picking_get_active (self));
      break;
    case PROP_TABLE:
      g_value_set_boolean (value, foothold_board_table_get_active (self));
      break;
    case PROP_COLUMNS:
      g_value_take_boxed (value, foothold_board_table_dup_columns (self));
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
    case PROP_REVERSED:
      foothold_board_order_set_reversed (self, g_value_get_boolean (value));
      break;
    case PROP_REVERSED_ORDERS:
      foothold_board_order_set_all_reversed (self, g_value_get_boxed (value));
      break;
    case PROP_PICKING:
      foothold_board_picking_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_TABLE:
      foothold_board_table_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_COLUMNS:
      foothold_board_table_set_columns (self, g_value_get_boxed (value));
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

  G_OBJECT_CLASS (foothold_board_view_parent_class)->constructed (object);

  foothold_board_list_construct (self);
  foothold_board_picking_construct (self);
  foothold_board_table_construct (self);
  foothold_board_saving_update_actions (self);
  foothold_board_search_set_store (self->search, self->store);
}

static void
foothold_board_view_dispose (GObject *object)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (object);

  g_clear_handle_id (&self->asking, g_source_remove);
  g_clear_handle_id (&self->making_page, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_BOARD_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->marks);
  g_clear_object (&self->columns);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_board_view_parent_class)->dispose (object);
}

static GMenuModel *
make_more_menu (gpointer user_data)
{
  FootholdBoardView *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) picking = g_menu_new ();

  g_menu_append_section (menu, NULL, self->more_menu);
  if (!gtk_widget_get_visible (self->select_button))
    {
      g_menu_append (picking, _ ("Select Several"), "board.picking");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (picking));
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
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
  properties[PROP_REVERSED] =
    g_param_spec_boolean ("reversed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVERSED_ORDERS] =
    g_param_spec_boxed ("reversed-orders", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] =
    g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PICKING] =
    g_param_spec_boolean ("picking", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", FOOTHOLD_TYPE_BOARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_POSTING_PASTED] = g_signal_new ("posting-pasted", FOOTHOLD_TYPE_BOARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (FOOTHOLD_TYPE_BOARD_SEARCH);
  g_type_ensure (FOOTHOLD_TYPE_BOARD_STATES);
  g_type_ensure (FOOTHOLD_TYPE_RECYCLER);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_CARD);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_LINE);
  g_type_ensure (FOOTHOLD_TYPE_LINE_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, more_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, select_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, more_menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, split);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, search);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, lists);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, cards);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, lines);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, head);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, list_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardView, page_place);
  gtk_widget_class_bind_template_callback (widget_class, search_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);

  gtk_widget_class_install_action (widget_class, "board.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "board.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "opportunity.edit", NULL, edit_cb);
  gtk_widget_class_install_property_action (widget_class, "board.show", "show");
  foothold_opportunity_actions_install (widget_class, TRUE);
  foothold_board_list_install (widget_class);
  foothold_board_order_install (widget_class);
  foothold_board_picking_install (widget_class);
  foothold_board_saving_install (widget_class);
  foothold_board_table_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "board.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "board.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "opportunity.edit", NULL);
}

static void
foothold_board_view_init (FootholdBoardView *self)
{
  self->marks = foothold_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_func (self->more_button, make_more_menu, self);
  self->list = self->cards;
  foothold_recycler_set_delete_action (self->cards, "opportunity.delete");
  foothold_recycler_set_delete_action (self->lines, "opportunity.delete");
  foothold_opportunity_actions_update (GTK_WIDGET (self), NULL);
}
