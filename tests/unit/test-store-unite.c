/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "digest-fixture.h"

#include "store/foothold-answer-store.h"
#include "store/foothold-tag-store.h"
#include "store/foothold-unite.h"

/* Opportunities that are one: what is chosen by itself and why, what is kept of each, and that undo is exact. */

static FootholdDossier *
plain (const char *title, gint64 created_at)
{
  FootholdDossier *dossier = foothold_dossier_new ();

  dossier->opportunity->row.id = created_at;
  dossier->opportunity->created_at = created_at;
  dossier->opportunity->title = g_strdup (title);
  dossier->opportunity->state = g_strdup ("spotted");
  dossier->opportunity->fact_source = g_strdup ("page");
  return dossier;
}

static GPtrArray *
both (FootholdDossier *one, FootholdDossier *other)
{
  GPtrArray *dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);

  g_ptr_array_add (dossiers, one);
  g_ptr_array_add (dossiers, other);
  return dossiers;
}

/* The difference in @field, or NULL. */
static FootholdUniteDifference *
find (GArray *differences, const char *field)
{
  for (guint i = 0; i < differences->len; i++)
    if (g_str_equal (g_array_index (differences, FootholdUniteDifference, i).field, field))
      return &g_array_index (differences, FootholdUniteDifference, i);

  return NULL;
}

static void
assert_chosen (GArray *differences, const char *field, guint chosen, FootholdUniteReason why)
{
  const FootholdUniteDifference *difference = find (differences, field);

  g_assert_nonnull (difference);
  g_assert_cmpuint (difference->chosen, ==, chosen);
  g_assert_cmpint (difference->why, ==, why);
}

/* A place is its name: its number is nothing to choose. */
static void
test_place (void)
{
  FootholdDossier *one = plain ("Survey", 1), *other = plain ("Survey", 2);
  g_autoptr (GPtrArray) dossiers = both (one, other);
  g_autoptr (GArray) differences = NULL;

  one->opportunity->place = g_strdup ("Job board");
  one->opportunity->place_id = 11;
  other->opportunity->place = g_strdup ("Career service");
  other->opportunity->place_id = 12;
  differences = foothold_unite_differences (dossiers);
  g_assert_nonnull (find (differences, "place"));
  g_assert_null (find (differences, "place_id"));
}

static void
test_defaults (void)
{
  FootholdDossier *old = plain ("Map the park", 1000);
  FootholdDossier *new = plain ("Map the park", 2000);
  g_autoptr (GPtrArray) dossiers = both (old, new);
  g_autoptr (GArray) differences = NULL;

  old->opportunity->location = g_strdup ("Jena");
  old->opportunity->area = g_strdup ("design");
  new->opportunity->area = g_strdup ("data-analysis");
  old->opportunity->minutes_min = 600;
  old->opportunity->minutes_max = 900;
  new->opportunity->minutes_min = 300;
  foothold_dossier_add_fact (new, "minutes_min", "stated", "guess");
  g_set_str (&old->opportunity->state, "shortlisted");
  differences = foothold_unite_differences (dossiers);

  g_assert_null (find (differences, "title"));
  g_assert_null (find (differences, "created_at"));
  g_assert_null (find (differences, "minutes_max"));
  assert_chosen (differences, "location", 0, FOOTHOLD_UNITE_ONLY_ONE);
  assert_chosen (differences, "area", 1, FOOTHOLD_UNITE_NEWER);
  assert_chosen (differences, "minutes_min", 0, FOOTHOLD_UNITE_NO_GUESS);
  assert_chosen (differences, "state", 0, FOOTHOLD_UNITE_FURTHER);
  g_assert_cmpuint (differences->len, ==, 4);
  g_assert_cmpuint (foothold_unite_kept (dossiers), ==, 0);
  g_assert_false (foothold_unite_knows (dossiers, 1, "location"));
}

