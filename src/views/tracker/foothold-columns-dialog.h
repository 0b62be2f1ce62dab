// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-stage-store.h"

/*
 * The columns of the tracker: their names, kinds, limits, and the states that each holds; added, removed and put into
 * another order. Saved as a whole, as one entry of undo.
 *
 * Signal: "saved".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COLUMNS_DIALOG (foothold_columns_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdColumnsDialog, foothold_columns_dialog, FOOTHOLD, COLUMNS_DIALOG, AdwDialog)

AdwDialog *foothold_columns_dialog_new (FootholdStore *store, FootholdStageSet *stages);

G_END_DECLS
