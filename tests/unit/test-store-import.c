/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "staging-fixture.h"
#include "store/foothold-filter-vocabulary.h"

/* An import is previewed, merged in slices, undone in one step, and nothing of it is left when it is cancelled. */

static FootholdDossier *
numbered (guint n)
{
  g_autofree char *title = g_strdup_printf ("Study %u", n);

  return store_fixture_dossier (title, n % 2 == 0 ? "Łódź Labs" : "Danang Data");
}

/* Waits for the slices that delete an undone import: each is a job on the writer thread. */
static void
wait_for_none_left (StoreFixture *self)
{
  while (query (self, "SELECT count (*) FROM import_batch WHERE state = 'deleting'") > 0)
    ;
}

static void
test_undo (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  FootholdStagedCounts counts;

  for (guint i = 0; i < 1200; i++)
    stage (staging, numbered (i));
  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_new, ==, 1200);
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 1200);
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Import of 1200");
  g_assert_cmpuint (count (self, NULL), ==, 1200);
  g_assert_cmpuint (count (self, "lodz"), ==, 600);
  g_assert_cmpuint (count (self, "study 1199"), ==, 1);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM organisation"), ==, 2);

  undone = store_fixture_step (self, FALSE);
  g_assert_cmpstr (undone, ==, "Import of 1200");
  g_assert_cmpuint (count (self, NULL), ==, 0);
  g_assert_cmpuint (count (self, "lodz"), ==, 0);
  g_assert_null (foothold_store_get_undo_label (self->store));

  store_fixture_close (self);
  store_fixture_open (self);
  redone = store_fixture_step (self, TRUE);
  g_assert_cmpstr (redone, ==, "Import of 1200");
  g_assert_cmpuint (count (self, NULL), ==, 1200);

  /* undone and then something else done: its rows go, all of them */
  g_free (store_fixture_step (self, FALSE));
  {
    g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Other", "Other");

    store_fixture_save_dossier (self, "Add Opportunity", dossier);
  }
  g_assert_null (foothold_store_get_redo_label (self->store));
  wait_for_none_left (self);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM opportunity"), ==, 1);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM organisation"), ==, 1);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM deliverable"), ==, 1);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM import_batch"), ==, 0);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM opportunity_search WHERE opportunity_search MATCH 'study'"), ==,
                    0);
}

static void
test_duplicates (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (FootholdDossier) here = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  FootholdStagedCounts counts;
  FootholdDossier *dossier;
  const char *source;
  gint64 id;

  here->opportunity->url = g_strdup ("https://www.example.org/jobs/1/?utm_source=mail");
  id = store_fixture_save_dossier (self, "Add Opportunity", here);

  /* the same by name, nothing new */
  stage (staging, store_fixture_dossier ("market  STUDY", "lodz labs"));
  /* the same by address, with a fact that is not known here, and one that is */
  dossier = store_fixture_dossier ("Another Title", "Another");
  g_set_str (&dossier->opportunity->url, "http://example.org/jobs/1#apply");
  g_set_str (&dossier->opportunity->fact_source, "file");
  dossier->opportunity->location = g_strdup ("Łódź");
  dossier->opportunity->minutes_min = 60;
  stage (staging, dossier);
  /* new, and the same twice */
  stage (staging, store_fixture_dossier ("Fresh", "Danang Data"));
  stage (staging, store_fixture_dossier ("fresh", "DANANG data"));
  /* what has no title is a problem */
  stage (staging, foothold_dossier_new ());

  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_same, ==, 2);
  g_assert_cmpuint (counts.n_fills, ==, 1);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_problems, ==, 1);
  list = foothold_staging_list (staging, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_cmpint (((FootholdStagedEntry *) g_ptr_array_index (list, 1))->match, ==, id);
  g_assert_nonnull (((FootholdStagedEntry *) g_ptr_array_index (list, 1))->reason);
  g_assert_false (foothold_staging_set_wanted (staging, 0, TRUE, NULL));

  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 2);
  g_assert_no_error (error);
  after = store_fixture_load (self, id);
  g_assert_cmpstr (after->opportunity->title, ==, "Market Study");
  g_assert_cmpstr (after->opportunity->location, ==, "Łódź");
  g_assert_cmpint (after->opportunity->minutes_min, ==, 600);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "location", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "file");
  g_assert_cmpuint (count (self, NULL), ==, 2);

  g_free (store_fixture_step (self, FALSE));
  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, id);
  g_assert_null (after->opportunity->location);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "location", NULL), ==, "not-looked-at");
  g_assert_cmpuint (count (self, NULL), ==, 1);
}

