// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view-private.h"

#include "views/board/foothold-board-words.h"

/* What the list is ordered by, and which way round. Each order remembers its own way. */

gboolean
foothold_board_order_get_reversed (FootholdBoardView *self)
{
  return (self->reversed & (1u << self->order)) != 0;
}

void
foothold_board_order_show (FootholdBoardView *self)
{
  foothold_line_head_set_order (self->head, foothold_board_order_names[self->order],
                                foothold_board_order_get_reversed (self));
}

static void
set_reversed (FootholdBoardView *self, guint reversed)
{
  const guint changed = self->reversed ^ reversed;

  if (changed == 0)
    return;

  self->reversed = reversed;
  g_object_notify (G_OBJECT (self), "reversed-orders");
  if ((changed & (1u << self->order)) == 0)
    return;

  foothold_board_list_ask (self);
  foothold_board_order_show (self);
  g_object_notify (G_OBJECT (self), "reversed");
}

void
foothold_board_order_set_reversed (FootholdBoardView *self, gboolean reversed)
{
  const guint own = 1u << self->order;

  set_reversed (self, reversed ? self->reversed | own : self->reversed & ~own);
}

char **
foothold_board_order_dup_reversed (FootholdBoardView *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; foothold_board_order_names[i] != NULL; i++)
    if (self->reversed & (1u << i))
      g_strv_builder_add (names, foothold_board_order_names[i]);
  return g_strv_builder_end (names);
}

void
foothold_board_order_set_all_reversed (FootholdBoardView *self, const char *const *names)
{
  guint reversed = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint order;

      if (foothold_board_find_name (foothold_board_order_names, names[i], &order))
        reversed |= 1u << order;
    }
  set_reversed (self, reversed);
}

/* A head of the table: its order, and where that is the order already, the other way round. */
static void
sort_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, foothold_board_order_names[self->order]))
    foothold_board_order_set_reversed (self, !foothold_board_order_get_reversed (self));
  else
    g_object_set (self, "order", name, NULL);
  foothold_line_head_announce (self->head);
}

void
foothold_board_order_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "board.order", "order");
  gtk_widget_class_install_property_action (widget_class, "board.reversed", "reversed");
  gtk_widget_class_install_action (widget_class, "board.sort", "s", sort_cb);
}
