// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-application-rows.h"
#include "store/foothold-store.h"
#include "widgets/foothold-page.h"

/*
 * The applications: a board of columns or a table, and the page of one beside it. Stands inside an AdwToastOverlay and
 * a window with win.undo.
 *
 * Properties: "picking" (bool): several are picked; "table" (bool): that is seen and not the board.
 *
 * Actions: "tracker.picking", "tracker.table", "tracker.pick-all", "tracker.pick-none", "tracker.move-to" (int64, the
 * one it is about or 0, and int64, a column), "tracker.archive", "tracker.delete", "tracker.edit-columns",
 * "tracker.show-archived", "tracker.clear-search", "tracker.statistics", "tracker.proof"; and of what is selected those
 * of foothold_tracker_view_act().
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TRACKER_VIEW (foothold_tracker_view_get_type ())

G_DECLARE_FINAL_TYPE (FootholdTrackerView, foothold_tracker_view, FOOTHOLD, TRACKER_VIEW, AdwBin)

GtkWidget *foothold_tracker_view_new (FootholdStore *store);
gboolean foothold_tracker_view_get_read_only (FootholdTrackerView *self);
/* How many days of silence are an answer, for a clock within the view; as foothold_silence_patience () has it. */
guint foothold_tracker_view_find_patience (GtkWidget *within);

/* What the column with that id is called, or NULL. (transfer none) */
const char *foothold_tracker_view_get_stage_name (FootholdTrackerView *self, gint64 stage);
/* For its settings; see FootholdTrackerTable. (transfer none) */
GtkWidget *foothold_tracker_view_get_table (FootholdTrackerView *self);

/*
 * Does @action ("application.open", "application.move-on" …) to the application @id, and to all that are picked where
 * it is one of them.
 */
void foothold_tracker_view_act (FootholdTrackerView *self, const char *action, gint64 id);
/* @widget, which has the deeds of an application, offers those that apply to @row, as its menu does; NULL: none. */
void foothold_tracker_view_update_deeds (GtkWidget *widget, const FootholdApplicationRow *row);
/* What can be done to @row, for a menu of its card or its page. (transfer full) */
GMenuModel *foothold_tracker_view_new_menu (FootholdTrackerView *self, const FootholdApplicationRow *row);
/* The actions that set a state, "application.set-shortlisted" and the like, of a widget that has that menu. */
void foothold_tracker_view_install_states (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc func);

G_END_DECLS
