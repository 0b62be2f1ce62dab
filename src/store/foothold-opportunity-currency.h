/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-rows.h"

/*
 * The currency of an opportunity. Its amounts are in minor units of it, and currencies have different ones: an amount
 * stays as it reads only if its number changes with the currency. Whatever names another currency for a row that may
 * have amounts does it here.
 */

G_BEGIN_DECLS

/**
 * foothold_opportunity_set_currency:
 * @row: nobody else holds it
 * @currency: (nullable): a code, or NULL where none is known any more
 * @but: (nullable): names of amounts that the caller sets itself
 *
 * Nothing is converted: 600 EUR become 600 JPY.
 *
 * Returns: FALSE where an amount has decimals that the currency has not; @row is then as it was
 */
gboolean foothold_opportunity_set_currency (FootholdOpportunityRow *row,
                                            const char *currency,
                                            const char *const *but,
                                            GError **error);

G_END_DECLS
