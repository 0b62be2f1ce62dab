// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-marks.h"

/*
 * How many are picked, and what can be done to all of them: buttons for the actions of foothold-opportunity-actions.h,
 * which whoever stands around it has, with "board.pick-all", "board.pick-none", "board.compare" and "board.merge".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_SELECTION_BAR (foothold_selection_bar_get_type ())

G_DECLARE_FINAL_TYPE (FootholdSelectionBar, foothold_selection_bar, FOOTHOLD, SELECTION_BAR, AdwBin)

void foothold_selection_bar_set_marks (FootholdSelectionBar *self, FootholdMarks *marks);

G_END_DECLS
