/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-pay-rate.h"
#include "sqlite/foothold-db.h"

/*
 * What every opportunity brings an hour as listed, by the rules, in one walk through an index; kept with the
 * connection until the database changes. Two currencies are compared only where the person typed a rate of exchange.
 */

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  FootholdAmounts rate; /* minor units an hour; either end may be unknown */
  char currency[4]; /* "" of unpaid work that names none */
} FootholdPayScan;

/* FootholdPayScan by id, of those of which anything is known, each in its own currency. (transfer none) */
GArray *foothold_pay_scan (FootholdDb *db, GError **error);
/* The same in @currency (may be NULL) where a rate of exchange says what that is, or it is nothing; the others stay as
 * they are.
 * (transfer full) */
GArray *foothold_pay_scan_in (FootholdDb *db, const char *currency, GError **error);

G_END_DECLS
