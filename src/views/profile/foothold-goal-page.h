// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/foothold-profile.h"

#include <adwaita.h>

/* One goal, opened from the list of goals: its title, where it leads, the skills it needs, notes. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_GOAL_PAGE (foothold_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (FootholdGoalPage, foothold_goal_page, FOOTHOLD, GOAL_PAGE, AdwNavigationPage)

/* Emits "gone" when the goal no longer exists. */
AdwNavigationPage *foothold_goal_page_new (FootholdProfile *profile, gint64 id);
/* Keeps what is being typed. */
void foothold_goal_page_commit (FootholdGoalPage *self);

G_END_DECLS
