// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-view-private.h"

#include "model/foothold-opportunity.h"
#include "store/foothold-opportunity-store.h"
#include "widgets/foothold-before-frame.h"

/* The question, the list that answers it, and what is selected in it, kept by id through whatever happens to it. */

static const char *const joined_tables[] = { "organisation",  "person", "opportunity_tag", "place", "profile",
                                             "exchange_rate", NULL };

static const FootholdWindowSource source = {
  .get_item_type = foothold_opportunity_get_type,
  .table = "opportunity",
  .others = joined_tables,
  .derived = "judgement",
  .list_ids = foothold_opportunity_list_ids,
  .load = foothold_opportunity_load_rows,
};

static guint
locate_record (GListModel *model, gpointer item, guint hint)
{
  const guint at = foothold_window_list_find (FOOTHOLD_WINDOW_LIST (model), foothold_record_get_id (item), hint);

  return at != G_MAXUINT ? at : GTK_INVALID_LIST_POSITION;
}

void
foothold_board_list_ask (FootholdBoardView *self)
{
  g_autoptr (FootholdQuery) query =
    foothold_query_new (foothold_board_search_get_text (self->search), self->order, self->show);

  query->reversed = foothold_board_order_get_reversed (self);
  self->new_question = TRUE;
  foothold_window_list_set_query (self->model, query);
}

static gboolean
ask_cb (gpointer user_data)
{
  FootholdBoardView *self = user_data;

  self->asking = 0;
  foothold_board_list_ask (self);

  return G_SOURCE_REMOVE;
}

static void
ask_soon (FootholdBoardView *self)
{
  foothold_board_saving_update_actions (self);
  foothold_before_frame (&self->asking, ask_cb, self);
}

/* The page follows the selection; an empty selection leaves it where it is. */
void
foothold_board_list_take_selected (FootholdBoardView *self)
{
  const guint at = foothold_recycler_get_selected (self->list);

  if (at == GTK_INVALID_LIST_POSITION)
    return;

  self->selected_at = at;
  self->selected_id = foothold_window_list_get_id (self->model, at);
  foothold_opportunity_page_show (foothold_board_view_get_page (self), self->selected_id);
}

/* Keys that were in a list which is empty now, or are to be in the one that was asked for, must not land anywhere. */
static void
place_focus (FootholdBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean lost = root != NULL && gtk_root_get_focus (root) == NULL;

  if (self->focus_answer || (lost && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focus_answer = FALSE;
}

/* Also when the answer is the same as the one before: then nothing changes in the list. */
static void
answered_cb (FootholdBoardView *self)
{
  if (foothold_window_list_get_loading (self->model))
    return;

  /* What another view does not have is not open beside it. */
  if (self->new_view && self->selected_id != 0 && foothold_window_list_get_error (self->model) == NULL
      && foothold_window_list_find (self->model, self->selected_id, self->selected_at) == G_MAXUINT)
    foothold_board_view_open (self, 0);
  self->new_view = FALSE;
  foothold_board_view_make_page_soon (self);
  place_focus (self);
}

/*
 * After the list moved: a new question starts at the top and keeps the page; when
 * what is selected left the list by what was done to it, its neighbour is next.
 */
static void
follow_list (FootholdBoardView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const gboolean asked = self->new_question;
  guint at;

  self->new_question = FALSE;
  foothold_board_picking_follow (self);
  if (self->selected_id == 0)
    {
      if (asked)
        foothold_recycler_scroll_to_top (self->list);
      return;
    }

  at = foothold_window_list_find (self->model, self->selected_id, self->selected_at);
  if (at != G_MAXUINT)
    {
      self->selected_at = at;
      foothold_recycler_set_selected (self->list, at);
      if (asked)
        foothold_recycler_reveal (self->list, at);
    }
  else if (asked)
    {
      foothold_recycler_scroll_to_top (self->list);
    }
  else if (adw_navigation_split_view_get_collapsed (self->split))
    {
      foothold_board_view_open (self, 0);
    }
  else if (n > 0)
    {
      foothold_recycler_set_selected (self->list, MIN (self->selected_at, n - 1));
    }
  else
    {
      foothold_board_view_open (self, 0);
    }
}

static void
activated_cb (FootholdBoardView *self, guint position)
{
  foothold_board_list_take_selected (self);
  foothold_opportunity_page_mark_read (foothold_board_view_get_page (self));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

void
foothold_board_list_connect (FootholdBoardView *self)
{
  foothold_recycler_set_locate_func (self->list, locate_record);
  foothold_recycler_set_model (self->list, G_LIST_MODEL (self->model));
}

void
foothold_board_list_construct (FootholdBoardView *self)
{
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, self->order, self->show);

  self->model = foothold_window_list_new (self->store, &source, query);
  self->new_question = TRUE;
  foothold_board_list_connect (self);
  /* After the list's own handler: its rows are right by then. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (follow_list), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  foothold_board_states_set_model (self->states, self->model, foothold_store_get_read_only (self->store));
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
foothold_board_list_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, ask_soon);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "selected_cb",
                                                G_CALLBACK (foothold_board_list_take_selected));
}
