// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view-private.h"

#include "widgets/foothold-columns-menu.h"

/*
 * Cards or a table: two lists of which one at a time has the model, so that the other costs nothing. What is selected
 * and what is picked goes over with it.
 */

#define CARDS_FRACTION 0.45
#define CARDS_MOST 520
#define TABLE_FRACTION 0.62
#define TABLE_MOST 1600

gboolean
foothold_board_table_get_active (FootholdBoardView *self)
{
  return self->list == self->lines;
}

/* The lines come with the next frame: the keys wait for them. */
static gboolean
focus_list_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  FootholdBoardView *self = user_data;

  return GTK_WIDGET (self->list) == list && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0
             && !gtk_widget_grab_focus (list)
           ? G_SOURCE_CONTINUE
           : G_SOURCE_REMOVE;
}

void
foothold_board_table_set_active (FootholdBoardView *self, gboolean active)
{
  FootholdRecycler *old = self->list;
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (old)) != NULL;

  if (active == foothold_board_table_get_active (self))
    return;

  self->list = active ? self->lines : self->cards;
  adw_navigation_split_view_set_max_sidebar_width (self->split, active ? TABLE_MOST : CARDS_MOST);
  adw_navigation_split_view_set_sidebar_width_fraction (self->split, active ? TABLE_FRACTION : CARDS_FRACTION);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), active);
  if (self->model != NULL)
    {
      const guint at = self->selected_id != 0
                         ? foothold_window_list_find (self->model, self->selected_id, self->selected_at)
                         : G_MAXUINT;

      foothold_recycler_set_marks (old, NULL, NULL);
      foothold_recycler_set_model (old, NULL);
      foothold_board_list_connect (self);
      foothold_board_picking_connect (self);
      foothold_recycler_set_selected (self->list, at);
    }
  gtk_stack_set_visible_child_name (self->lists, active ? "table" : "cards");
  if (had_focus)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), focus_list_cb, self, NULL);
  g_object_notify (G_OBJECT (self), "table");
}

char **
foothold_board_table_dup_columns (FootholdBoardView *self)
{
  return self->columns != NULL ? foothold_columns_dup_names (self->columns) : NULL;
}

void
foothold_board_table_set_columns (FootholdBoardView *self, const char *const *names)
{
  if (self->columns != NULL)
    foothold_columns_set_names (self->columns, names);
}

static void
columns_changed_cb (FootholdBoardView *self)
{
  foothold_recycler_forget_sizes (self->lines);
  g_object_notify (G_OBJECT (self), "columns");
}

void
foothold_board_table_construct (FootholdBoardView *self)
{
  self->columns = foothold_opportunity_line_ref_columns ();
  foothold_columns_menu_connect (self->columns_button, self->columns);
  foothold_line_head_set_columns (self->head, self->columns, "board.sort");
  foothold_board_order_show (self);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
}

void
foothold_board_table_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "board.table", "table");
}