/* An amount never comes under another currency, and hours never from two sides. */
static void
test_together (void)
{
  FootholdDossier *old = plain ("Map the park", 1000);
  FootholdDossier *new = plain ("Map the park", 2000);
  g_autoptr (GPtrArray) dossiers = both (old, new);
  g_autoptr (GArray) differences = NULL;
  g_autoptr (FootholdDossier) united = NULL;

  old->opportunity->currency = g_strdup ("USD");
  old->opportunity->pay_gross_min = 60000;
  old->opportunity->cost_fees = 500;
  old->opportunity->minutes_min = 600;
  old->opportunity->minutes_max = 900;
  new->opportunity->currency = g_strdup ("EUR");
  new->opportunity->pay_net = 40000;
  new->opportunity->minutes_min = 300;
  differences = foothold_unite_differences (dossiers);
  assert_chosen (differences, "pay_kind", 1, FOOTHOLD_UNITE_NEWER);
  g_assert_null (find (differences, "cost_fees"));
  united = foothold_unite (dossiers, differences);
  g_assert_cmpint (united->opportunity->row.id, ==, 1000);
  g_assert_cmpstr (united->opportunity->currency, ==, "EUR");
  g_assert_cmpint (united->opportunity->pay_net, ==, 40000);
  g_assert_cmpint (united->opportunity->pay_gross_min, ==, GINT64_UNKNOWN);
  g_assert_cmpint (united->opportunity->cost_fees, ==, GINT64_UNKNOWN);
  g_assert_cmpint (united->opportunity->minutes_min, ==, 300);
  g_assert_cmpint (united->opportunity->minutes_max, ==, GINT64_UNKNOWN);

  /* in one currency a cost stays, whosever pay is taken */
  g_clear_pointer (&united, foothold_dossier_unref);
  g_clear_pointer (&differences, g_array_unref);
  g_set_str (&new->opportunity->currency, "USD");
  differences = foothold_unite_differences (dossiers);
  assert_chosen (differences, "cost_fees", 0, FOOTHOLD_UNITE_ONLY_ONE);
  united = foothold_unite (dossiers, differences);
  g_assert_cmpint (united->opportunity->cost_fees, ==, 500);
  g_assert_cmpstr (united->opportunity->currency, ==, "USD");
  g_assert_cmpint (united->opportunity->pay_gross_min, ==, GINT64_UNKNOWN);
}

