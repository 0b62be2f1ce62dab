/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/foothold-record.h"
#include "store/foothold-rows.h"

/* The record of one opportunity. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY (foothold_opportunity_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOpportunity, foothold_opportunity, FOOTHOLD, OPPORTUNITY, FootholdRecord)

FootholdOpportunity *foothold_opportunity_new (gint64 id);
/* (nullable): the row, typed; NULL while it is on its way. */
const FootholdOpportunityRow *foothold_opportunity_peek (FootholdOpportunity *self);

G_END_DECLS
