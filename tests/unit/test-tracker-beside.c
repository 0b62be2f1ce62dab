// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* An application that comes beside its opportunity, as a table of one's own has it: new, for one that is there, and of
 * one that comes twice. */

#include "tracker-fixture.h"

static void
stage (FootholdStaging *staging, const char *title, const char *state)
{
  g_autoptr (GError) error = NULL;
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  FootholdDossier *dossier = foothold_dossier_new ();

  g_set_str (&dossier->opportunity->title, title);
  g_set_str (&dossier->opportunity->organisation, "Acme");
  if (state != NULL)
    {
      FootholdNest *nest = foothold_dossier_add_application (dossier);
      FootholdApplicationHistoryRow *history = foothold_nest_add (nest, FOOTHOLD_PART_APPLICATION_HISTORY);

      g_set_str (&dossier->opportunity->state, "applying");
      g_set_str (&((FootholdApplicationRow *) nest->row)->state, state);
      g_set_str (&history->to_state, state);
      g_set_str (&history->actor, "import");
    }
  g_assert_true (sink->take_dossier (sink->user_data, dossier, &error));
  g_assert_no_error (error);
}

static FootholdStaging *
stage_one (StoreFixture *self, const char *title, const char *state)
{
  g_autoptr (GError) error = NULL;
  FootholdStaging *staging = foothold_staging_new (self->dir, &error);

  g_assert_no_error (error);
  stage (staging, title, state);
  return staging;
}

static gpointer
compare_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_staging_compare (data, db, error) ? GINT_TO_POINTER (1) : NULL;
}

static FootholdStagedCounts
compare (StoreFixture *self, FootholdStaging *staging)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, staging, NULL);
  foothold_store_push_read (self->store, task, compare_job, NULL);
  g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return foothold_staging_get_counts (staging);
}

static void
test_beside (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) there = store_fixture_dossier ("Known", "Acme");
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  store_fixture_save_dossier (self, "Add", there);
  before = export_fixture_get (self, EXPORT_JSON);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (FootholdStaging) fresh = stage_one (self, "New", "interview");

      g_assert_cmpuint (compare (self, fresh).n_new, ==, 1);
      exchange_fixture_merge (self, fresh);
      assert_sql (self,
                  "SELECT a.state || s.preset FROM application AS a JOIN stage AS s ON s.id = a.stage WHERE batch"
                  " IN (SELECT id FROM import_batch WHERE state = 'done')",
                  "interviewtalking");
      assert_sql (self, "SELECT count (*) FROM application_search WHERE application_search MATCH 'new'", "1");
      exchange_fixture_step (self, FALSE);
      undone = export_fixture_get (self, EXPORT_JSON);
      exchange_fixture_assert_same (before, undone);
      g_clear_pointer (&undone, g_free);
    }
  {
    g_autoptr (FootholdStaging) known = stage_one (self, "Known", "declined");
    g_autoptr (FootholdStaging) again = NULL;

    g_assert_cmpuint (compare (self, known).n_fills, ==, 1);
    g_assert_true (says (known, NULL, "application is added"));
    g_assert_cmpint (exchange_fixture_merge (self, known), ==, 1);
    assert_sql (self, "SELECT a.state || o.title FROM application AS a JOIN opportunity AS o ON o.id = a.opportunity",
                "declinedKnown");
    assert_sql (self, "SELECT to_state FROM application_history", "declined");
    again = stage_one (self, "Known", "declined");
    g_assert_cmpuint (compare (self, again).n_same, ==, 1);
  }
  exchange_fixture_step (self, FALSE);
  undone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (before, undone);
}

/* A saved posting, and then the application for it from another file: the order in which a person chose them does not
 * matter, and of several applications each is taken that differs. */
static void
test_saved_before_applied (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = stage_one (self, "Survey", NULL);
  FootholdStagedCounts counts;

  stage (staging, "Survey", "interview");
  stage (staging, "Survey", "declined");
  stage (staging, "Survey", NULL);
  stage (staging, "Survey", "declined");
  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpuint (counts.n_same, ==, 3);
  g_assert_cmpuint (counts.n_applications, ==, 2);
  g_assert_true (says (staging, NULL, "the one with your application is taken"));
  exchange_fixture_merge (self, staging);
  assert_sql (self,
              "SELECT group_concat (o.title || a.state, ',' ORDER BY a.state) FROM application AS a JOIN opportunity "
              "AS o"
              " ON o.id = a.opportunity",
              "Surveydeclined,Surveyinterview");
  assert_sql (self, "SELECT count (*) FROM opportunity", "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/tracker-beside/new-and-known", test_beside);
  ADD ("/tracker-beside/saved-before-applied", test_saved_before_applied);
  return g_test_run ();
}
