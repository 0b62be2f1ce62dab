/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "store/foothold-appraisal.h"
#include "store/foothold-pay-listed.h"
#include "store/foothold-pay-scan.h"

/* What filters let through, alone, together, with words, and after things changed. */

static char *
day_from_now (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_format (then, "%Y-%m-%d");
}

static gint64
add (StoreFixture *self, const char *title, void (*fill) (FootholdOpportunityRow *row), const char *skill)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();

  dossier->opportunity->title = g_strdup (title);
  fill (dossier->opportunity);
  if (skill != NULL)
    foothold_dossier_add_skill (dossier, skill);
  return store_fixture_save_dossier (self, "Add Opportunity", dossier);
}

static void
fill_a (FootholdOpportunityRow *row)
{
  row->area = g_strdup ("data-analysis");
  row->industry = g_strdup ("energy");
  row->work_mode = g_strdup ("remote");
  row->pay_kind = g_strdup ("fixed");
  row->pay_gross_min = 20000; /* 10 to 20 an hour */
  row->currency = g_strdup ("EUR");
  row->source = g_strdup ("linkedin");
  row->country = g_strdup ("DE");
  row->apply_by = day_from_now (5);
  row->minutes_min = 10 * 60;
  row->minutes_max = 20 * 60;
  row->organisation = g_strdup ("Stadtwerke Łindenau");
  row->starred = 1;
}

static void
fill_b (FootholdOpportunityRow *row)
{
  row->area = g_strdup ("design");
  row->work_mode = g_strdup ("on-site");
  row->pay_kind = g_strdup ("unpaid");
  row->source = g_strdup ("portal");
  row->apply_window = g_strdup ("rolling");
  row->minutes_min = 40 * 60;
  row->unread = 1;
}

static void
fill_c (FootholdOpportunityRow *row)
{
  row->area = g_strdup ("data-entry");
  row->work_mode = g_strdup ("hybrid");
  row->apply_by = day_from_now (40);
  row->minutes_max = 4 * 60;
  row->posted_on = day_from_now (-3);
  row->state = g_strdup ("dropped");
}

static void
fill_d (FootholdOpportunityRow *row)
{
}

/* The titles that @text shows among the open, "A B" in their order. */
static void
assert_shows (StoreFixture *self, const char *text, const char *titles)
{
  g_autoptr (GArray) ids = store_fixture_list (self, text, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, g_array_index (ids, gint64, i));

      g_string_append_printf (shown, "%s%c", shown->len > 0 ? " " : "", dossier->opportunity->title[0]);
    }
  if (!g_str_equal (shown->str, titles))
    g_error ("“%s” shows “%s”, not “%s”", text, shown->str, titles);
}

static void
test_terms (StoreFixture *self, gconstpointer data)
{
  const struct
  {
    const char *text, *titles;
  } cases[] = {
    { "", "A B D" },
    { "area:data", "A" },
    { "-area:data", "B D" },
    { "area:data,design", "A B" },
    { "area:?", "D" },
    { "-area:?", "A B" },
    { "remote", "A" },
    { "-remote", "B D" },
    { "mode:on-site,remote", "A B" },
    { "industry:energy", "A" },
    { "country:germany", "A" },
    { "source:linkedin", "A" },
    { "paid:unpaid", "B" },
    { "is:unpaid", "B" },
    { "is:paid", "A" },
    { "-is:paid", "B D" },
    { "is:starred", "A" },
    { "is:unread", "B" },
    { "is:unclear", "D" },
    { "is:rolling", "B" },
    { "hours:5..15", "A" },
    { "hours:<11", "A" },
    { "hours:>20", "B" },
    { "hours:20", "A" },
    { "hours:?", "D" },
    { "due:<1w", "A" },
    { "due:<5d", "" },
    { "due:<=5d", "A" },
    { "due:?", "D" },
    { "due:>1w", "" },
    { "skill:pyth", "A" },
    { "skill:thon", "" },
    { "-skill:python", "B D" },
    { "skill:?", "D" },
    { "host:lindenau", "A" },
    { "host:?", "B D" },
    { "added:today", "A B D" },
    { "added:yesterday", "" },
    { "is:dropped", "C" },
    { "state:dropped area:data", "C" },
    { "is:dropped posted:<1w", "C" },
    { "is:dropped hours:<5", "C" },
    { "is:dropped -posted:<1w", "" },
    { "is:archived", "" },
    { "remote area:data hours:5..15 is:starred", "A" },
    { "remote area:design", "" },
    { "remote map", "" },
    { "remote al", "A" },
    { "al", "A" },
    { "pay:>20", "" },
    { "pay:>=15", "A" },
    { "pay:15..25", "A" },
    { "pay:>20eur", "" },
    { "pay:>10usd", "" },
    { "-pay:>=15", "B D" },
    /* unpaid is known: nothing, in whatever currency */
    { "pay:?", "D" },
    { "pay:<5", "B" },
    { "pay:<5usd", "B" },
    /* what is not understood filters nothing; the window says so */
    { "area:nonsense", "A B D" },
  };

  add (self, "Alpha study", fill_a, "Python 3");
  add (self, "Beta poster", fill_b, "Design");
  add (self, "Cobra list", fill_c, NULL);
  add (self, "Delta", fill_d, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_shows (self, cases[i].text, cases[i].titles);
    }
}

