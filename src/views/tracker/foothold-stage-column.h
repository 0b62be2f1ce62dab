// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-application-record.h"
#include "model/foothold-marks.h"
#include "store/foothold-stage-store.h"

/*
 * One column of the board of stages: its name, how many stand in it, and the cards. What is dragged over it scrolls it
 * where it comes near an edge.
 *
 * Signals: "activate" (int64 id): Enter or a click on a card. "dropped" (int64 id, int64 above): a card was let go
 * there, right above that one, or FOOTHOLD_APPLICATION_END. "arrived" (int64 id, uint position, uint n):
 * foothold_stage_column_ await() came true. "filled": the list says something else. Its menu has the actions of "stage"
 * that FootholdTrackerBoard owns, with the column's id as their target.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_STAGE_COLUMN (foothold_stage_column_get_type ())

G_DECLARE_FINAL_TYPE (FootholdStageColumn, foothold_stage_column, FOOTHOLD, STAGE_COLUMN, GtkWidget)

GtkWidget *foothold_stage_column_new (FootholdStore *store, FootholdMarks *marks);
/* @stage and @row: of one column; both are copied. */
void foothold_stage_column_set_stage (FootholdStageColumn *self,
                                      const FootholdStage *stage,
                                      const FootholdStageRow *row);
const FootholdStageRow *foothold_stage_column_get_row (FootholdStageColumn *self);
/* For people. */
const char *foothold_stage_column_get_name (FootholdStageColumn *self);
/* What is shown of it. */
void foothold_stage_column_set_query (FootholdStageColumn *self, const char *text, FootholdShow show);
/* Nothing is shown of it, and nothing asked, until it gets a query again. */
void foothold_stage_column_close (FootholdStageColumn *self);
/* NULL before there is something to show. */
FootholdWindowList *foothold_stage_column_get_model (FootholdStageColumn *self);
/* The card that is selected, or 0. */
gint64 foothold_stage_column_get_selected (FootholdStageColumn *self);
/* Nothing is selected any more. */
void foothold_stage_column_unselect (FootholdStageColumn *self);
/* The keys go to the card that is selected, else to the first. FALSE: there is none. */
gboolean foothold_stage_column_focus (FootholdStageColumn *self);
/* The card @id, which stands in it, is selected and seen, and has the keys with @focus. */
void foothold_stage_column_select (FootholdStageColumn *self, gint64 id, gboolean focus);
/* As soon as the card @id stands in it, it is selected, seen and has the keys. 0: none is waited for. */
void foothold_stage_column_await (FootholdStageColumn *self, gint64 id, gboolean focus);

G_END_DECLS
