// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gio/gio.h>

#include "model/foothold-field-text.h"
#include "model/foothold-fields.h"
#include "model/foothold-format.h"

/* Money that is typed, and what becomes of it when it or its currency is changed. */

/* What is typed as pay is taken whole, or refused: never another pay. */
static void
test_typed_fees (void)
{
#define NO GINT64_UNKNOWN
  static const struct
  {
    const char *typed, *kind, *period, *currency;
    gint64 min, max;
    const char *shown;
  } cases[] = {
    { "300 EUR", "fixed", "project", "EUR", 30000, 30000, "300 EUR" },
    { "300", "fixed", "project", NULL, 30000, 30000, "300" },
    { "€1,200.50", "fixed", "project", "EUR", 120050, 120050, "1200.50 EUR" },
    { "20 EUR/h", "hourly", "hour", "EUR", 2000, 2000, "20 EUR an hour" },
    { "20 EUR an hour", "hourly", "hour", "EUR", 2000, 2000, "20 EUR an hour" },
    { "20 USD per hour", "hourly", "hour", "USD", 2000, 2000, "20 USD an hour" },
    { "20 € pro Stunde", "hourly", "hour", "EUR", 2000, 2000, "20 EUR an hour" },
    { "20 EUR/month", NULL, "month", "EUR", 2000, 2000, "20 EUR a month" },
    { "800 EUR/week", NULL, "week", "EUR", 80000, 80000, "800 EUR a week" },
    { "20-25 EUR", "fixed", "project", "EUR", 2000, 2500, "20–25 EUR" },
    { "15-20 EUR/h", "hourly", "hour", "EUR", 1500, 2000, "15–20 EUR an hour" },
    { "20/h", "hourly", "hour", NULL, 2000, 2000, "20 an hour" },
    { "500 EUR flat", "fixed", "project", "EUR", 50000, 50000, "500 EUR" },
    { "up to 500 EUR", "fixed", "project", "EUR", NO, 50000, "up to 500 EUR" },
    { "from 20 EUR/h", "hourly", "hour", "EUR", 2000, NO, "from 20 EUR an hour" },
    { "500 EUR net", "fixed", "project", "EUR", NO, NO, "" },
    { "unpaid", "unpaid", NULL, NULL, NO, NO, "unpaid" },
    { "Volunteer", "unpaid", NULL, NULL, NO, NO, "unpaid" },
    { "", NULL, NULL, NULL, NO, NO, "" },
  };
  static const char *const refused[] = { "good money", "20 EUR/article", "0.10 EUR per word", "10 h" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
      FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s", cases[i].typed);
      foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_FEE, cases[i].typed, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (opportunity->pay_kind, ==, cases[i].kind);
      g_assert_cmpstr (opportunity->pay_period, ==, cases[i].period);
      g_assert_cmpstr (opportunity->currency, ==, cases[i].currency);
      g_assert_cmpint (opportunity->pay_gross_min, ==, cases[i].min);
      g_assert_cmpint (opportunity->pay_gross_max, ==, cases[i].max);
      g_assert_cmpint (opportunity->pay_net, ==, g_str_has_suffix (cases[i].typed, "net") ? 50000 : NO);
      shown = foothold_field_to_text (row, "pay_gross_min", FOOTHOLD_ENTRY_FEE);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
      g_autoptr (GError) error = NULL;

      g_assert_false (foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_FEE, refused[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_false (foothold_row_has_value (row, foothold_row_type_find (row->type, "pay_gross_min")));
    }
#undef NO
}

static void
type_fee (FootholdRow *row, const char *typed)
{
  g_autoptr (GError) error = NULL;

  foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_FEE, typed, &error);
  g_assert_no_error (error);
}

/* A fee that is there is changed at both ends; what it is for changes only where that is said. */
static void
test_changed_fees (void)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  g_autoptr (GError) error = NULL;
  g_autofree char *pay = NULL;

  opportunity->pay_gross_min = opportunity->pay_gross_max = 18000;
  opportunity->currency = g_strdup ("USD");
  opportunity->pay_period = g_strdup ("hour");
  type_fee (row, "200");
  pay = foothold_format_pay (opportunity);
  g_assert_cmpstr (pay, ==, "200\u00a0USD an hour");
  type_fee (row, "210 EUR a week");
  g_assert_cmpint (opportunity->pay_gross_min, ==, 21000);
  g_assert_cmpint (opportunity->pay_gross_max, ==, 21000);
  g_assert_cmpstr (opportunity->currency, ==, "EUR");
  g_assert_cmpstr (opportunity->pay_period, ==, "week");
  type_fee (row, "unpaid");
  g_assert_cmpstr (opportunity->pay_kind, ==, "unpaid");
  g_assert_cmpint (opportunity->pay_gross_max, ==, GINT64_UNKNOWN);
  type_fee (row, "300");
  g_assert_cmpstr (opportunity->pay_kind, ==, "fixed");
  g_assert_cmpstr (opportunity->pay_period, ==, "project");
  type_fee (row, "");
  g_assert_cmpint (opportunity->pay_gross_min, ==, GINT64_UNKNOWN);
  g_assert_cmpint (opportunity->pay_gross_max, ==, GINT64_UNKNOWN);

  /* what says more than a fee stays */
  g_set_str (&opportunity->pay_kind, "results");
  type_fee (row, "2.50 EUR");
  g_assert_cmpstr (opportunity->pay_kind, ==, "results");

  /* another currency makes no other amount of what it costs; one row alone takes one amount alone */
  opportunity->cost_travel = 1000;
  g_assert_false (foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_FEE, "3 USD", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_MONEY, "3 USD", &error));
  g_clear_error (&error);
  g_assert_false (foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_MONEY, "3 EUR/h", &error));
  g_clear_error (&error);
  g_assert_false (foothold_field_from_text (row, "pay_gross_min", FOOTHOLD_ENTRY_MONEY, "3-4 EUR", &error));
  g_assert_cmpint (opportunity->pay_gross_min, ==, 250);
  g_assert_cmpstr (opportunity->currency, ==, "EUR");
}

