// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-item.h"

#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-menu.h"

typedef struct
{
  GSignalGroup *record;
} FootholdApplicationItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FootholdApplicationItem, foothold_application_item, FOOTHOLD_TYPE_RECYCLER_ROW)

static FootholdTrackerView *
find_view (FootholdApplicationItem *self)
{
  return FOOTHOLD_TRACKER_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_TRACKER_VIEW));
}

const FootholdApplicationRow *
foothold_application_item_peek_row (FootholdApplicationItem *self)
{
  FootholdApplicationRecord *item;

  g_return_val_if_fail (FOOTHOLD_IS_APPLICATION_ITEM (self), NULL);

  item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));
  return item != NULL ? foothold_application_record_peek (item) : NULL;
}

gint64
foothold_application_item_get_id (FootholdApplicationItem *self)
{
  FootholdRecord *item;

  g_return_val_if_fail (FOOTHOLD_IS_APPLICATION_ITEM (self), 0);

  item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));
  return item != NULL ? foothold_record_get_id (item) : 0;
}

void
foothold_application_item_update (FootholdApplicationItem *self)
{
  const FootholdApplicationRow *row;

  g_return_if_fail (FOOTHOLD_IS_APPLICATION_ITEM (self));

  row = foothold_application_item_peek_row (self);
  foothold_tracker_view_update_deeds (GTK_WIDGET (self), row);
  FOOTHOLD_APPLICATION_ITEM_GET_CLASS (self)->show (self, row);
}

static void
foothold_application_item_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdApplicationItem *self = FOOTHOLD_APPLICATION_ITEM (row);
  FootholdApplicationItemPrivate *priv = foothold_application_item_get_instance_private (self);

  g_signal_group_set_target (priv->record, item);
  if (item != NULL)
    foothold_application_item_update (self);
}

/* ---- what is done to it ---- */

void
foothold_application_item_deed (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdApplicationItem *self = FOOTHOLD_APPLICATION_ITEM (widget);
  FootholdTrackerView *view = find_view (self);

  gtk_widget_activate_action (widget, "list.select", NULL);
  if (g_str_equal (action_name, "application.show-posting"))
    {
      const FootholdApplicationRow *row = foothold_application_item_peek_row (self);

      if (row != NULL)
        gtk_widget_activate_action (widget, "win.open-opportunity", "x", row->opportunity);
    }
  else if (view != NULL && foothold_application_item_get_id (self) != 0)
    foothold_tracker_view_act (view, action_name, foothold_application_item_get_id (self));
}

/* “To the left” is what one sees, whichever way the language runs. */
static gboolean
sideways_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const gboolean left = g_variant_get_boolean (args);
  const gboolean on = left == (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  gtk_widget_activate_action (widget, on ? "application.move-on" : "application.move-back", NULL);
  return TRUE;
}

/* ---- the menu ---- */

void
foothold_application_item_popup (FootholdApplicationItem *self, double x, double y)
{
  FootholdTrackerView *view;
  const FootholdApplicationRow *row;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (FOOTHOLD_IS_APPLICATION_ITEM (self));

  view = find_view (self);
  row = foothold_application_item_peek_row (self);
  if (row == NULL || view == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  menu = foothold_tracker_view_new_menu (view, row);
  foothold_menu_popup (GTK_WIDGET (self), menu, x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_application_item_popup (FOOTHOLD_APPLICATION_ITEM (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdApplicationItem *self, int n_press, double x, double y)
{
  foothold_application_item_popup (self, x, y);
}

static void
long_pressed_cb (FootholdApplicationItem *self, double x, double y)
{
  foothold_application_item_popup (self, x, y);
}

/* ---- the object ---- */

static void
foothold_application_item_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  GTK_WIDGET_CLASS (foothold_application_item_parent_class)->size_allocate (widget, width, height, baseline);

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
foothold_application_item_dispose (GObject *object)
{
  FootholdApplicationItemPrivate *priv =
    foothold_application_item_get_instance_private (FOOTHOLD_APPLICATION_ITEM (object));

  g_clear_object (&priv->record);

  G_OBJECT_CLASS (foothold_application_item_parent_class)->dispose (object);
}

static void
foothold_application_item_class_init (FootholdApplicationItemClass *klass)
{
  static const char *const deeds[] = {
    "application.open",          "application.move-back", "application.move-on",  "application.archive",
    "application.delete",        "application.send",      "application.withdraw", "application.decline",
    "application.no-answer",     "application.accept",    "application.mark",     "application.show-posting",
    "application.decline-offer", "application.follow-up", "application.tailor",   "application.prepare",
    "application.unarchive",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_application_item_dispose;
  widget_class->size_allocate = foothold_application_item_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_application_item_bind;

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i], NULL, foothold_application_item_deed);
  foothold_tracker_view_install_states (widget_class, foothold_application_item_deed);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, sideways_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, sideways_cb, "b",
                                FALSE);
  /* A menu shows the key that was bound last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "application.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "application.delete", NULL);
}

static void
foothold_application_item_init (FootholdApplicationItem *self)
{
  FootholdApplicationItemPrivate *priv = foothold_application_item_get_instance_private (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  priv->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (priv->record, "changed", G_CALLBACK (foothold_application_item_update), self);
}
