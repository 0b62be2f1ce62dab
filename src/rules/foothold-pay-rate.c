// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-pay-rate.h"

#include "rules/foothold-dates.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"

#include <string.h>

#define UNKNOWN FOOTHOLD_FACT_UNKNOWN

/* More minutes than this, or more money, is a mistake and counts as unknown; products stay within 128 bits. */
#define MOST_MINUTES G_GINT64_CONSTANT (100000000)
#define MOST_MONEY (FOOTHOLD_MONEY_LIMIT * 1000)
/* A factor of a thousand. */
#define MOST_OVERRUN 1000000

__extension__ typedef __int128 Wide;

gboolean
foothold_work_time_from_rules (const FootholdRuleFile *file, FootholdWorkTime *time)
{
  const char *const ids[] = { "day", "week", "month", "year" };
  gint64 *const members[] = { &time->day, &time->week, &time->month, &time->year };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const FootholdRuleItem *item = foothold_rule_file_find_item (file, ids[i]);

      if (item == NULL || item->minutes <= 0)
        return FALSE;
      *members[i] = item->minutes;
    }

  return TRUE;
}

gboolean
foothold_percent_from_text (const char *text, gint64 *permille)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gint64 minor;

  if (g_str_has_suffix (clean, "%"))
    clean[strlen (clean) - 1] = '\0';
  /* a number with two decimals at most, as money is read: hundredths of a per cent */
  if (!foothold_money_parse (clean, -1, NULL, &minor) || minor % 10 != 0 || minor < 100 || minor > 100000)
    return FALSE;

  *permille = minor / 10;
  return TRUE;
}

char *
foothold_percent_to_text (gint64 permille)
{
  return foothold_money_for_typing (permille * 10, NULL);
}

void
foothold_pay_inputs_init (FootholdPayInputs *inputs)
{
  *inputs = (FootholdPayInputs) {
    .gross_min = UNKNOWN,
    .gross_max = UNKNOWN,
    .net = UNKNOWN,
    .guaranteed = UNKNOWN,
    .cap = UNKNOWN,
    .costs = { UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN },
    .minutes_min = UNKNOWN,
    .minutes_max = UNKNOWN,
    .overrun_permille = UNKNOWN,
    .applying_minutes = UNKNOWN,
  };
}

void
foothold_pay_inputs_take_facts (FootholdPayInputs *inputs, const FootholdFacts *facts)
{
  static const char *const costs[FOOTHOLD_PAY_N_COSTS] = { "cost_fees", "cost_travel", "cost_equipment",
                                                           "cost_software" };

  inputs->kind = foothold_facts_text (facts, "pay_kind");
  inputs->period = foothold_facts_text (facts, "pay_period");
  inputs->currency = foothold_facts_text (facts, "currency");
  inputs->gross_min = foothold_facts_number (facts, "pay_gross_min");
  inputs->gross_max = foothold_facts_number (facts, "pay_gross_max");
  inputs->net = foothold_facts_number (facts, "pay_net");
  inputs->guaranteed = foothold_facts_number (facts, "pay_guaranteed");
  inputs->cap = foothold_facts_number (facts, "pay_cap");
  for (guint i = 0; i < FOOTHOLD_PAY_N_COSTS; i++)
    inputs->costs[i] = foothold_facts_number (facts, costs[i]);
  inputs->minutes_min = foothold_facts_number (facts, "minutes_min");
  inputs->minutes_max = foothold_facts_number (facts, "minutes_max");
  inputs->applying_minutes = foothold_facts_number (facts, "minutes_applying");
}

void
foothold_pay_inputs_settle (FootholdPayInputs *inputs)
{
  if (inputs->gross_max == UNKNOWN)
    inputs->gross_max = inputs->gross_min;
  else if (inputs->gross_min == UNKNOWN)
    inputs->gross_min = inputs->gross_max;
}

static gint64
within (gint64 value, gint64 least, gint64 most)
{
  return value == UNKNOWN || value < least || value > most ? UNKNOWN : value;
}

static FootholdAmounts
money_range (gint64 lo, gint64 hi)
{
  lo = within (lo, 0, MOST_MONEY);
  hi = within (hi, 0, MOST_MONEY);
  if (lo != UNKNOWN && hi != UNKNOWN && lo > hi)
    return (FootholdAmounts) { hi, lo };

  return (FootholdAmounts) { lo, hi };
}

