// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"
#include "widgets/foothold-recycler-row.h"

/*
 * One opportunity in a list of the board, whatever it looks like there: it follows its record, has the actions of
 * foothold-opportunity-actions.h with their menu and keys, and is one of several where several are picked.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_ITEM (foothold_opportunity_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (FootholdOpportunityItem,
                          foothold_opportunity_item,
                          FOOTHOLD,
                          OPPORTUNITY_ITEM,
                          FootholdRecyclerRow)

struct _FootholdOpportunityItemClass
{
  FootholdRecyclerRowClass parent_class;

  /* Shows @row; NULL: it is on its way. */
  void (*show) (FootholdOpportunityItem *self, const FootholdOpportunityRow *row);
};

const FootholdOpportunityRow *foothold_opportunity_item_peek_row (FootholdOpportunityItem *self);

/* @star asks for "opportunity.star" when it is clicked, and shows a star when the database says so. */
void foothold_opportunity_item_connect_star (FootholdOpportunityItem *self, GtkToggleButton *star);
void foothold_opportunity_item_show_star (GtkToggleButton *star, const FootholdOpportunityRow *row);

G_END_DECLS
