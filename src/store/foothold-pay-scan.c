/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-pay-scan"

#include "foothold-pay-scan.h"

#include <string.h>

#include "rules/foothold-lists.h"
#include "store/foothold-exchange-rates.h"
#include "store/foothold-pay-listed.h"
#include "store/foothold-row.h"

/* The columns in the order in which they are read below; what is left out is what foothold_pay_listed () does not know.
 */
#define SCAN_SQL \
  "SELECT id, pay_kind, pay_period, currency, pay_gross_min, pay_gross_max, pay_net, pay_guaranteed, pay_cap," \
  " minutes_min, minutes_max, cost_fees, cost_travel, cost_equipment, cost_software" \
  " FROM opportunity INDEXED BY opportunity_pay" \
  " WHERE pay_kind = 'unpaid' OR (currency IS NOT NULL" \
  " AND coalesce (pay_gross_min, pay_gross_max, pay_net, pay_guaranteed, pay_cap) IS NOT NULL)" \
  " ORDER BY id"

typedef struct
{
  FootholdDbState state;
  GArray *rates;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_array_unref (self->rates);
  g_free (self);
}

static void
read_inputs (FootholdStmt *stmt, FootholdPayInputs *inputs)
{
  const FootholdListEntry *kind = foothold_list_find (&foothold_pay_kinds, foothold_stmt_text (stmt, 1));
  const FootholdListEntry *period = foothold_list_find (&foothold_pay_periods, foothold_stmt_text (stmt, 2));

  foothold_pay_inputs_init (inputs);
  inputs->kind = kind != NULL ? kind->slug : NULL;
  inputs->period = period != NULL ? period->slug : NULL;
  inputs->currency = foothold_stmt_text (stmt, 3);
  inputs->gross_min = foothold_stmt_int (stmt, 4);
  inputs->gross_max = foothold_stmt_int (stmt, 5);
  inputs->net = foothold_stmt_int (stmt, 6);
  inputs->guaranteed = foothold_stmt_int (stmt, 7);
  inputs->cap = foothold_stmt_int (stmt, 8);
  inputs->minutes_min = foothold_stmt_int (stmt, 9);
  inputs->minutes_max = foothold_stmt_int (stmt, 10);
  for (guint i = 0; i < FOOTHOLD_PAY_N_COSTS; i++)
    inputs->costs[i] = foothold_stmt_int (stmt, 11 + i);
  foothold_pay_inputs_settle (inputs);
}

static GArray *
scan (FootholdDb *db, GError **error)
{
  const FootholdWorkTime *time = foothold_work_time_get (error);
  g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (FootholdPayScan));
  g_autoptr (FootholdStmt) stmt = NULL;

  if (time == NULL)
    return NULL;

  stmt = foothold_db_stmt (db, SCAN_SQL);
  while (foothold_stmt_next (stmt))
    {
      FootholdPayInputs inputs;
      FootholdPayRates result;
      FootholdPayScan found = { .id = foothold_stmt_int (stmt, 0) };

      read_inputs (stmt, &inputs);
      foothold_pay_rates (&inputs, time, &result);
      found.rate = result.listed;
      /* what it costs an hour may be unknown; that it brings nothing is not */
      if (result.unpaid && found.rate.hi == FOOTHOLD_FACT_UNKNOWN)
        found.rate.hi = 0;
      if (found.rate.lo == FOOTHOLD_FACT_UNKNOWN && found.rate.hi == FOOTHOLD_FACT_UNKNOWN)
        continue;
      if (inputs.currency != NULL)
        g_strlcpy (found.currency, inputs.currency, sizeof found.currency);
      g_array_append_val (rates, found);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&rates) : NULL;
}

GArray *
foothold_pay_scan (FootholdDb *db, GError **error)
{
  static const char key[] = "foothold-pay-scan";
  Kept *kept = foothold_db_get_data (db, key);
  FootholdDbState state;
  GArray *rates;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (kept != NULL && foothold_db_state_equal (&kept->state, &state))
    return kept->rates;

  rates = scan (db, error);
  if (rates == NULL)
    return NULL;
  kept = g_new0 (Kept, 1);
  kept->state = state;
  kept->rates = rates;
  foothold_db_set_data (db, key, kept, kept_free);
  return rates;
}

/* Unpaid work is so in every currency, and seldom names one. */
static gboolean
is_nothing (const FootholdPayScan *found)
{
  return found->currency[0] == '\0'
         || ((found->rate.lo == 0 || found->rate.lo == FOOTHOLD_FACT_UNKNOWN)
             && (found->rate.hi == 0 || found->rate.hi == FOOTHOLD_FACT_UNKNOWN));
}

GArray *
foothold_pay_scan_in (FootholdDb *db, const char *currency, GError **error)
{
  GArray *rates = foothold_pay_scan (db, error);
  g_autoptr (FootholdExchangeRates) exchange = rates != NULL ? foothold_exchange_rates_load (db, error) : NULL;
  GArray *in;

  if (exchange == NULL)
    return NULL;

  in = g_array_copy (rates);
  for (guint i = 0; i < in->len && currency != NULL; i++)
    {
      FootholdPayScan *found = &g_array_index (in, FootholdPayScan, i);
      const FootholdConversion *conversion;

      if (is_nothing (found))
        {
          g_strlcpy (found->currency, currency, sizeof found->currency);
          continue;
        }
      conversion = exchange->rows->len > 0 ? foothold_exchange_rates_find (exchange, found->currency, currency) : NULL;
      if (conversion == NULL)
        continue;
      found->rate.lo = foothold_pay_convert (found->rate.lo, found->currency, currency, conversion);
      found->rate.hi = foothold_pay_convert (found->rate.hi, found->currency, currency, conversion);
      g_strlcpy (found->currency, currency, sizeof found->currency);
    }

  return in;
}
