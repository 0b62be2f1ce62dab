// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-pay-rate.h"
#include "store/foothold-rows.h"

/* What an hour of one opportunity brings as listed: the same on a card, in the table, on its page and in the list. */

G_BEGIN_DECLS

/* By which pay for a day, a week, a month or a year is counted; read once. Any thread. (transfer none) */
const FootholdWorkTime *foothold_work_time_get (GError **error);

/*
 * Minor units of its currency an hour; either end may be unknown. FALSE where nothing is known, or the currency is not.
 * Arithmetic alone: lists ask it of each row that they show.
 */
gboolean foothold_pay_listed (const FootholdOpportunityRow *row, FootholdAmounts *rate);

G_END_DECLS
