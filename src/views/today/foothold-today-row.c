// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-today-row.h"

#include "model/foothold-due-line.h"
#include "views/today/foothold-today-deeds.h"
#include "views/today/foothold-today-view.h"
#include "views/today/foothold-today-words.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-tooltip.h"

#include <glib/gi18n.h>

struct _FootholdTodayRow
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *heading;
  GtkImage *arrow;
  GtkLabel *group;
  GtkLabel *count;
  GtkWidget *body;
  GtkCheckButton *mark;
  GtkLabel *what;
  GtkLabel *when;
  GtkLabel *whom;
  GtkWidget *deeds;
  GtkButton *act;
  GtkWidget *menu;

  GSignalGroup *line;
};

G_DEFINE_FINAL_TYPE (FootholdTodayRow, foothold_today_row, FOOTHOLD_TYPE_RECYCLER_ROW)

static FootholdTodayView *
find_view (FootholdTodayRow *self)
{
  return FOOTHOLD_TODAY_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_TODAY_VIEW));
}

static const FootholdDueEntry *
peek (FootholdTodayRow *self)
{
  FootholdDueLine *line = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));

  return line != NULL ? foothold_due_line_peek (line) : NULL;
}

static void
show_heading (FootholdTodayRow *self, FootholdDueLine *line)
{
  const char *group = foothold_today_group (foothold_due_line_get_group (line));
  const guint n = foothold_due_line_get_n (line);
  const gboolean folded = foothold_due_line_get_folded (line);
  g_autofree char *count = g_strdup_printf ("%'u", n);
  /* Translators: a group of what is due as a screen reader says it: its name, how many it has */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), group, count);

  gtk_label_set_label (self->group, group);
  gtk_label_set_label (self->count, count);
  gtk_image_set_from_icon_name (self->arrow, folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

static void
show_urgency (FootholdTodayRow *self, const FootholdDueEntry *entry, gboolean urgent)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->when), "accent");
  gtk_widget_remove_css_class (GTK_WIDGET (self->when), "warning");
  if (urgent)
    gtk_widget_add_css_class (GTK_WIDGET (self->when),
                              entry->when.group == FOOTHOLD_DUE_OVERDUE ? "warning" : "accent");
}

static void
show_entry (FootholdTodayRow *self, const FootholdDueEntry *entry)
{
  gboolean urgent;
  const char *label;
  g_autofree char *what = foothold_today_what (entry, NULL);
  g_autofree char *when = foothold_today_when (entry, NULL, &urgent);
  g_autofree char *full = foothold_today_when_full (entry);
  g_autofree char *whom = foothold_today_whom (entry);
  g_autofree char *name = NULL;

  foothold_label_set_text (self->what, what);
  foothold_label_set_text (self->when, when);
  gtk_widget_set_visible (GTK_WIDGET (self->when), when != NULL);
  foothold_tooltip_set_text (GTK_WIDGET (self->when), full);
  show_urgency (self, entry, urgent);
  foothold_label_set_text (self->whom, whom);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), foothold_today_deed_of (entry, &label));
  gtk_button_set_label (self->act, label);

  /* Translators: what is due as a screen reader says it: what to do, for whom, the day */
  name = g_strdup_printf (_ ("%s, %s, %s"), gtk_label_get_text (self->what), gtk_label_get_text (self->whom),
                          full != NULL ? full : _ ("without a date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

void
foothold_today_row_set_narrow (FootholdTodayRow *self, gboolean narrow)
{
  g_return_if_fail (FOOTHOLD_IS_TODAY_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->act), !narrow);
}

static void
update (FootholdTodayRow *self)
{
  FootholdDueLine *line = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));
  const FootholdDueEntry *entry = peek (self);
  FootholdTodayView *view = find_view (self);

  const gboolean heading = line != NULL && entry == NULL;

  gtk_widget_set_visible (self->heading, heading);
  gtk_widget_set_visible (self->body, !heading);
  if (heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading-row");
  if (entry != NULL)
    show_entry (self, entry);
  else if (line != NULL)
    show_heading (self, line);
  foothold_today_deeds_update (GTK_WIDGET (self), entry, view == NULL || foothold_today_view_get_read_only (view));
}

static void
foothold_today_row_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdTodayRow *self = FOOTHOLD_TODAY_ROW (row);

  FootholdTodayView *view = find_view (self);

  foothold_today_row_set_narrow (self, view != NULL && foothold_today_view_get_narrow (view));
  g_signal_group_set_target (self->line, item);
  update (self);
}

static void
foothold_today_row_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  FootholdTodayRow *self = FOOTHOLD_TODAY_ROW (row);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), picking);
  gtk_check_button_set_active (self->mark, marked);
  /* what is done is done about all that are picked */
  gtk_widget_set_sensitive (self->deeds, !picking);
  FOOTHOLD_RECYCLER_ROW_CLASS (foothold_today_row_parent_class)->show_mark (row, picking, marked);
}

/* ---- what is done ---- */

static void
deed_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTodayView *view = find_view (FOOTHOLD_TODAY_ROW (widget));

  if (view == NULL)
    return;

  /* about this one, whatever is picked elsewhere */
  gtk_widget_activate_action (widget, "list.select", NULL);
  foothold_today_view_act (view, action_name, peek (FOOTHOLD_TODAY_ROW (widget)));
}

static void
popup (FootholdTodayRow *self, double x, double y)
{
  const FootholdDueEntry *entry = peek (self);
  g_autoptr (GMenuModel) menu = entry != NULL ? foothold_today_deeds_menu (entry) : NULL;

  if (menu != NULL)
    foothold_menu_popup (GTK_WIDGET (self), menu, x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "list.select", NULL);
  popup (FOOTHOLD_TODAY_ROW (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdTodayRow *self, int n_press, double x, double y)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdTodayRow *self, double x, double y)
{
  menu_pressed_cb (self, 1, x, y);
}

/* At the button, which may lie far from the row's middle. */
static void
menu_clicked_cb (FootholdTodayRow *self)
{
  graphene_point_t point;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  if (gtk_widget_compute_point (self->menu, GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (gtk_widget_get_width (self->menu) / 2.0f,
                                                      gtk_widget_get_height (self->menu)),
                                &point))
    popup (self, point.x, point.y);
}

/* ---- the object ---- */

static void
foothold_today_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  GTK_WIDGET_CLASS (foothold_today_row_parent_class)->size_allocate (widget, width, height, baseline);

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
foothold_today_row_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_TODAY_ROW (object)->line);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TODAY_ROW);

  G_OBJECT_CLASS (foothold_today_row_parent_class)->dispose (object);
}

static void
foothold_today_row_class_init (FootholdTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_today_row_dispose;
  widget_class->size_allocate = foothold_today_row_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_today_row_bind;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_today_row_show_mark;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, heading);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, group);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, count);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, mark);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, what);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, when);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, whom);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, deeds);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, act);
  gtk_widget_class_bind_template_child (widget_class, FootholdTodayRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);

  foothold_today_deeds_install (widget_class, deed_cb, TRUE);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
}

static void
foothold_today_row_init (FootholdTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->line = g_signal_group_new (FOOTHOLD_TYPE_DUE_LINE);
  g_signal_group_connect_swapped (self->line, "changed", G_CALLBACK (update), self);
  foothold_today_deeds_update (GTK_WIDGET (self), NULL, TRUE);
}
