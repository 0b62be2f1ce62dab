// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application-fixture.h"
#include "store/foothold-id.h"
#include "store/foothold-proof-store.h"
#include "store/foothold-reply-store.h"

/* Moves by mistake and back, and what those who count them and write them down make of that. */

static void
test_unsent (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FootholdRow) loaded = NULL;

  move (self, id, 0, 0, "submitted");
  assert_sql (self, "SELECT sent_on IS NOT NULL FROM application", "1");
  before = digest (self);
  move (self, id, 0, 0, "draft");
  assert_sql (self, "SELECT sent_on IS NULL FROM application", "1");
  undo (self);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);

  /* the person's own word on it stays */
  assert_sql (self, "SELECT sent_on IS NOT NULL FROM application", "1");
  {
    g_autoptr (FootholdRow) row = foothold_row_new (&foothold_application_row_type);
    g_autoptr (FootholdRow) dated = NULL;

    row->id = id;
    dated = foothold_row_copy (row);
    g_set_str (&((FootholdApplicationRow *) dated)->sent_on, "2020-01-02");
    store_fixture_save_row (self, "Edit", row, dated);
  }
  move (self, id, 0, 0, "draft");
  assert_sql (self, "SELECT sent_on = '2020-01-02' FROM application", "1");
}

/* Reader thread: "Survey: submitted interview; …" of all days. */
static gpointer
proof_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdProof) proof = foothold_proof_load (db, "2000-01-01", "2099-12-31", NULL, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (proof);
  for (guint i = 0; i < proof->lines->len; i++)
    {
      const FootholdProofLine *line = g_ptr_array_index (proof->lines, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", line->title);
      for (guint k = 0; k < line->steps->len; k++)
        g_string_append_printf (text, " %s", ((FootholdProofStep *) g_ptr_array_index (line->steps, k))->state);
    }
  return g_string_free_and_steal (text);
}

static void
assert_proof (StoreFixture *self, const char *expected)
{
  g_autofree char *got = read_now (self, proof_job, NULL);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_proof (StoreFixture *self, gconstpointer data)
{
  const gint64 never = start (self, add_opportunity (self, "Never"));
  const gint64 survey = start (self, add_opportunity (self, "Survey"));

  /* what was given up at the desk proves no search */
  move (self, never, 0, 0, "withdrawn");
  assert_proof (self, "");
  move (self, never, 0, 0, "draft");
  move (self, never, 0, 0, "submitted");
  assert_proof (self, "Never: submitted");
  move (self, never, 0, 0, "draft");
  move (self, never, 0, 0, "withdrawn");
  assert_proof (self, "");

  /* neither does an interview by mistake */
  move (self, survey, 0, 0, "submitted");
  move (self, survey, 0, 0, "interview");
  assert_proof (self, "Survey: submitted interview");
  move (self, survey, 0, 0, "submitted");
  assert_proof (self, "Survey: submitted");
  move (self, survey, 0, 0, "offer");
  move (self, survey, 0, 0, "withdrawn");
  assert_proof (self, "Survey: submitted offer withdrawn");

  /* nor an end that was taken back */
  move (self, survey, 0, 0, "offer");
  assert_proof (self, "Survey: submitted offer");
  move (self, survey, 0, 0, "offer-declined");
  assert_proof (self, "Survey: submitted offer offer-declined");
  move (self, survey, 0, 0, "offer");
  assert_proof (self, "Survey: submitted offer");
}

/* Reader thread: how many reached each step, and how many replies have a day: "2 1 0 0 0, 1". */
static gpointer
report_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdReplyReport) report = foothold_reply_report_load (db, NULL, error);

  g_assert_nonnull (report);
  return g_strdup_printf ("%u %u %u %u %u, %u after %d", report->all.reached[0], report->all.reached[1],
                          report->all.reached[2], report->all.reached[3], report->all.reached[4], report->all.n_replies,
                          (int) report->all.median_days);
}

static void
assert_report (StoreFixture *self, const char *expected)
{
  g_autofree char *got = read_now (self, report_job, NULL);

  g_assert_cmpstr (got, ==, expected);
}

static gint64
add_interview (StoreFixture *self, gint64 application, const char *meets_on)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_interview_row_type);
  FootholdInterviewRow *row = (gpointer) made;

  row->application = application;
  row->meets_on = g_strdup (meets_on);
  return store_fixture_save_row (self, "Add", NULL, made);
}

