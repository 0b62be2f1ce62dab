// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracker-fixture.h"

#include "store/foothold-application-dossier.h"
#include "store/foothold-application-store.h"
#include "store/foothold-resume-store.h"
#include "store/foothold-statement-store.h"

/* What an application is prepared with: the skills it asks for, the résumé beside them, the statement. */

/* An opportunity that asks for two skills, applied for: the application. */
static gint64
start (StoreFixture *self)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market survey", "Acme");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  gint64 opportunity;

  opportunity = store_fixture_save_dossier (self, "Add", dossier);
  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (self->store, ids, NULL, store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

static FootholdApplicationDossier *
load (StoreFixture *self, gint64 application)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdApplicationDossier *dossier;

  foothold_application_dossier_load_async (self->store, application, NULL, store_fixture_result_cb, &result);
  dossier = foothold_application_dossier_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return dossier;
}

static void
attach (StoreFixture *self, gint64 application, const char *name, const char *role, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (self->dir, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  foothold_application_attach_async (self->store, application, file, role, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static void
assert_resume (StoreFixture *self,
               gint64 application,
               FootholdResumeState state,
               const char *name,
               const char *first_gap,
               guint n_gaps)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdResume) resume = NULL;

  foothold_resume_load_async (self->store, application, NULL, store_fixture_result_cb, &result);
  resume = foothold_resume_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (resume->state, ==, state);
  g_assert_cmpstr (resume->name, ==, name);
  g_assert_cmpuint (resume->gaps->len, ==, n_gaps);
  if (n_gaps > 0)
    g_assert_cmpstr (g_ptr_array_index (resume->gaps, 0), ==, first_gap);
}

static void
test_resume (StoreFixture *self, gconstpointer data)
{
  const gint64 application = start (self);
  g_autoptr (FootholdApplicationDossier) dossier = load (self, application);

  g_assert_cmpuint (dossier->skills->len, ==, 2);
  g_assert_cmpstr (((FootholdSkillRow *) g_ptr_array_index (dossier->skills, 0))->name, ==, "Writing");
  g_assert_cmpstr (((FootholdSkillRow *) g_ptr_array_index (dossier->skills, 1))->name, ==, "Data analysis");

  assert_resume (self, application, FOOTHOLD_RESUME_NONE, NULL, NULL, 0);
  attach (self, application, "work.txt", "sample", "Writing and data analysis.", -1);
  assert_resume (self, application, FOOTHOLD_RESUME_NONE, NULL, NULL, 0);
  attach (self, application, "cv.pdf", "resume", "%PDF-1.7 writing", -1);
  assert_resume (self, application, FOOTHOLD_RESUME_UNREAD, "cv.pdf", NULL, 0);
  attach (self, application, "broken.txt", "resume", "writing \xff\xfe", -1);
  assert_resume (self, application, FOOTHOLD_RESUME_UNREAD, "broken.txt", NULL, 0);
  attach (self, application, "cv.md", "resume", "# Me\n\nI like WRÍTING\nreports.", -1);
  assert_resume (self, application, FOOTHOLD_RESUME_READ, "cv.md", "Data analysis", 1);
  /* one that cannot be read does not hide one that can */
  attach (self, application, "cv-2.pdf", "resume", "%PDF-1.7", -1);
  assert_resume (self, application, FOOTHOLD_RESUME_READ, "cv.md", "Data analysis", 1);
  attach (self, application, "cv.txt", "resume", "Data: analysis, and writing", -1);
  assert_resume (self, application, FOOTHOLD_RESUME_READ, "cv.txt", NULL, 0);
}

static void
keep (StoreFixture *self, gint64 application, const char *text, gboolean append, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FootholdApplicationDossier) dossier = NULL;

  foothold_statement_keep_async (self->store, application, text, append, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  dossier = load (self, application);
  g_assert_cmpstr (dossier->application->statement, ==, expected);
}

static void
test_statement (StoreFixture *self, gconstpointer data)
{
  const gint64 application = start (self);
  g_autofree char *undone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  keep (self, application, "One.", TRUE, "One.");
  keep (self, application, "Two.", TRUE, "One.\n\nTwo.");
  keep (self, application, "Three.", FALSE, "Three.");
  undone = store_fixture_step (self, FALSE);
  g_assert_cmpstr (undone, ==, "Keep Letter as Statement");
  assert_sql (self, "SELECT statement FROM application", "One.\n\nTwo.");

  foothold_statement_keep_async (self->store, 12345, "Nobody’s", FALSE, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
  g_assert_error (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE);
}

#define ADD(name, func) \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store-preparing/resume", test_resume);
  ADD ("/store-preparing/statement", test_statement);

  return g_test_run ();
}
