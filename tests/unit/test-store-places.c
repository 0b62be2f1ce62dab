// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store-fixture.h"
#include "store/foothold-fold.h"
#include "store/foothold-place-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-waiting.h"

/* Places to look: their order, what they yielded, and that the filter says the same as the number. */

typedef struct
{
  const char *name, *url, *looked_on;
  gint64 every_days;
} Place;

static FootholdPlaceRow *
place_new (const Place *place)
{
  FootholdPlaceRow *row = (FootholdPlaceRow *) foothold_row_new (&foothold_place_row_type);

  row->kind = g_strdup ("portal");
  row->name = g_strdup (place->name);
  row->url = g_strdup (place->url);
  row->looked_on = g_strdup (place->looked_on);
  row->every_days = place->every_days;
  return row;
}

static gint64
try_save (StoreFixture *self, FootholdPlaceRow *before, FootholdPlaceRow *after, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_place_save_async (self->store, "Save", before, after, NULL, store_fixture_result_cb, &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error);
}

static gint64
add (StoreFixture *self, const char *name, const char *url, gint64 every_days, const char *looked_on)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) place_new (&(Place) { name, url, looked_on, every_days });
  g_autoptr (GError) error = NULL;
  const gint64 id = try_save (self, NULL, (FootholdPlaceRow *) row, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

/* Reader thread: all in order, as the view shows them. */
static gpointer
load_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = foothold_place_list_ids (db, NULL, error);

  return ids != NULL ? foothold_place_load_rows (db, ids, error) : NULL;
}

static GPtrArray *
load (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  foothold_store_push_read (self->store, g_task_new (self->store, NULL, store_fixture_result_cb, &result), load_job,
                            (GDestroyNotify) g_ptr_array_unref);
  rows = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return rows;
}

static char *
names (StoreFixture *self)
{
  g_autoptr (GPtrArray) rows = load (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((FootholdPlaceRow *) rows->pdata[i])->name);
  return g_string_free (text, FALSE);
}

static void
assert_yield (StoreFixture *self, const char *name, gint64 found, gint64 shortlisted)
{
  g_autoptr (GPtrArray) rows = load (self);
  g_autofree char *filter = g_strdup_printf ("place:\"%s\"", name);
  g_autoptr (GArray) hits = store_fixture_list (self, filter, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  gboolean there = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdPlaceRow *row = rows->pdata[i];

      if (!g_str_equal (row->name, name))
        continue;
      there = TRUE;
      g_assert_cmpint (row->found, ==, found);
      g_assert_cmpint (row->shortlisted, ==, shortlisted);
    }
  g_assert_true (there);
  g_assert_cmpint (hits->len, ==, found);
}

static guint
count_due (StoreFixture *self, const char *today)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gssize n;

  foothold_place_count_due_async (self->store, today, NULL, store_fixture_result_cb, &result);
  n = foothold_store_count_waiting_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return (guint) n;
}

static gint64
add_opportunity (StoreFixture *self, const char *title, const char *url, const char *place, const char *state)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, NULL);

  g_set_str (&dossier->opportunity->url, url);
  g_set_str (&dossier->opportunity->place, place);
  if (state != NULL)
    g_set_str (&dossier->opportunity->state, state);
  return store_fixture_save_dossier (self, "Add", dossier);
}

