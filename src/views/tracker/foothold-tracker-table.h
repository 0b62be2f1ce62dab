// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-application-record.h"
#include "model/foothold-marks.h"
#include "store/foothold-store.h"
#include "widgets/foothold-columns.h"

/*
 * All applications as a table: the other face of the board of stages. It asks for nothing while it is not active.
 *
 * Properties, for the settings: "columns" (strv: those that are shown), "order" (string: what it is ordered by),
 * "reversed" (bool): that is the other way round, "reversed-orders" (strv: those that are the other way round; each
 * order remembers its own way). Action: "tracker.sort" (string, an order): that, or where it is that already, the other
 * way round. Signals: "activate" (int64 id); "selected": another line is; "filled": the list says something else.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TRACKER_TABLE (foothold_tracker_table_get_type ())

G_DECLARE_FINAL_TYPE (FootholdTrackerTable, foothold_tracker_table, FOOTHOLD, TRACKER_TABLE, GtkWidget)

void foothold_tracker_table_setup (FootholdTrackerTable *self, FootholdStore *store, FootholdMarks *marks);
/* Which columns there are to choose. (transfer none) */
FootholdColumns *foothold_tracker_table_get_columns (FootholdTrackerTable *self);
/* Whether it has lines at all. */
void foothold_tracker_table_set_active (FootholdTrackerTable *self, gboolean active);
void foothold_tracker_table_set_query (FootholdTrackerTable *self, const char *text, FootholdShow show);
/* What is said in days from today, or of columns, is said anew. */
void foothold_tracker_table_begin_day (FootholdTrackerTable *self);
/* NULL while it is not active. (transfer none) */
FootholdWindowList *foothold_tracker_table_get_model (FootholdTrackerTable *self);
gint64 foothold_tracker_table_get_selected (FootholdTrackerTable *self);
/* The keys go to what is selected, else to the first, as soon as it is there. */
void foothold_tracker_table_focus (FootholdTrackerTable *self);
/* The line of @id is selected and seen, and has the keys with @focus. FALSE: it is not there (yet). */
gboolean foothold_tracker_table_select (FootholdTrackerTable *self, gint64 id, gboolean focus);
/* As soon as @id is there, it is selected and, with @focus, has the keys. 0: none is waited for. */
void foothold_tracker_table_await (FootholdTrackerTable *self, gint64 id, gboolean focus);

G_END_DECLS
