// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracker-fixture.h"

#include "store/foothold-application-dossier.h"
#include "store/foothold-application-store.h"
#include "store/foothold-interview-store.h"
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

/* ---- interviews and who takes part ---- */

static gint64
save_interview (StoreFixture *self, gpointer before, gpointer after, const char *const *names)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (foothold_row_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      FootholdPersonRow *person = foothold_row_new (&foothold_person_row_type);

      g_set_str (&person->name, names[i]);
      g_ptr_array_add (people, person);
    }
  foothold_interview_save_async (self->store, "Save Interview", before, after, people, NULL, store_fixture_result_cb,
                                 &result);
  return store_fixture_finish_write (self, &result);
}

#define TAKE_PART \
  "SELECT p.name FROM person_link AS l JOIN person AS p ON p.id = l.person WHERE l.interview IS NOT NULL ORDER BY" \
  " p.name"
#define FOUND "SELECT count (*) FROM application_search WHERE application_search MATCH 'nowak'"

static void
test_people (StoreFixture *self, gconstpointer data)
{
  static const char *const first[] = { "Ada Nowak", "Jo Berg", "ada nowak", NULL };
  static const char *const second[] = { "Jo Berg", "Zoë", NULL };
  static const char *const nobody[] = { NULL };
  const gint64 application = start (self);
  g_autoptr (FootholdApplicationDossier) dossier = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  MAKE (Interview, interview, interview);

  interview->application = application;
  g_set_str (&interview->meets_on, "2026-12-03");
  interview->row.id = save_interview (self, NULL, interview, first);
  assert_sql (self, TAKE_PART, "Ada Nowak,Jo Berg");
  assert_sql (self, FOUND, "1");

  before = digest (self);
  save_interview (self, interview, interview, second);
  assert_sql (self, TAKE_PART, "Jo Berg,Zoë");
  assert_sql (self, FOUND, "0");
  dossier = load (self, application);
  {
    g_autoptr (GPtrArray) people = foothold_application_dossier_get_people (dossier, interview->row.id);
    g_autoptr (GPtrArray) others = foothold_application_dossier_get_people (dossier, interview->row.id + 1);

    g_assert_cmpuint (people->len, ==, 2);
    g_assert_cmpuint (others->len, ==, 0);
  }

  /* one step */
  {
    g_autofree char *undone = store_fixture_step (self, FALSE);

    g_assert_cmpstr (undone, ==, "Save Interview");
    after = digest (self);
    g_assert_cmpstr (before, ==, after);
    assert_sql (self, FOUND, "1");
  }
  save_interview (self, interview, interview, nobody);
  assert_sql (self, TAKE_PART, "");
}

/* ---- stories ---- */

static FootholdPreparation *
prepare (StoreFixture *self, gint64 application)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdPreparation *preparation;

  foothold_preparation_load_async (self->store, application, NULL, store_fixture_result_cb, &result);
  preparation = foothold_preparation_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return preparation;
}

static gint64
tell (StoreFixture *self, gint64 application, const char *key, gpointer before, FootholdStoryRow *after)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_story_save_async (self->store, application, key, "Asked?", before, after, NULL, store_fixture_result_cb,
                             &result);
  return store_fixture_finish_write (self, &result);
}

