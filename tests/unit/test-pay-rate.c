// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts-fixture.h"
#include "rules/foothold-exchange.h"
#include "rules/foothold-pay-rate.h"

/* What an hour brings: the worked examples of help/C/worth.page, tables, and what holds for any terms. */

#define UNKNOWN FOOTHOLD_FACT_UNKNOWN
#define N_RANDOM 40000

static FootholdWorkTime work_time = { 480, 2400, 10400, 124800 };

static FootholdPayInputs
terms (const char *kind, const char *period, gint64 gross_min, gint64 gross_max, gint64 minutes_min, gint64 minutes_max)
{
  FootholdPayInputs inputs;

  foothold_pay_inputs_init (&inputs);
  inputs.kind = kind;
  inputs.period = period;
  inputs.currency = "USD";
  inputs.gross_min = gross_min;
  inputs.gross_max = gross_max;
  inputs.minutes_min = minutes_min;
  inputs.minutes_max = minutes_max;
  for (guint i = 0; i < FOOTHOLD_PAY_N_COSTS; i++)
    inputs.costs[i] = 0;
  inputs.overrun_permille = 1000;
  inputs.applying_minutes = 0;

  return inputs;
}

static void
assert_amounts (FootholdAmounts amounts, gint64 lo, gint64 hi)
{
  g_assert_cmpint (amounts.lo, ==, lo);
  g_assert_cmpint (amounts.hi, ==, hi);
}

/* Example “worth-rate” of help/C/worth.page. */
static void
test_example_rate (void)
{
  FootholdPayInputs inputs = terms ("fixed", NULL, 60000, 60000, 30 * 60, 30 * 60);
  FootholdPayRates rates;

  inputs.net = 54000;
  inputs.costs[1] = 3000;
  inputs.overrun_permille = 1250;
  inputs.applying_minutes = 150;
  foothold_pay_rates (&inputs, &work_time, &rates);
  assert_amounts (rates.whole, 54000, 54000);
  assert_amounts (rates.listed, 1700, 1700);
  assert_amounts (rates.real, 1275, 1275);
  g_assert_cmpuint (rates.caveats, ==, 0);
  g_assert_cmpint (foothold_pay_against_floor (&rates.listed, rates.caveats, "USD", 1500, "USD", NULL), ==,
                   FOOTHOLD_FLOOR_ABOVE);
  g_assert_cmpint (foothold_pay_against_floor (&rates.real, rates.caveats, "USD", 1500, "USD", NULL), ==,
                   FOOTHOLD_FLOOR_BELOW);
}

/* Example “worth-rate-range” of help/C/worth.page. */
static void
test_example_rate_range (void)
{
  FootholdPayInputs inputs = terms ("results", NULL, UNKNOWN, UNKNOWN, 20 * 60, 25 * 60);
  FootholdPayRates rates;

  inputs.guaranteed = 20000;
  inputs.cap = 50000;
  foothold_pay_rates (&inputs, &work_time, &rates);
  assert_amounts (rates.listed, 800, 2500);
  g_assert_cmpuint (rates.caveats, ==, FOOTHOLD_PAY_GROSS_ONLY);
  g_assert_cmpint (foothold_pay_against_floor (&rates.listed, rates.caveats, "USD", 1500, "USD", NULL), ==,
                   FOOTHOLD_FLOOR_PARTLY);
}