/* Amounts stay as they read, whatever the smallest unit of the new currency is, or the new currency is refused. */
static void
test_changed_currency (void)
{
#define NO GINT64_UNKNOWN
  static const struct
  {
    const char *from, *to;
    gint64 fee, cost, fee_after, cost_after; /* unknown after: refused */
  } cases[] = {
    { "EUR", "USD", 1250, 300, 1250, 300 }, { "EUR", "JPY", 60000, 300, 600, 3 },
    { "EUR", "JPY", 60000, 350, NO, NO },   { "JPY", "EUR", 600, 3, 60000, 300 },
    { "JPY", "KWD", 600, 0, 600000, 0 },    { "KWD", "EUR", 1500, 20, 150, 2 },
    { "KWD", "", 1505, 20, NO, NO },        { "", "VND", 60000, 100, 600, 1 },
    { "VND", "", 600, 1, 60000, 100 },      { "JPY", "KWD", G_MAXINT64 / 10, 1, NO, NO },
  };
#undef NO

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
      FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
      g_autoptr (GError) error = NULL;
      const gboolean refused = cases[i].fee_after == GINT64_UNKNOWN;

      opportunity->currency = *cases[i].from != '\0' ? g_strdup (cases[i].from) : NULL;
      opportunity->pay_gross_max = cases[i].fee;
      opportunity->cost_travel = cases[i].cost;
      g_assert_cmpint (foothold_field_from_text (row, "currency", FOOTHOLD_ENTRY_CHOICE, cases[i].to, &error), ==,
                       !refused);
      if (refused)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_cmpint (opportunity->pay_gross_max, ==, refused ? cases[i].fee : cases[i].fee_after);
      g_assert_cmpint (opportunity->cost_travel, ==, refused ? cases[i].cost : cases[i].cost_after);
      g_assert_cmpint (opportunity->pay_gross_min, ==, GINT64_UNKNOWN);
      g_assert_cmpstr (opportunity->currency != NULL ? opportunity->currency : "", ==,
                       refused ? cases[i].from : cases[i].to);
    }
}

/* The first currency that is named is that of the amounts that were typed without one. */
static void
test_first_currency (void)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  g_autoptr (GError) error = NULL;

  type_fee (row, "600.50");
  g_assert_false (foothold_field_from_text (row, "cost_travel", FOOTHOLD_ENTRY_MONEY, "5 VND", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_cmpint (opportunity->pay_gross_min, ==, 60050);
  g_assert_cmpint (opportunity->cost_travel, ==, GINT64_UNKNOWN);
  g_assert_null (opportunity->currency);

  type_fee (row, "600");
  g_assert_true (foothold_field_from_text (row, "cost_travel", FOOTHOLD_ENTRY_MONEY, "5 VND", &error));
  g_assert_no_error (error);
  g_assert_cmpint (opportunity->pay_gross_min, ==, 600);
  g_assert_cmpint (opportunity->pay_gross_max, ==, 600);
  g_assert_cmpint (opportunity->cost_travel, ==, 5);
  g_assert_cmpstr (opportunity->currency, ==, "VND");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/typed-fees", test_typed_fees);
  g_test_add_func ("/format/changed-fees", test_changed_fees);
  g_test_add_func ("/format/changed-currency", test_changed_currency);
  g_test_add_func ("/format/first-currency", test_first_currency);

  return g_test_run ();
}
