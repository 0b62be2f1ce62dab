/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-columns-menu.h"

#include <glib/gi18n.h>

static void
toggled_cb (GtkCheckButton *check, FootholdColumns *columns)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "column"));

  foothold_columns_set_shown (columns, column, gtk_check_button_get_active (check));
}

static GtkWidget *
make_popover (FootholdColumns *columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < foothold_columns_get_n (columns); i++)
    {
      const FootholdColumn *column = foothold_columns_get (columns, i);
      GtkWidget *check;

      if (column->fixed)
        continue;
      check = gtk_check_button_new_with_label (_ (column->title));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), foothold_columns_is_shown (columns, i));
      g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), columns, G_CONNECT_DEFAULT);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* Made when it is opened: by then the columns are those of the settings. */
static void
make_popover_cb (GtkMenuButton *button, gpointer columns)
{
  gtk_menu_button_set_popover (button, make_popover (columns));
}

void
foothold_columns_menu_connect (GtkMenuButton *button, FootholdColumns *columns)
{
  gtk_menu_button_set_create_popup_func (button, make_popover_cb, g_object_ref (columns), g_object_unref);
}
