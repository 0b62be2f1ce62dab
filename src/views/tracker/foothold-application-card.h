// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-application-record.h"
#include "widgets/foothold-recycler-row.h"

/*
 * An application in its column: what for, at whom, the next step with its date, and how long the host has been silent.
 * It can be dragged: what travels is its id (int64).
 *
 * Actions without parameters, each of what stands in the card ("application.…"): "open", "move-up", "move-down",
 * "move-back", "move-on" (to the column before or after), and what a menu of it has besides.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_CARD (foothold_application_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdApplicationCard,
                      foothold_application_card,
                      FOOTHOLD,
                      APPLICATION_CARD,
                      FootholdRecyclerRow)

/* (nullable): as foothold_record_peek_row (). */
const FootholdApplicationRow *foothold_application_card_peek (FootholdApplicationCard *self);

G_END_DECLS
