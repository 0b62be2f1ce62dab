// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-due-model.h"
#include "widgets/foothold-page.h"

/*
 * Today: what is due, of everything that is kept, in groups from overdue to put off; each line has its one deed.
 * Stands inside an AdwToastOverlay and a window with win.undo, win.open-application, win.open-person and
 * win.open-outreach. What is due is read while it is shown.
 *
 * Actions: those of foothold-today-deeds.h for what is selected, or for all that are picked; "today.pick-silent",
 * "today.pick-all", "today.pick-none", "today.picking".
 * Properties: "picking" (bool).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TODAY_VIEW (foothold_today_view_get_type ())

G_DECLARE_FINAL_TYPE (FootholdTodayView, foothold_today_view, FOOTHOLD, TODAY_VIEW, AdwBin)

GtkWidget *foothold_today_view_new (FootholdStore *store);
gboolean foothold_today_view_get_read_only (FootholdTodayView *self);
/* Whether its lines have room for words alone. */
gboolean foothold_today_view_get_narrow (FootholdTodayView *self);
/* Does a deed about what is picked; where nothing is, about @entry, or what is selected when that is NULL. */
void foothold_today_view_act (FootholdTodayView *self, const char *action, const FootholdDueEntry *entry);

G_END_DECLS
