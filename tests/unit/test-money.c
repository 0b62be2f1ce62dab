// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>

#include "rules/foothold-lists.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"

/* Money and hours: exact both ways, and what people write about pay. */

static void
test_exact (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *text;
  } cases[] = {
    { 60000, "EUR", "600.00" }, { 5, "EUR", "0.05" },       { -5, "EUR", "-0.05" },   { 900000, "VND", "900000" },
    { 1200, "JPY", "1200" },    { 12345, "KWD", "12.345" }, { 0, "USD", "0.00" },     { 60000, NULL, "600.00" },
    { -1, "JPY", "-1" },        { 100, "XXX", "1.00" },     { 1001, "TND", "1.001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = foothold_money_to_text (cases[i].minor, cases[i].currency);
      gint64 minor = 0;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (foothold_money_from_text (text, cases[i].currency, &minor));
      g_assert_cmpint (minor, ==, cases[i].minor);
    }

  g_assert_null (foothold_money_to_text (FOOTHOLD_MONEY_UNKNOWN, "EUR"));
}

static void
test_exact_refuses (void)
{
  static const char *const texts[] = { "",    "-",  ".5",  "1.",  "1.234", "1,00",          " 1",
                                       "1 ",  "+1", "1e3", "0x1", "1.0.0", "1000000000001", "99999999999999999999",
                                       "NaN", NULL };
  gint64 minor = 42;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_test_message ("“%s”", texts[i]);
      g_assert_false (foothold_money_from_text (texts[i], "EUR", &minor));
    }
  g_assert_false (foothold_money_from_text (NULL, "EUR", &minor));
  g_assert_false (foothold_money_from_text ("1.5", "JPY", &minor));
  g_assert_cmpint (minor, ==, 42);
  g_assert_true (foothold_money_from_text ("1.500", "EUR", &minor));
  g_assert_cmpint (minor, ==, 150);
}

static void
test_random_round_trip (void)
{
  static const char *const currencies[] = { "EUR", "JPY", "KWD" };

  for (guint i = 0; i < 20000; i++)
    {
      const char *currency = currencies[i % 3];
      const gint64 minor = (gint64) g_test_rand_int () * (i % 7 + 1) - (1 << 30);
      g_autofree char *text = foothold_money_to_text (minor, currency);
      gint64 back = 0;

      g_assert_true (foothold_money_from_text (text, currency, &back));
      g_assert_cmpint (back, ==, minor);
    }
}