static void
undo (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
}

/* A set that was kept is asked for anew after a change and its undo. */
static void
test_follows (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Alpha study", fill_a, "Python");
  g_autoptr (FootholdDossier) before = NULL;
  g_autoptr (FootholdRow) copy = NULL;

  add (self, "Beta poster", fill_b, NULL);
  assert_shows (self, "remote", "A");
  before = store_fixture_load (self, id);
  copy = foothold_row_copy (before->opportunity);
  g_set_str (&((FootholdOpportunityRow *) copy)->work_mode, "hybrid");
  store_fixture_save_row (self, "Change Work Mode", before->opportunity, copy);
  assert_shows (self, "remote", "");
  assert_shows (self, "hybrid", "A");
  undo (self);
  assert_shows (self, "remote", "A");
}

/* @titles: their first letters. */
static void
assert_titles (StoreFixture *self, GArray *ids, const char *titles)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, g_array_index (ids, gint64, i));

      g_string_append_c (shown, dossier->opportunity->title[0]);
    }
  g_assert_cmpstr (shown->str, ==, titles);
}

static void
assert_order (StoreFixture *self, FootholdOrder order, const char *titles)
{
  g_autoptr (GArray) ids = store_fixture_list (self, NULL, order, FOOTHOLD_SHOW_ALL);

  assert_titles (self, ids, titles);
}

static void
assert_reversed (StoreFixture *self, FootholdOrder order, const char *titles)
{
  g_autoptr (GArray) ids = store_fixture_list_reversed (self, NULL, order, FOOTHOLD_SHOW_ALL);

  assert_titles (self, ids, titles);
}

static void
fill_most (FootholdOpportunityRow *row)
{
  row->minutes_max = 1800;
  row->apply_by = g_strdup ("2099-01-01");
  row->pay_kind = g_strdup ("hourly");
  row->pay_gross_min = 900;
  row->currency = g_strdup ("EUR");
}

static void
test_orders (StoreFixture *self, gconstpointer data)
{
  add (self, "Alpha study", fill_a, NULL);
  add (self, "Beta poster", fill_b, NULL);
  add (self, "Delta", fill_d, NULL);
  assert_order (self, FOOTHOLD_ORDER_NEWEST, "DBA");
  assert_order (self, FOOTHOLD_ORDER_HOURS, "ABD");
  assert_order (self, FOOTHOLD_ORDER_RATE, "ABD");
}

/* The other way round, too, what is not known comes last; "up to ten hours" is known. */
static void
test_reversed (StoreFixture *self, gconstpointer data)
{
  add (self, "Alpha study", fill_a, NULL);
  add (self, "Most of all", fill_most, NULL);
  add (self, "Nothing known", fill_d, NULL);
  assert_reversed (self, FOOTHOLD_ORDER_NEWEST, "AMN");
  assert_reversed (self, FOOTHOLD_ORDER_TITLE, "NMA");
  assert_order (self, FOOTHOLD_ORDER_DEADLINE, "AMN");
  assert_reversed (self, FOOTHOLD_ORDER_DEADLINE, "MAN");
  assert_order (self, FOOTHOLD_ORDER_HOURS, "AMN");
  assert_reversed (self, FOOTHOLD_ORDER_HOURS, "MAN");
  assert_order (self, FOOTHOLD_ORDER_RATE, "AMN");
  assert_reversed (self, FOOTHOLD_ORDER_RATE, "MAN");
}

