// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-figure-table.h"

#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

#define COLUMNS "foothold-columns"

static GtkWidget *
row_new (FootholdColumns *columns)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_widget_set_layout_manager (row, foothold_column_layout_new (columns));
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  return row;
}

static void
add_cell (GtkWidget *row, guint column, const char *text, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", column == 0 ? 0.0 : 1.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "single-line-mode", TRUE, "accessible-role", role, NULL);

  foothold_label_set_text (GTK_LABEL (label), text);
  if (column == 0)
    gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
  else
    gtk_widget_add_css_class (label, "numeric");
  if (role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER)
    gtk_widget_add_css_class (label, "field-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_box_append (GTK_BOX (row), label);
}

GtkWidget *
foothold_figure_table_new (FootholdColumns *columns, const char *title)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  GtkWidget *head;

  foothold_columns_fit_heads (columns);
  head = row_new (columns);
  for (guint i = 0; i < foothold_columns_get_n (columns); i++)
    add_cell (head, i, _ (foothold_columns_get (columns, i)->title), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_box_append (GTK_BOX (table), head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (table), COLUMNS, g_object_ref (columns), g_object_unref);
  return table;
}

void
foothold_figure_table_add (GtkWidget *table, const char *const *cells)
{
  FootholdColumns *columns = g_object_get_data (G_OBJECT (table), COLUMNS);
  GtkWidget *row;

  g_return_if_fail (columns != NULL);

  row = row_new (columns);
  for (guint i = 0; i < foothold_columns_get_n (columns); i++)
    add_cell (row, i, cells[i], i == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_CELL);
  gtk_box_append (GTK_BOX (table), row);
}

void
foothold_figure_table_clear (GtkWidget *table)
{
  GtkWidget *head = gtk_widget_get_first_child (table), *row;

  while ((row = gtk_widget_get_next_sibling (head)) != NULL)
    gtk_box_remove (GTK_BOX (table), row);
}