static void
test_periods (void)
{
  const struct
  {
    const char *kind, *period;
    gint64 amount, minutes; /* in, the same at both ends */
    gint64 whole, listed;
  } cases[] = {
    { "hourly", "hour", 2000, 600, 20000, 2000 },
    { "hourly", NULL, 2000, 600, 20000, 2000 },
    { "fixed", "project", 60000, 1800, 60000, 2000 },
    { "fixed", NULL, 60000, 1800, 60000, 2000 },
    { "fixed", "day", 16000, 960, 32000, 2000 },
    { "stipend", "week", 80000, 1200, 40000, 2000 },
    { "stipend", "month", 52000, 10400, 52000, 300 },
    { "stipend", "year", 2080000, 1248, 20800, 1000 },
    /* a stipend for nobody knows what, and kinds that say nothing */
    { "stipend", NULL, 60000, 1800, UNKNOWN, UNKNOWN },
    { NULL, NULL, 60000, 1800, UNKNOWN, UNKNOWN },
    { NULL, "project", 60000, 1800, 60000, 2000 },
    { "fixed", "fortnight", 60000, 1800, UNKNOWN, UNKNOWN },
    /* hours unknown, or none: the whole of a fixed fee is known, an hour of it is not; time is paid alike */
    { "fixed", NULL, 60000, UNKNOWN, 60000, UNKNOWN },
    { "fixed", NULL, 60000, 0, 60000, UNKNOWN },
    { "hourly", NULL, 2000, UNKNOWN, UNKNOWN, 2000 },
    { "stipend", "week", 80000, UNKNOWN, UNKNOWN, 2000 },
    /* no pay known, and a mistake */
    { "fixed", NULL, UNKNOWN, 600, UNKNOWN, UNKNOWN },
    { "fixed", NULL, -100, 600, UNKNOWN, UNKNOWN },
    { "fixed", NULL, G_MAXINT64, 600, UNKNOWN, UNKNOWN },
    { "fixed", NULL, 60000, G_MAXINT64, 60000, UNKNOWN },
    /* to the nearest, halves up */
    { "fixed", NULL, 100, 3 * 60, 100, 33 },
    { "fixed", NULL, 200, 3 * 60, 200, 67 },
    { "fixed", NULL, 5, 2 * 60, 5, 3 },
    { "unpaid", NULL, UNKNOWN, 600, 0, 0 },
    { "unpaid", "hour", 500, 600, 0, 0 },
    { "unpaid", NULL, UNKNOWN, UNKNOWN, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FootholdPayInputs inputs =
        terms (cases[i].kind, cases[i].period, cases[i].amount, cases[i].amount, cases[i].minutes, cases[i].minutes);
      FootholdPayRates rates;

      g_test_message ("case %u", i);
      foothold_pay_rates (&inputs, &work_time, &rates);
      assert_amounts (rates.whole, cases[i].whole, cases[i].whole);
      assert_amounts (rates.listed, cases[i].listed, cases[i].listed);
    }
}

static void
test_ranges (void)
{
  const struct
  {
    const char *kind;
    gint64 gross_min, gross_max, minutes_min, minutes_max, costs;
    gint64 lo, hi;
  } cases[] = {
    /* the worst: little pay for many hours */
    { "fixed", 30000, 60000, 600, 1200, 0, 1500, 6000 },
    { "fixed", 30000, 60000, 600, 1200, 10000, 1000, 5000 },
    /* more costs than pay hurt least when spread over many hours */
    { "fixed", 5000, 5000, 600, 1200, 10000, -500, -250 },
    { "fixed", 5000, 20000, 600, 1200, 10000, -500, 1000 },
    /* paid by the hour: costs are spread over more of them */
    { "hourly", 2000, 2500, 600, 1200, 10000, 1000, 2000 },
    { "hourly", 2000, 2500, 600, 1200, 0, 2000, 2500 },
    /* one end unknown */
    { "fixed", 30000, UNKNOWN, 600, 600, 0, 3000, UNKNOWN },
    { "fixed", UNKNOWN, 30000, 600, 600, 0, UNKNOWN, 3000 },
    { "fixed", 30000, 30000, 600, UNKNOWN, 0, UNKNOWN, 3000 },
    { "fixed", 30000, 30000, UNKNOWN, 600, 0, 3000, UNKNOWN },
    { "fixed", 5000, 5000, 600, UNKNOWN, 10000, -500, UNKNOWN },
    { "hourly", 2000, 2000, 600, UNKNOWN, 10000, 1000, UNKNOWN },
    /* the wrong way round */
    { "fixed", 60000, 30000, 1200, 600, 0, 1500, 6000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdPayInputs inputs =
        terms (cases[i].kind, NULL, cases[i].gross_min, cases[i].gross_max, cases[i].minutes_min, cases[i].minutes_max);
      FootholdPayRates rates;

      g_test_message ("case %u", i);
      inputs.costs[0] = cases[i].costs;
      foothold_pay_rates (&inputs, &work_time, &rates);
      assert_amounts (rates.listed, cases[i].lo, cases[i].hi);
      /* as quick as estimated and nothing spent on applying: real is listed */
      assert_amounts (rates.real, cases[i].lo, cases[i].hi);
    }
}

static void
test_caveats (void)
{
  FootholdPayInputs inputs = terms ("fixed", NULL, 60000, 60000, 1800, 1800);
  FootholdPayRates rates;

  inputs.costs[2] = UNKNOWN;
  inputs.costs[3] = 6000;
  inputs.overrun_permille = UNKNOWN;
  foothold_pay_rates (&inputs, &work_time, &rates);
  assert_amounts (rates.listed, 1800, 1800);
  assert_amounts (rates.real, UNKNOWN, UNKNOWN);
  g_assert_cmpuint (rates.caveats, ==, FOOTHOLD_PAY_GROSS_ONLY | FOOTHOLD_PAY_COSTS_UNKNOWN);
  g_assert_cmpuint (rates.n_costs_known, ==, 3);
  g_assert_cmpint (rates.costs, ==, 6000);

  inputs.overrun_permille = 1000;
  inputs.applying_minutes = UNKNOWN;
  foothold_pay_rates (&inputs, &work_time, &rates);
  assert_amounts (rates.real, UNKNOWN, UNKNOWN);

  inputs = terms ("unpaid", NULL, UNKNOWN, UNKNOWN, 600, 600);
  inputs.costs[1] = 5000;
  foothold_pay_rates (&inputs, &work_time, &rates);
  g_assert_true (rates.unpaid);
  assert_amounts (rates.listed, -500, -500);
  g_assert_cmpuint (rates.caveats, ==, 0);
}

static void
test_floor (void)
{
  const struct
  {
    gint64 lo, hi;
    guint caveats;
    gint64 floor;
    FootholdFloorVerdict verdict;
  } cases[] = {
    { 2000, 2000, 0, 1500, FOOTHOLD_FLOOR_ABOVE },
    { 1500, 2000, 0, 1500, FOOTHOLD_FLOOR_ABOVE },
    { 1499, 2000, 0, 1500, FOOTHOLD_FLOOR_PARTLY },
    { 1000, 1499, 0, 1500, FOOTHOLD_FLOOR_BELOW },
    { 1000, 1500, 0, 1500, FOOTHOLD_FLOOR_PARTLY },
    /* what may still go off cannot lift a rate */
    { 1000, 1499, FOOTHOLD_PAY_GROSS_ONLY, 1500, FOOTHOLD_FLOOR_BELOW },
    { 2000, 2000, FOOTHOLD_PAY_GROSS_ONLY, 1500, FOOTHOLD_FLOOR_AS_LISTED },
    { 2000, 2000, FOOTHOLD_PAY_COSTS_UNKNOWN, 1500, FOOTHOLD_FLOOR_AS_LISTED },
    { UNKNOWN, 1499, 0, 1500, FOOTHOLD_FLOOR_BELOW },
    { UNKNOWN, 1500, 0, 1500, FOOTHOLD_FLOOR_PARTLY },
    { 1500, UNKNOWN, 0, 1500, FOOTHOLD_FLOOR_ABOVE },
    { 1499, UNKNOWN, 0, 1500, FOOTHOLD_FLOOR_PARTLY },
    { UNKNOWN, UNKNOWN, 0, 1500, FOOTHOLD_FLOOR_UNKNOWN },
    { 2000, 2000, 0, UNKNOWN, FOOTHOLD_FLOOR_UNKNOWN },
  };
  const FootholdAmounts rate = { 2000, 2000 };
  const FootholdConversion conversion = { "USD", "EUR", 920000, "2026-11-20" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (foothold_pay_against_floor (&(FootholdAmounts) { cases[i].lo, cases[i].hi }, cases[i].caveats,
                                                   "EUR", cases[i].floor, "EUR", NULL),
                       ==, cases[i].verdict);
    }
  /* another currency needs a rate that the person typed: 20 USD are 18.40 EUR */
  g_assert_cmpint (foothold_pay_against_floor (&rate, 0, "USD", 1840, "EUR", NULL), ==, FOOTHOLD_FLOOR_UNKNOWN);
  g_assert_cmpint (foothold_pay_against_floor (&rate, 0, "USD", 1840, "EUR", &conversion), ==, FOOTHOLD_FLOOR_ABOVE);
  g_assert_cmpint (foothold_pay_against_floor (&rate, 0, "USD", 1841, "EUR", &conversion), ==, FOOTHOLD_FLOOR_BELOW);
  g_assert_cmpint (foothold_pay_against_floor (&rate, 0, "CHF", 1841, "EUR", &conversion), ==, FOOTHOLD_FLOOR_UNKNOWN);
  g_assert_cmpint (foothold_pay_against_floor (&rate, 0, NULL, 1841, "EUR", NULL), ==, FOOTHOLD_FLOOR_UNKNOWN);
  /* unpaid, without a currency, is less than anything */
  g_assert_cmpint (foothold_pay_against_floor (&(FootholdAmounts) { 0, 0 }, 0, NULL, 1841, "EUR", NULL), ==,
                   FOOTHOLD_FLOOR_BELOW);
}

static void
test_convert (void)
{
  const FootholdConversion yen = { "EUR", "JPY", 163500000, "2026-11-20" };
  const FootholdConversion undated = { "EUR", "JPY", 163500000, NULL };
  const FootholdConversion nothing = { "EUR", "JPY", 0, "2026-11-20" };

  g_assert_cmpint (foothold_pay_convert (1500, "EUR", "JPY", &yen), ==, 2453); /* 15.00 € are 2452.5 ¥ */
  g_assert_cmpint (foothold_pay_convert (2000, "JPY", "EUR", &yen), ==, 1223); /* 2000 ¥ are 12.23 € */
  g_assert_cmpint (foothold_pay_convert (1500, "EUR", "EUR", NULL), ==, 1500);
  g_assert_cmpint (foothold_pay_convert (1500, "EUR", "JPY", &undated), ==, UNKNOWN);
  g_assert_cmpint (foothold_pay_convert (1500, "EUR", "JPY", &nothing), ==, UNKNOWN);
  g_assert_cmpint (foothold_pay_convert (UNKNOWN, "EUR", "EUR", &yen), ==, UNKNOWN);
}

/* The newest of those between the two, either way round; never one of two others. */
static void
test_find (void)
{
  const FootholdConversion all[] = {
    { "EUR", "PLN", 4300000, "2026-11-01" }, { "PLN", "EUR", 230000, "2026-11-09" },
    { "USD", "EUR", 900000, "2026-11-20" },  { "EUR", "USD", 1100000, "2026-11-20" },
    { "EUR", "CZK", 0, "2026-11-20" },       { "EUR", "GBP", 850000, "soon" },
  };

  g_assert_true (foothold_exchange_find (all, G_N_ELEMENTS (all), "EUR", "PLN") == &all[1]);
  g_assert_true (foothold_exchange_find (all, 1, "PLN", "EUR") == &all[0]);
  g_assert_true (foothold_exchange_find (all, G_N_ELEMENTS (all), "USD", "EUR") == &all[2]);
  g_assert_true (foothold_exchange_find (all, G_N_ELEMENTS (all), "EUR", "USD") == &all[3]);
  g_assert_null (foothold_exchange_find (all, G_N_ELEMENTS (all), "USD", "PLN"));
  g_assert_null (foothold_exchange_find (all, G_N_ELEMENTS (all), "EUR", "CZK"));
  g_assert_null (foothold_exchange_find (all, G_N_ELEMENTS (all), "EUR", "GBP"));
  g_assert_null (foothold_exchange_find (all, G_N_ELEMENTS (all), NULL, "EUR"));
}

static void
test_typed_rates (void)
{
  const struct
  {
    const char *text, *from, *to;
    gint64 micro;
  } cases[] = {
    { "1 EUR = 4.30 PLN", "EUR", "PLN", 4300000 },
    { " 1 € = 4,30 zł ", "EUR", "PLN", 4300000 },
    { "1\u00a0EUR = 4.3\u00a0PLN", "EUR", "PLN", 4300000 },
    { "EUR 1 = PLN 4.30", "EUR", "PLN", 4300000 },
    { "eur/pln 4.30", "EUR", "PLN", 4300000 },
    { "EUR PLN 4.30", "EUR", "PLN", 4300000 },
    { "EUR = 4.30 PLN", "EUR", "PLN", 4300000 },
    { "100 JPY = 0.62 EUR", "JPY", "EUR", 6200 },
    { "1 EUR = 1.085 USD", "EUR", "USD", 1085000 },
    { "3 EUR = 10 USD", "EUR", "USD", 3333333 },
    { "1 EUR = 26500 VND", "EUR", "VND", G_GINT64_CONSTANT (26500000000) },
  };
  const char *const wrong[] = {
    "",
    NULL,
    "4.30",
    "1 EUR",
    "1 EUR = 4.30",
    "1 EUR = PLN",
    "EUR = EUR 1",
    "1 EUR = 0 PLN",
    "1 EUR = -4 PLN",
    "1 EUR = 4 PLN = 5 USD",
    "1 EUR = 4 5 PLN",
    "1 EUR = 4.1234567 PLN",
    "= 4 PLN EUR",
    "1 EUR = 4 moons",
    "0.000001 EUR = 99999999999999999999 PLN",
    "1 EUR = 99999999999999999999999999 PLN",
    "1000000 EUR = 0.000001 PLN",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdTypedRate rate;
      g_autofree char *number = NULL;
      g_autofree char *again = NULL;

      if (!foothold_exchange_parse (cases[i].text, &rate))
        g_error ("“%s” is not understood", cases[i].text);
      g_assert_cmpstr (rate.from, ==, cases[i].from);
      g_assert_cmpstr (rate.to, ==, cases[i].to);
      g_assert_cmpint (rate.micro, ==, cases[i].micro);
      number = foothold_exchange_micro_to_text (rate.micro, ",");
      again = g_strdup_printf ("1 %s = %s %s", rate.from, number, rate.to);
      g_assert_true (foothold_exchange_parse (again, &rate));
      g_assert_cmpint (rate.micro, ==, cases[i].micro);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      FootholdTypedRate rate;

      if (foothold_exchange_parse (wrong[i], &rate))
        g_error ("“%s” is taken for a rate", wrong[i]);
    }
}

static void
test_references (void)
{
  const char *const english[] = { "C", NULL };
  g_autoptr (FootholdRuleFile) us = foothold_rule_file_find ("pay-floors", "US", english, NULL);
  g_autoptr (FootholdRuleFile) canada = foothold_rule_file_find ("pay-floors", "CA", english, NULL);

  g_assert_cmpint (foothold_pay_reference_floor (foothold_rule_file_find_item (us, "parker-dewey")), ==, 2000);
  g_assert_cmpint (foothold_pay_reference_floor (foothold_rule_file_find_item (us, "riipen")), ==, 2000);
  g_assert_cmpint (foothold_pay_reference_floor (foothold_rule_file_find_item (canada, "riipen")), ==, 2333);
}

static void
test_take_facts (void)
{
  const Fact table[] = { TEXT ("pay_kind", "fixed"),      TEXT ("currency", "EUR"),
                         NUMBER ("pay_gross_min", 60000), NOT_SAID ("pay_gross_max"),
                         NUMBER ("pay_net", 54000),       NUMBER ("cost_fees", 100),
                         NUMBER ("cost_software", 40),    NUMBER ("minutes_min", 600),
                         NUMBER ("minutes_max", 1200),    NUMBER ("pay_cap", 7),
                         NUMBER ("pay_guaranteed", 5),    TEXT ("pay_period", "project"),
                         NUMBER ("cost_travel", 20),      NUMBER ("cost_equipment", 30),
                         NUMBER ("minutes_applying", 90), END };
  const FootholdFacts facts = facts_of (table);
  FootholdPayInputs inputs;

  foothold_pay_inputs_init (&inputs);
  foothold_pay_inputs_take_facts (&inputs, &facts);
  g_assert_cmpstr (inputs.kind, ==, "fixed");
  g_assert_cmpstr (inputs.period, ==, "project");
  g_assert_cmpstr (inputs.currency, ==, "EUR");
  g_assert_cmpint (inputs.gross_min, ==, 60000);
  g_assert_cmpint (inputs.gross_max, ==, UNKNOWN);
  g_assert_cmpint (inputs.net, ==, 54000);
  g_assert_cmpint (inputs.guaranteed, ==, 5);
  g_assert_cmpint (inputs.cap, ==, 7);
  for (guint i = 0; i < FOOTHOLD_PAY_N_COSTS; i++)
    g_assert_cmpint (inputs.costs[i], ==, ((gint64[]) { 100, 20, 30, 40 })[i]);
  g_assert_cmpint (inputs.minutes_min, ==, 600);
  g_assert_cmpint (inputs.minutes_max, ==, 1200);
  g_assert_cmpint (inputs.overrun_permille, ==, UNKNOWN);
  g_assert_cmpint (inputs.applying_minutes, ==, 90);
}

static gint64
maybe (GRand *random, gint64 most)
{
  return g_rand_int_range (random, 0, 5) == 0 ? UNKNOWN : g_rand_int_range (random, 0, (gint32) most);
}

static gint64
somewhere (GRand *random, gint64 lo, gint64 hi)
{
  return lo + g_rand_int_range (random, 0, (gint32) (hi - lo) + 1);
}

static void
assert_holds (FootholdAmounts outer, FootholdAmounts inner)
{
  g_assert_true (outer.lo == UNKNOWN || (inner.lo != UNKNOWN && inner.lo >= outer.lo));
  g_assert_true (outer.hi == UNKNOWN || (inner.hi != UNKNOWN && inner.hi <= outer.hi));
  g_assert_true (inner.lo == UNKNOWN || inner.hi == UNKNOWN || inner.lo <= inner.hi);
}

/* Whatever pay and hours turn out to be within their ranges, the rate was within its. An unknown end stays unknown or
 * is learned. */
static void
test_ranges_hold_every_outcome (void)
{
  static const char *const kinds[] = { "fixed", "hourly", "stipend", "results", "unpaid" };
  static const char *const periods[] = { "hour", "day", "week", "month", "year", "project", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  guint n_ranges = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      const gint64 pay = g_rand_int_range (random, 0, 100000), hours = g_rand_int_range (random, 1, 6000);
      FootholdPayInputs inputs =
        terms (kinds[i % 5], periods[g_rand_int_range (random, 0, 7)], pay, pay + g_rand_int_range (random, 0, 50000),
               hours, hours + g_rand_int_range (random, 0, 3000));
      FootholdPayInputs outcome;
      FootholdPayRates range, point;
      gint64 *const lows[] = { &inputs.gross_min, &inputs.minutes_min };

      inputs.guaranteed = inputs.gross_min;
      inputs.cap = inputs.gross_max;
      inputs.costs[0] = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 0, 120000) : 0;
      inputs.overrun_permille = g_rand_int_range (random, 200, 4000);
      inputs.applying_minutes = maybe (random, 600);
      outcome = inputs;
      outcome.gross_min = outcome.gross_max = somewhere (random, inputs.gross_min, inputs.gross_max);
      outcome.guaranteed = outcome.cap = outcome.gross_min;
      outcome.minutes_min = outcome.minutes_max = somewhere (random, inputs.minutes_min, inputs.minutes_max);
      if (g_rand_int_range (random, 0, 4) == 0)
        *lows[g_rand_int_range (random, 0, 2)] = UNKNOWN;
      foothold_pay_rates (&inputs, &work_time, &range);
      foothold_pay_rates (&outcome, &work_time, &point);
      assert_holds (range.listed, point.listed);
      assert_holds (range.real, point.real);
      assert_holds (range.whole, point.whole);
      n_ranges += range.listed.lo != UNKNOWN && range.listed.hi > range.listed.lo;
    }
  g_assert_cmpuint (n_ranges, >, N_RANDOM / 4);
}

/* Learning a thing never widens what an hour or the whole brings, and forgetting it never narrows it. */
static void
test_learning_never_widens (void)
{
  static const char *const kinds[] = { "fixed", "hourly", "stipend", "results", "unpaid", NULL };
  static const char *const periods[] = { "hour", "day", "project", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261128);
  guint n_learned = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      const gint64 pay = g_rand_int_range (random, 0, 100000), minutes = g_rand_int_range (random, 1, 6000);
      FootholdPayInputs known = terms (kinds[g_rand_int_range (random, 0, 6)], periods[g_rand_int_range (random, 0, 4)],
                                       pay, pay + maybe (random, 50000), minutes, minutes + maybe (random, 3000));
      FootholdPayInputs some;
      FootholdPayRates before, after;
      gint64 *const members[] = {
        &some.gross_min,   &some.gross_max,   &some.guaranteed,       &some.cap,
        &some.minutes_min, &some.minutes_max, &some.overrun_permille, &some.applying_minutes
      };
      const gint64 *learned;
      gsize offset;

      known.guaranteed = known.gross_min;
      known.cap = known.gross_max;
      known.costs[1] = maybe (random, 120000);
      known.overrun_permille = g_rand_int_range (random, 200, 4000);
      known.applying_minutes = maybe (random, 600);
      some = known;
      for (gsize n = 0; n < G_N_ELEMENTS (members); n++)
        if (g_rand_int_range (random, 0, 3) == 0)
          *members[n] = UNKNOWN;
      foothold_pay_rates (&some, &work_time, &before);
      offset =
        (gsize) ((const char *) members[g_rand_int_range (random, 0, G_N_ELEMENTS (members))] - (const char *) &some);
      learned = (const gint64 *) (gconstpointer) ((const char *) &known + offset);
      n_learned += *(gint64 *) (gpointer) ((char *) &some + offset) == UNKNOWN;
      *(gint64 *) (gpointer) ((char *) &some + offset) = *learned;
      foothold_pay_rates (&some, &work_time, &after);
      assert_holds (before.listed, after.listed);
      assert_holds (before.real, after.real);
      assert_holds (before.whole, after.whole);
    }
  g_assert_cmpuint (n_learned, >, N_RANDOM / 5);
}

