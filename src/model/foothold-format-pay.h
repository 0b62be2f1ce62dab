// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-exchange.h"

/* What pay comes to, in words. All strings are translated and (transfer full). */

G_BEGIN_DECLS

/*
 * What foothold_format_amounts () says, in @to by @conversion, and whose rate that is: "≈ 120 EUR at your rate of 1 Nov
 * 2026". NULL where nothing is known, nothing is to be converted or there is no rate.
 */
char *foothold_format_converted (const FootholdAmounts *amounts,
                                 const char *currency,
                                 const char *to,
                                 const FootholdConversion *conversion);

/* "1 EUR = 4.3 PLN", which foothold_exchange_parse () reads again. */
char *foothold_format_exchange (const char *from, const char *to, gint64 micro);

G_END_DECLS
