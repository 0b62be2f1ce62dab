// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"
#include "widgets/foothold-recycler-row.h"

/*
 * One place in its list. Its actions ("place.look", "place.open", "place.copy-words", "place.show-found",
 * "place.add-opportunity", "place.edit", "place.delete") select it and are those of the FootholdPlacesView around it.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PLACE_CARD (foothold_place_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPlaceCard, foothold_place_card, FOOTHOLD, PLACE_CARD, FootholdRecyclerRow)

/* For both classes that have them: what of the actions is possible. @row: NULL for none. */
void foothold_place_actions_update (GtkWidget *widget, const FootholdPlaceRow *row, gboolean read_only);

G_END_DECLS
