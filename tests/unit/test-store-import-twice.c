/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "staging-fixture.h"
#include "store/foothold-id.h"

/* What the preview of an import says of what comes twice, of whom it brings and of what is left out; and what comes of
 * it. */

static FootholdStagedEntry *
entry_of (GPtrArray *list, guint n)
{
  return g_ptr_array_index (list, n);
}

/* What comes twice in one import comes once, with what each of the two says; that is taken back in one step. */
static void
test_twice (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (GBytes) page = g_bytes_new_static ("<p>page", 7);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  FootholdStagedCounts counts;
  const char *source;

  for (guint i = 0; i < 4; i++)
    {
      FootholdDossier *dossier = foothold_dossier_new ();
      FootholdOpportunityRow *row = dossier->opportunity;

      row->title = g_strdup ("Market Scan");
      row->url = g_strdup ("https://example.org/jobs/1");
      row->fact_source = g_strdup (i == 1 ? "page" : "file");
      if (i == 0)
        {
          row->apply_window = g_strdup ("date");
          row->apply_by = g_strdup ("2026-12-31");
          foothold_dossier_add_skill (dossier, "Python");
          foothold_dossier_add_page (dossier, "a.html", "text/html", page);
        }
      else if (i == 1)
        {
          row->apply_by = g_strdup ("2027-01-31");
          row->currency = g_strdup ("EUR");
          row->pay_gross_min = row->pay_gross_max = 30000;
          foothold_dossier_add_page (dossier, "a.html", "text/html", page);
        }
      else if (i == 2)
        row->pay_gross_min = 10000;
      else
        row->location = g_strdup ("Łódź");
      stage (staging, dossier);
    }

  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_fills, ==, 2);
  g_assert_cmpuint (counts.n_same, ==, 1);
  g_assert_cmpuint (counts.n_wanted, ==, 3);
  list = foothold_staging_list (staging, 0, 10, &error);
  g_assert_no_error (error);
  /* the first facts are read with the list */
  g_assert_cmpstr (entry_of (list, 0)->facts->apply_by, ==, "2026-12-31");
  g_assert_cmpint (entry_of (list, 0)->facts->minutes_min, ==, GINT64_UNKNOWN);
  g_assert_cmpint (entry_of (list, 1)->facts->pay_gross_max, ==, 30000);
  g_assert_cmpstr (entry_of (list, 1)->facts->currency, ==, "EUR");
  g_assert_cmpint (entry_of (list, 1)->verdict, ==, FOOTHOLD_VERDICT_FILLS);
  g_assert_nonnull (strstr (entry_of (list, 1)->reason, "twice in this import"));
  g_assert_cmpint (entry_of (list, 2)->verdict, ==, FOOTHOLD_VERDICT_SAME);
  g_assert_cmpint (entry_of (list, 3)->verdict, ==, FOOTHOLD_VERDICT_FILLS);

  /* nothing fills what does not come */
  g_assert_true (foothold_staging_set_wanted (staging, 0, FALSE, &error));
  g_assert_cmpuint (foothold_staging_get_counts (staging).n_wanted, ==, 0);
  g_assert_true (foothold_staging_set_wanted (staging, 1, TRUE, &error));
  g_assert_cmpuint (foothold_staging_get_counts (staging).n_wanted, ==, 2);
  g_assert_true (foothold_staging_set_wanted (staging, 3, TRUE, &error));

  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Import of 1");
  ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (ids->len, ==, 1);
  after = store_fixture_load (self, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (after->opportunity->apply_by, ==, "2026-12-31");
  g_assert_cmpint (after->opportunity->pay_gross_min, ==, 30000);
  g_assert_cmpstr (after->opportunity->currency, ==, "EUR");
  g_assert_cmpstr (after->opportunity->location, ==, "Łódź");
  g_assert_cmpuint (after->skills->len, ==, 1);
  g_assert_cmpuint (after->attachments->len, ==, 1);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "pay_gross_min", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "page");

  /* a second import has nothing to add */
  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_same, ==, 4);

  g_free (store_fixture_step (self, FALSE));
  g_assert_cmpuint (count (self, NULL), ==, 0);
  g_free (store_fixture_step (self, TRUE));
  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, g_array_index (ids, gint64, 0));
  g_assert_cmpint (after->opportunity->pay_gross_min, ==, 30000);
}