static void
undo (StoreFixture *self, gboolean redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  (redo ? foothold_store_redo_async : foothold_store_undo_async) (self->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
test_order (StoreFixture *self, gconstpointer data)
{
  g_autofree char *order = NULL;

  add (self, "NoRhythm", NULL, GINT64_UNKNOWN, "2026-11-01");
  add (self, "InThree", NULL, 7, "2026-11-24");
  add (self, "Never", NULL, 7, NULL);
  add (self, "NeverAgain", NULL, GINT64_UNKNOWN, NULL);
  add (self, "Overdue", NULL, 30, "2026-10-01");
  add (self, "Today", NULL, 1, "2026-11-27");
  add (self, "Bnever", NULL, 14, NULL);

  order = names (self);
  g_assert_cmpstr (order, ==, "Bnever Never Overdue Today InThree NeverAgain NoRhythm");
  g_assert_cmpuint (count_due (self, "2026-11-28"), ==, 4);
  g_assert_cmpuint (count_due (self, "2026-12-01"), ==, 5);
  g_assert_cmpuint (count_due (self, "2026-10-01"), ==, 2);
}

static void
test_yield (StoreFixture *self, gconstpointer data)
{
  gint64 fair;

  add (self, "Acme", "https://www.acme.example/careers?lang=en", 7, NULL);
  fair = add (self, "Fair", NULL, GINT64_UNKNOWN, NULL);
  add (self, "Empty", "https://empty.example", 7, NULL);
  add (self, "Acme Labs", NULL, 7, NULL);
  add (self, "Port", "http://acme.example:8080/", 7, NULL);
  /* two of one host have what lies there in common */
  add (self, "Careers", "https://acme.example/other", 7, NULL);

  /* the host, whatever the page, with and without www; not those that only begin so or end so */
  add_opportunity (self, "A", "https://acme.example/jobs/1", NULL, NULL);
  add_opportunity (self, "B", "http://www.acme.example/?job=2", NULL, "shortlisted");
  add_opportunity (self, "C", "https://acme.example", NULL, "dropped");
  add_opportunity (self, "D", "https://acme.example.org/jobs/1", NULL, NULL);
  add_opportunity (self, "E", "https://acme.examples/jobs/1", NULL, NULL);
  add_opportunity (self, "F", "https://jobs.acme.example/1", NULL, NULL);
  add_opportunity (self, "G", NULL, NULL, NULL);
  /* what says where it was found was found there alone */
  add_opportunity (self, "H", "https://acme.example/jobs/9", "Fair", "applying");
  add_opportunity (self, "I", NULL, "fair", NULL);

  assert_yield (self, "Acme", 3, 1);
  assert_yield (self, "Careers", 3, 1);
  assert_yield (self, "Fair", 2, 1);
  assert_yield (self, "Empty", 0, 0);
  assert_yield (self, "Acme Labs", 0, 0);
  assert_yield (self, "Port", 0, 0);

  {
    g_autoptr (GArray) nowhere = store_fixture_list (self, "place:?", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
    g_autoptr (GArray) begun = store_fixture_list (self, "place:lab", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
    g_autoptr (GArray) other = store_fixture_list (self, "-place:fair", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

    g_assert_cmpuint (nowhere->len, ==, 4);
    g_assert_cmpuint (begun->len, ==, 0);
    g_assert_cmpuint (other->len, ==, 7);
  }

  /* Deleting a place leaves what was found there, and comes back whole. */
  {
    g_autoptr (GPtrArray) rows = load (self);
    g_autoptr (GAsyncResult) result = NULL;
    FootholdRow *row = NULL;

    for (guint i = 0; i < rows->len; i++)
      if (((FootholdRow *) rows->pdata[i])->id == fair)
        row = rows->pdata[i];
    foothold_store_delete_row_async (self->store, "Delete", row, NULL, store_fixture_result_cb, &result);
    store_fixture_finish_write (self, &result);
  }
  assert_yield (self, "Acme", 4, 2);
  undo (self, FALSE);
  assert_yield (self, "Fair", 2, 1);
  undo (self, TRUE);
  assert_yield (self, "Acme", 4, 2);
}

/* A place that nobody made yet is made by its name, and taken back with what named it. */
static void
test_named (StoreFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  add_opportunity (self, "A", NULL, "Career Fair", NULL);
  before = names (self);
  g_assert_cmpstr (before, ==, "Career Fair");
  assert_yield (self, "Career Fair", 1, 0);
  add_opportunity (self, "B", NULL, "CAREER  fair", NULL);
  after = names (self);
  g_assert_cmpstr (after, ==, "Career Fair");
  assert_yield (self, "Career Fair", 2, 0);
  undo (self, FALSE);
  undo (self, FALSE);
  undone = names (self);
  g_assert_cmpstr (undone, ==, "");
}

static void
test_two_of_one_name (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Łódź Jobs", NULL, 7, NULL);
  g_autoptr (FootholdRow) again = (FootholdRow *) place_new (&(Place) { "lodz  JOBS", NULL, NULL, 7 });
  g_autoptr (GPtrArray) rows = load (self);
  g_autoptr (FootholdRow) renamed = foothold_row_copy (rows->pdata[0]);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (try_save (self, NULL, (FootholdPlaceRow *) again, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);

  /* it may be spelt in another way itself */
  g_set_str (&((FootholdPlaceRow *) renamed)->name, "Lodz jobs");
  g_assert_cmpint (try_save (self, rows->pdata[0], (FootholdPlaceRow *) renamed, &error), ==, id);
  g_assert_no_error (error);
}

/* Both ways to the yield go by the narrow indexes alone. */
static gpointer
fill_job (FootholdDb *db, gpointer data, GError **error)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Place %u", i);
      g_autofree char *url = g_strdup_printf ("https://host%u.example/jobs", i);
      g_autofree char *looked = g_strdup_printf ("2026-%02u-%02u", i % 12 + 1, i % 28 + 1);
      g_autoptr (FootholdRow) row = (FootholdRow *) place_new (&(Place) { name, url, looked, i % 30 + 1 });

      if (!foothold_row_insert (db, row, i + 1, error))
        return NULL;
    }
  return GINT_TO_POINTER (1);
}

static void
test_many (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  foothold_store_write_async (self->store, "Fill", fill_job, NULL, NULL, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *url = g_strdup_printf ("https://host%u.example/jobs/%u", i % 4, i);

      add_opportunity (self, "Work", url, NULL, NULL);
    }

  rows = load (self);
  g_assert_cmpuint (rows->len, ==, 2000);
  assert_yield (self, "Place 3", 10, 0);
  assert_yield (self, "Place 1999", 0, 0);
}

static void
test_host (void)
{
  static const char *const cases[][2] = {
    { "https://www.Example.org/jobs?x=1", "example.org" },
    { "https://example.org?x=1", "example.org" },
    { "https://example.org:8080/#/jobs", "example.org:8080" },
    { "http://example.org/", "example.org" },
    { "mailto:me@example.org", NULL },
    { "Room 12", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = foothold_fold_host (cases[i][0]);

      g_assert_cmpstr (host, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/places/" name, StoreFixture, NULL, store_fixture_set_up_quick, func, store_fixture_tear_down)
  ADD ("order", test_order);
  ADD ("yield", test_yield);
  ADD ("named", test_named);
  ADD ("two-of-one-name", test_two_of_one_name);
  ADD ("many", test_many);
  g_test_add_func ("/places/host", test_host);
  return g_test_run ();
}