static void
fill_zloty (FootholdOpportunityRow *row)
{
  row->pay_kind = g_strdup ("hourly");
  row->pay_gross_min = 8600; /* 20 EUR an hour at 4.30 */
  row->currency = g_strdup ("PLN");
}

static void
fill_franc (FootholdOpportunityRow *row)
{
  row->pay_kind = g_strdup ("hourly");
  row->pay_gross_min = 9900;
  row->currency = g_strdup ("CHF");
}

/* Two currencies are compared where the person typed a rate, and only there; the undo of it counts too. */
static void
test_exchange (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdRow) profile = foothold_row_new (&foothold_profile_row_type);
  g_autoptr (FootholdRow) rate = foothold_row_new (&foothold_exchange_rate_row_type);

  ((FootholdProfileRow *) profile)->role = g_strdup ("student");
  ((FootholdProfileRow *) profile)->currency = g_strdup ("EUR");
  store_fixture_save_row (self, "Change Currency", NULL, profile);
  add (self, "Alpha study", fill_a, NULL);
  add (self, "Zloty work", fill_zloty, NULL);
  add (self, "Franc work", fill_franc, NULL);
  {
    const gint64 unpaid = add (self, "Beta poster", fill_b, NULL);

    /* among what is in one's own currency */
    assert_order (self, FOOTHOLD_ORDER_RATE, "ABFZ");
    assert_reversed (self, FOOTHOLD_ORDER_RATE, "BAFZ");
    assert_shows (self, "pay:<5", "B");
    store_fixture_act (self, FOOTHOLD_ACTION_DELETE, unpaid, NULL, NULL);
  }
  assert_order (self, FOOTHOLD_ORDER_RATE, "AFZ");
  assert_reversed (self, FOOTHOLD_ORDER_RATE, "AFZ");
  assert_shows (self, "pay:>15", "A");

  ((FootholdExchangeRateRow *) rate)->from_currency = g_strdup ("EUR");
  ((FootholdExchangeRateRow *) rate)->to_currency = g_strdup ("PLN");
  ((FootholdExchangeRateRow *) rate)->micro = 4300000;
  ((FootholdExchangeRateRow *) rate)->typed_on = g_strdup ("2026-11-01");
  store_fixture_save_row (self, "Add Rate of Exchange", NULL, rate);
  assert_order (self, FOOTHOLD_ORDER_RATE, "ZAF");
  assert_reversed (self, FOOTHOLD_ORDER_RATE, "AZF");
  assert_shows (self, "pay:>15", "A Z");
  assert_shows (self, "pay:>15chf", "F");
  assert_shows (self, "pay:86..90pln", "A Z");
  undo (self);
  assert_order (self, FOOTHOLD_ORDER_RATE, "AFZ");
  assert_shows (self, "pay:>15", "A");
}

static void
fill_forgotten (FootholdOpportunityRow *row)
{
  row->apply_window = g_strdup ("rolling");
  row->seen_open_on = day_from_now (-30);
}

static void
fill_seen (FootholdOpportunityRow *row)
{
  row->apply_window = g_strdup ("rolling");
  row->seen_open_on = day_from_now (-29);
}

/* What a rolling window asks is found, answered for all in one step, and asked again after undo. */
static void
test_stale (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Forgotten", fill_forgotten, NULL);

  add (self, "Seen", fill_seen, NULL);
  add (self, "Just found", fill_b, NULL);
  assert_shows (self, "is:stale", "F");
  store_fixture_act (self, FOOTHOLD_ACTION_STILL_OPEN, id, NULL, NULL);
  assert_shows (self, "is:stale", "");
  undo (self);
  assert_shows (self, "is:stale", "F");
}

