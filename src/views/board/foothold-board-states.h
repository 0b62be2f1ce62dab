// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-window-list.h"

/*
 * What stands where the board's list is: the list itself, or why there is none
 * (nothing yet, nothing found, an error, still reading).
 *
 * Properties: "list" (GtkWidget: shown when there is something to list), "line" (string: "58 open", "3 found").
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_BOARD_STATES (foothold_board_states_get_type ())

G_DECLARE_FINAL_TYPE (FootholdBoardStates, foothold_board_states, FOOTHOLD, BOARD_STATES, AdwBin)

/* Follows @model from now on; its query says what was asked for. @read_only: nothing can be added to it. */
void foothold_board_states_set_model (FootholdBoardStates *self, FootholdWindowList *model, gboolean read_only);

G_END_DECLS
