/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "comparison-fixture.h"
#include "store/foothold-application-rows.h"

#include "store/foothold-answer-store.h"

/* What stands side by side: which lines there are, which of them differ, and how what nobody knows is said. */

/* The line called @id, or NULL. */
static const FootholdComparedLine *
find (const FootholdComparison *comparison, const char *id)
{
  for (guint i = 0; i < comparison->lines->len; i++)
    if (g_str_equal (g_array_index (comparison->lines, FootholdComparedLine, i).id, id))
      return &g_array_index (comparison->lines, FootholdComparedLine, i);

  return NULL;
}

static void
assert_line (const FootholdComparison *comparison,
             const char *id,
             gboolean differs,
             const char *first,
             const char *second)
{
  const FootholdComparedLine *line = find (comparison, id);

  g_assert_nonnull (line);
  g_assert_cmpstr (foothold_compared_value_get_text (&line->values[0]), ==, first);
  g_assert_cmpstr (foothold_compared_value_get_text (&line->values[1]), ==, second);
  g_assert_cmpint (line->differs, ==, differs);
}

static void
add_two (StoreFixture *self, gint64 *ids)
{
  g_autoptr (FootholdDossier) one = store_fixture_dossier ("Study the river", "Lab One");
  g_autoptr (FootholdDossier) other = store_fixture_dossier ("Study the lake", "Lab One");

  one->opportunity->apply_by = g_strdup ("2026-12-03");
  one->opportunity->currency = g_strdup ("USD");
  one->opportunity->pay_kind = g_strdup ("fixed");
  one->opportunity->pay_gross_min = one->opportunity->pay_gross_max = 20000;
  one->opportunity->minutes_max = 600;
  one->opportunity->feedback = 1;
  one->opportunity->equipment = g_strdup ("A boat\tand a net");
  g_ptr_array_set_size (one->facts, 0);
  other->opportunity->minutes_max = 600;
  foothold_dossier_add_fact (other, "language", "not-said", NULL);
  foothold_dossier_add_fact (other, "feedback", "not-said", NULL);
  foothold_dossier_add_skill (other, "Python");
  ids[0] = store_fixture_save_dossier (self, "Add", one);
  ids[1] = store_fixture_save_dossier (self, "Add", other);
}

static void
test_lines (StoreFixture *self, gconstpointer data)
{
  gint64 ids[2];
  g_autoptr (FootholdComparison) comparison = NULL;

  add_two (self, ids);
  comparison = compare (self, ids, 2);
  g_assert_cmpuint (comparison->n, ==, 2);
  g_assert_cmpstr (comparison->rows[1]->title, ==, "Study the lake");
  assert_line (comparison, "organisation", FALSE, "Lab One", "Lab One");
  assert_line (comparison, "minutes_min", FALSE, "10\u00a0h", "10\u00a0h");
  assert_line (comparison, "apply_by", TRUE, "Thursday, 3 December 2026\ndue in 5 days", "–");
  assert_line (comparison, "feedback", TRUE, "Yes", "not said");
  assert_line (comparison, "skills", TRUE, "Writing\nData analysis", "Writing\nData analysis\nPython");
  assert_line (comparison, "deliverables", FALSE, "Report", "Report");
  assert_line (comparison, "warnings", FALSE, "none seen", "none seen");
  g_assert_true (find (comparison, "overall")->drawn);
  g_assert_cmpfloat (find (comparison, "overall")->values[0].hi, >, 0);
  /* not said and not looked at are shown as they are, and are no difference between the two */
  assert_line (comparison, "language", FALSE, "–", "not said");
  /* what is asked of all stands there; the rest where one knows it */
  assert_line (comparison, "location", FALSE, "–", "–");
  assert_line (comparison, "equipment", TRUE, "A boat\tand a net", "–");
  g_assert_null (find (comparison, "connection"));
}

/* Learning a fact makes a difference, and saying the same of the other takes it away. */
static void
test_differs (StoreFixture *self, gconstpointer data)
{
  gint64 ids[2];
  g_autoptr (FootholdComparison) before = NULL;
  g_autoptr (FootholdComparison) differing = NULL;
  g_autoptr (FootholdComparison) same = NULL;

  add_two (self, ids);
  before = compare (self, ids, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, ids[i]);
      g_autoptr (FootholdRow) after = foothold_row_copy (dossier->opportunity);

      g_set_str (&((FootholdOpportunityRow *) after)->location, "Jena");
      store_fixture_save_row (self, "Edit", dossier->opportunity, after);
      if (i == 0)
        differing = compare (self, ids, 2);
    }
  same = compare (self, ids, 2);
  g_assert_false (find (before, "location")->differs);
  assert_line (differing, "location", TRUE, "Jena", "–");
  assert_line (same, "location", FALSE, "Jena", "Jena");
}

static void
test_cells (StoreFixture *self, gconstpointer data)
{
  gint64 ids[2];
  g_autoptr (FootholdComparison) comparison = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_columns;

  add_two (self, ids);
  comparison = compare (self, ids, 2);
  all = foothold_comparison_to_cells (comparison, FALSE, &n_columns);
  g_assert_cmpuint (n_columns, ==, 4);
  g_assert_cmpuint (all->len, ==, (comparison->lines->len + 1) * n_columns);
  g_assert_cmpstr (g_ptr_array_index (all, 1), ==, "Study the river");
  some = foothold_comparison_to_cells (comparison, TRUE, &n_columns);
  g_assert_cmpuint (some->len, ==, (foothold_comparison_count_differences (comparison) + 1) * n_columns);

  /* tabs and line ends are between cells alone */
  text = foothold_comparison_to_text (comparison, FALSE);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, comparison->lines->len + 2);
  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
    }
}