/* Under one id as well; and where the one that is taken is the one with its application. */
static void
test_twice_taken (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (FootholdDossier) applied = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStagedCounts counts;

  for (guint i = 0; i < 5; i++)
    {
      FootholdDossier *dossier = foothold_dossier_new ();

      dossier->opportunity->title = g_strdup (i < 2 ? "Under an Id" : "Applied For");
      dossier->opportunity->organisation = g_strdup ("Łódź Labs");
      dossier->opportunity->row.id = i < 2 ? 1000 : 0;
      if (i % 2 == 1)
        dossier->opportunity->location = g_strdup ("Łódź");
      if (i == 2)
        dossier->opportunity->scope = g_strdup ("Read");
      if (i == 4)
        foothold_dossier_add_application (dossier);
      stage (staging, dossier);
    }

  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpuint (counts.n_fills, ==, 3);
  g_assert_cmpuint (counts.n_applications, ==, 1);
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 2);
  g_assert_no_error (error);
  after = store_fixture_load (self, 1000);
  g_assert_cmpstr (after->opportunity->location, ==, "Łódź");
  ids = store_fixture_list (self, "applied", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (ids->len, ==, 1);
  applied = store_fixture_load (self, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (applied->opportunity->location, ==, "Łódź");
  g_assert_cmpstr (applied->opportunity->scope, ==, "Read");
  g_assert_cmpuint (query (self, "SELECT count (*) FROM application"), ==, 1);
}

static void
put_person (FootholdStaging *staging, const char *name, const char *mail, const char *phone)
{
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  FootholdPersonRow *person = foothold_row_new (&foothold_person_row_type);
  g_autoptr (GError) error = NULL;

  person->row.id = foothold_id_next ();
  person->name = g_strdup (name);
  person->mail = g_strdup (mail);
  person->phone = g_strdup (phone);
  person->organisation = g_strdup ("Łódź Labs");
  g_assert_true (sink->take_row (sink->user_data, &person->row, &error));
  g_assert_no_error (error);
}

/* Whom an import brings is named: who is new first, then who learns something, then who is there already. */
static void
test_people_named (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FootholdVerdict verdict;
  } expected[] = {
    { "New One", FOOTHOLD_VERDICT_NEW },
    { "Ada", FOOTHOLD_VERDICT_FILLS },
    { "Ben", FOOTHOLD_VERDICT_SAME },
  };
  g_autoptr (FootholdStaging) first = new_staging (self);
  g_autoptr (FootholdStaging) second = new_staging (self);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  FootholdStagedCounts counts;
  guint n_all;

  put_person (first, "Ada", "ada@example.org", NULL);
  put_person (first, "Ben", "ben@example.org", NULL);
  compare (self, first);
  people = foothold_staging_list_people (first, 10, &n_all);
  g_assert_cmpuint (n_all, ==, 2);
  g_clear_pointer (&people, g_ptr_array_unref);
  merge (self, first, NULL, &error);
  g_assert_no_error (error);

  put_person (second, "Ben", "ben@example.org", NULL);
  put_person (second, "Ada", "ada@example.org", "123");
  put_person (second, "New One", NULL, NULL);
  put_person (second, "New One", NULL, NULL);
  for (guint again = 0; again < 2; again++)
    {
      counts = compare (self, second);
      g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_PEOPLE], ==, 1);
      g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_KNOWN_PEOPLE], ==, 1);
      g_assert_cmpuint (counts.others.n_same, ==, 1);
      said = foothold_others_describe_imported (&counts.others, 0, 0);
      g_assert_cmpstr (said, ==, "1 person and more about 1 person imported; 1 is there already");
      g_clear_pointer (&said, g_free);
      people = foothold_staging_list_people (second, 10, &n_all);
      g_assert_cmpuint (n_all, ==, 3);
      g_assert_cmpuint (people->len, ==, 3);
      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          const FootholdStagedPerson *person = g_ptr_array_index (people, i);

          g_assert_cmpstr (person->name, ==, expected[i].name);
          g_assert_cmpstr (person->organisation, ==, "Łódź Labs");
          g_assert_cmpint (person->verdict, ==, expected[i].verdict);
        }
      g_clear_pointer (&people, g_ptr_array_unref);
    }
  one = foothold_staging_list_people (second, 1, &n_all);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (n_all, ==, 3);
}