/* Two of one title and organisation are two where they say so themselves. */
static void
test_alike (StoreFixture *self, gconstpointer data)
{
  const struct
  {
    const char *url, *place;
    FootholdVerdict verdict;
  } cases[] = {
    { "https://example.org/jobs/2", "Lodz", FOOTHOLD_VERDICT_NEW }, /* another page of the site */
    { "https://example.org/jobs/2?from=list", NULL, FOOTHOLD_VERDICT_SAME }, /* that one again */
    { "https://portal.example.com/x", NULL, FOOTHOLD_VERDICT_SAME }, /* told elsewhere */
    { NULL, "Łódź", FOOTHOLD_VERDICT_SAME }, /* as it is here */
    { NULL, "Berlin", FOOTHOLD_VERDICT_NEW },
    { NULL, "berlin", FOOTHOLD_VERDICT_SAME },
    { NULL, NULL, FOOTHOLD_VERDICT_SAME },
    { "https://example.org/#/jobs/3", "Hue", FOOTHOLD_VERDICT_NEW },
    { "https://example.org/#/jobs/4", "Hue", FOOTHOLD_VERDICT_NEW },
  };
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (FootholdDossier) here = store_fixture_dossier ("Student Assistant", "Łódź Labs");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  here->opportunity->url = g_strdup ("https://example.org/jobs/1");
  g_set_str (&here->opportunity->location, "Lodz");
  store_fixture_save_dossier (self, "Add Opportunity", here);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdDossier *dossier = store_fixture_dossier ("Student Assistant", "Łódź Labs");

      g_set_str (&dossier->opportunity->url, cases[i].url);
      g_set_str (&dossier->opportunity->location, cases[i].place);
      stage (staging, dossier);
    }

  compare (self, staging);
  list = foothold_staging_list (staging, 0, G_N_ELEMENTS (cases), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].url, cases[i].place);
      g_assert_cmpint (((FootholdStagedEntry *) g_ptr_array_index (list, i))->verdict, ==, cases[i].verdict);
    }
}

static void
test_untick (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    stage (staging, numbered (i));
  compare (self, staging);
  g_assert_true (foothold_staging_set_wanted (staging, 1, FALSE, &error));
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Import of 2");
  g_assert_cmpuint (count (self, "danang"), ==, 0);
}

typedef struct
{
  GCancellable *cancellable;
  guint n_calls;
} CancelData;

static void
cancel_cb (gdouble fraction, gpointer user_data)
{
  CancelData *data = user_data;

  if (++data->n_calls == 2)
    g_cancellable_cancel (data->cancellable);
}

static void
test_cancel (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (FootholdDossier) here = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CancelData cancel = { cancellable, 0 };

  store_fixture_save_dossier (self, "Add Opportunity", here);
  for (guint i = 0; i < 1600; i++)
    stage (staging, numbered (i));
  compare (self, staging);
  foothold_store_merge_async (self->store, staging, NULL, cancel_cb, &cancel, cancellable, store_fixture_result_cb,
                              &result);
  g_assert_cmpint (foothold_store_merge_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_cmpuint (count (self, NULL), ==, 1);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Add Opportunity");
  wait_for_none_left (self);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM opportunity"), ==, 1);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM organisation"), ==, 1);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM skill"), ==, 2);
  g_assert_cmpuint (query (self, "SELECT count (*) FROM import_batch"), ==, 0);
}

