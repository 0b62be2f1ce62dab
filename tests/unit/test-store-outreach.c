// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store-fixture.h"
#include "store/foothold-due-store.h"
#include "store/foothold-outreach-store.h"

/* Outreach: its order, what it names, and that a yes becomes an opportunity in one step of undo. */

static gint64
add (StoreFixture *self, const char *organisation, const char *person, const char *state, const char *again_on)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_outreach_row_type);
  FootholdOutreachRow *outreach = (FootholdOutreachRow *) row;

  outreach->organisation = g_strdup (organisation);
  outreach->person = g_strdup (person);
  outreach->state = g_strdup (state);
  outreach->again_on = g_strdup (again_on);
  outreach->asked = g_strdup ("Whether they need a poster");
  return store_fixture_save_row (self, "Add", NULL, row);
}

static FootholdRow *
load (StoreFixture *self, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdRow *row;

  foothold_outreach_load_async (self->store, id, NULL, store_fixture_result_cb, &result);
  row = (FootholdRow *) foothold_outreach_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return row;
}

/* Reader thread. */
static gpointer
names_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = foothold_outreach_list_ids (db, data, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? foothold_outreach_load_rows (db, ids, error) : NULL;
  GString *text;

  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", ((FootholdOutreachRow *) rows->pdata[i])->organisation);
  return g_string_free_and_steal (text);
}

static void
assert_names (StoreFixture *self, const char *text, FootholdOrder order, FootholdShow show, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, foothold_query_new (text, order, show), (GDestroyNotify) foothold_query_free);
  foothold_store_push_read (self->store, task, names_job, g_free);
  names = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, expected);
}

static gpointer
count_people_job (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n;

  return foothold_db_query_int (db, "SELECT count (*) FROM person", &n, error) ? GSIZE_TO_POINTER ((gsize) n + 1)
                                                                               : NULL;
}

static guint
count_people (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer n;

  foothold_store_push_read (self->store, g_task_new (self->store, NULL, store_fixture_result_cb, &result),
                            count_people_job, NULL);
  n = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return (guint) GPOINTER_TO_SIZE (n) - 1;
}

static void
set_state (StoreFixture *self, gint64 id, const char *state)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_outreach_set_state_async (self->store, id, state, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static void
test_list (StoreFixture *self, gconstpointer data)
{
  add (self, "Zinc", NULL, "talking", "2026-12-09");
  add (self, "Amber", "Łucja", "idea", NULL);
  add (self, "Basalt", NULL, "asked", "2026-12-01");
  add (self, "Chalk", NULL, "no", NULL);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Amber,Basalt,Zinc");
  assert_names (self, NULL, FOOTHOLD_ORDER_DEADLINE, FOOTHOLD_SHOW_OPEN, "Basalt,Zinc,Amber");
  assert_names (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL, "Chalk,Basalt,Amber,Zinc");
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ARCHIVED, "Chalk");
  assert_names (self, "lucja poster", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Amber");
}

static void
test_names (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Amber", "Ada", NULL, NULL);
  g_autoptr (FootholdRow) before = load (self, id);
  g_autoptr (FootholdRow) after = foothold_row_copy (before);
  g_autoptr (FootholdRow) changed = NULL;

  g_assert_cmpstr (((FootholdOutreachRow *) before)->state, ==, "idea");
  g_assert_cmpint (((FootholdOutreachRow *) before)->created_at, >, 0);
  g_assert_cmpuint (count_people (self), ==, 1);

  /* somebody else: of the first nothing but a name was known */
  g_set_str (&((FootholdOutreachRow *) after)->person, "Bob");
  g_set_str (&((FootholdOutreachRow *) after)->through, "Cyd");
  store_fixture_save_row (self, "Edit", before, after);
  changed = load (self, id);
  g_assert_cmpstr (((FootholdOutreachRow *) changed)->person, ==, "Bob");
  g_assert_cmpstr (((FootholdOutreachRow *) changed)->through, ==, "Cyd");
  g_assert_cmpuint (count_people (self), ==, 2);

  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autofree char *label = NULL;

    foothold_store_delete_row_async (self->store, "Delete", changed, NULL, store_fixture_result_cb, &result);
    store_fixture_finish_write (self, &result);
    g_assert_cmpuint (count_people (self), ==, 0);
    label = store_fixture_step (self, FALSE);
    g_assert_cmpuint (count_people (self), ==, 2);
  }
}

static void
test_state (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Amber", NULL, "idea", NULL);
  g_autoptr (FootholdRow) asked = NULL;
  g_autoptr (FootholdRow) silent = NULL;
  g_autofree char *again = NULL;

  set_state (self, id, "asked");
  asked = load (self, id);
  g_assert_cmpstr (((FootholdOutreachRow *) asked)->state, ==, "asked");
  g_assert_nonnull (((FootholdOutreachRow *) asked)->asked_on);
  again = foothold_outreach_again_after (((FootholdOutreachRow *) asked)->asked_on);
  g_assert_cmpstr (((FootholdOutreachRow *) asked)->again_on, ==, again);
  set_state (self, id, "no-answer");
  silent = load (self, id);
  g_assert_cmpstr (((FootholdOutreachRow *) silent)->state, ==, "no-answer");
  g_assert_cmpstr (((FootholdOutreachRow *) silent)->asked_on, ==, ((FootholdOutreachRow *) asked)->asked_on);
}