static void
test_as_written (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    gint64 minor; /* -1: refused */
  } cases[] = {
    { "1.200,50", "EUR", 120050 },
    { "1,200.50", "EUR", 120050 },
    { "1200", "EUR", 120000 },
    { "1.200", "EUR", 120000 },
    { "1,200", "USD", 120000 },
    { "0.500", "KWD", 500 },
    { "1,5", "EUR", 150 },
    { "12.345.678", "VND", 12345678 },
    { "1 200", "EUR", 120000 },
    { "1\u00a0200,50", "EUR", 120050 },
    { "1'200.50", "CHF", 120050 },
    { "12k", "USD", 1200000 },
    { "1.5k", "USD", 150000 },
    { "3,5 triệu", "VND", 3500000 },
    { "500 nghìn", "VND", 500000 },
    { "2 tr", "VND", 2000000 },
    { "1,2 tỷ", "VND", 1200000000 },
    { "3 tys.", "PLN", 300000 },
    { "1.5 lakh", "INR", 15000000 },
    { "2 Mio", "EUR", 200000000 },
    { "3 tree", "USD", -1 },
    { "23.076923", "USD", 2308 },
    { "0.005", "EUR", 1 },
    { "1.234.567,89", "EUR", 123456789 },
    { "900.000", "VND", 900000 },
    { " 600 ", "EUR", 60000 },
    { "30.125", "KWD", 30125 },
    { "4,500", "BHD", 4500 },
    { "1.234.567", "KWD", 1234567000 },
    { "1.234,567", "TND", 1234567 },
    { "1,500.000", "KWD", 1500000 },
    { "18.500", "EUR", 1850000 },
    { "600 x", "EUR", -1 },
    { "", "EUR", -1 },
    { "-5", "EUR", -1 },
    { "1234567890123456", "EUR", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minor = -1;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (foothold_money_parse (cases[i].text, -1, cases[i].currency, &minor), ==, cases[i].minor >= 0);
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
}

#define NO FOOTHOLD_MONEY_UNKNOWN

static void
test_pay (void)
{
  static const struct
  {
    const char *text, *currency, *country;
    gint64 min, max;
    const char *found, *period;
  } cases[] = {
    { "€ 600", NULL, NULL, 60000, 60000, "EUR", NULL },
    { "600 USD", NULL, NULL, 60000, 60000, "USD", NULL },
    { "20–25 $/h", NULL, NULL, 2000, 2500, "USD", "hour" },
    { "$20 - $25 per hour", NULL, "CA", 2000, 2500, "CAD", "hour" },
    { "A$30 an hour", NULL, NULL, 3000, 3000, "AUD", "hour" },
    { "1.200,50 EUR", NULL, NULL, 120050, 120050, "EUR", NULL },
    { "600 € pauschal", NULL, NULL, 60000, 60000, "EUR", "project" },
    { "Fee 500 EUR", NULL, NULL, 50000, 50000, "EUR", "project" },
    { "$500 total", NULL, NULL, 50000, 50000, "USD", "project" },
    { "500 EUR Honorar", NULL, NULL, 50000, 50000, "EUR", "project" },
    { "fee: 20 EUR per hour", NULL, NULL, 2000, 2000, "EUR", "hour" },
    { "fixed 800 EUR per week", NULL, NULL, 80000, 80000, "EUR", "week" },
    { "600 € for 30 h", NULL, NULL, 60000, 60000, "EUR", NULL },
    { "40 hours at 20 € per hour", NULL, NULL, 2000, 2000, "EUR", "hour" },
    { "30 zł/godz", NULL, NULL, 3000, 3000, "PLN", "hour" },
    { "3.000.000 đ/tháng", NULL, NULL, 3000000, 3000000, "VND", "month" },
    { "3-5 triệu đồng/tháng", NULL, NULL, 3000000, 5000000, "VND", "month" },
    { "500 nghìn - 1 triệu VND", NULL, NULL, 500000, 1000000, "VND", NULL },
    { "20-25k USD per year", NULL, NULL, 2000000, 2500000, "USD", "year" },
    { "up to 500 EUR", NULL, NULL, NO, 50000, "EUR", NULL },
    { "ab 500 EUR", NULL, NULL, 50000, NO, "EUR", NULL },
    { "500+ GBP", NULL, NULL, 50000, NO, "GBP", NULL },
    { "100000", "USD", NULL, 10000000, 10000000, "USD", NULL },
    { "25 hourly", "USD", NULL, 2500, 2500, "USD", "hour" },
    { "300 kr", NULL, "SE", 30000, 30000, "SEK", NULL },
    { "¥3000", NULL, NULL, 3000, 3000, "JPY", NULL },
    { "25 to 20 €", NULL, NULL, 2000, 2500, "EUR", NULL },
    { "15 EUR bis 18 EUR pro Stunde", NULL, NULL, 1500, 1800, "EUR", "hour" },
    { "1 200 zł", NULL, NULL, 120000, 120000, "PLN", NULL },
    { "entre 500 et 800 €", NULL, NULL, 50000, 80000, "EUR", NULL },
    { "entre 15 y 20 €/hora", NULL, NULL, 1500, 2000, "EUR", "hour" },
    { "$500 or $800", NULL, NULL, 50000, 80000, "USD", NULL },
    { "500/600 €", NULL, NULL, 50000, 60000, "EUR", NULL },
    { "$500–$1k", NULL, NULL, 50000, 100000, "USD", NULL },
    { "jusqu'à 500 €", NULL, NULL, NO, 50000, "EUR", NULL },
    { "hasta 500 €", NULL, NULL, NO, 50000, "EUR", NULL },
    { "< 500 €", NULL, NULL, NO, 50000, "EUR", NULL },
    { "à partir de 500 €", NULL, NULL, 50000, NO, "EUR", NULL },
    { "desde 500 €", NULL, NULL, 50000, NO, "EUR", NULL },
    { "> 500 €", NULL, NULL, 50000, NO, "EUR", NULL },
    { "$ 3,500 MXN", NULL, NULL, 350000, 350000, "MXN", NULL },
    { "$ 1.500.000 COP", NULL, NULL, 150000000, 150000000, "COP", NULL },
    { "600 EUR (19 % VAT)", NULL, NULL, 60000, 60000, "EUR", NULL },
    { "20 EUR/h, 30 hours", NULL, NULL, 2000, 2000, "EUR", "hour" },
  };
  static const char *const odd[] = { "2 x 250 €", "-500 €", "unpaid (travel costs paid 50 €)",
                                     "$500 total (2 installments of $250)", "500 € until 31/12" };
  FootholdPay pay;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_true (foothold_pay_parse (cases[i].text, cases[i].currency, cases[i].country, &pay));
      g_assert_cmpint (pay.min, ==, cases[i].min);
      g_assert_cmpint (pay.max, ==, cases[i].max);
      g_assert_cmpstr (pay.currency, ==, cases[i].found);
      g_assert_cmpstr (pay.period, ==, cases[i].period);
    }

  /* with three decimals a point divides; a comma groups as often as not, and that is said */
  g_assert_true (foothold_pay_parse ("TND 4.500", NULL, NULL, &pay));
  g_assert_cmpint (pay.min, ==, 4500);
  g_assert_false (pay.either);
  g_assert_true (foothold_pay_parse ("1,500-2.000 KWD", NULL, NULL, &pay));
  g_assert_true (pay.either);
  g_assert_true (foothold_pay_parse ("1,500 EUR", NULL, NULL, &pay));
  g_assert_false (pay.either);

  /* net is another fact */
  g_assert_true (foothold_pay_parse ("500 € net", NULL, NULL, &pay));
  g_assert_true (pay.net);
  g_assert_true (foothold_pay_parse ("netto 500 €", NULL, NULL, &pay));
  g_assert_true (pay.net);

  /* what is understood by half is not taken */
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_test_message ("“%s”", odd[i]);
      g_assert_false (foothold_pay_parse (odd[i], NULL, NULL, &pay));
    }
  g_assert_false (foothold_pay_parse ("Competitive", "EUR", NULL, &pay));
  g_assert_false (foothold_pay_parse ("600", NULL, NULL, &pay));
  g_assert_false (foothold_pay_parse ("300 kr", NULL, NULL, &pay));
  g_assert_false (foothold_pay_parse ("", "EUR", NULL, &pay));
  g_assert_false (foothold_pay_parse (NULL, "EUR", NULL, &pay));
}

