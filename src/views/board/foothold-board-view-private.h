// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/foothold-board-view.h"

#include "model/foothold-window-list.h"
#include "views/board/foothold-board-search.h"
#include "views/board/foothold-board-states.h"
#include "views/board/foothold-opportunity-line.h"
#include "views/board/foothold-opportunity-page.h"
#include "views/board/foothold-selection-bar.h"
#include "widgets/foothold-line-head.h"
#include "widgets/foothold-recycler.h"

/* What the files of the board share among themselves; nobody else includes this. */

G_BEGIN_DECLS

struct _FootholdBoardView
{
  AdwBin parent_instance;

  AdwNavigationSplitView *split;
  AdwHeaderBar *header_bar;
  GtkMenuButton *more_button;
  GtkWidget *select_button;
  GMenuModel *more_menu;
  FootholdBoardSearch *search;
  FootholdBoardStates *states;
  GtkStack *lists;
  FootholdRecycler *cards;
  FootholdRecycler *lines;
  FootholdLineHead *head;
  FootholdColumns *columns; /* of the table; NULL from disposal on */
  GtkMenuButton *columns_button;
  FootholdRecycler *list; /* the one of both that is seen */
  AdwNavigationPage *page_place;
  FootholdOpportunityPage *page; /* NULL at first */
  AdwToolbarView *list_page;
  FootholdSelectionBar *bar; /* below the list; NULL until something is picked */

  FootholdStore *store;
  FootholdWindowList *model;
  FootholdMarks *marks; /* what is picked in the list */
  FootholdShow show;
  FootholdOrder order;
  guint reversed; /* a bit for each order that is the other way round */
  gint64 selected_id;
  guint selected_at; /* where it stood last */
  guint asking;
  guint making_page;
  gboolean new_question;
  gboolean new_view; /* the answer on its way is to another view, not to other words */
  gboolean focus_answer; /* the answer on its way gets the keys */
};

/* The page of what is selected. The list comes first: it is made when it is asked for, or when the list is there. */
FootholdOpportunityPage *foothold_board_view_get_page (FootholdBoardView *self);
/* Makes it when there is nothing else to do. */
void foothold_board_view_make_page_soon (FootholdBoardView *self);

/* -list: the list follows the question, the page follows the list */
void foothold_board_list_construct (FootholdBoardView *self);
void foothold_board_list_install (GtkWidgetClass *widget_class);
/* The list that is seen gets the model. */
void foothold_board_list_connect (FootholdBoardView *self);
/* Asks for what the search, the view and the order say now. */
void foothold_board_list_ask (FootholdBoardView *self);
/* The page shows what is selected. */
void foothold_board_list_take_selected (FootholdBoardView *self);

/* -picking: several at once */
void foothold_board_picking_construct (FootholdBoardView *self);
void foothold_board_picking_install (GtkWidgetClass *widget_class);
/* The list that is seen shows what is picked. */
void foothold_board_picking_connect (FootholdBoardView *self);
gboolean foothold_board_picking_get_active (FootholdBoardView *self);
void foothold_board_picking_set_active (FootholdBoardView *self, gboolean active);
/* The list holds other things now: what is not among them is not picked. */
void foothold_board_picking_follow (FootholdBoardView *self);
/* What can be done now to what is picked or shown. */
void foothold_board_picking_update_actions (FootholdBoardView *self);

/* -table: cards or a table */
void foothold_board_table_construct (FootholdBoardView *self);
void foothold_board_table_install (GtkWidgetClass *widget_class);
gboolean foothold_board_table_get_active (FootholdBoardView *self);
void foothold_board_table_set_active (FootholdBoardView *self, gboolean active);
/* (transfer full) */
char **foothold_board_table_dup_columns (FootholdBoardView *self);
void foothold_board_table_set_columns (FootholdBoardView *self, const char *const *names);

/* -order: which order, and which way round: each remembers its own */
void foothold_board_order_install (GtkWidgetClass *widget_class);
gboolean foothold_board_order_get_reversed (FootholdBoardView *self);
void foothold_board_order_set_reversed (FootholdBoardView *self, gboolean reversed);
/* (transfer full): the names of the orders that are the other way round. */
char **foothold_board_order_dup_reversed (FootholdBoardView *self);
void foothold_board_order_set_all_reversed (FootholdBoardView *self, const char *const *names);
/* The head of the table says the order. */
void foothold_board_order_show (FootholdBoardView *self);

/* -saving: searches kept under a name */
void foothold_board_saving_install (GtkWidgetClass *widget_class);
void foothold_board_saving_update_actions (FootholdBoardView *self);

G_END_DECLS
