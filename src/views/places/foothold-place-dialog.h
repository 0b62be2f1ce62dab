// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-rows.h"
#include "store/foothold-store.h"

/*
 * A place to look, new or as it is: a name is enough, and a web address as the name is both.
 *
 * Signal: "saved" (int64 id, string name, bool added).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PLACE_DIALOG (foothold_place_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPlaceDialog, foothold_place_dialog, FOOTHOLD, PLACE_DIALOG, AdwDialog)

/* @row: what is changed; NULL for a new one. */
AdwDialog *foothold_place_dialog_new (FootholdStore *store, FootholdPlaceRow *row);

G_END_DECLS
