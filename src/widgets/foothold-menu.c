/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-menu.h"

#include "widgets/foothold-menu-names.h"

char *
foothold_menu_dup_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

/* ---- on a widget ---- */

static gboolean
drop_popover_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* The action of the chosen item runs after "closed": the popover must outlive this call. */
static void
closed_cb (GtkWidget *popover, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

void
foothold_menu_popup (GtkWidget *widget, GMenuModel *menu, double x, double y)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  foothold_menu_names_follow_popover (GTK_POPOVER (popover));
  gtk_widget_set_parent (popover, widget);
  if (x >= 0 && y >= 0)
    {
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
      gtk_widget_set_halign (popover, GTK_ALIGN_START);
      gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
    }
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* ---- of a button ---- */

typedef struct
{
  FootholdMenuFunc func;
  gpointer user_data;
} Maker;

static gboolean
drop_menu_cb (gpointer popover)
{
  GtkWidget *button = gtk_widget_get_ancestor (popover, GTK_TYPE_MENU_BUTTON);

  if (button != NULL && !gtk_widget_get_visible (popover)
      && (gpointer) gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) == popover)
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), NULL);

  return G_SOURCE_REMOVE;
}

static void
button_closed_cb (GtkWidget *popover, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (popover), g_object_unref);
}

static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  const Maker *maker = user_data;
  g_autoptr (GMenuModel) menu = maker->func (maker->user_data);
  GtkPopover *popover;

  gtk_menu_button_set_menu_model (button, menu);
  popover = gtk_menu_button_get_popover (button);
  if (popover == NULL)
    return;

  foothold_menu_names_follow_popover (popover);
  g_signal_connect (popover, "closed", G_CALLBACK (button_closed_cb), NULL);
}

void
foothold_menu_button_set_func (GtkMenuButton *button, FootholdMenuFunc func, gpointer user_data)
{
  Maker *maker = g_new (Maker, 1);

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  *maker = (Maker) { func, user_data };
  gtk_menu_button_set_create_popup_func (button, make_menu, maker, g_free);
}

static GMenuModel *
give_menu (gpointer menu)
{
  return g_object_ref (menu);
}

void
foothold_menu_button_set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  foothold_menu_button_set_func (button, give_menu, menu);
  g_object_set_data_full (G_OBJECT (button), "foothold-menu", g_object_ref (menu), g_object_unref);
}
