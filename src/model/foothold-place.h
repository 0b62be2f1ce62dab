// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-record.h"
#include "store/foothold-rows.h"

/* The record of one place to look. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PLACE (foothold_place_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPlace, foothold_place, FOOTHOLD, PLACE, FootholdRecord)

/* (nullable): the row, typed; NULL while it is on its way. */
const FootholdPlaceRow *foothold_place_peek (FootholdPlace *self);

G_END_DECLS
