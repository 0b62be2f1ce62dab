// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-marks.h"
#include "store/foothold-stage-store.h"
#include "views/board/foothold-board-search.h"
#include "views/tracker/foothold-application-page.h"
#include "views/tracker/foothold-tracker-board.h"
#include "views/tracker/foothold-tracker-table.h"
#include "views/tracker/foothold-tracker-view.h"

/* What the files of the tracker share among themselves; nobody else includes this. */

G_BEGIN_DECLS

struct _FootholdTrackerView
{
  AdwBin parent_instance;

  AdwNavigationView *pages;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split; /* whether the page is shown; a narrow window has it in a sheet from below */
  AdwToolbarView *frame;
  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkMenuButton *main_menu;
  GtkWidget *select_button;
  FootholdBoardSearch *search;
  GtkStack *stack;
  FootholdTrackerBoard *board;
  FootholdTrackerTable *table;
  GtkMenuButton *columns_button;
  FootholdApplicationPage *page;
  AdwStatusPage *error_page;
  GtkWidget *bar; /* of what is picked */
  GtkLabel *picked;
  GtkMenuButton *move_button;
  GtkButton *archive_button; /* brings back where the archived are shown */

  FootholdStore *store;
  FootholdStageSet *stages; /* NULL before they were read */
  FootholdMarks *marks;
  guint patience; /* days of silence that are an answer */
  gboolean patience_stale; /* it is to be read anew, once what is seen stands there */
  gboolean archived; /* those are shown, and not the open ones */
  gboolean announce; /* where the card stands that is waited for */
  gboolean is_table; /* that face is seen, and not the board of stages */
  gboolean focus_face; /* what is on its way gets the keys */
  gboolean reveal_found; /* what is looked for is to be seen once it is found */
  guint spinner_timeout;
  guint asking; /* foothold_before_frame () */
};

void foothold_tracker_view_update_state (FootholdTrackerView *self);
/* The page of @id beside the board, or none (0). */
void foothold_tracker_view_show_page (FootholdTrackerView *self, gint64 id);
/* Whether several are picked changed. */
void foothold_tracker_view_notify_picking (FootholdTrackerView *self);

/* -patience: reads it. That looks at the history of all applications, and seldom comes to another end: whatever else is
 * to be read goes first. */
void foothold_tracker_patience_load (FootholdTrackerView *self);

/* -faces: the board of stages or the table */
gboolean foothold_tracker_faces_get_table (FootholdTrackerView *self);
void foothold_tracker_faces_set_table (FootholdTrackerView *self, gboolean table);
void foothold_tracker_faces_install (GtkWidgetClass *widget_class);
void foothold_tracker_faces_init (FootholdTrackerView *self);
/* Asks for what the search says now. */
void foothold_tracker_faces_ask (FootholdTrackerView *self);
/* Of the one that is seen: all ids in its order, (transfer full): gint64; the one that is selected, or 0; in which
 * column
 * @id stands, 0 where that is not known; what is known of it, (transfer full) or NULL; how many there are, whether
 * that is not known yet, and whether none is while others are archived; why it could not be read, (transfer none), or
 * NULL. */
GArray *foothold_tracker_faces_dup_ids (FootholdTrackerView *self);
gint64 foothold_tracker_faces_get_selected (FootholdTrackerView *self);
gint64 foothold_tracker_faces_find_stage (FootholdTrackerView *self, gint64 id);
FootholdApplicationRecord *foothold_tracker_faces_dup_record (FootholdTrackerView *self, gint64 id);
guint foothold_tracker_faces_count (FootholdTrackerView *self, gboolean *loading, gboolean *hides);
const GError *foothold_tracker_faces_get_error (FootholdTrackerView *self);
/* As soon as @id stands there, it is selected and, with @focus, has the keys. 0: none is waited for. */
void foothold_tracker_faces_await (FootholdTrackerView *self, gint64 id, gboolean focus);
/* The keys go to @id, or do as soon as it is there. */
void foothold_tracker_faces_go_to (FootholdTrackerView *self, gint64 id);
void foothold_tracker_faces_begin_day (FootholdTrackerView *self);
/* The keys go to what is selected, else to the first. */
void foothold_tracker_faces_focus (FootholdTrackerView *self);

/* FootholdPage: what is open beside them, and opening it again, without the keys. */
char *foothold_tracker_faces_dup_opened (FootholdPage *page);
void foothold_tracker_faces_reopen (FootholdPage *page, const char *opened);

/* -picking: several at once */
gboolean foothold_tracker_picking_get_active (FootholdTrackerView *self);
void foothold_tracker_picking_set_active (FootholdTrackerView *self, gboolean active);
void foothold_tracker_picking_install (GtkWidgetClass *widget_class);
void foothold_tracker_picking_init (FootholdTrackerView *self);
/* The bar, and which actions make sense. */
void foothold_tracker_picking_update (FootholdTrackerView *self);
/* What an action on @id is about: all that are picked where it is one of them, else it alone. @id 0: those that are
 * picked, else the one that is selected. (transfer full): gint64, in the order of the board; empty for none. */
GArray *foothold_tracker_picking_dup (FootholdTrackerView *self, gint64 id);

/* -deeds: what is done to applications */
void foothold_tracker_deeds_install (GtkWidgetClass *widget_class);
void foothold_tracker_deeds_move (FootholdTrackerView *self, gint64 id, gint64 stage, gint64 above);
/* The columns as choices, with "tracker.move-to", for @row and all that are picked with it; NULL: for what
 * foothold_tracker_picking_dup () says of 0. (transfer full) */
GMenuModel *foothold_tracker_deeds_new_move_menu (FootholdTrackerView *self, const FootholdApplicationRow *row);

G_END_DECLS