/* To the nearest, halves up: -1.5 is -1. @divisor is positive. */
static gint64
divide (Wide dividend, Wide divisor)
{
  const Wide doubled = 2 * dividend + divisor;
  const Wide quotient = doubled / (2 * divisor);
  const Wide rounded = doubled % (2 * divisor) < 0 ? quotient - 1 : quotient;

  return rounded > G_MAXINT64 || rounded <= G_MININT64 ? UNKNOWN : (gint64) rounded;
}

static gboolean
is (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Minutes that one amount of @period pays for; 0 is the whole project; UNKNOWN where nobody said. */
static gint64
period_minutes (const FootholdPayInputs *inputs, const FootholdWorkTime *time)
{
  if (is (inputs->kind, "results"))
    return 0;
  if (inputs->period == NULL)
    return is (inputs->kind, "fixed") ? 0 : is (inputs->kind, "hourly") ? 60 : UNKNOWN;

  return is (inputs->period, "hour")      ? 60
         : is (inputs->period, "day")     ? time->day
         : is (inputs->period, "week")    ? time->week
         : is (inputs->period, "month")   ? time->month
         : is (inputs->period, "year")    ? time->year
         : is (inputs->period, "project") ? 0
                                          : UNKNOWN;
}

/* The terms as arithmetic needs them. */
typedef struct
{
  FootholdAmounts pay; /* for one period */
  gint64 period; /* in minutes; 0 is the whole project */
  gint64 costs;
  FootholdAmounts minutes;
  /* real minutes = (estimate × permille + applying × 1000) ÷ 1000 */
  gint64 permille, applying;
} Terms;

/*
 * An hour's part of what is left of @pay when the work is estimated at @minutes:
 *   time paid:    (pay × minutes ÷ period − costs) × 60 ÷ real minutes
 *   project paid: (pay − costs) × 60 ÷ real minutes
 */
static gint64
rate_at (const Terms *terms, gint64 pay, gint64 minutes)
{
  const Wide period = terms->period > 0 ? terms->period : 1;
  const Wide earned = terms->period > 0 ? (Wide) pay * minutes : pay;
  const Wide spent = (Wide) minutes * terms->permille + (Wide) terms->applying * 1000;

  return divide ((earned - (Wide) terms->costs * period) * 60 * 1000, period * spent);
}

/*
 * The rate rises with the pay, so its ends belong to the ends of the pay. It moves
 * one way with the hours: up where time is paid and costs or applying are spread
 * over more of it, down where a fixed amount is.
 */
static gint64
rate_end (const Terms *terms, gint64 pay, gboolean low)
{
  gboolean rises;
  gint64 minutes;

  if (pay == UNKNOWN)
    return UNKNOWN;
  /* Paid by time and nothing goes off: every hour brings the same, however many there are; and nothing stays nothing.
   */
  if (terms->period > 0 && terms->costs == 0 && terms->applying == 0)
    return rate_at (terms, pay, terms->period);
  if (terms->period == 0 && pay == terms->costs)
    return 0;

  rises = terms->period > 0 || pay < terms->costs;
  minutes = rises == low ? terms->minutes.lo : terms->minutes.hi;

  return minutes != UNKNOWN ? rate_at (terms, pay, minutes) : UNKNOWN;
}

static gint64
whole_end (const Terms *terms, gint64 pay, gint64 minutes)
{
  if (pay == UNKNOWN)
    return UNKNOWN;
  if (terms->period == 0)
    return pay;

  return minutes != UNKNOWN ? divide ((Wide) pay * minutes, terms->period) : UNKNOWN;
}

/* What is paid for one period, and what is not known about it. */
static FootholdAmounts
pay_of (const FootholdPayInputs *inputs, FootholdPayRates *rates)
{
  rates->unpaid = is (inputs->kind, "unpaid");
  if (rates->unpaid)
    return (FootholdAmounts) { 0, 0 };
  if (inputs->net != UNKNOWN && !is (inputs->kind, "results"))
    return money_range (inputs->net, inputs->net);

  rates->caveats |= FOOTHOLD_PAY_GROSS_ONLY;
  if (is (inputs->kind, "results"))
    return money_range (inputs->guaranteed, inputs->cap);

  return money_range (inputs->gross_min, inputs->gross_max);
}

void
foothold_pay_rates (const FootholdPayInputs *inputs, const FootholdWorkTime *time, FootholdPayRates *rates)
{
  Terms terms = { .permille = 1000 };

  *rates = (FootholdPayRates) {
    .whole = { UNKNOWN, UNKNOWN },
    .listed = { UNKNOWN, UNKNOWN },
    .real = { UNKNOWN, UNKNOWN },
  };
  terms.pay = pay_of (inputs, rates);
  for (guint i = 0; i < FOOTHOLD_PAY_N_COSTS; i++)
    if (within (inputs->costs[i], 0, MOST_MONEY) != UNKNOWN)
      {
        rates->costs += inputs->costs[i];
        rates->n_costs_known++;
      }
  if (rates->n_costs_known < FOOTHOLD_PAY_N_COSTS)
    rates->caveats |= FOOTHOLD_PAY_COSTS_UNKNOWN;
  terms.costs = rates->costs;
  terms.period = rates->unpaid ? 0 : period_minutes (inputs, time);
  if (terms.period == UNKNOWN)
    return;

  terms.minutes.lo = within (inputs->minutes_min, 1, MOST_MINUTES);
  terms.minutes.hi = within (inputs->minutes_max, 1, MOST_MINUTES);
  if (terms.minutes.lo != UNKNOWN && terms.minutes.hi != UNKNOWN && terms.minutes.lo > terms.minutes.hi)
    terms.minutes = (FootholdAmounts) { terms.minutes.hi, terms.minutes.lo };

  rates->whole.lo = whole_end (&terms, terms.pay.lo, terms.minutes.lo);
  rates->whole.hi = whole_end (&terms, terms.pay.hi, terms.minutes.hi);
  rates->listed.lo = rate_end (&terms, terms.pay.lo, TRUE);
  rates->listed.hi = rate_end (&terms, terms.pay.hi, FALSE);

  terms.permille = within (inputs->overrun_permille, 1, MOST_OVERRUN);
  terms.applying = within (inputs->applying_minutes, 0, MOST_MINUTES);
  if (terms.permille == UNKNOWN || terms.applying == UNKNOWN)
    return;
  rates->real.lo = rate_end (&terms, terms.pay.lo, TRUE);
  rates->real.hi = rate_end (&terms, terms.pay.hi, FALSE);
}

gint64
foothold_pay_convert (gint64 minor, const char *currency, const char *to, const FootholdConversion *conversion)
{
  gboolean forward;
  Wide above, below = 1000000;

  /* nothing is nothing in every currency: what is unpaid names none */
  if (minor == 0)
    return 0;
  if (minor == UNKNOWN || currency == NULL || to == NULL)
    return UNKNOWN;
  if (g_str_equal (currency, to))
    return minor;
  if (conversion == NULL || conversion->micro <= 0 || conversion->date == NULL
      || !foothold_date_is_valid (conversion->date) || within (minor, -MOST_MONEY, MOST_MONEY) == UNKNOWN)
    return UNKNOWN;

  forward = is (conversion->from, currency) && is (conversion->to, to);
  if (!forward && !(is (conversion->from, to) && is (conversion->to, currency)))
    return UNKNOWN;
  above = (Wide) minor * (forward ? conversion->micro : 1000000);
  below = forward ? 1000000 : conversion->micro;
  for (guint i = 0; i < foothold_currency_exponent (to); i++)
    above *= 10;
  for (guint i = 0; i < foothold_currency_exponent (currency); i++)
    below *= 10;

  return divide (above, below);
}

FootholdFloorVerdict
foothold_pay_against_floor (const FootholdAmounts *rate,
                            guint caveats,
                            const char *currency,
                            gint64 floor,
                            const char *floor_currency,
                            const FootholdConversion *conversion)
{
  const gint64 lo = foothold_pay_convert (rate->lo, currency, floor_currency, conversion);
  const gint64 hi = foothold_pay_convert (rate->hi, currency, floor_currency, conversion);

  if (floor == UNKNOWN || (lo == UNKNOWN && hi == UNKNOWN))
    return FOOTHOLD_FLOOR_UNKNOWN;
  if (hi != UNKNOWN && hi < floor)
    return FOOTHOLD_FLOOR_BELOW;
  if (lo == UNKNOWN || lo < floor)
    return FOOTHOLD_FLOOR_PARTLY;

  return caveats != 0 ? FOOTHOLD_FLOOR_AS_LISTED : FOOTHOLD_FLOOR_ABOVE;
}

gint64
foothold_pay_reference_floor (const FootholdRuleItem *item)
{
  return item->minutes > 0 && item->amount != UNKNOWN ? divide ((Wide) item->amount * 60, item->minutes) : UNKNOWN;
}
