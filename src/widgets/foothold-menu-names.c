// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Names for menu items; see the header for why they have none by themselves. */

#define G_LOG_DOMAIN "foothold-menu-names"

#include "foothold-menu-names.h"

static void
name_items (GtkWidget *widget)
{
  /* The class is private to GTK; its name and its property "text" are all that is reachable. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;
      g_object_get (widget, "text", &text, NULL);
      if (text != NULL)
        {
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
          gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static void
popover_mapped (GtkWidget *popover)
{
  name_items (popover);
}

void
foothold_menu_names_follow_popover (GtkPopover *popover)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_signal_connect (popover, "map", G_CALLBACK (popover_mapped), NULL);
}