static void
test_yes (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Amber", "Ada", "talking", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;
  gint64 opportunity;

  foothold_outreach_yes_async (self->store, id, "Poster for the fair", NULL, store_fixture_result_cb, &result);
  opportunity = store_fixture_finish_write (self, &result);
  {
    g_autoptr (FootholdDossier) dossier = store_fixture_load (self, opportunity);
    g_autoptr (FootholdRow) row = load (self, id);

    g_assert_cmpstr (dossier->opportunity->title, ==, "Poster for the fair");
    g_assert_cmpstr (dossier->opportunity->organisation, ==, "Amber");
    g_assert_cmpstr (dossier->opportunity->supervisor, ==, "Ada");
    g_assert_cmpstr (dossier->opportunity->origin, ==, "found");
    g_assert_cmpstr (dossier->opportunity->source, ==, "contact");
    g_assert_cmpstr (dossier->opportunity->notes, ==, "Whether they need a poster");
    g_assert_cmpstr (((FootholdOutreachRow *) row)->state, ==, "yes");
    g_assert_cmpint (((FootholdOutreachRow *) row)->opportunity, ==, opportunity);
  }

  label = store_fixture_step (self, FALSE);
  g_assert_cmpstr (label, ==, "Yes to “Poster for the fair”");
  {
    g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
    g_autoptr (FootholdRow) row = load (self, id);

    g_assert_cmpuint (ids->len, ==, 0);
    g_assert_cmpstr (((FootholdOutreachRow *) row)->state, ==, "talking");
    g_assert_cmpint (((FootholdOutreachRow *) row)->opportunity, ==, GINT64_UNKNOWN);
  }
}

static gint64
say_yes (StoreFixture *self, gint64 id, const char *title)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_outreach_yes_async (self->store, id, title, NULL, store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

/* A second yes is to the same, as long as that is there. */
static void
test_yes_again (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Amber", "Ada", "talking", NULL);
  const gint64 opportunity = say_yes (self, id, "Poster");
  gint64 other;

  set_state (self, id, "talking");
  g_assert_cmpint (say_yes (self, id, "Poster"), ==, opportunity);
  {
    g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
    g_autoptr (FootholdRow) row = load (self, id);

    g_assert_cmpuint (ids->len, ==, 1);
    g_assert_cmpstr (((FootholdOutreachRow *) row)->state, ==, "yes");
    g_assert_cmpint (((FootholdOutreachRow *) row)->opportunity, ==, opportunity);
  }

  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, opportunity, NULL, NULL);
  set_state (self, id, "talking");
  other = say_yes (self, id, "Poster");
  g_assert_cmpint (other, !=, opportunity);
  g_assert_cmpint (other, !=, 0);
}

/* Who was asked comes back to the list, ten days on. */
static void
test_asked (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Amber", "Ada", "idea", "2026-11-20");
  FootholdDueEntry *entry = g_new0 (FootholdDueEntry, 1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_due_entry_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FootholdRow) row = NULL;

  g_atomic_ref_count_init (&entry->ref_count);
  entry->kind = FOOTHOLD_DUE_NEXT_STEP;
  entry->outreach = id;
  g_ptr_array_add (entries, entry);
  foothold_due_done_async (self->store, entries, "2026-11-25", NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  row = load (self, id);
  g_assert_cmpstr (((FootholdOutreachRow *) row)->state, ==, "asked");
  g_assert_cmpstr (((FootholdOutreachRow *) row)->asked_on, ==, "2026-11-25");
  g_assert_cmpstr (((FootholdOutreachRow *) row)->again_on, ==, "2026-12-05");
}

/* The page of the host does the same, whatever day it was to be asked on. */
static void
test_asked_on_its_page (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Amber", NULL, "idea", "2026-11-20");
  g_autoptr (FootholdRow) row = NULL;
  g_autofree char *again = foothold_outreach_again_after ("2026-11-25");

  g_assert_cmpstr (again, ==, "2026-12-05");
  g_assert_null (foothold_outreach_again_after ("soon"));
  set_state (self, id, "asked");
  row = load (self, id);
  g_assert_cmpstr (((FootholdOutreachRow *) row)->again_on, >, ((FootholdOutreachRow *) row)->asked_on);
}

#define CASE(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CASE ("/outreach/list", test_list);
  CASE ("/outreach/names", test_names);
  CASE ("/outreach/state", test_state);
  CASE ("/outreach/yes", test_yes);
  CASE ("/outreach/yes-again", test_yes_again);
  CASE ("/outreach/asked", test_asked);
  CASE ("/outreach/asked-on-its-page", test_asked_on_its_page);
  return g_test_run ();
}
