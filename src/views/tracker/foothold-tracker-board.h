// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-application-record.h"
#include "model/foothold-marks.h"
#include "store/foothold-stage-store.h"

/*
 * The columns of the tracker beside each other, in a width that scrolls. Tab leads from column to column; Left and
 * Right from the card with the keys to the column beside it; Home and End stay in the column.
 *
 * Actions with a column's id as target: "stage.collapse" (and back), "stage.move-back", "stage.move-on".
 * Signals: "activate" (int64 id); "selected": another card is; "dropped" (int64 id, int64 stage, int64 above);
 * "arrived" (int64 id, string column, uint position, uint n): what was waited for stands there;
 * "save" (GPtrArray of FootholdStageRow): the columns are to be these.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TRACKER_BOARD (foothold_tracker_board_get_type ())

G_DECLARE_FINAL_TYPE (FootholdTrackerBoard, foothold_tracker_board, FOOTHOLD, TRACKER_BOARD, GtkWidget)

void foothold_tracker_board_setup (FootholdTrackerBoard *self, FootholdStore *store, FootholdMarks *marks);
void foothold_tracker_board_set_stages (FootholdTrackerBoard *self, FootholdStageSet *stages);
/* Whether it has cards at all: while it is not looked at it asks for nothing. At first it is. */
void foothold_tracker_board_set_active (FootholdTrackerBoard *self, gboolean active);
void foothold_tracker_board_set_query (FootholdTrackerBoard *self, const char *text, FootholdShow show);
/* What is said in days from today is said anew. */
void foothold_tracker_board_begin_day (FootholdTrackerBoard *self);
/* The column in which the card @id stands, and its place; NULL where none shows it. */
const FootholdStageRow *foothold_tracker_board_find (FootholdTrackerBoard *self, gint64 id, guint *position);
/* What is known of the card @id; NULL where no column shows it. (transfer full) */
FootholdApplicationRecord *foothold_tracker_board_dup_record (FootholdTrackerBoard *self, gint64 id);
/* The ids of a column in their order, gint64; valid until it changes. */
const gint64 *foothold_tracker_board_get_ids (FootholdTrackerBoard *self, gint64 stage, gsize *n);
/* All ids of the board, column after column. (transfer full): gint64 */
GArray *foothold_tracker_board_dup_ids (FootholdTrackerBoard *self);
gint64 foothold_tracker_board_get_selected (FootholdTrackerBoard *self);
/* The keys go to the card that is selected, else to the first one there is. */
void foothold_tracker_board_focus (FootholdTrackerBoard *self);
/* The card @id is selected and seen, and has the keys with @focus. FALSE: no column shows it (yet). */
gboolean foothold_tracker_board_select (FootholdTrackerBoard *self, gint64 id, gboolean focus);
/* Wherever the card comes to stand, it is selected and, with @focus, has the keys. */
void foothold_tracker_board_await (FootholdTrackerBoard *self, gint64 id, gboolean focus);
/* How many cards there are; *@loading: of some column it is not known yet; *@hides: some column has none that is open,
 * and others. */
guint foothold_tracker_board_count (FootholdTrackerBoard *self, gboolean *loading, gboolean *hides);
/* Why what some column shows could not be read, or NULL. (transfer none) */
const GError *foothold_tracker_board_get_error (FootholdTrackerBoard *self);

/* Where no column in sight has a card, the first that has one comes into sight. */
void foothold_tracker_board_reveal_any (FootholdTrackerBoard *self);

G_END_DECLS
