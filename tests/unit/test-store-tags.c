// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store-fixture.h"

#include "store/foothold-tag-store.h"

/* Tags: given to many and taken away in one step, one however it is spelled, found by the search and by “tag:”. */

static gint64
add (StoreFixture *self, const char *title)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, NULL);

  return store_fixture_save_dossier (self, "Add Opportunity", dossier);
}

static gboolean
tag (StoreFixture *self, GArray *ids, const char *name, gboolean tagged, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_tag_async (self->store, ids, name, tagged, NULL, store_fixture_result_cb, &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error) != 0;
}

static guint
found (StoreFixture *self, const char *text)
{
  g_autoptr (GArray) ids = store_fixture_list (self, text, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);

  return ids->len;
}

static void
assert_tags (StoreFixture *self, gint64 id, const char *expected)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < dossier->tags->len; i++)
    g_string_append_printf (tags, "%s%s", i > 0 ? "|" : "", (char *) dossier->tags->pdata[i]);
  g_assert_cmpstr (tags->str, ==, expected);
}

static void
test_many (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  const gint64 first = add (self, "Map");
  const gint64 second = add (self, "Survey");

  g_array_append_val (ids, first);
  g_assert_true (tag (self, ids, "Łódź trip", TRUE, &error));
  g_array_append_val (ids, second);
  /* the first has it already, spelled otherwise */
  g_assert_true (tag (self, ids, "lodz TRIP", TRUE, &error));
  g_assert_true (tag (self, ids, "urgent", TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Tag 2 Opportunities");
  assert_tags (self, first, "Łódź trip|urgent");
  assert_tags (self, second, "lodz TRIP|urgent");

  g_assert_cmpuint (found (self, "urgent"), ==, 2);
  g_assert_cmpuint (found (self, "tag:urgent"), ==, 2);
  g_assert_cmpuint (found (self, "tag:\"lodz trip\" map"), ==, 1);
  g_assert_cmpuint (found (self, "-tag:urgent"), ==, 0);

  /* words of a tag and of anything else, in any order; a phrase as it stands; beginnings, also of few letters */
  g_assert_cmpuint (found (self, "urgent map"), ==, 1);
  g_assert_cmpuint (found (self, "survey trip urg"), ==, 1);
  g_assert_cmpuint (found (self, "urgent leaflet"), ==, 0);
  g_assert_cmpuint (found (self, "\"lodz trip\""), ==, 2);
  g_assert_cmpuint (found (self, "\"trip lodz\""), ==, 0);
  g_assert_cmpuint (found (self, "\"lodz tri\""), ==, 0);
  g_assert_cmpuint (found (self, "\"lodz tri"), ==, 2);
  g_assert_cmpuint (found (self, "lo"), ==, 2);
  g_assert_cmpuint (found (self, "rip"), ==, 0);

  g_array_set_size (ids, 1);
  g_assert_true (tag (self, ids, "Urgent", FALSE, &error));
  assert_tags (self, first, "Łódź trip");
  g_assert_cmpuint (found (self, "urgent"), ==, 1);
  g_assert_cmpuint (found (self, "tag:?"), ==, 0);
  g_free (store_fixture_step (self, FALSE));
  g_assert_cmpuint (found (self, "urgent"), ==, 2);
  g_free (store_fixture_step (self, FALSE));
  g_assert_cmpuint (found (self, "urgent"), ==, 0);
}

static void
test_none (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  const gint64 id = add (self, "Map");

  g_array_append_val (ids, id);
  g_assert_false (tag (self, ids, "  ", TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_dossier (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Map", NULL);
  g_autoptr (FootholdDossier) stored = NULL;
  gint64 id;

  foothold_dossier_add_tag (dossier, "summer");
  foothold_dossier_add_tag (dossier, "Summer");
  foothold_dossier_add_tag (dossier, "near");
  id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  assert_tags (self, id, "summer|near");

  stored = store_fixture_load (self, id);
  /* for the lists; no field, so saving it changes nothing */
  g_assert_cmpstr (stored->opportunity->tags, ==, "summer" FOOTHOLD_TAG_SEPARATOR "near");
  g_ptr_array_remove_index (stored->tags, 0);
  store_fixture_save_dossier (self, "Remove Tag", stored);
  assert_tags (self, id, "near");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/tags/many", test_many);
  ADD ("/tags/none", test_none);
  ADD ("/tags/dossier", test_dossier);

  return g_test_run ();
}
