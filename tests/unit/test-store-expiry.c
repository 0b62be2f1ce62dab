// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store-fixture.h"

#include "model/foothold-clock.h"
#include "rules/foothold-dates.h"
#include "store/foothold-expiry.h"
#include "store/foothold-generate.h"
#include "store/foothold-id.h"

/* Opportunities expire by their date, by the clock and not by the person, and come back when the date is moved. */

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static gint64
add (StoreFixture *self, const char *title, const char *window, const char *date, const char *state)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, NULL);

  dossier->opportunity->apply_window = g_strdup (window);
  dossier->opportunity->apply_by = g_strdup (date);
  g_set_str (&dossier->opportunity->state, state);
  return store_fixture_save_dossier (self, "Add Opportunity", dossier);
}

static gint64
add_in (StoreFixture *self, const char *title, const char *date, const char *zone)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, NULL);

  dossier->opportunity->apply_by = g_strdup (date);
  dossier->opportunity->apply_by_time = g_strdup ("12:00");
  dossier->opportunity->apply_by_zone = g_strdup (zone);
  g_set_str (&dossier->opportunity->state, "spotted");
  return store_fixture_save_dossier (self, "Add Opportunity", dossier);
}

static gint64
instant (const char *text)
{
  gint64 ms;

  g_assert_true (foothold_instant_from_text (text, &ms));
  return ms;
}

static gint64
expire (StoreFixture *self, gint64 now)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  foothold_store_expire_async (self->store, now, NULL, store_fixture_result_cb, &result);
  n = foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return n;
}

static void
assert_state (StoreFixture *self, gint64 id, const char *state)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);

  g_assert_cmpstr (dossier->opportunity->state, ==, state);
}

static void
test_by_date (StoreFixture *self, gconstpointer data)
{
  const gint64 now = instant ("2026-12-10T12:00:00.000Z");
  const gint64 past = add (self, "Past", "date", "2026-12-08", "evaluating");
  const gint64 today = add (self, "Today", NULL, "2026-12-10", "spotted");
  const gint64 rolling = add (self, "Rolling", "rolling", "2026-12-01", "spotted");
  const gint64 applying = add (self, "Applying", NULL, "2026-12-01", "applying");
  const gint64 none = add (self, "No date", NULL, NULL, "spotted");
  /* a zone that nobody knows is none, and the date passes */
  const gint64 odd = add_in (self, "Odd", "2026-12-08", "UTC+2");
  g_autoptr (FootholdDossier) dossier = NULL;
  const FootholdHistoryRow *history;

  g_assert_cmpint (expire (self, now), ==, 2);
  assert_state (self, past, "expired");
  assert_state (self, odd, "expired");
  assert_state (self, today, "spotted");
  assert_state (self, rolling, "spotted");
  assert_state (self, applying, "applying");
  assert_state (self, none, "spotted");
  dossier = store_fixture_load (self, past);
  history = g_ptr_array_index (dossier->history, 0);
  g_assert_cmpstr (history->actor, ==, "clock");
  g_assert_cmpstr (history->from_state, ==, "evaluating");

  /* nothing twice; and the next day has its own */
  g_assert_cmpint (expire (self, now), ==, 0);
  g_assert_cmpint (expire (self, now + 2 * DAY_MS), ==, 1);
  assert_state (self, today, "expired");
}

static void
test_undo_goes_on (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Past", "date", "2026-12-08", "spotted");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, id, "shortlisted", NULL);
  g_assert_cmpint (expire (self, instant ("2026-12-10T12:00:00.000Z")), ==, 1);
  /* no entry of its own, and those that are there still fit */
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Shortlist Opportunity");
  first = store_fixture_step (self, FALSE);
  g_assert_cmpstr (first, ==, "Shortlist Opportunity");
  assert_state (self, id, "spotted");
  g_free (store_fixture_step (self, TRUE));
  assert_state (self, id, "expired");
  g_free (store_fixture_step (self, FALSE));
  second = store_fixture_step (self, FALSE);
  g_assert_cmpstr (second, ==, "Add Opportunity");
}