static void
choose (StoreFixture *self, gint64 application, const char *key, gint64 story)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_story_choose_async (self->store, application, key, "Asked?", story, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

/* What is told to @key, and what is offered for it, of the skill Writing. */
static void
assert_told (StoreFixture *self, gint64 application, const char *key, const char *told, const char *offered)
{
  g_autoptr (FootholdPreparation) preparation = prepare (self, application);
  const FootholdStoryRow *story = foothold_preparation_find_story (preparation, key);
  const FootholdStoryRow *offer = foothold_preparation_offer_story (preparation, key, "WRITING");

  g_assert_cmpstr (story != NULL ? story->title : NULL, ==, told);
  g_assert_cmpstr (offer != NULL ? offer->title : NULL, ==, offered);
}

static void
test_stories (StoreFixture *self, gconstpointer data)
{
  const gint64 one = start (self), other = start (self);
  g_autofree char *undone = NULL;

  MAKE (Story, story, bees);
  MAKE (Story, story, letters);

  assert_told (self, one, "general/proud", NULL, NULL);
  bees->created_at = letters->created_at = 1;
  g_set_str (&bees->title, "The bees");
  g_set_str (&bees->situation, "A garden");
  bees->row.id = tell (self, one, "general/proud", NULL, bees);
  assert_told (self, one, "general/proud", "The bees", NULL);
  /* elsewhere it is offered for the same question alone */
  assert_told (self, other, "general/proud", NULL, "The bees");
  assert_told (self, other, "general/hours", NULL, NULL);

  /* one that shows the skill is offered for every question about it */
  g_set_str (&letters->title, "The letters");
  g_set_str (&letters->skill, "Writing");
  letters->row.id = tell (self, other, "skill/writing", NULL, letters);
  assert_told (self, one, "skill/writing", NULL, "The letters");
  assert_told (self, one, "general/hours", NULL, "The letters");

  choose (self, one, "general/proud", letters->row.id);
  assert_told (self, one, "general/proud", "The letters", "The letters");
  choose (self, one, "general/proud", 0);
  assert_told (self, one, "general/proud", NULL, "The letters");
  undone = store_fixture_step (self, FALSE);
  g_assert_cmpstr (undone, ==, "Take Story Off");
  assert_told (self, one, "general/proud", "The letters", "The letters");

  /* editing does not tell it twice */
  {
    g_autoptr (FootholdRow) after = foothold_row_copy (letters);

    g_set_str (&((FootholdStoryRow *) after)->result, "All answered");
    tell (self, other, "skill/writing", letters, (FootholdStoryRow *) after);
    assert_sql (self, "SELECT count (*) FROM interview_story", "2");
    assert_sql (self, "SELECT result FROM story WHERE title = 'The letters'", "All answered");
  }

  /* with a story goes where it is told, with an application what was told there, and not the story */
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GAsyncResult) gone = NULL;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autofree char *again = NULL;

    foothold_store_delete_row_async (self->store, "Delete Story", letters, NULL, store_fixture_result_cb, &result);
    store_fixture_finish_write (self, &result);
    assert_sql (self, "SELECT count (*) FROM interview_story", "0");
    again = store_fixture_step (self, FALSE);
    assert_sql (self, "SELECT count (*) FROM interview_story", "2");
    g_array_append_val (ids, other);
    foothold_applications_delete_async (self->store, ids, NULL, store_fixture_result_cb, &gone);
    store_fixture_finish_write (self, &gone);
    assert_sql (self, "SELECT count (*) FROM interview_story", "1");
    assert_sql (self, "SELECT count (*) FROM story", "2");
  }
}

static void
test_host_questions (StoreFixture *self, gconstpointer data)
{
  const gint64 application = start (self);
  g_autoptr (FootholdPreparation) preparation = NULL;

  MAKE (HostQuestion, host_question, question);

  question->application = application;
  question->position = 0;
  g_set_str (&question->text, "Which zzyzx do you use?");
  store_fixture_save_row (self, "Add Question", NULL, question);
  assert_sql (self, "SELECT count (*) FROM application_search WHERE application_search MATCH 'zzyzx'", "1");
  preparation = prepare (self, application);
  g_assert_cmpuint (preparation->host_questions->len, ==, 1);
  g_assert_cmpuint (preparation->appraisal->questions->len, >, 3);
  g_assert_cmpuint (preparation->folded->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (preparation->folded, 1), ==, "data analysis");
}

#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store-preparing/resume", test_resume);
  ADD ("/store-preparing/statement", test_statement);
  ADD ("/store-preparing/people", test_people);
  ADD ("/store-preparing/stories", test_stories);
  ADD ("/store-preparing/host-questions", test_host_questions);

  return g_test_run ();
}
