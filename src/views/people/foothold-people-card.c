// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-card.h"

#include "views/people/foothold-people-view-private.h"

void
foothold_people_card_append_name (GString *name, GtkLabel *label)
{
  if (*gtk_label_get_text (label) != '\0')
    g_string_append_printf (name, ", %s", gtk_label_get_text (label));
}

void
foothold_people_card_set_class (GtkLabel *label, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

void
foothold_people_card_deed (GtkWidget *card, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (card, "list.select", NULL);
  gtk_widget_activate_action (gtk_widget_get_parent (card), action_name, NULL);
}

void
foothold_people_card_install (GtkWidgetClass *widget_class,
                              GtkWidgetActionActivateFunc popup,
                              const char *delete_action)
{
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  /* A menu shows the key that was bound last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, delete_action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, delete_action, NULL);
}

gboolean
foothold_people_card_is_writable (GtkWidget *card)
{
  GtkWidget *view = gtk_widget_get_ancestor (card, FOOTHOLD_TYPE_PEOPLE_VIEW);

  return view != NULL && foothold_people_view_is_writable (FOOTHOLD_PEOPLE_VIEW (view));
}

void
foothold_people_card_present_menus (GtkWidget *card)
{
  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}
