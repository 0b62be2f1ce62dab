// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-marks.h"

/* How many people are picked, and what can be done to all of them: buttons for the actions of whoever stands around
 * it. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PEOPLE_BAR (foothold_people_bar_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPeopleBar, foothold_people_bar, FOOTHOLD, PEOPLE_BAR, AdwBin)

/* Once. */
void foothold_people_bar_set_marks (FootholdPeopleBar *self, FootholdMarks *marks);

G_END_DECLS