/* What a person does meanwhile is written between the slices; undoing waits for the end. */
static void
test_meanwhile (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (FootholdDossier) other = store_fixture_dossier ("Meanwhile", "Acme");
  g_autoptr (GAsyncResult) merged = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < 1600; i++)
    stage (staging, numbered (i));
  compare (self, staging);
  foothold_store_merge_async (self->store, staging, NULL, NULL, NULL, NULL, store_fixture_result_cb, &merged);
  foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &undone);
  g_assert_cmpint (store_fixture_save_dossier (self, "Add Opportunity", other), >, 0);
  g_assert_null (merged);
  g_assert_cmpint (foothold_store_merge_finish (self->store, store_fixture_wait (&merged), &error), ==, 1600);
  g_assert_no_error (error);

  label = foothold_store_undo_finish (self->store, store_fixture_wait (&undone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import of 1600");
  g_assert_cmpuint (count (self, NULL), ==, 1);
}

/* Our own export keeps its ids, and two that look alike stay two. */
static void
test_own (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  FootholdOrganisationRow *organisation = foothold_row_new (&foothold_organisation_row_type);
  g_autoptr (FootholdDossier) loaded = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStagedCounts counts;

  organisation->row.id = 77;
  organisation->name = g_strdup ("Łódź Labs");
  organisation->country = g_strdup ("PL");
  g_assert_true (sink->take_row (sink->user_data, &organisation->row, &error));
  for (guint i = 0; i < 2; i++)
    {
      FootholdDossier *dossier = store_fixture_dossier ("Market Study", "Łódź Labs");

      dossier->opportunity->row.id = 1000 + i;
      dossier->opportunity->created_at = 5;
      dossier->opportunity->organisation_id = 77;
      ((FootholdRow *) g_ptr_array_index (dossier->deliverables, 0))->id = 9;
      stage (staging, dossier);
    }
  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 2);
  g_assert_no_error (error);

  loaded = store_fixture_load (self, 1001);
  g_assert_cmpint (loaded->opportunity->created_at, ==, 5);
  g_assert_cmpint (loaded->opportunity->organisation_id, ==, 77);
  g_assert_cmpuint (loaded->deliverables->len, ==, 1);
  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_same, ==, 2);
}

static void
answer (FootholdDossier *dossier, const char *item, const char *answer)
{
  FootholdAnswerRow *row = foothold_row_new (&foothold_answer_row_type);

  row->row.id = 5000 + dossier->answers->len;
  row->item = g_strdup (item);
  row->answer = g_strdup (answer);
  g_ptr_array_add (dossier->answers, row);
}

static void
put_want (FootholdStaging *staging, gint64 id, const char *text)
{
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  FootholdWantRow *want = foothold_row_new (&foothold_want_row_type);
  g_autoptr (GError) error = NULL;

  want->row.id = id;
  want->position = 0;
  want->text = g_strdup (text);
  g_assert_true (sink->take_row (sink->user_data, &want->row, &error));
  g_assert_no_error (error);
}

/* "yes", "no", or NULL for none. */
static const char *
answered (const FootholdDossier *dossier, const char *item)
{
  const FootholdAnswerRow *row = foothold_dossier_find_answer (dossier->answers, item);

  return row != NULL ? g_intern_string (row->answer) : NULL;
}

/* What is not answered yet is, as long as the import is not undone; what is stays, whatever the import says. */
static void
test_answers (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) first = new_staging (self);
  g_autoptr (FootholdStaging) second = new_staging (self);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (GError) error = NULL;
  FootholdDossier *dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  FootholdStagedCounts counts;

  dossier->opportunity->row.id = 1000;
  answer (dossier, "unpaid/training", "no");
  put_want (first, 70, "Friendly people");
  stage (first, dossier);
  compare (self, first);
  g_assert_cmpint (merge (self, first, NULL, &error), ==, 1);
  g_assert_no_error (error);

  /* the same want has another id there */
  dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  dossier->opportunity->row.id = 1000;
  answer (dossier, "unpaid/training", "yes");
  answer (dossier, "warning-signs/fee", "no");
  answer (dossier, "want/80", "yes");
  put_want (second, 80, "Friendly people");
  stage (second, dossier);
  counts = compare (self, second);
  g_assert_cmpuint (counts.n_fills, ==, 1);
  g_assert_cmpint (merge (self, second, NULL, &error), ==, 1);
  g_assert_no_error (error);

  after = store_fixture_load (self, 1000);
  g_assert_cmpuint (after->answers->len, ==, 3);
  g_assert_cmpstr (answered (after, "unpaid/training"), ==, "no");
  g_assert_cmpstr (answered (after, "warning-signs/fee"), ==, "no");
  g_assert_cmpstr (answered (after, "want/70"), ==, "yes");

  /* there is nothing more to add; what it says otherwise is not taken */
  counts = compare (self, second);
  g_assert_cmpuint (counts.n_same, ==, 1);

  g_free (store_fixture_step (self, FALSE));
  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, 1000);
  g_assert_cmpuint (after->answers->len, ==, 1);
  g_assert_cmpstr (answered (after, "unpaid/training"), ==, "no");
  g_free (store_fixture_step (self, TRUE));
  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, 1000);
  g_assert_cmpuint (after->answers->len, ==, 3);
}

