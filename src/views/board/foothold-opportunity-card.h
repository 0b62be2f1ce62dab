/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "views/board/foothold-opportunity-item.h"

/*
 * One opportunity in the list: title and star; organisation, mode, area; at most
 * four pills; how well it fits, as a range, with clarity and skills beside it. Its item is a FootholdOpportunity.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_CARD (foothold_opportunity_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOpportunityCard,
                      foothold_opportunity_card,
                      FOOTHOLD,
                      OPPORTUNITY_CARD,
                      FootholdOpportunityItem)

GtkWidget *foothold_opportunity_card_new (void);

G_END_DECLS
