/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

/* The façade end to end: what is saved is found, loaded, changed and deleted, and survives closing. */

static void
test_round (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GBytes) page = g_bytes_new_static ("<p>Hello</p>", 12);
  g_autoptr (FootholdDossier) loaded = NULL;
  g_autoptr (GArray) ids = NULL;
  const FootholdAttachmentRow *attachment;
  gint64 id;

  foothold_dossier_add_page (dossier, "page.html", "text/html", page);
  id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_true (foothold_changes_has (self->changes, "opportunity", id));

  store_fixture_close (self);
  store_fixture_open (self);

  ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);

  loaded = store_fixture_load (self, id);
  g_assert_cmpstr (loaded->opportunity->title, ==, "Market Study");
  g_assert_cmpstr (loaded->opportunity->organisation, ==, "Łódź Labs");
  g_assert_cmpint (loaded->opportunity->minutes_min, ==, 600);
  g_assert_cmpint (loaded->opportunity->minutes_max, ==, GINT64_UNKNOWN);
  g_assert_cmpuint (loaded->deliverables->len, ==, 1);
  g_assert_cmpuint (loaded->skills->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (loaded->skills, 1), ==, "Data analysis");
  g_assert_cmpstr (foothold_dossier_knowledge (loaded, "currency", NULL), ==, "not-said");
  g_assert_cmpstr (foothold_dossier_knowledge (loaded, "location", NULL), ==, "not-looked-at");
  g_assert_cmpuint (loaded->attachments->len, ==, 1);

  attachment = g_ptr_array_index (loaded->attachments, 0);
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;

    foothold_store_load_attachment_async (self->store, attachment->sha256, NULL, store_fixture_result_cb, &result);
    bytes = foothold_store_load_attachment_finish (self->store, store_fixture_wait (&result), &error);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (bytes, page));
  }
}

/* A person's own word: the field is stated by typing, other columns are not touched. */
static void
test_edit (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autoptr (FootholdDossier) before = store_fixture_load (self, id);
  g_autoptr (FootholdDossier) after = NULL;
  FootholdOpportunityRow *row = foothold_row_copy (before->opportunity);
  const char *source;

  g_set_str (&row->currency, "EUR");
  g_set_str (&row->organisation, "Łodz LABS");
  store_fixture_save_row (self, "Change Currency", before->opportunity, row);
  foothold_row_unref (row);

  after = store_fixture_load (self, id);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "currency", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "typed");
  g_assert_cmpstr (foothold_dossier_knowledge (after, "minutes_min", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "page");
  g_assert_cmpstr (after->opportunity->organisation, ==, "Łodz LABS");
  g_assert_cmpint (after->opportunity->organisation_id, ==, before->opportunity->organisation_id);
  g_assert_cmpint (after->opportunity->row.rev, ==, 2);
}

static void
test_act (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autoptr (GArray) open = NULL, dropped = NULL, all = NULL;
  g_autoptr (FootholdDossier) after = NULL;
  const FootholdHistoryRow *history;

  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, id, "dropped", "Too far away");
  open = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (open->len, ==, 0);
  dropped = store_fixture_list (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_DROPPED);
  g_assert_cmpuint (dropped->len, ==, 1);

  after = store_fixture_load (self, id);
  g_assert_cmpuint (after->history->len, ==, 1);
  history = g_ptr_array_index (after->history, 0);
  g_assert_cmpstr (history->from_state, ==, "spotted");
  g_assert_cmpstr (history->to_state, ==, "dropped");
  g_assert_cmpstr (history->reason, ==, "Too far away");
  g_assert_cmpstr (history->actor, ==, "me");

  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GError) error = NULL;

    /* all or none: one that may not go keeps the others where they are */
    g_array_append_val (ids, id);
    foothold_store_act_async (self->store, FOOTHOLD_ACTION_SET_STATE, ids, "expired", NULL, NULL,
                              store_fixture_result_cb, &result);
    g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  }

  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, id, NULL, NULL);
  all = store_fixture_list (self, NULL, FOOTHOLD_ORDER_DEADLINE, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_rows (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdRow) goal = foothold_row_new (&foothold_goal_row_type);
  g_autoptr (FootholdRow) profile = foothold_row_new (&foothold_profile_row_type);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  ((FootholdGoalRow *) goal)->rank = 1;
  ((FootholdGoalRow *) goal)->title = g_strdup ("Become an analyst");
  ((FootholdProfileRow *) profile)->role = g_strdup ("student");
  g_assert_cmpint (store_fixture_save_row (self, "Add Goal", NULL, goal), >, 0);
  g_assert_cmpint (store_fixture_save_row (self, NULL, NULL, profile), ==, 1);

  foothold_store_load_rows_async (self->store, &foothold_goal_row_type, NULL, store_fixture_result_cb, &result);
  rows = foothold_store_load_rows_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((FootholdGoalRow *) g_ptr_array_index (rows, 0))->title, ==, "Become an analyst");
}

/* What is typed into what is gone is not kept, and that is said. */
static void
test_gone (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdRow) goal = foothold_row_new (&foothold_goal_row_type);
  g_autoptr (FootholdRow) typed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ((FootholdGoalRow *) goal)->rank = 1;
  ((FootholdGoalRow *) goal)->title = g_strdup ("Become an analyst");
  goal->id = store_fixture_save_row (self, "Add Goal", NULL, goal);
  typed = foothold_row_copy (goal);
  g_set_str (&((FootholdGoalRow *) typed)->title, "Become a cook");
  g_free (store_fixture_step (self, FALSE));

  foothold_store_save_row_async (self->store, "Change Goal", goal, typed, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (foothold_store_get_undo_label (self->store));
  g_assert_cmpstr (foothold_store_get_redo_label (self->store), ==, "Add Goal");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/round", test_round);
  ADD ("/store/edit", test_edit);
  ADD ("/store/act", test_act);
  ADD ("/store/rows", test_rows);
  ADD ("/store/gone", test_gone);

  return g_test_run ();
}
