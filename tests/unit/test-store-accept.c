// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application-fixture.h"
#include "store/foothold-row-sql.h"

/* An offer is accepted, and that is taken back: the engagement that comes of it. */

static gint64
accept (StoreFixture *self, gint64 id, const char *reason, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_application_accept_async (self->store, id, reason, NULL, store_fixture_result_cb, &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error);
}

static void
test_accept (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  move (self, id, 4, 0, NULL);
  before = digest (self);
  g_assert_cmpint (accept (self, id, " ", &error), ==, 0);
  g_assert_error (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_WANTS_REASON);
  g_clear_error (&error);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (accept (self, id, "They pay in time", &error), !=, 0);
  g_assert_no_error (error);
  assert_column (self, 5, NULL, "Survey:accepted");
  assert_sql (self, "SELECT count (*) FROM engagement WHERE state = 'agreed' AND title = 'Survey'", "1");
  assert_sql (self, "SELECT override_reason = 'They pay in time' FROM application", "1");
  undo (self);
  g_free (after);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);
}

/* Reader thread. */
static gpointer
load_engagement_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_row_load_id (db, &foothold_engagement_row_type, *(const gint64 *) data, error);
}

/* What somebody did to an engagement themselves. */
static void
change_engagement (StoreFixture *self, gint64 id, const char *state, const char *notes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  g_autoptr (FootholdRow) before = NULL;
  g_autoptr (FootholdRow) after = NULL;

  g_task_set_task_data (task, &id, NULL);
  foothold_store_push_read (self->store, task, load_engagement_job, (GDestroyNotify) foothold_row_unref);
  before = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  after = foothold_row_copy (before);
  g_set_str (&((FootholdEngagementRow *) after)->state, state);
  g_set_str (&((FootholdEngagementRow *) after)->notes, notes);
  store_fixture_save_row (self, "Edit", before, after);
}

static void
add_deliverable (StoreFixture *self, gint64 engagement)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_engagement_deliverable_row_type);
  FootholdEngagementDeliverableRow *row = (gpointer) made;

  row->engagement = engagement;
  g_set_str (&row->title, "Report");
  g_set_str (&row->state, "planned");
  store_fixture_save_row (self, "Add", NULL, made);
}

/* One application never has two engagements, and none that is agreed once its offer is open again. */
static void
test_accept_again (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 engagement;

  move (self, id, 4, 0, NULL);
  engagement = accept (self, id, "They pay in time", &error);
  g_assert_no_error (error);
  add_deliverable (self, engagement);
  /* twice is once */
  g_assert_cmpint (accept (self, id, "They pay in time", &error), ==, engagement);
  g_assert_no_error (error);
  assert_sql (self, "SELECT count (*) FROM engagement", "1");

  /* it has nothing of its own yet: it goes with the acceptance, and comes back with it */
  before = digest (self);
  move (self, id, 4, 0, NULL);
  assert_sql (self, "SELECT (SELECT count (*) FROM engagement) + (SELECT count (*) FROM engagement_deliverable)", "0");
  assert_sql (self, "SELECT state = 'offer' AND override_reason IS NULL FROM application", "1");
  undo (self);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);

  move (self, id, 4, 0, NULL);
  accept (self, id, "Once more", &error);
  g_assert_no_error (error);
  assert_sql (self, "SELECT count (*) FROM engagement WHERE state = 'agreed'", "1");
  assert_sql (self, "SELECT override_reason = 'Once more' FROM application", "1");
  move (self, id, 4, 0, NULL);
  move (self, id, 0, 0, "offer-declined");
  assert_column (self, 5, NULL, "Survey:offer-declined");
  assert_sql (self, "SELECT count (*) FROM engagement", "0");
}

/* What somebody wrote into it is kept. */
static void
test_accept_again_with_notes (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autoptr (GError) error = NULL;
  gint64 engagement;

  move (self, id, 4, 0, NULL);
  engagement = accept (self, id, "They pay in time", &error);
  g_assert_no_error (error);
  change_engagement (self, engagement, "agreed", "Ask for Ada");
  move (self, id, 4, 0, NULL);
  assert_sql (self, "SELECT state = 'cancelled' AND notes = 'Ask for Ada' FROM engagement", "1");
  g_assert_cmpint (accept (self, id, "They pay in time", &error), ==, engagement);
  g_assert_no_error (error);
  assert_sql (self, "SELECT count (*) FROM engagement", "1");
  assert_sql (self, "SELECT state = 'agreed' AND notes = 'Ask for Ada' FROM engagement", "1");

  /* nor does a card that is moved end work that has begun */
  change_engagement (self, engagement, "active", "Ask for Ada");
  move (self, id, 4, 0, NULL);
  assert_sql (self, "SELECT state = 'active' FROM engagement", "1");
  g_assert_cmpint (accept (self, id, "They pay in time", &error), ==, engagement);
  g_assert_no_error (error);
  assert_sql (self, "SELECT state = 'active' FROM engagement", "1");
}

/* What is paid a month, or an hour, is no fee of the whole. */
static void
test_fee (StoreFixture *self, gconstpointer data)
{
  const struct
  {
    const char *kind, *period, *fee;
  } cases[] = {
    { "stipend", "month", "-1" }, { "stipend", NULL, "80000" }, { "stipend", "project", "80000" },
    { "fixed", "week", "-1" },    { "fixed", NULL, "80000" },   { "hourly", "hour", "-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 opportunity = add_opportunity (self, "Survey");
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, opportunity);
      g_autoptr (FootholdRow) paid = foothold_row_copy (&dossier->opportunity->row);
      FootholdOpportunityRow *row = (gpointer) paid;
      g_autoptr (GError) error = NULL;
      gint64 id;

      g_set_str (&row->pay_kind, cases[i].kind);
      g_set_str (&row->pay_period, cases[i].period);
      g_set_str (&row->currency, "EUR");
      row->pay_net = 80000;
      store_fixture_save_row (self, "Edit", dossier->opportunity, paid);
      id = start (self, opportunity);
      move (self, id, 4, 0, NULL);
      accept (self, id, "They pay in time", &error);
      g_assert_no_error (error);
      assert_sql (self, "SELECT coalesce (fee_net, -1) FROM engagement ORDER BY id DESC LIMIT 1", cases[i].fee);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/accept/" name, StoreFixture, NULL, store_fixture_set_up_quick, func, store_fixture_tear_down)
  ADD ("once", test_accept);
  ADD ("again", test_accept_again);
  ADD ("again-with-notes", test_accept_again_with_notes);
  ADD ("fee", test_fee);
#undef ADD

  return g_test_run ();
}
