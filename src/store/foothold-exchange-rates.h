// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-exchange.h"
#include "sqlite/foothold-db.h"

/* The rates of exchange of a database, as the rules take them. For any connection. */

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows; /* FootholdExchangeRateRow: what the conversions borrow from */
  GArray *conversions; /* FootholdConversion */
} FootholdExchangeRates;

FootholdExchangeRates *foothold_exchange_rates_load (FootholdDb *db, GError **error);
void foothold_exchange_rates_free (FootholdExchangeRates *self);
/* foothold_exchange_find () among them. */
const FootholdConversion *foothold_exchange_rates_find (const FootholdExchangeRates *self,
                                                        const char *from,
                                                        const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdExchangeRates, foothold_exchange_rates_free)

G_END_DECLS