/* What the page says of the first opportunity, in the words of the list: its own scan. */
static gpointer
compare_rates_job (FootholdDb *db, gpointer data, GError **error)
{
  const gint64 id = *(gint64 *) data;
  g_autoptr (FootholdAppraisal) appraisal = foothold_appraisal_load (db, id, error);
  GArray *scan = appraisal != NULL ? foothold_pay_scan (db, error) : NULL;
  FootholdAmounts listed;
  guint n = 0;

  if (scan == NULL)
    return NULL;
  g_assert_true (foothold_pay_listed (appraisal->given->opportunity, &listed));
  g_assert_cmpint (listed.lo, ==, appraisal->rates.listed.lo);
  g_assert_cmpint (listed.hi, ==, appraisal->rates.listed.hi);
  for (guint i = 0; i < scan->len; i++)
    {
      const FootholdPayScan *found = &g_array_index (scan, FootholdPayScan, i);

      if (found->id != id)
        continue;
      g_assert_cmpint (listed.lo, ==, found->rate.lo);
      g_assert_cmpint (listed.hi, ==, found->rate.hi);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
  return g_memdup2 (&listed, sizeof listed);
}

static void
fill_amount (FootholdOpportunityRow *row)
{
  row->pay_gross_min = row->pay_gross_max = 35000;
  row->currency = g_strdup ("EUR");
  row->minutes_min = row->minutes_max = 750;
  row->apply_by = day_from_now (5);
}

static void
fill_kind (FootholdOpportunityRow *row)
{
  row->pay_kind = g_strdup ("fixed");
  row->minutes_min = row->minutes_max = 750;
  row->apply_by = day_from_now (5);
}

static void
fill_guaranteed (FootholdOpportunityRow *row)
{
  fill_kind (row);
  g_set_str (&row->pay_kind, "results");
  row->pay_guaranteed = 8000;
}

/* Unclear and paid ask for the pay, not for its kind alone. */
static void
test_pay_is_known (StoreFixture *self, gconstpointer data)
{
  add (self, "Amount alone", fill_amount, NULL);
  add (self, "By results", fill_guaranteed, NULL);
  add (self, "Kind alone", fill_kind, NULL);
  add (self, "Unpaid", fill_b, NULL);
  assert_shows (self, "is:unclear", "K");
  assert_shows (self, "-is:unclear", "A B U");
  assert_shows (self, "is:paid", "A B K");
  assert_shows (self, "is:unpaid", "U");
}

static void
fill_net (FootholdOpportunityRow *row)
{
  fill_a (row);
  row->pay_net = 15000;
  row->cost_travel = 1000;
}

static void
fill_results (FootholdOpportunityRow *row)
{
  fill_a (row);
  g_set_str (&row->pay_kind, "results");
  row->pay_guaranteed = 8000;
}

static void
fill_by_the_week (FootholdOpportunityRow *row)
{
  fill_a (row);
  row->pay_period = g_strdup ("week");
  row->pay_gross_min = GINT64_UNKNOWN;
  row->pay_gross_max = 80000;
}

/* A card, the page and the list say the same number. */
static void
test_one_rate (StoreFixture *self, gconstpointer data)
{
  const struct
  {
    void (*fill) (FootholdOpportunityRow *row);
    gint64 lo, hi;
  } cases[] = {
    { fill_a, 1000, 2000 },
    { fill_net, 700, 1400 },
    { fill_results, 400, FOOTHOLD_FACT_UNKNOWN },
    { fill_by_the_week, 2000, 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 id = add (self, "Alpha study", cases[i].fill, NULL);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree FootholdAmounts *rate = NULL;
      GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

      g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
      foothold_store_push_read (self->store, task, compare_rates_job, g_free);
      rate = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
      g_assert_no_error (error);
      g_assert_cmpint (rate->lo, ==, cases[i].lo);
      g_assert_cmpint (rate->hi, ==, cases[i].hi);
    }
}

/* Each opportunity knows what the person counts in, so that another currency is named. */
static void
test_own_currency (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Alpha study", fill_a, NULL);
  g_autoptr (FootholdRow) profile = foothold_row_new (&foothold_profile_row_type);
  g_autoptr (FootholdDossier) before = store_fixture_load (self, id);
  g_autoptr (FootholdDossier) after = NULL;

  g_assert_null (before->opportunity->own_currency);
  ((FootholdProfileRow *) profile)->role = g_strdup ("student");
  ((FootholdProfileRow *) profile)->currency = g_strdup ("PLN");
  store_fixture_save_row (self, "Change Profile", NULL, profile);
  after = store_fixture_load (self, id);
  g_assert_cmpstr (after->opportunity->own_currency, ==, "PLN");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/filter/terms", test_terms);
  ADD ("/store/filter/follows", test_follows);
  ADD ("/store/filter/orders", test_orders);
  ADD ("/store/filter/reversed", test_reversed);
  ADD ("/store/filter/exchange", test_exchange);
  ADD ("/store/filter/stale", test_stale);
  ADD ("/store/filter/pay-is-known", test_pay_is_known);
  ADD ("/store/filter/one-rate", test_one_rate);
  ADD ("/store/filter/own-currency", test_own_currency);

  return g_test_run ();
}
