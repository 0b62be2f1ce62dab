// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-marks.h"
#include "views/today/foothold-today-view.h"
#include "widgets/foothold-recycler.h"

/* What the files of FootholdTodayView share: foothold-today-view.c has the list, foothold-today-picking.c several at
 * once. */

G_BEGIN_DECLS

struct _FootholdTodayView
{
  AdwBin parent_instance;

  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkWidget *select_button;
  GtkStack *stack;
  FootholdRecycler *list;
  AdwStatusPage *empty_page;
  GtkWidget *show_later;
  AdwStatusPage *error_page;
  GtkWidget *bar;
  GtkLabel *picked;
  GtkMenuButton *snooze_button;

  FootholdStore *store;
  FootholdDueModel *model; /* while it is shown */
  FootholdMarks *marks;
  GSignalGroup *line; /* of what is selected */
  guint stay_at; /* what is done with goes; the keys stay where it was. GTK_INVALID_LIST_POSITION: no */
  guint selected_at;
  guint spinner_timeout;
  gboolean focus_answer; /* the keys are to be in the list that is on its way */
  gboolean narrow;
  gboolean later_asked; /* the list is shown although nothing in it is of this week */
};

/* NULL: nothing, or a heading. (transfer none) */
FootholdDueEntry *foothold_today_peek_selected (FootholdTodayView *self);

/* -picking */
void foothold_today_picking_install (GtkWidgetClass *widget_class);
void foothold_today_picking_construct (FootholdTodayView *self);
/* The list has its model. */
void foothold_today_picking_connect (FootholdTodayView *self);
/* The list is another one: what is not in sight any more is not picked. */
void foothold_today_picking_follow (FootholdTodayView *self);
/* What is picked, or @entry. (element-type FootholdDueEntry) (transfer full) */
GPtrArray *foothold_today_dup_targets (FootholdTodayView *self, const FootholdDueEntry *entry);
/* What is possible about what is picked, or selected. */
void foothold_today_update_actions (FootholdTodayView *self);

G_END_DECLS