static void
test_percent (void)
{
  const struct
  {
    const char *text;
    gint64 permille;
    const char *again;
  } cases[] = {
    { "125", 1250, "125" },
    { "112.5", 1125, "112.50" },
    { "112,5 %", 1125, "112.50" },
    { "80%", 800, "80" },
  };
  const char *const wrong[] = { "", "%", "0", "-5", "112.55", "1001", "a lot" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 permille = 0;
      g_autofree char *again = NULL;

      g_assert_true (foothold_percent_from_text (cases[i].text, &permille));
      g_assert_cmpint (permille, ==, cases[i].permille);
      again = foothold_percent_to_text (permille);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 permille = 0;

      if (foothold_percent_from_text (wrong[i], &permille))
        g_error ("“%s” is taken for %" G_GINT64_FORMAT, wrong[i], permille);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay-rate/example-rate", test_example_rate);
  g_test_add_func ("/pay-rate/example-rate-range", test_example_rate_range);
  g_test_add_func ("/pay-rate/periods", test_periods);
  g_test_add_func ("/pay-rate/ranges", test_ranges);
  g_test_add_func ("/pay-rate/caveats", test_caveats);
  g_test_add_func ("/pay-rate/floor", test_floor);
  g_test_add_func ("/pay-rate/convert", test_convert);
  g_test_add_func ("/pay-rate/find-exchange", test_find);
  g_test_add_func ("/pay-rate/typed-exchange", test_typed_rates);
  g_test_add_func ("/pay-rate/references", test_references);
  g_test_add_func ("/pay-rate/take-facts", test_take_facts);
  g_test_add_func ("/pay-rate/every-outcome", test_ranges_hold_every_outcome);
  g_test_add_func ("/pay-rate/learning", test_learning_never_widens);
  g_test_add_func ("/pay-rate/percent", test_percent);

  return g_test_run ();
}