static void
test_hours (void)
{
  gint64 minutes = 0;

  for (gint64 i = 0; i < 20000; i++)
    {
      g_autofree char *text = foothold_hours_to_text (i);

      g_assert_true (foothold_hours_from_text (text, &minutes));
      g_assert_cmpint (minutes, ==, i);
    }

  {
    g_autofree char *text = foothold_hours_to_text (90);
    g_autofree char *third = foothold_hours_to_text (100);

    g_assert_cmpstr (text, ==, "1.5");
    g_assert_cmpstr (third, ==, "1.6667");
  }
  g_assert_true (foothold_hours_from_text ("7,5", &minutes));
  g_assert_cmpint (minutes, ==, 450);
  g_assert_true (foothold_hours_from_text ("7:30", &minutes));
  g_assert_cmpint (minutes, ==, 450);
  g_assert_false (foothold_hours_from_text ("-1", &minutes));
  g_assert_false (foothold_hours_from_text ("1e9", &minutes));
  g_assert_false (foothold_hours_from_text ("99999999999", &minutes));
}

static void
test_lists (void)
{
  static const FootholdList *const lists[] = {
    &foothold_areas,         &foothold_industries,     &foothold_kinds,
    &foothold_found_states,  &foothold_written_states, &foothold_sources,
    &foothold_fact_sources,  &foothold_knowledges,     &foothold_work_modes,
    &foothold_apply_windows, &foothold_pay_kinds,      &foothold_pay_periods,
    &foothold_conversions,   &foothold_showables,      &foothold_organisation_types,
    &foothold_person_roles,  &foothold_skill_levels,   &foothold_profile_roles,
    &foothold_currencies,    &foothold_countries,
  };
  static const struct
  {
    const FootholdList *list;
    const char *text, *slug;
  } cases[] = {
    { &foothold_countries, "USA", "US" },
    { &foothold_countries, "Deutschland", "DE" },
    { &foothold_countries, "viet nam", "VN" },
    { &foothold_countries, "Việt Nam", "VN" },
    { &foothold_countries, "Côte d’Ivoire", "CI" },
    { &foothold_countries, "de", "DE" },
    { &foothold_countries, "Czech Republic", "CZ" },
    { &foothold_countries, "U.S.A.", "US" },
    { &foothold_currencies, "€", "EUR" },
    { &foothold_currencies, "zł", "PLN" },
    { &foothold_currencies, "usd", "USD" },
    { &foothold_currencies, "$", NULL },
    { &foothold_work_modes, "TELECOMMUTE", "remote" },
    { &foothold_work_modes, "On-site", "on-site" },
    { &foothold_pay_periods, "HOUR", "hour" },
    { &foothold_pay_periods, "PER_HOUR", "hour" },
    { &foothold_areas, "Social and Digital Marketing", "marketing" },
    { &foothold_areas, "HR", "people" },
    { &foothold_industries, "Computer Software", "software" },
    { &foothold_industries, "Fishing", NULL },
    { &foothold_kinds, "Internship", "internship" },
    { &foothold_kinds, "", NULL },
    { &foothold_kinds, "micro_internship", "micro-internship" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->n_entries; j++)
      {
        const FootholdListEntry *entry = &lists[i]->entries[j];

        g_assert_true (foothold_list_find (lists[i], entry->slug) == entry);
        g_test_message ("%s: %s", lists[i]->id, entry->name);
        g_assert_true (foothold_list_lookup (lists[i], entry->name) == entry);
        g_assert_cmpstr (foothold_list_name (lists[i], entry->slug), ==, entry->name);
      }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FootholdListEntry *entry = foothold_list_lookup (cases[i].list, cases[i].text);

      g_test_message ("%s: “%s”", cases[i].list->id, cases[i].text);
      g_assert_cmpstr (entry != NULL ? entry->slug : NULL, ==, cases[i].slug);
    }

  /* every currency that a country is said to use is one */
  for (guint i = 0; i < foothold_countries.n_entries; i++)
    {
      const char *currency = foothold_currency_of_country (foothold_countries.entries[i].slug);

      g_assert_true (currency == NULL || foothold_list_find (&foothold_currencies, currency) != NULL);
    }
  g_assert_cmpstr (foothold_currency_of_country ("VN"), ==, "VND");
  g_assert_cmpstr (foothold_currency_of_country ("DE"), ==, "EUR");
  g_assert_null (foothold_currency_of_country ("AQ"));
  g_assert_cmpstr (foothold_list_name (&foothold_areas, "my-own-area"), ==, "my-own-area");
  g_assert_null (foothold_list_name (&foothold_areas, NULL));
}

