// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/* How much each part of “Is it worth it?” counts: our defaults, or the person's own. Saved as it is changed. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_WEIGHTS_DIALOG (foothold_weights_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdWeightsDialog, foothold_weights_dialog, FOOTHOLD, WEIGHTS_DIALOG, AdwDialog)

AdwDialog *foothold_weights_dialog_new (FootholdStore *store);

G_END_DECLS