static void
test_statistics (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  const gint64 other = start (self, add_opportunity (self, "Poster"));

  move (self, id, 0, 0, "submitted");
  move (self, other, 0, 0, "submitted");
  assert_report (self, "2 0 0 0 0, 0 after 0");
  move (self, other, 0, 0, "draft");
  move (self, other, 0, 0, "withdrawn");
  assert_report (self, "1 0 0 0 0, 0 after 0");

  /* noted today for some day to come: the host has asked for it by now */
  add_interview (self, id, "9999-01-01");
  assert_report (self, "1 1 1 0 0, 1 after 0");
  undo (self);
  assert_report (self, "1 0 0 0 0, 0 after 0");

  /* noted when it was over; the card never left its column */
  {
    g_autoptr (FootholdRow) row = foothold_row_new (&foothold_application_row_type);
    g_autoptr (FootholdRow) dated = NULL;

    row->id = id;
    dated = foothold_row_copy (row);
    g_set_str (&((FootholdApplicationRow *) dated)->sent_on, "2020-01-02");
    store_fixture_save_row (self, "Edit", row, dated);
  }
  add_interview (self, id, "2020-01-12");
  add_interview (self, id, "2020-02-12");
  assert_report (self, "1 1 1 0 0, 1 after 10");
}

static void
test_several (StoreFixture *self, gconstpointer data)
{
  const gint64 one = start (self, add_opportunity (self, "One")), ended = start (self, add_opportunity (self, "Two"));
  const gint64 other = start (self, add_opportunity (self, "Three"));
  const gint64 all[] = { one, ended, other };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  guint n_moved;

  move (self, ended, 0, 0, "submitted");
  move (self, ended, 0, 0, "declined");
  g_array_append_vals (ids, all, G_N_ELEMENTS (all));
  foothold_applications_move_async (self->store, ids, 3, 0, NULL, NULL, NULL, store_fixture_result_cb, &result);
  g_assert_true (foothold_applications_move_finish (self->store, store_fixture_wait (&result), &n_moved, &refused,
                                                    &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_moved, ==, 2);
  g_assert_cmpstr (refused, ==, "The application has ended already: open it again first. Nothing was changed.");
  g_clear_pointer (&refused, g_free);

  /* all went: also where only the state was asked for */
  g_array_remove_index (ids, 1);
  foothold_applications_move_async (self->store, ids, 0, 0, "interview", NULL, NULL, store_fixture_result_cb, &again);
  g_assert_true (foothold_applications_move_finish (self->store, store_fixture_wait (&again), &n_moved, &refused,
                                                    &error));
  g_assert_cmpuint (n_moved, ==, 2);
  g_assert_null (refused);

  /* none: that is the error, as ever */
  g_array_set_size (ids, 0);
  g_array_append_val (ids, ended);
  foothold_applications_move_async (self->store, ids, 3, 0, NULL, NULL, NULL, store_fixture_result_cb, &none);
  g_assert_false (foothold_applications_move_finish (self->store, store_fixture_wait (&none), &n_moved, &refused,
                                                     &error));
  g_assert_error (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_REFUSED);
  g_assert_cmpuint (n_moved, ==, 0);
  g_assert_null (refused);
}

static void
assert_state (StoreFixture *self, gint64 id, const char *state)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);

  g_assert_cmpstr (dossier->opportunity->state, ==, state);
}

static void
test_reopen (StoreFixture *self, gconstpointer data)
{
  const gint64 listed = add_opportunity (self, "Listed"), fresh = add_opportunity (self, "Fresh");
  const gint64 applied = add_opportunity (self, "Applied");
  const gint64 all[] = { listed, fresh, applied };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  start (self, applied);
  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, listed, "shortlisted", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, all[i], "dropped", "Too far");

  g_array_append_vals (ids, all, G_N_ELEMENTS (all));
  foothold_store_act_async (self->store, FOOTHOLD_ACTION_REOPEN, ids, NULL, NULL, NULL, store_fixture_result_cb,
                            &result);
  store_fixture_finish_write (self, &result);
  assert_state (self, listed, "shortlisted");
  assert_state (self, fresh, "spotted");
  assert_state (self, applied, "applying");
  label = store_fixture_step (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    assert_state (self, all[i], "dropped");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/moves/" name, StoreFixture, NULL, store_fixture_set_up_quick, func, store_fixture_tear_down)
  ADD ("unsent", test_unsent);
  ADD ("proof", test_proof);
  ADD ("statistics", test_statistics);
  ADD ("several", test_several);
  ADD ("reopen", test_reopen);
#undef ADD

  return g_test_run ();
}
