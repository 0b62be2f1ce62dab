// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"
#include "rules/foothold-rule-data.h"

/*
 * What an hour of the work brings: a gate beside the scores, never part of them.
 *
 *   listed rate = net less own costs ÷ estimated hours
 *   real rate   = the same ÷ (estimate × own overrun factor + hours spent applying)
 *
 * Where pay or hours are a range, the rate is one, from the worst case to the
 * best. An end that depends on something unknown is unknown. Rates are minor
 * units an hour, rounded to the nearest, halves up. No float holds any of it.
 *
 * Two things only ever lower a rate: the share of a platform, where only the gross
 * amount is known, and own costs that nobody has looked at. The rate is then the
 * most it can be, and says so in its caveats.
 */

G_BEGIN_DECLS

typedef struct
{
  gint64 lo, hi; /* either may be FOOTHOLD_FACT_UNKNOWN */
} FootholdAmounts;

/* How many minutes of work a period of pay stands for; data/rules/work-time.json. */
typedef struct
{
  gint64 day, week, month, year;
} FootholdWorkTime;

gboolean foothold_work_time_from_rules (const FootholdRuleFile *file, FootholdWorkTime *time);

#define FOOTHOLD_PAY_N_COSTS 4

/* Start from foothold_pay_inputs_init (), where nothing is known. */
typedef struct
{
  const char *kind; /* slug of foothold_pay_kinds, or NULL */
  const char *period; /* slug of foothold_pay_periods; NULL: told from the kind where that is possible */
  const char *currency;
  gint64 gross_min, gross_max, net; /* for one period */
  gint64 guaranteed, cap; /* of results-based pay, for the whole of it */
  gint64 costs[FOOTHOLD_PAY_N_COSTS]; /* fees, travel, equipment, software, for the whole work */
  gint64 minutes_min, minutes_max; /* estimated */
  gint64 overrun_permille; /* one's own logged ÷ estimated, 1250 is a quarter more */
  gint64 applying_minutes; /* spent and to be spent on applying */
} FootholdPayInputs;

typedef enum
{
  FOOTHOLD_PAY_GROSS_ONLY = 1 << 0, /* what a platform keeps is not known */
  FOOTHOLD_PAY_COSTS_UNKNOWN = 1 << 1, /* not all four own costs are known */
} FootholdPayCaveats;

typedef struct
{
  gboolean unpaid; /* stated as unpaid: the rates are 0 less own costs */
  FootholdAmounts whole; /* pay for the whole work, before own costs, in minor units */
  gint64 costs; /* the known ones together */
  guint n_costs_known;
  FootholdAmounts listed, real; /* minor units an hour */
  guint caveats; /* FootholdPayCaveats */
} FootholdPayRates;

/* "125", "112.5" or "80 %" as a factor of thousandths and back, of 1 to 1000 %; (transfer full). */
gboolean foothold_percent_from_text (const char *text, gint64 *permille);
char *foothold_percent_to_text (gint64 permille);

void foothold_pay_inputs_init (FootholdPayInputs *inputs);
/* Sets what is known of this work; the overrun is the person's, of all their work, and stays as it is. */
void foothold_pay_inputs_take_facts (FootholdPayInputs *inputs, const FootholdFacts *facts);

/* One amount alone is the fee, as everywhere it is shown. */
void foothold_pay_inputs_settle (FootholdPayInputs *inputs);

void foothold_pay_rates (const FootholdPayInputs *inputs, const FootholdWorkTime *time, FootholdPayRates *rates);

/* A rate of exchange that the person typed: @micro millionths of one unit of @to for one unit of @from, on @date. */
typedef struct
{
  const char *from, *to;
  gint64 micro;
  const char *date;
} FootholdConversion;

/* @minor of @currency in @to, by @conversion in either direction, rounded like rates; unknown where it does not apply.
 * 0 is 0 in every currency, and where none is named. */
gint64 foothold_pay_convert (gint64 minor, const char *currency, const char *to, const FootholdConversion *conversion);

typedef enum
{
  FOOTHOLD_FLOOR_UNKNOWN, /* no floor, no rate, or another currency without a rate of exchange */
  FOOTHOLD_FLOOR_BELOW, /* surely under it */
  FOOTHOLD_FLOOR_PARTLY, /* part of the range is under it, or one end is unknown */
  FOOTHOLD_FLOOR_AS_LISTED, /* at or above it, if nothing goes off that is not known yet */
  FOOTHOLD_FLOOR_ABOVE, /* surely at or above it */
} FootholdFloorVerdict;

/* @rate (in @currency, with its @caveats) against @floor an hour. @conversion may be NULL. */
FootholdFloorVerdict foothold_pay_against_floor (const FootholdAmounts *rate,
                                                 guint caveats,
                                                 const char *currency,
                                                 gint64 floor,
                                                 const char *floor_currency,
                                                 const FootholdConversion *conversion);

/* What a reference of data/rules/pay-floors-….json comes to an hour, in minor units of its currency. */
gint64 foothold_pay_reference_floor (const FootholdRuleItem *item);

G_END_DECLS