/* Wants are counted where somebody answered. */
static void
test_wants (StoreFixture *self, gconstpointer data)
{
  gint64 ids[2];
  FootholdWantRow *want = foothold_row_new (&foothold_want_row_type);
  g_autoptr (FootholdComparison) comparison = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *item = NULL;

  add_two (self, ids);
  want->text = g_strdup ("Friendly people");
  want->row.id = store_fixture_save_row (self, "Add", NULL, want);
  item = foothold_want_item (want);
  foothold_store_set_answer_async (self->store, "Answer", ids[1], item, "yes", NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  comparison = compare (self, ids, 2);
  assert_line (comparison, "wants", TRUE, "–", "1 of 1");
  foothold_row_unref (want);
}

/* One's own words, and what a week would be like. */
static void
test_tags_and_load (StoreFixture *self, gconstpointer data)
{
  FootholdProfileRow *profile = foothold_row_new (&foothold_profile_row_type);
  g_autoptr (FootholdDossier) one = store_fixture_dossier ("Study the river", "Lab One");
  g_autoptr (FootholdDossier) other = store_fixture_dossier ("Study the lake", "Lab One");
  g_autoptr (FootholdDossier) agreed = store_fixture_dossier ("Study the sea", "Lab Two");
  FootholdEngagementRow *engagement = foothold_row_new (&foothold_engagement_row_type);
  g_autoptr (FootholdComparison) before = NULL;
  g_autoptr (FootholdComparison) after = NULL;
  g_autoptr (FootholdComparison) beside = NULL;
  gint64 ids[2];

  one->opportunity->minutes_min = 20 * 60;
  one->opportunity->minutes_max = 30 * 60;
  one->opportunity->start_on = g_strdup ("2026-12-01");
  one->opportunity->end_on = g_strdup ("2026-12-14");
  foothold_dossier_add_tag (one, "with Ada");
  foothold_dossier_add_tag (one, "summer");
  other->opportunity->minutes_min = other->opportunity->minutes_max = 12 * 60;
  other->opportunity->start_on = g_strdup ("2026-12-01");
  other->opportunity->end_on = g_strdup ("2026-12-12");
  ids[0] = store_fixture_save_dossier (self, "Add", one);
  ids[1] = store_fixture_save_dossier (self, "Add", other);
  before = compare (self, ids, 2);
  assert_line (before, "tags", TRUE, "with Ada\nsummer", "–");
  assert_line (before, "load", TRUE, "10–15\u00a0h", "7\u00a0h");

  profile->row.id = 1;
  profile->role = g_strdup ("student");
  profile->minutes_per_week = 14 * 60;
  store_fixture_save_row (self, "Add", NULL, profile);
  after = compare (self, ids, 2);
  assert_line (after, "load", TRUE, "10–15\u00a0h of your 14\u00a0h\ntoo much", "7\u00a0h of your 14\u00a0h");

  /* what is agreed for these weeks takes of them too */
  engagement->opportunity = store_fixture_save_dossier (self, "Add", agreed);
  engagement->state = g_strdup ("agreed");
  engagement->title = g_strdup ("Study the sea");
  engagement->minutes = 10 * 60;
  engagement->start_on = g_strdup ("2026-12-01");
  engagement->end_on = g_strdup ("2026-12-14");
  engagement->created_at = 1;
  store_fixture_save_row (self, "Agree", NULL, engagement);
  beside = compare (self, ids, 2);
  assert_line (beside, "load", TRUE, "15–20\u00a0h of your 14\u00a0h\ntoo much", "12\u00a0h of your 14\u00a0h\ntight");
  foothold_row_unref (engagement);
  foothold_row_unref (profile);
}

/* A word that a person added to a list is said as they wrote it. */
static void
test_own_term (StoreFixture *self, gconstpointer data)
{
  FootholdTermRow *term = foothold_row_new (&foothold_term_row_type);
  g_autoptr (FootholdDossier) one = store_fixture_dossier ("Study the river", "Lab One");
  g_autoptr (FootholdDossier) other = store_fixture_dossier ("Study the lake", "Lab One");
  g_autoptr (FootholdComparison) comparison = NULL;
  gint64 ids[2];

  term->list = g_strdup ("industry");
  term->slug = g_strdup ("mobility");
  term->name = g_strdup ("Mobility and Transport");
  store_fixture_save_row (self, "Add", NULL, term);
  g_set_str (&one->opportunity->industry, "mobility");
  g_set_str (&other->opportunity->industry, "energy");
  ids[0] = store_fixture_save_dossier (self, "Add", one);
  ids[1] = store_fixture_save_dossier (self, "Add", other);
  comparison = compare (self, ids, 2);
  assert_line (comparison, "industry", TRUE, "Mobility and Transport", "Energy and Environment");
  foothold_row_unref (term);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/comparison/lines", test_lines);
  ADD ("/comparison/differs", test_differs);
  ADD ("/comparison/cells", test_cells);
  ADD ("/comparison/wants", test_wants);
  ADD ("/comparison/tags-and-load", test_tags_and_load);
  ADD ("/comparison/own-term", test_own_term);

  return g_test_run ();
}
