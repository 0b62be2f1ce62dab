// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view-private.h"

#include "model/foothold-comparison.h"
#include "views/board/foothold-comparison-dialog.h"
#include "views/board/foothold-opportunity-actions.h"
#include "views/board/foothold-unite-dialog.h"

/*
 * Several opportunities at once. While they are picked, the actions of the board are about them and not about what is
 * open; the bar below the list counts them. What leaves the list is not picked any more: nothing is ever done to what
 * one does not see.
 */

static gint64
id_at (GListModel *model, guint position)
{
  return foothold_window_list_get_id (FOOTHOLD_WINDOW_LIST (model), position);
}

gboolean
foothold_board_picking_get_active (FootholdBoardView *self)
{
  return foothold_marks_get_active (self->marks);
}

void
foothold_board_picking_set_active (FootholdBoardView *self, gboolean active)
{
  foothold_marks_set_active (self->marks, active);
}

GArray *
foothold_board_view_dup_picked (FootholdBoardView *self)
{
  gsize n;
  const gint64 *ids;

  g_return_val_if_fail (FOOTHOLD_IS_BOARD_VIEW (self), NULL);

  if (self->model == NULL || !foothold_marks_get_active (self->marks))
    return NULL;

  ids = foothold_window_list_get_ids (self->model, &n);
  return foothold_marks_list (self->marks, ids, n);
}

/* As many as stand side by side. */
static gboolean
is_comparable (FootholdBoardView *self)
{
  const guint n = foothold_marks_get_n (self->marks);

  return foothold_marks_get_active (self->marks) && n >= FOOTHOLD_COMPARED_LEAST && n <= FOOTHOLD_COMPARED_MOST;
}

void
foothold_board_picking_update_actions (FootholdBoardView *self)
{
  const gboolean picking = foothold_marks_get_active (self->marks);

  if (picking)
    foothold_opportunity_actions_update_many (GTK_WIDGET (self), foothold_marks_get_n (self->marks) > 0);
  else
    foothold_opportunity_actions_update (GTK_WIDGET (self),
                                         foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.pick-none", picking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.compare", is_comparable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.merge",
                                 is_comparable (self) && !foothold_store_get_read_only (self->store));
}

/* Keys that were in the bar go back to the list before it is gone. */
static void
keep_focus (FootholdBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && self->bar != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ensure_bar (FootholdBoardView *self)
{
  if (self->bar != NULL)
    return;

  self->bar = g_object_new (FOOTHOLD_TYPE_SELECTION_BAR, NULL);
  foothold_selection_bar_set_marks (self->bar, self->marks);
  adw_toolbar_view_add_bottom_bar (self->list_page, GTK_WIDGET (self->bar));
}

static void
active_cb (FootholdBoardView *self)
{
  if (foothold_marks_get_active (self->marks))
    ensure_bar (self);
  else
    keep_focus (self);
  foothold_opportunity_line_show_marks (foothold_marks_get_active (self->marks));
  g_object_notify (G_OBJECT (self), "picking");
}

void
foothold_board_picking_follow (FootholdBoardView *self)
{
  const guint n_before = foothold_marks_get_n (self->marks);
  gsize n;
  const gint64 *ids = foothold_window_list_get_ids (self->model, &n);

  if (n_before == 0)
    return;

  foothold_marks_keep (self->marks, ids, n);
  /* What was picked was done with. */
  if (foothold_marks_get_n (self->marks) == 0)
    foothold_marks_set_active (self->marks, FALSE);
}

static void
pick_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_recycler_mark_all (FOOTHOLD_BOARD_VIEW (widget)->list);
}

static void
pick_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_marks_set_active (FOOTHOLD_BOARD_VIEW (widget)->marks, FALSE);
}

/* One of several was settled on: it is shown, and the others are let go. */
static void
settled_cb (FootholdBoardView *self, gint64 id)
{
  foothold_marks_set_active (self->marks, FALSE);
  foothold_board_view_open (self, id);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
compare_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);
  g_autoptr (GArray) ids = foothold_board_view_dup_picked (self);
  AdwDialog *dialog = foothold_comparison_dialog_new (self->store, ids);

  g_signal_connect_object (dialog, "open", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
merge_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardView *self = FOOTHOLD_BOARD_VIEW (widget);
  g_autoptr (GArray) ids = foothold_board_view_dup_picked (self);
  AdwDialog *dialog = foothold_unite_dialog_new (widget, self->store, ids);

  g_signal_connect_object (dialog, "merged", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
foothold_board_picking_connect (FootholdBoardView *self)
{
  foothold_recycler_set_marks (self->list, self->marks, id_at);
}

void
foothold_board_picking_construct (FootholdBoardView *self)
{
  foothold_board_picking_connect (self);
  g_signal_connect_object (self->marks, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (foothold_board_picking_update_actions), self,
                           G_CONNECT_SWAPPED);
  foothold_board_picking_update_actions (self);
}

void
foothold_board_picking_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "board.picking", "picking");
  gtk_widget_class_install_action (widget_class, "board.pick-all", NULL, pick_all_cb);
  gtk_widget_class_install_action (widget_class, "board.pick-none", NULL, pick_none_cb);
  gtk_widget_class_install_action (widget_class, "board.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "board.merge", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "board.pick-none", NULL);
}