/* The same of a whole column is said of the first few, then once with how many more there are. */
static void
test_summed_up (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStagedCounts counts;
  const FootholdStagedEntry *last;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *where = g_strdup_printf ("Line %u", i + 2);
      g_autofree char *reason = g_strdup_printf ("“%u-01-01” is not a possible date; it was left out.", i % 1900);

      g_assert_true (sink->problem (sink->user_data, where, "met_on", reason, &error));
      if (i < 20)
        g_assert_true (sink->problem (sink->user_data, where, "posted_on", reason, &error));
    }
  g_assert_true (sink->problem (sink->user_data, "Line 9", "met_on", "The name was too long and was cut.", &error));

  counts = compare (self, staging);
  g_assert_cmpuint (counts.n_fields_left_out, ==, 2021);
  g_assert_cmpuint (counts.n_entries, ==, 42);
  list = foothold_staging_list (staging, 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 42);
  last = entry_of (list, 41);
  g_assert_cmpstr (last->where, ==, "Line 22 – Line 2001");
  g_assert_nonnull (strstr (last->reason, "1980 more"));
  g_assert_nonnull (strstr (last->reason, "“99-01-01”"));
  g_assert_cmpint (last->verdict, ==, FOOTHOLD_VERDICT_PROBLEM);
}

static void
stage_titles (FootholdStaging *staging, const char *const *titles)
{
  for (guint i = 0; titles[i] != NULL; i++)
    {
      FootholdDossier *dossier = foothold_dossier_new ();

      dossier->opportunity->title = g_strdup (titles[i]);
      dossier->opportunity->organisation = g_strdup ("Łódź Labs");
      stage (staging, dossier);
    }
}

/* Two previews stand open at once: what the first brings in is not brought in again by the second. */
static void
test_previews (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) first = new_staging (self);
  g_autoptr (FootholdStaging) second = new_staging (self);
  g_autoptr (FootholdStaging) third = new_staging (self);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  stage_titles (first, (const char *const[]) { "One", "Two", NULL });
  stage_titles (second, (const char *const[]) { "Two", "Three", "Four", NULL });
  stage_titles (third, (const char *const[]) { "One", "Three", NULL });
  compare (self, first);
  g_assert_cmpuint (compare (self, second).n_new, ==, 3);
  g_assert_cmpuint (compare (self, third).n_new, ==, 2);
  g_assert_true (foothold_staging_set_wanted (second, 2, FALSE, &error));

  g_assert_cmpint (merge (self, first, NULL, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (merge (self, second, NULL, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Import of 1");
  g_assert_cmpuint (count (self, NULL), ==, 3);
  list = foothold_staging_list (second, 0, 10, &error);
  g_assert_cmpint (entry_of (list, 0)->verdict, ==, FOOTHOLD_VERDICT_SAME);
  g_assert_false (entry_of (list, 2)->wanted);

  g_assert_cmpint (merge (self, third, NULL, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (count (self, NULL), ==, 3);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Import of 1");
}

/* What comparing finds is said once, however often it is compared; what was read stays said. */
static void
test_problems_once (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStaging) staging = new_staging (self);
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  g_autoptr (FootholdDossier) other = store_fixture_dossier ("Meanwhile", "Acme");
  g_autoptr (GError) error = NULL;
  FootholdStagedCounts before, after;

  for (guint i = 0; i < 30; i++)
    g_assert_true (sink->problem (sink->user_data, "Line 2", "met_on", "“soon” is not a possible date.", &error));
  for (guint i = 0; i < 3; i++)
    {
      FootholdNest *nest = foothold_nest_new (&foothold_conversation_family);
      FootholdConversationRow *row = (FootholdConversationRow *) nest->row;

      row->row.id = 500 + i;
      row->person = 400;
      row->held_on = g_strdup ("2026-11-01");
      row->channel = g_strdup ("phone");
      row->text = g_strdup ("Hello");
      g_assert_true (sink->take_nest (sink->user_data, nest, &error));
    }
  stage_titles (staging, (const char *const[]) { "One", NULL });

  before = compare (self, staging);
  g_assert_cmpuint (before.n_problems, ==, 3);
  g_assert_cmpuint (before.n_fields_left_out, ==, 30);
  store_fixture_save_dossier (self, "Add Opportunity", other);
  g_assert_cmpint (merge (self, staging, NULL, &error), ==, 1);
  g_assert_no_error (error);
  after = foothold_staging_get_counts (staging);
  g_assert_cmpuint (after.n_problems, ==, before.n_problems);
  g_assert_cmpuint (after.n_fields_left_out, ==, before.n_fields_left_out);
  g_assert_cmpuint (after.n_entries, ==, before.n_entries);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/import-twice/filled", test_twice);
  ADD ("/store/import-twice/taken", test_twice_taken);
  ADD ("/store/import-twice/previews", test_previews);
  ADD ("/store/import-twice/people", test_people_named);
  ADD ("/store/import-twice/summed-up", test_summed_up);
  ADD ("/store/import-twice/problems-once", test_problems_once);

  return g_test_run ();
}
