// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-item.h"

#include "model/foothold-opportunity.h"
#include "views/board/foothold-board-view.h"
#include "views/board/foothold-opportunity-actions.h"
#include "widgets/foothold-menu.h"

#include <glib/gi18n.h>

typedef struct
{
  GSignalGroup *record;
} FootholdOpportunityItemPrivate;

static void holder_iface_init (FootholdOpportunityHolderInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FootholdOpportunityItem,
                                  foothold_opportunity_item,
                                  FOOTHOLD_TYPE_RECYCLER_ROW,
                                  G_ADD_PRIVATE (FootholdOpportunityItem)
                                    G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_OPPORTUNITY_HOLDER, holder_iface_init))

static FootholdStore *
get_store (FootholdOpportunityHolder *holder)
{
  GtkWidget *board = gtk_widget_get_ancestor (GTK_WIDGET (holder), FOOTHOLD_TYPE_BOARD_VIEW);

  return board != NULL ? foothold_board_view_get_store (FOOTHOLD_BOARD_VIEW (board)) : NULL;
}

static const FootholdOpportunityRow *
peek_row (FootholdOpportunityHolder *holder)
{
  FootholdOpportunity *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (holder));

  return item != NULL ? foothold_opportunity_peek (item) : NULL;
}

/* What is done to one of several that are picked is done to all of them. */
static GArray *
dup_ids (FootholdOpportunityHolder *holder)
{
  GtkWidget *board = foothold_recycler_row_get_marked (FOOTHOLD_RECYCLER_ROW (holder))
                       ? gtk_widget_get_ancestor (GTK_WIDGET (holder), FOOTHOLD_TYPE_BOARD_VIEW)
                       : NULL;

  return board != NULL ? foothold_board_view_dup_picked (FOOTHOLD_BOARD_VIEW (board)) : NULL;
}

static void
holder_iface_init (FootholdOpportunityHolderInterface *iface)
{
  iface->get_store = get_store;
  iface->peek_row = peek_row;
  iface->dup_ids = dup_ids;
}

const FootholdOpportunityRow *
foothold_opportunity_item_peek_row (FootholdOpportunityItem *self)
{
  return peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (self));
}

static void
update_actions (FootholdOpportunityItem *self)
{
  if (foothold_recycler_row_get_marked (FOOTHOLD_RECYCLER_ROW (self)))
    foothold_opportunity_actions_update_many (GTK_WIDGET (self), TRUE);
  else
    foothold_opportunity_actions_update (GTK_WIDGET (self), foothold_opportunity_item_peek_row (self));
}

static void
update (FootholdOpportunityItem *self)
{
  const FootholdOpportunityRow *row = foothold_opportunity_item_peek_row (self);

  FOOTHOLD_OPPORTUNITY_ITEM_GET_CLASS (self)->show (self, row);
  if (row != NULL)
    update_actions (self);
}

static void
foothold_opportunity_item_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdOpportunityItem *self = FOOTHOLD_OPPORTUNITY_ITEM (row);
  FootholdOpportunityItemPrivate *priv = foothold_opportunity_item_get_instance_private (self);

  g_signal_group_set_target (priv->record, item);
  if (item != NULL)
    update (self);
}

static void
foothold_opportunity_item_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  update_actions (FOOTHOLD_OPPORTUNITY_ITEM (row));
}

/* ---- the star ---- */

static void
star_clicked_cb (FootholdOpportunityItem *self, GtkToggleButton *star)
{
  const FootholdOpportunityRow *row = foothold_opportunity_item_peek_row (self);

  gtk_toggle_button_set_active (star, row != NULL && row->starred == 1);
  gtk_widget_activate_action (GTK_WIDGET (self), "opportunity.star", NULL);
}

/* GTK asks the display server about the pointer whenever the text of a tooltip is set: too dear for rows that are bound
 * again at each key. */
static gboolean
star_tooltip_cb (GtkWidget *star, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, _ ("Star"));
  return TRUE;
}

void
foothold_opportunity_item_connect_star (FootholdOpportunityItem *self, GtkToggleButton *star)
{
  g_signal_connect_object (star, "clicked", G_CALLBACK (star_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (star, "query-tooltip", G_CALLBACK (star_tooltip_cb), NULL);
}

void
foothold_opportunity_item_show_star (GtkToggleButton *star, const FootholdOpportunityRow *row)
{
  const gboolean starred = row->starred == 1;
  const char *icon = starred ? "foothold-star-symbolic" : "foothold-star-outline-symbolic";

  gtk_toggle_button_set_active (star, starred);
  if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (star)), icon) != 0)
    gtk_button_set_icon_name (GTK_BUTTON (star), icon);
}

/* ---- the menu ---- */

static void
popup (FootholdOpportunityItem *self, double x, double y)
{
  const FootholdOpportunityRow *row = foothold_opportunity_item_peek_row (self);
  g_autoptr (GMenuModel) menu = NULL;

  if (row == NULL)
    return;

  menu = foothold_recycler_row_get_marked (FOOTHOLD_RECYCLER_ROW (self)) ? foothold_opportunity_actions_menu_many ()
                                                                         : foothold_opportunity_actions_menu (row);
  foothold_menu_popup (GTK_WIDGET (self), menu, x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  popup (FOOTHOLD_OPPORTUNITY_ITEM (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdOpportunityItem *self, int n_press, double x, double y)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdOpportunityItem *self, double x, double y)
{
  menu_pressed_cb (self, 1, x, y);
}

static void
foothold_opportunity_item_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  GTK_WIDGET_CLASS (foothold_opportunity_item_parent_class)->size_allocate (widget, width, height, baseline);

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
foothold_opportunity_item_dispose (GObject *object)
{
  FootholdOpportunityItemPrivate *priv =
    foothold_opportunity_item_get_instance_private (FOOTHOLD_OPPORTUNITY_ITEM (object));

  g_clear_object (&priv->record);

  G_OBJECT_CLASS (foothold_opportunity_item_parent_class)->dispose (object);
}

static void
foothold_opportunity_item_class_init (FootholdOpportunityItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_opportunity_item_dispose;
  widget_class->size_allocate = foothold_opportunity_item_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_opportunity_item_bind;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_opportunity_item_show_mark;

  foothold_opportunity_actions_install (widget_class, FALSE);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  /* A menu shows the key that was bound last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "opportunity.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "opportunity.delete", NULL);
}

static void
foothold_opportunity_item_init (FootholdOpportunityItem *self)
{
  FootholdOpportunityItemPrivate *priv = foothold_opportunity_item_get_instance_private (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  priv->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (priv->record, "changed", G_CALLBACK (update), self);
  foothold_opportunity_actions_update (GTK_WIDGET (self), NULL);
}