/* For people: groups and point of the locale, decimals where there are any. */
static void
test_for_people (void)
{
  static const FootholdNumberStyle en = { ".", ",", "\3" }, de = { ",", ".", "\3\3" }, in = { ".", ",", "\3\2" },
                                   none = { ".", "", "" };
  static const struct
  {
    const FootholdNumberStyle *style;
    gint64 minor;
    const char *currency, *text;
  } cases[] = {
    { &en, 2000000, "VND", "2,000,000" },
    { &en, 123456, "USD", "1,234.56" },
    { &en, 60000, "USD", "600" },
    { &en, -100000050, "USD", "-1,000,000.50" },
    { &en, 999, "JPY", "999" },
    { &en, 1000, "JPY", "1,000" },
    { &de, 2000000, "VND", "2.000.000" },
    { &de, 123456, "EUR", "1.234,56" },
    { &de, 1234567, "KWD", "1.234,567" },
    { &in, 12345678, "JPY", "1,23,45,678" },
    { &none, 2000000, "VND", "2\u202f000\u202f000" },
    { &none, 1234, "JPY", "1234" },
    { &none, 123456, "USD", "1234.56" },
    { &none, 1234567, "USD", "12\u202f345.67" },
    { &none, 0, "USD", "0" },
    { &none, G_MININT64 + 1, "JPY", "-9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f807" },
    { &en, FOOTHOLD_MONEY_UNKNOWN, "USD", NULL },
  };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = foothold_money_in_style (cases[i].minor, cases[i].currency, cases[i].style);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  setlocale (LC_ALL, "C");
  {
    g_autofree char *text = foothold_money_for_typing (1250, "EUR");

    g_assert_cmpstr (text, ==, "12.50");
  }
  {
    g_autofree char *text = foothold_money_for_people (2000000, "VND");

    g_assert_cmpstr (text, ==, "2\u202f000\u202f000");
  }
  if (setlocale (LC_ALL, "de_DE.UTF-8") != NULL)
    {
      g_autofree char *text = foothold_money_for_people (250000050, "EUR");

      g_autofree char *typed = foothold_money_for_typing (250000050, "EUR");

      g_assert_cmpstr (text, ==, "2.500.000,50");
      g_assert_cmpstr (typed, ==, "2500000,50");
    }
  else
    g_test_skip ("There is no German here.");
  setlocale (LC_ALL, before);
}