/* What one chooses counts, also that nothing is known, and how it is known comes with it. */
static void
test_chosen (void)
{
  FootholdDossier *old = plain ("Map the park", 1000);
  FootholdDossier *new = plain ("Map the park", 2000);
  g_autoptr (GPtrArray) dossiers = both (old, new);
  g_autoptr (GArray) differences = NULL;
  g_autoptr (FootholdDossier) united = NULL;
  const char *source;

  old->opportunity->location = g_strdup ("Jena");
  new->opportunity->language = g_strdup ("B2");
  foothold_dossier_add_fact (new, "language", "stated", "mail");
  foothold_dossier_add_fact (new, "location", "not-said", NULL);
  foothold_dossier_add_fact (new, "country", "not-said", NULL);
  foothold_dossier_add_fact (old, "supervisor", "stated", "mail");
  foothold_dossier_add_fact (new, "supervisor", "not-said", NULL);
  differences = foothold_unite_differences (dossiers);
  find (differences, "location")->chosen = 1;
  united = foothold_unite (dossiers, differences);
  g_assert_null (united->opportunity->location);
  g_assert_cmpstr (foothold_dossier_knowledge (united, "location", NULL), ==, "not-said");
  g_assert_cmpstr (foothold_dossier_knowledge (united, "country", NULL), ==, "not-said");
  g_assert_cmpstr (foothold_dossier_knowledge (united, "language", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "mail");
  g_assert_cmpstr (old->opportunity->location, ==, "Jena");
  /* that there is none is more than that the posting does not say */
  g_assert_cmpstr (foothold_dossier_knowledge (united, "supervisor", &source), ==, "none");
  g_assert_cmpstr (source, ==, "mail");
}

static void
test_marks (void)
{
  FootholdDossier *old = plain ("Map the park", 1000);
  FootholdDossier *new = plain ("Map the park", 2000);
  g_autoptr (GPtrArray) dossiers = both (new, old);
  g_autoptr (GArray) differences = foothold_unite_differences (dossiers);
  g_autoptr (FootholdDossier) united = NULL;

  old->opportunity->archived_at = 5000;
  old->opportunity->notes = g_strdup ("Ask Ada");
  new->opportunity->starred = 1;
  new->opportunity->notes = g_strdup ("Seen at the fair");
  united = foothold_unite (dossiers, differences);
  g_assert_cmpint (united->opportunity->row.id, ==, 1000);
  g_assert_cmpint (united->opportunity->created_at, ==, 1000);
  g_assert_cmpint (united->opportunity->starred, ==, 1);
  g_assert_cmpint (united->opportunity->archived_at, ==, GINT64_UNKNOWN);
  g_assert_cmpstr (united->opportunity->notes, ==, "Ask Ada\n\nSeen at the fair");
}

/* ---- in the store ---- */

static void
set_answer (StoreFixture *self, gint64 id, const char *item, const char *answer)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_set_answer_async (self->store, "Answer", id, item, answer, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static void
set_tag (StoreFixture *self, gint64 id, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  foothold_store_tag_async (self->store, ids, name, TRUE, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static void
add_page (FootholdDossier *dossier, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  foothold_dossier_add_page (dossier, name, "text/html", bytes);
}

/* Two of the same: the second by another organisation, with more to hang on it. */
static GArray *
add_two (StoreFixture *self)
{
  g_autoptr (FootholdDossier) first = store_fixture_dossier ("Study the river", "Lab One");
  g_autoptr (FootholdDossier) second = store_fixture_dossier ("Study the river", "Laboratory One");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  add_page (first, "one.html", "<p>One</p>");
  add_page (second, "same.html", "<p>One</p>");
  add_page (second, "two.html", "<p>Two</p>");
  foothold_dossier_add_skill (second, "Python");
  foothold_dossier_add_deliverable (second, "Slides", NULL, NULL);
  second->opportunity->location = g_strdup ("Hue");
  foothold_dossier_add_fact (second, "location", "stated", "mail");
  id = store_fixture_save_dossier (self, "Add", first);
  g_array_append_val (ids, id);
  id = store_fixture_save_dossier (self, "Add", second);
  g_array_append_val (ids, id);
  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, g_array_index (ids, gint64, 0), "evaluating", NULL);
  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, g_array_index (ids, gint64, 1), "shortlisted", NULL);
  set_answer (self, g_array_index (ids, gint64, 0), "unpaid/training", "no");
  set_answer (self, g_array_index (ids, gint64, 1), "unpaid/training", "yes");
  set_answer (self, g_array_index (ids, gint64, 1), "unpaid/benefit", "no");
  set_tag (self, g_array_index (ids, gint64, 0), "summer");
  set_tag (self, g_array_index (ids, gint64, 1), "Summer");
  set_tag (self, g_array_index (ids, gint64, 1), "river");
  return ids;
}

static gint64
unite (StoreFixture *self, GArray *ids, GArray *choices, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (FootholdUniteChoice));

  foothold_store_unite_async (self->store, ids, choices != NULL ? choices : none, NULL, store_fixture_result_cb,
                              &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error);
}

static void
test_children (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_two (self);
  const gint64 kept = g_array_index (ids, gint64, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDossier) united = NULL;
  g_autoptr (GArray) listed = NULL;
  const char *source;

  g_assert_cmpint (unite (self, ids, NULL, &error), ==, kept);
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Merge of 2 Opportunities");
  listed = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (listed->len, ==, 1);

  united = store_fixture_load (self, kept);
  g_assert_cmpstr (united->opportunity->organisation, ==, "Laboratory One");
  g_assert_cmpstr (united->opportunity->state, ==, "shortlisted");
  g_assert_cmpstr (united->opportunity->location, ==, "Hue");
  g_assert_cmpstr (foothold_dossier_knowledge (united, "location", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "mail");
  g_assert_cmpuint (united->skills->len, ==, 3);
  g_assert_cmpuint (united->deliverables->len, ==, 2);
  g_assert_cmpuint (united->tags->len, ==, 2);
  g_assert_cmpuint (united->attachments->len, ==, 2);
  g_assert_cmpuint (united->answers->len, ==, 2);
  for (guint i = 0; i < united->answers->len; i++)
    {
      const FootholdAnswerRow *answer = g_ptr_array_index (united->answers, i);

      g_assert_cmpstr (answer->answer, ==, g_str_equal (answer->item, "unpaid/training") ? "yes" : "no");
    }
  /* what both went through, then what the merge did to the state of the one that stays */
  g_assert_cmpuint (united->history->len, ==, 3);
  for (guint i = 0; i < united->history->len; i++)
    g_assert_cmpint (((FootholdHistoryRow *) g_ptr_array_index (united->history, i))->seq, ==, i + 1);
}

static void
test_choice (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_two (self);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (FootholdUniteChoice));
  const FootholdUniteChoice organisation = { "organisation", g_array_index (ids, gint64, 0) };
  const FootholdUniteChoice location = { "location", g_array_index (ids, gint64, 0) };
  g_autoptr (FootholdDossier) united = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (choices, organisation);
  g_array_append_val (choices, location);
  unite (self, ids, choices, &error);
  g_assert_no_error (error);
  united = store_fixture_load (self, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (united->opportunity->organisation, ==, "Lab One");
  g_assert_null (united->opportunity->location);
  /* the organisation that nobody needs any more is gone, and the search knows the new skill */
  found = store_fixture_list (self, "laboratory", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_array_unref);
  found = store_fixture_list (self, "python", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_undo (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_two (self);
  g_autofree char *before = digest (self);
  g_autofree char *united = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  unite (self, ids, NULL, &error);
  g_assert_no_error (error);
  united = digest (self);
  g_assert_cmpstr (united, !=, before);
  g_free (store_fixture_step (self, FALSE));
  undone = digest (self);
  g_assert_cmpstr (undone, ==, before);
  g_free (store_fixture_step (self, TRUE));
  redone = digest (self);
  g_assert_cmpstr (redone, ==, united);
}

static gpointer
tie_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (
           db,
           "INSERT INTO person (id, name, folded) VALUES (41, 'Ada', 'ada'), (42, 'Kim', 'kim');"
           "INSERT INTO application (id, opportunity, stage, position, created_at) SELECT 31, max (id), 1, 0, 0 FROM"
           " opportunity;"
           "INSERT INTO application_history (id, seq, application, at, to_state) VALUES (32, 1, 31, 0, 'draft');"
           "INSERT INTO engagement (id, opportunity, application, title, created_at) SELECT 33, max (id), 31, 'T', 0 "
           "FROM"
           " opportunity;"
           "INSERT INTO outreach (id, created_at, opportunity) SELECT 34, 0, max (id) FROM opportunity;"
           "INSERT INTO person_link (id, person, opportunity) SELECT 35, 41, min (id) FROM opportunity;"
           "INSERT INTO person_link (id, person, opportunity) SELECT 36, 41, max (id) FROM opportunity;"
           "INSERT INTO person_link (id, person, opportunity) SELECT 37, 42, max (id) FROM opportunity",
           error)
           ? GINT_TO_POINTER (1)
           : NULL;
}

static gpointer
count_job (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n;

  return foothold_db_query_int (db,
                                "SELECT (SELECT count (*) FROM application AS a JOIN opportunity AS o ON o.id ="
                                " a.opportunity) * 1000 + (SELECT count (*) FROM application_history) * 100"
                                " + (SELECT count (*) FROM engagement) * 10 + (SELECT count (*) FROM person_link AS l"
                                " JOIN opportunity AS o ON o.id = l.opportunity)"
                                " + (SELECT count (*) FROM outreach WHERE opportunity IS NOT NULL) * 10000",
                                &n, error)
           ? GSIZE_TO_POINTER ((gsize) n)
           : NULL;
}

/* An application, what came of it and who has to do with it go on with the one that stays; nobody twice. */
static void
test_ties (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_two (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  foothold_store_write_async (self->store, "Apply", tie_job, NULL, NULL, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  before = digest (self);
  unite (self, ids, NULL, &error);
  g_assert_no_error (error);
  foothold_store_push_read (self->store, g_task_new (self->store, NULL, store_fixture_result_cb, &counted), count_job,
                            NULL);
  g_assert_cmpint (GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (store_fixture_wait (&counted)), &error)), ==,
                   11112);
  g_assert_no_error (error);
  g_free (store_fixture_step (self, FALSE));
  undone = digest (self);
  g_assert_cmpstr (undone, ==, before);
}

/* All or nothing. */
static void
test_gone (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_two (self);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, g_array_index (ids, gint64, 1), NULL, NULL);
  before = digest (self);
  g_assert_cmpint (unite (self, ids, NULL, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  after = digest (self);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  g_test_add_func ("/store-unite/place", test_place);
  g_test_add_func ("/store-unite/defaults", test_defaults);
  g_test_add_func ("/store-unite/together", test_together);
  g_test_add_func ("/store-unite/chosen", test_chosen);
  g_test_add_func ("/store-unite/marks", test_marks);
  ADD ("/store-unite/children", test_children);
  ADD ("/store-unite/choice", test_choice);
  ADD ("/store-unite/undo", test_undo);
  ADD ("/store-unite/ties", test_ties);
  ADD ("/store-unite/gone", test_gone);

  return g_test_run ();
}
