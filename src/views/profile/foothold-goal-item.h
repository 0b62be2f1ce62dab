// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/foothold-profile.h"

#include <adwaita.h>

/*
 * A goal in the list of goals: dragged to another rank, or moved by its
 * buttons and by Ctrl+Shift+Up and Down. Actions: goal.move-up, goal.move-down,
 * goal.open.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_GOAL_ITEM (foothold_goal_item_get_type ())
G_DECLARE_FINAL_TYPE (FootholdGoalItem, foothold_goal_item, FOOTHOLD, GOAL_ITEM, AdwActionRow)

GtkWidget *foothold_goal_item_new (FootholdProfile *profile, gint64 id);
gint64 foothold_goal_item_get_id (FootholdGoalItem *self);
/* Takes over what the profile says now. */
void foothold_goal_item_update (FootholdGoalItem *self, FootholdGoalRow *row, guint place, guint n_goals);

G_END_DECLS