/* What readers on several threads give: the same entries, in the order in which they are given, not packed. */
static void
test_packed (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  g_autoptr (FootholdDossier) nameless = foothold_dossier_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  FootholdPacked *packed[3];

  nameless->where = g_strdup ("Entry 2");
  packed[0] = sink->pack (sink->user_data, numbered (1));
  packed[2] = sink->pack (sink->user_data, numbered (3));
  packed[1] = sink->pack (sink->user_data, g_steal_pointer (&nameless));
  foothold_packed_free (sink->pack (sink->user_data, numbered (4)));
  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    g_assert_true (sink->take_packed (sink->user_data, packed[i], &error));
  g_assert_no_error (error);

  list = foothold_staging_list (staging, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((FootholdStagedEntry *) g_ptr_array_index (list, 0))->title, ==, "Study 1");
  g_assert_cmpstr (((FootholdStagedEntry *) g_ptr_array_index (list, 1))->where, ==, "Entry 2");
  g_assert_cmpint (((FootholdStagedEntry *) g_ptr_array_index (list, 1))->verdict, ==, FOOTHOLD_VERDICT_PROBLEM);
  g_assert_cmpstr (((FootholdStagedEntry *) g_ptr_array_index (list, 2))->title, ==, "Study 3");

  compare (self, staging);
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 2);
  g_assert_no_error (error);
}

/* That a skill is wanted comes back where it is there without that, and is not taken away by what does not say it. */
static void
test_wanted (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) here = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GError) error = NULL;

  store_fixture_save_dossier (self, "Add Opportunity", here);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FootholdStaging) staging = new_staging (self);
      const FootholdSink *sink = foothold_staging_get_sink (staging);
      FootholdSkillRow *skill = foothold_row_new (&foothold_skill_row_type);

      skill->row.id = 90;
      skill->name = g_strdup ("Writing");
      skill->wanted = 1 - i;
      skill->level = i == 0 ? GINT64_UNKNOWN : 2;
      g_assert_true (sink->take_row (sink->user_data, &skill->row, &error));
      stage (staging, numbered (i));
      compare (self, staging);
      merge (self, staging, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (query (self, "SELECT wanted FROM skill WHERE name = 'Writing'"), ==, 1);
    }
  g_assert_cmpuint (query (self, "SELECT level FROM skill WHERE name = 'Writing'"), ==, 2);
}

/* The names that completion offers, with "," between them; (transfer full). */
static char *
offered (StoreFixture *self, FootholdFilterKey key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdFilterVocabulary) vocabulary = NULL;

  foothold_filter_vocabulary_load_async (self->store, NULL, store_fixture_result_cb, &result);
  vocabulary = foothold_filter_vocabulary_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return g_strjoinv (",", (char **) foothold_filter_vocabulary_get_names (key, vocabulary));
}

/* What an undone import brought is not offered; what something else has too is. */
static void
test_names (StoreFixture *self, gconstpointer data)
{
  static const FootholdFilterKey keys[] = { FOOTHOLD_FILTER_SKILL, FOOTHOLD_FILTER_TAG, FOOTHOLD_FILTER_HOST,
                                            FOOTHOLD_FILTER_PLACE };
  static const char *const shown[] = { "Data analysis,Writing", "later", "Danang Data", "Fair" };
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (GError) error = NULL;
  FootholdDossier *dossier = numbered (1);

  foothold_dossier_add_tag (dossier, "later");
  dossier->opportunity->place = g_strdup ("Fair");
  stage (staging, dossier);
  compare (self, staging);
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 1);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *names = offered (self, keys[i]);

      g_assert_cmpstr (names, ==, shown[i]);
    }

  g_free (store_fixture_step (self, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *names = offered (self, keys[i]);

      g_assert_cmpstr (names, ==, "");
    }
  g_free (store_fixture_step (self, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *names = offered (self, keys[i]);

      g_assert_cmpstr (names, ==, shown[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/import/undo", test_undo);
  ADD ("/store/import/duplicates", test_duplicates);
  ADD ("/store/import/alike", test_alike);
  ADD ("/store/import/untick", test_untick);
  ADD ("/store/import/cancel", test_cancel);
  ADD ("/store/import/meanwhile", test_meanwhile);
  ADD ("/store/import/own", test_own);
  ADD ("/store/import/answers", test_answers);
  ADD ("/store/import/packed", test_packed);
  ADD ("/store/import/wanted", test_wanted);
  ADD ("/store/import/names", test_names);

  return g_test_run ();
}
