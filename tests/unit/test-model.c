// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "list-model-watch.h"
#include "store-fixture.h"

#include "model/foothold-edit.h"
#include "model/foothold-opportunity.h"
#include "model/foothold-window-list.h"

/* Lists that splice the smallest difference, records that are one per id, edits that are one undo a field. */

static const FootholdWindowSource source = {
  .get_item_type = foothold_opportunity_get_type,
  .table = "opportunity",
  .list_ids = foothold_opportunity_list_ids,
  .load = foothold_opportunity_load_rows,
};

static gint64
add (StoreFixture *fixture, const char *title)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;

  opportunity->origin = g_strdup ("found");
  opportunity->kind = g_strdup ("micro-internship");
  opportunity->state = g_strdup ("spotted");
  opportunity->fact_source = g_strdup ("typed");
  opportunity->created_at = 1000;
  opportunity->title = g_strdup (title);
  return store_fixture_save_row (fixture, "Add", NULL, row);
}

static void
wait_loaded (FootholdWindowList *list)
{
  while (foothold_window_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static FootholdWindowList *
new_list (StoreFixture *fixture)
{
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  FootholdWindowList *list = foothold_window_list_new (fixture->store, &source, query);

  wait_loaded (list);
  return list;
}

static void
test_splices (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdWindowList) list = new_list (fixture);
  g_auto (ListModelWatch) watch = { NULL };
  g_autoptr (FootholdOpportunity) first = NULL;
  gint64 b;

  list_model_watch_init (&watch, G_LIST_MODEL (list));
  b = add (fixture, "b");
  wait_loaded (list);
  assert_changes (&watch, "0+1");
  add (fixture, "c");
  wait_loaded (list);
  assert_changes (&watch, "1+1");
  add (fixture, "a");
  wait_loaded (list);
  assert_changes (&watch, "0+1");
  g_assert_cmpuint (foothold_window_list_find (list, b, 0), ==, 1);

  /* A change that moves nothing splices nothing, and the record follows. */
  first = g_list_model_get_item (G_LIST_MODEL (list), 1);
  store_fixture_act (fixture, FOOTHOLD_ACTION_STAR, b, NULL, NULL);
  wait_loaded (list);
  assert_changes (&watch, "");
  while (foothold_opportunity_peek (first) == NULL || foothold_opportunity_peek (first)->starred == 0)
    g_main_context_iteration (NULL, TRUE);

  store_fixture_act (fixture, FOOTHOLD_ACTION_ARCHIVE, b, NULL, NULL);
  wait_loaded (list);
  assert_changes (&watch, "1-1");
  g_assert_cmpuint (foothold_window_list_find (list, b, 1), ==, G_MAXUINT);
}

/* An empty list knows whether it is so only because of what it shows. */
static void
test_hides (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdWindowList) list = new_list (fixture);
  g_autoptr (FootholdQuery) words = foothold_query_new ("zzz", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  gint64 id;

  g_assert_false (foothold_window_list_get_hides (list));
  id = add (fixture, "a");
  wait_loaded (list);
  g_assert_false (foothold_window_list_get_hides (list));
  store_fixture_act (fixture, FOOTHOLD_ACTION_ARCHIVE, id, NULL, NULL);
  wait_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (foothold_window_list_get_hides (list));

  /* what words do not find is not found, whatever is archived */
  foothold_window_list_set_query (list, words);
  wait_loaded (list);
  g_assert_false (foothold_window_list_get_hides (list));
}

static void
test_first_rows_come_along (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdWindowList) list = NULL;

  for (int i = 0; i < 70; i++)
    {
      g_autofree char *title = g_strdup_printf ("%03d", i);

      add (fixture, title);
    }
  list = new_list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 70);
  for (guint i = 0; i < 70; i++)
    {
      g_autoptr (FootholdRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (FootholdRecord) again = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (record == again);
      if (i < 64)
        g_assert_true (foothold_record_get_loaded (record));
      while (!foothold_record_get_loaded (record))
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_stale_question (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdWindowList) list = NULL;
  g_autoptr (FootholdQuery) one = foothold_query_new ("alpha", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  g_autoptr (FootholdQuery) two = foothold_query_new ("beta", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  gint64 id;

  add (fixture, "alpha");
  id = add (fixture, "beta");
  list = new_list (fixture);
  foothold_window_list_set_query (list, one);
  foothold_window_list_set_query (list, two);
  wait_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpint (foothold_window_list_get_id (list, 0), ==, id);
}

static void
type_title (FootholdEdit *edit, const char *title)
{
  FootholdOpportunityRow *row = foothold_edit_copy_row (edit);

  g_set_str (&row->title, title);
  foothold_edit_take (edit, "title", row);
}

static void
wait_saved (FootholdEdit *edit)
{
  while (foothold_edit_is_pending (edit))
    g_main_context_iteration (NULL, TRUE);
}

static char *
undo (StoreFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *label;

  foothold_store_undo_async (fixture->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (fixture->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return label;
}

/* Saved three times while it is typed, and still one step back. */
static void
test_one_undo_a_field (StoreFixture *fixture, gconstpointer data)
{
  const gint64 id = add (fixture, "Old");
  g_autoptr (FootholdDossier) before = store_fixture_load (fixture, id);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (FootholdEdit) edit = foothold_edit_new (fixture->store, before->opportunity);
  g_autofree char *label = NULL;

  type_title (edit, "N");
  foothold_edit_save (edit);
  wait_saved (edit);
  type_title (edit, "Ne");
  foothold_edit_save (edit);
  wait_saved (edit);
  type_title (edit, "New");
  foothold_edit_leave (edit);
  wait_saved (edit);

  label = undo (fixture);
  g_assert_cmpstr (label, ==, "Edit Title of “Old”");
  after = store_fixture_load (fixture, id);
  g_assert_cmpstr (after->opportunity->title, ==, "Old");
}

/* Left alone, typing is saved by itself. */
static void
test_typing_is_kept (StoreFixture *fixture, gconstpointer data)
{
  const gint64 id = add (fixture, "Old");
  g_autoptr (FootholdDossier) before = store_fixture_load (fixture, id);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (FootholdEdit) edit = foothold_edit_new (fixture->store, before->opportunity);
  const gint64 start = g_get_monotonic_time ();

  type_title (edit, "Typed");
  g_assert_true (foothold_edit_is_pending (edit));
  wait_saved (edit);
  g_assert_cmpint (g_get_monotonic_time () - start, >, FOOTHOLD_EDIT_KEEP_MS * 500);
  after = store_fixture_load (fixture, id);
  g_assert_cmpstr (after->opportunity->title, ==, "Typed");
}

/* What others change shows, what is being typed stays. */
static void
test_rebase (StoreFixture *fixture, gconstpointer data)
{
  const gint64 id = add (fixture, "Old");
  g_autoptr (FootholdDossier) before = store_fixture_load (fixture, id);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (FootholdEdit) edit = foothold_edit_new (fixture->store, before->opportunity);
  const FootholdOpportunityRow *row;

  type_title (edit, "Typed");
  store_fixture_act (fixture, FOOTHOLD_ACTION_STAR, id, NULL, NULL);
  after = store_fixture_load (fixture, id);
  foothold_edit_rebase (edit, after->opportunity);
  row = foothold_edit_peek_row (edit);
  g_assert_cmpstr (row->title, ==, "Typed");
  g_assert_cmpint (row->starred, ==, 1);
  foothold_edit_leave (edit);
  wait_saved (edit);
}

/* The program ends while a save is running: what was typed since then is there too, and what was taken back is not. */
static void
test_finish (StoreFixture *fixture, gconstpointer data)
{
  const gint64 id = add (fixture, "Old");
  g_autoptr (FootholdDossier) before = store_fixture_load (fixture, id);
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (FootholdEdit) edit = foothold_edit_new (fixture->store, before->opportunity);
  FootholdOpportunityRow *row;

  row = foothold_edit_copy_row (edit);
  row->objective = g_strdup ("One leaf");
  foothold_edit_take (edit, "objective", row);
  foothold_edit_save (edit);
  g_assert_true (foothold_edit_is_pending (edit));
  row = foothold_edit_copy_row (edit);
  g_clear_pointer (&row->objective, g_free);
  foothold_edit_take (edit, "objective", row);
  type_title (edit, "New");
  foothold_edit_finish (edit);

  store_fixture_close (fixture);
  store_fixture_open (fixture);
  after = store_fixture_load (fixture, id);
  g_assert_cmpstr (after->opportunity->title, ==, "New");
  g_assert_null (after->opportunity->objective);
}

static void
failed_cb (FootholdEdit *edit, const GError *error, gboolean *refused)
{
  *refused = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

/* What is refused for good waits no longer, and holds back nothing else. */
static void
test_gives_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdRow) one = foothold_row_new (&foothold_organisation_row_type);
  g_autoptr (FootholdRow) other = foothold_row_new (&foothold_organisation_row_type);
  g_autoptr (FootholdEdit) edit = NULL;
  FootholdOrganisationRow *row;
  gboolean refused = FALSE;
  const FootholdOrganisationRow *kept;

  ((FootholdOrganisationRow *) one)->name = g_strdup ("Amber");
  ((FootholdOrganisationRow *) other)->name = g_strdup ("Zinc");
  store_fixture_save_row (fixture, "Add", NULL, one);
  other->id = store_fixture_save_row (fixture, "Add", NULL, other);
  edit = foothold_edit_new (fixture->store, other);
  g_signal_connect (edit, "failed", G_CALLBACK (failed_cb), &refused);

  row = foothold_edit_copy_row (edit);
  g_set_str (&row->name, "AMBER");
  foothold_edit_take (edit, "name", row);
  foothold_edit_leave (edit);
  while (!refused)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (foothold_edit_is_pending (edit));
  foothold_edit_give_up (edit, "name");
  g_assert_false (foothold_edit_is_pending (edit));

  row = foothold_edit_copy_row (edit);
  g_set_str (&row->notes, "By the river");
  foothold_edit_take (edit, "notes", row);
  foothold_edit_leave (edit);
  wait_saved (edit);
  kept = foothold_edit_peek_row (edit);
  g_assert_cmpstr (kept->name, ==, "Zinc");
  g_assert_cmpstr (kept->notes, ==, "By the river");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/model/splices", test_splices);
  ADD ("/model/hides", test_hides);
  ADD ("/model/first-rows-come-along", test_first_rows_come_along);
  ADD ("/model/stale-question", test_stale_question);
  ADD ("/model/one-undo-a-field", test_one_undo_a_field);
  ADD ("/model/typing-is-kept", test_typing_is_kept);
  ADD ("/model/rebase", test_rebase);
  ADD ("/model/finish", test_finish);
  ADD ("/model/gives-up", test_gives_up);

  return g_test_run ();
}
