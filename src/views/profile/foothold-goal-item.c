// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One goal of the list; its rank is its place. */

#define G_LOG_DOMAIN "foothold-goal-item"

#include "foothold-goal-item.h"

#include "rules/foothold-lists.h"

#include <glib/gi18n.h>

struct _FootholdGoalItem
{
  AdwActionRow parent_instance;
  FootholdProfile *profile;
  FootholdGoalRow *row;
  gint64 id;
  guint place, n_goals;
  GtkWidget *up_button, *down_button;
};

G_DEFINE_FINAL_TYPE (FootholdGoalItem, foothold_goal_item, ADW_TYPE_ACTION_ROW)

static void
move_to (FootholdGoalItem *self, guint place)
{
  /* Translators: said to screen readers after a goal was moved; %s is the goal, %u its new place */
  g_autofree char *said = g_strdup_printf (_ ("%s is now goal %u"), self->row->title, place + 1);
  foothold_profile_move (self->profile, _ ("Move Goal"), self->row, place);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
moved_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdGoalItem *self = FOOTHOLD_GOAL_ITEM (widget);
  if (self->place > 0)
    move_to (self, self->place - 1);
}

static void
moved_down (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdGoalItem *self = FOOTHOLD_GOAL_ITEM (widget);
  if (self->place + 1 < self->n_goals)
    move_to (self, self->place + 1);
}

static void
opened (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* As a click does: the list hears of it. */
  gtk_widget_activate (widget);
}

/* What is carried is the goal's id: the row may be gone when it is dropped. */
static GdkContentProvider *
drag_prepared (FootholdGoalItem *self)
{
  return gdk_content_provider_new_typed (FOOTHOLD_TYPE_GOAL_ITEM, self);
}

static void
drag_began (FootholdGoalItem *self, GdkDrag *drag)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->row->title);
  gtk_widget_set_size_request (list, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), list);
}

static gboolean
dropped (FootholdGoalItem *self, const GValue *value)
{
  FootholdGoalItem *other = g_value_get_object (value);
  if (other == self || other->profile != self->profile)
    return FALSE;
  move_to (other, self->place);
  return TRUE;
}

gint64
foothold_goal_item_get_id (FootholdGoalItem *self)
{
  return self->id;
}

void
foothold_goal_item_update (FootholdGoalItem *self, FootholdGoalRow *row, guint place, guint n_goals)
{
  g_autoptr (GString) targets = g_string_new (NULL);
  GPtrArray *all = foothold_profile_get_targets (self->profile);

  foothold_row_ref (row);
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = row;
  self->place = place;
  self->n_goals = n_goals;
  for (guint i = 0; i < all->len; i++)
    {
      const FootholdGoalTargetRow *target = g_ptr_array_index (all, i);
      if (target->goal != self->id)
        continue;
      if (targets->len > 0)
        g_string_append (targets, " · ");
      if (g_str_equal (target->kind, "area"))
        g_string_append (targets, foothold_list_name (&foothold_areas, target->value));
      else if (g_str_equal (target->kind, "industry"))
        g_string_append (targets, foothold_list_name (&foothold_industries, target->value));
      else
        g_string_append (targets, target->value);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), row->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), targets->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goal.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goal.move-down", place + 1 < n_goals);

  /* Translators: a goal for screen readers, "Goal 1: Data analyst" */
  g_autofree char *name = g_strdup_printf (_ ("Goal %u: %s"), place + 1, row->title);
  g_autofree char *up = g_strdup_printf (_ ("Move Up %s"), row->title);
  g_autofree char *down = g_strdup_printf (_ ("Move Down %s"), row->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->up_button), GTK_ACCESSIBLE_PROPERTY_LABEL, up, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->down_button), GTK_ACCESSIBLE_PROPERTY_LABEL, down, -1);
}

GtkWidget *
foothold_goal_item_new (FootholdProfile *profile, gint64 id)
{
  FootholdGoalItem *self = g_object_new (FOOTHOLD_TYPE_GOAL_ITEM, NULL);
  self->profile = g_object_ref (profile);
  self->id = id;
  return GTK_WIDGET (self);
}

static void
foothold_goal_item_dispose (GObject *object)
{
  FootholdGoalItem *self = FOOTHOLD_GOAL_ITEM (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_GOAL_ITEM);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->row, foothold_row_unref);
  G_OBJECT_CLASS (foothold_goal_item_parent_class)->dispose (object);
}

static void
foothold_goal_item_class_init (FootholdGoalItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = foothold_goal_item_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-goal-item.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalItem, up_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdGoalItem, down_button);
  gtk_widget_class_install_action (widget_class, "goal.move-up", NULL, moved_up);
  gtk_widget_class_install_action (widget_class, "goal.move-down", NULL, moved_down);
  gtk_widget_class_install_action (widget_class, "goal.open", NULL, opened);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "goal.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "goal.move-down",
                                       NULL);
}

static void
foothold_goal_item_init (FootholdGoalItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  GtkDragSource *source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepared), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_began), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  GtkDropTarget *target = gtk_drop_target_new (FOOTHOLD_TYPE_GOAL_ITEM, GDK_ACTION_MOVE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
