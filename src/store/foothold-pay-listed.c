// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-pay-listed"

#include "foothold-pay-listed.h"

G_STATIC_ASSERT (GINT64_UNKNOWN == FOOTHOLD_FACT_UNKNOWN);

/* The program's own rules: they are in its resources, and a test reads them all. */
const FootholdWorkTime *
foothold_work_time_get (GError **error)
{
  static GMutex mutex;
  static FootholdWorkTime time;
  static gboolean known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (!known)
    {
      g_autoptr (FootholdRuleFile) file = foothold_rule_file_find ("work-time", NULL, NULL, error);

      if (file == NULL)
        return NULL;
      known = foothold_work_time_from_rules (file, &time);
      g_return_val_if_fail (known, NULL);
    }

  return &time;
}

static void
take_row (FootholdPayInputs *inputs, const FootholdOpportunityRow *row)
{
  foothold_pay_inputs_init (inputs);
  inputs->kind = row->pay_kind;
  inputs->period = row->pay_period;
  inputs->currency = row->currency;
  inputs->gross_min = row->pay_gross_min;
  inputs->gross_max = row->pay_gross_max;
  inputs->net = row->pay_net;
  inputs->guaranteed = row->pay_guaranteed;
  inputs->cap = row->pay_cap;
  inputs->costs[0] = row->cost_fees;
  inputs->costs[1] = row->cost_travel;
  inputs->costs[2] = row->cost_equipment;
  inputs->costs[3] = row->cost_software;
  inputs->minutes_min = row->minutes_min;
  inputs->minutes_max = row->minutes_max;
  foothold_pay_inputs_settle (inputs);
}

/* Whether anything can come of a rate; most of a list says nothing, and is not asked further. */
static gboolean
says_pay (const FootholdOpportunityRow *row)
{
  if (g_strcmp0 (row->pay_kind, "unpaid") == 0)
    return TRUE;

  return row->currency != NULL
         && (row->pay_gross_min != GINT64_UNKNOWN || row->pay_gross_max != GINT64_UNKNOWN
             || row->pay_net != GINT64_UNKNOWN || row->pay_guaranteed != GINT64_UNKNOWN
             || row->pay_cap != GINT64_UNKNOWN);
}

gboolean
foothold_pay_listed (const FootholdOpportunityRow *row, FootholdAmounts *rate)
{
  const FootholdWorkTime *time;
  FootholdPayInputs inputs;
  FootholdPayRates rates;

  *rate = (FootholdAmounts) { FOOTHOLD_FACT_UNKNOWN, FOOTHOLD_FACT_UNKNOWN };
  if (!says_pay (row))
    return FALSE;
  time = foothold_work_time_get (NULL);
  if (time == NULL)
    return FALSE;

  take_row (&inputs, row);
  foothold_pay_rates (&inputs, time, &rates);
  *rate = rates.listed;
  return rate->lo != FOOTHOLD_FACT_UNKNOWN || rate->hi != FOOTHOLD_FACT_UNKNOWN;
}
