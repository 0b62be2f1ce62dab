// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store-fixture.h"
#include "store/foothold-changes.h"

/* The same done to many: one entry of the stack, all or none, and the names that only they used go with them. */

#define N 40

static GArray *
add_many (StoreFixture *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *title = g_strdup_printf ("Study %u", i);
      g_autofree char *host = g_strdup_printf ("Lab %u", i % 3);
      g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, host);
      const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);

      g_array_append_val (ids, id);
    }

  return ids;
}

static gboolean
act (StoreFixture *self, FootholdAction action, GArray *ids, const char *state, const char *reason, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_act_async (self->store, action, ids, state, reason, NULL, store_fixture_result_cb, &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error) != 0;
}

static guint
count (StoreFixture *self, FootholdShow show)
{
  g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, show);

  return ids->len;
}

static void
test_drop (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_many (self);
  g_autoptr (FootholdDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  const FootholdHistoryRow *history;

  g_assert_true (act (self, FOOTHOLD_ACTION_SET_STATE, ids, "dropped", "Too far", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Drop 40 Opportunities");
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_OPEN), ==, 0);

  dossier = store_fixture_load (self, g_array_index (ids, gint64, N / 2));
  g_assert_cmpuint (dossier->history->len, ==, 1);
  history = g_ptr_array_index (dossier->history, 0);
  g_assert_cmpstr (history->reason, ==, "Too far");

  g_free (store_fixture_step (self, FALSE));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_OPEN), ==, N);
  g_free (store_fixture_step (self, TRUE));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_DROPPED), ==, N);
}

static void
test_all_or_none (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_many (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (act (self, FOOTHOLD_ACTION_SET_STATE, ids, "dropped", "  ", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_OPEN), ==, N);
}

static void
test_delete (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_many (self);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_array_set_size (ids, N - 1);
  g_assert_true (act (self, FOOTHOLD_ACTION_DELETE, ids, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_ALL), ==, 1);
  found = store_fixture_list (self, "lab", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (found->len, ==, 1);

  g_free (store_fixture_step (self, FALSE));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_ALL), ==, N);
  g_clear_pointer (&found, g_array_unref);
  found = store_fixture_list (self, "lab", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_assert_cmpuint (found->len, ==, N);

  /* they are not there any more */
  g_free (store_fixture_step (self, TRUE));
  g_assert_false (act (self, FOOTHOLD_ACTION_DELETE, ids, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_marks (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_many (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (act (self, FOOTHOLD_ACTION_STAR, ids, NULL, NULL, &error));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_STARRED), ==, N);
  g_array_set_size (ids, 10);
  g_assert_true (act (self, FOOTHOLD_ACTION_UNSTAR, ids, NULL, NULL, &error));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_STARRED), ==, N - 10);
  g_assert_true (act (self, FOOTHOLD_ACTION_ARCHIVE, ids, NULL, NULL, &error));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_ARCHIVED), ==, 10);
  g_assert_true (act (self, FOOTHOLD_ACTION_UNARCHIVE, ids, NULL, NULL, &error));
  g_assert_cmpuint (count (self, FOOTHOLD_SHOW_ARCHIVED), ==, 0);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Unarchive 10 Opportunities");
  g_assert_no_error (error);
}

/* Few are told one by one, very many as the table. */
static void
test_changes (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdChanges) few = foothold_changes_new ();
  g_autoptr (FootholdChanges) many = foothold_changes_new ();

  for (gint64 id = 1; id <= N; id++)
    foothold_changes_add (few, "opportunity", id);
  g_assert_true (foothold_changes_has (few, "opportunity", N));
  g_assert_false (foothold_changes_has (few, "opportunity", N + 1));

  for (gint64 id = 1; id <= 100000; id++)
    foothold_changes_add (many, "opportunity", id);
  foothold_changes_add (many, "fact", 1);
  g_assert_true (foothold_changes_has (many, "opportunity", 7));
  g_assert_true (foothold_changes_has (many, "opportunity", 200000));
  g_assert_false (foothold_changes_has (many, "fact", 7));
  g_assert_false (foothold_changes_has_table (many, "deliverable"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store-bulk/drop", test_drop);
  ADD ("/store-bulk/all-or-none", test_all_or_none);
  ADD ("/store-bulk/delete", test_delete);
  ADD ("/store-bulk/marks", test_marks);
  ADD ("/store-bulk/changes", test_changes);

  return g_test_run ();
}