/* More than one transaction's worth, and what a person did before still fits below. */
static void
test_many (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Past", "date", "2020-12-08", "spotted");
  const gint64 now = instant ("2120-01-01T12:00:00.000Z");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foothold_store_generate_async (self->store, 3000, 1, NULL, NULL, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (foothold_store_generate_finish (self->store, store_fixture_wait (&result), &error), ==, 3000);
  g_assert_no_error (error);

  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, id, "shortlisted", NULL);
  g_assert_cmpint (expire (self, now), >, 1000);
  assert_state (self, id, "expired");
  g_assert_cmpint (expire (self, now), ==, 0);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Shortlist Opportunity");
  g_free (store_fixture_step (self, FALSE));
  assert_state (self, id, "spotted");
  g_assert_cmpint (expire (self, now), >, 1000);
}

static void
move_date (StoreFixture *self, gint64 id, const char *date)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);
  g_autoptr (FootholdRow) after = foothold_row_copy (dossier->opportunity);

  g_set_str (&((FootholdOpportunityRow *) after)->apply_by, date);
  store_fixture_save_row (self, "Change Deadline", dossier->opportunity, after);
}

static void
test_moved_date_opens (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Past", "date", "2020-01-01", "evaluating");

  g_assert_cmpint (expire (self, foothold_now_ms ()), ==, 1);
  move_date (self, id, "2020-02-02");
  assert_state (self, id, "expired");
  move_date (self, id, "2099-01-01");
  assert_state (self, id, "evaluating");
  g_free (store_fixture_step (self, FALSE));
  assert_state (self, id, "expired");
}

static gint64 fake_now;

static gint64
get_fake_now (void)
{
  return fake_now;
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_clock (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Tomorrow", "date", "2026-12-11", "spotted");
  g_autoptr (FootholdClock) clock = NULL;
  guint n_days = 0;

  fake_now = instant ("2026-12-10T12:00:00.000Z");
  clock = foothold_clock_new (self->store, get_fake_now);
  g_signal_connect_swapped (clock, "day-changed", G_CALLBACK (count_cb), &n_days);
  store_fixture_wait_checked (self);
  foothold_clock_tick (clock);
  g_assert_cmpuint (n_days, ==, 0);
  assert_state (self, id, "spotted");

  fake_now += 2 * DAY_MS;
  foothold_clock_tick (clock);
  g_assert_cmpuint (n_days, ==, 1);
  for (;;)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);

      if (g_strcmp0 (dossier->opportunity->state, "expired") == 0)
        break;
    }
}

/* A rolling window asks so many days after it was found or seen open, and nothing else ever does. */
static void
test_rolling_asks (void)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  FootholdOpportunityRow *row = dossier->opportunity;
  const gint64 found = instant ("2026-09-01T10:00:00Z");
  const gint64 day = G_GINT64_CONSTANT (86400000);
  int days = 0;

  row->created_at = found;
  g_set_str (&row->origin, "found");
  g_set_str (&row->state, "shortlisted");
  g_assert_false (foothold_expiry_asks (row, found + 400 * day, NULL));
  g_set_str (&row->apply_window, "rolling");
  g_assert_false (foothold_expiry_asks (row, found + 29 * day, NULL));
  g_assert_true (foothold_expiry_asks (row, found + 30 * day, &days));
  g_assert_cmpint (days, ==, 30);
  g_set_str (&row->seen_open_on, "2026-09-20");
  g_assert_false (foothold_expiry_asks (row, found + 30 * day, NULL));
  g_assert_true (foothold_expiry_asks (row, found + 49 * day, &days));
  g_assert_cmpint (days, ==, 30);

  g_set_str (&row->state, "applying");
  g_assert_false (foothold_expiry_asks (row, found + 400 * day, NULL));
  g_set_str (&row->state, "spotted");
  row->archived_at = found;
  g_assert_false (foothold_expiry_asks (row, found + 400 * day, NULL));
  row->archived_at = GINT64_UNKNOWN;
  g_set_str (&row->seen_open_on, "soon");
  g_assert_false (foothold_expiry_asks (row, found + 400 * day, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/expiry/by-date", test_by_date);
  ADD ("/expiry/undo-goes-on", test_undo_goes_on);
  ADD ("/expiry/many", test_many);
  ADD ("/expiry/moved-date-opens", test_moved_date_opens);
  ADD ("/expiry/clock", test_clock);
  g_test_add_func ("/store/expiry/rolling-asks", test_rolling_asks);

  return g_test_run ();
}