/* What a field shows is read back as the same amount, with either point. */
static void
test_edit (void)
{
  const struct
  {
    gint64 minor;
    const char *currency, *point, *text;
  } cases[] = {
    { 4200, "PLN", ",", "42" },         { 4250, "PLN", ",", "42,50" },
    { 4250, "USD", ".", "42.50" },      { 5, "EUR", ",", "0,05" },
    { 2000000, "VND", ",", "2000000" }, { 123456, "EUR", ",", "1234,56" },
    { 120000, "EUR", ".", "1200" },     { 0, "EUR", ",", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = foothold_money_to_edit (cases[i].minor, cases[i].currency, cases[i].point);
      gint64 minor = -1;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (foothold_money_parse (text, -1, cases[i].currency, &minor));
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
  g_assert_null (foothold_money_to_edit (FOOTHOLD_MONEY_UNKNOWN, "EUR", ","));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/exact", test_exact);
  g_test_add_func ("/money/edit", test_edit);
  g_test_add_func ("/money/exact-refuses", test_exact_refuses);
  g_test_add_func ("/money/random-round-trip", test_random_round_trip);
  g_test_add_func ("/money/as-written", test_as_written);
  g_test_add_func ("/money/pay", test_pay);
  g_test_add_func ("/money/for-people", test_for_people);
  g_test_add_func ("/money/hours", test_hours);
  g_test_add_func ("/lists/all", test_lists);
  return g_test_run ();
}
