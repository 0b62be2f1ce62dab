/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Generated rows are the same for the same seed, ids too, are found by searching, and leave nothing to repair. */

#include "export-fixture.h"
#include "store/foothold-generate.h"

/* On a connection of its own, as the command line does it. */
static gint64
generate (const char *dir, guint64 n, guint64 seed)
{
  g_autofree char *path = g_build_filename (dir, "foothold.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  gint64 n_written;

  g_assert_no_error (error);
  n_written = foothold_generate (db, 0, n, seed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (foothold_db_check (db, TRUE, &error));
  g_assert_no_error (error);
  return n_written;
}

static char *
generate_and_export (StoreFixture *self, guint64 n, guint64 seed, gint64 expected)
{
  store_fixture_close (self);
  g_assert_cmpint (generate (self->dir, n, seed), ==, expected);
  store_fixture_open (self);
  return export_fixture_get (self, EXPORT_JSON);
}

static void
test_deterministic (StoreFixture *self, gconstpointer data)
{
  g_autofree char *at_once = generate_and_export (self, 1200, 7, 1200);
  StoreFixture other = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *both = NULL;
  g_autofree char *again = NULL;

  store_fixture_set_up (&other, NULL);
  first = generate_and_export (&other, 700, 7, 700);
  both = generate_and_export (&other, 1200, 7, 500);
  again = generate_and_export (&other, 1200, 7, 0);
  g_assert_cmpstr (first, !=, at_once);
  g_assert_true (g_str_equal (both, at_once));
  g_assert_true (g_str_equal (again, at_once));
  store_fixture_tear_down (&other, NULL);
}

static void
test_seeds (StoreFixture *self, gconstpointer data)
{
  g_autofree char *one = generate_and_export (self, 100, 1, 100);
  g_autofree char *both = generate_and_export (self, 100, 2, 100);
  g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

  g_assert_cmpuint (ids->len, ==, 200);
  g_assert_cmpuint (strlen (both), >, strlen (one) * 3 / 2);
}

static void
test_found (StoreFixture *self, gconstpointer data)
{
  static const char *const queries[] = { "da nang", "lodz", "solar roofs", "koln", "p" };
  g_autofree char *text = generate_and_export (self, 2000, 3, 2000);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = store_fixture_list (self, queries[i], FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

      g_test_message ("%s: %u", queries[i], hits->len);
      g_assert_cmpuint (hits->len, >, 3);
      g_assert_cmpuint (hits->len, <, 2000);
    }
  {
    g_autoptr (GArray) none = store_fixture_list (self, "zzyzx", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

    g_assert_cmpuint (none->len, ==, 0);
  }

  /* After it the triggers are on again: what is added is found. */
  {
    g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Quokka Census", "Zoo");
    g_autoptr (GArray) hits = NULL;

    store_fixture_save_dossier (self, "Add Opportunity", dossier);
    hits = store_fixture_list (self, "quokka", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
    g_assert_cmpuint (hits->len, ==, 1);
  }
}

static void
count_progress (guint64 done, guint64 total, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (done, <=, total);
  (*n)++;
}

/* Through the window's store: the same rows, announced, not on the undo stack; cancelling keeps what is whole. */
static void
test_store (StoreFixture *self, gconstpointer data)
{
  g_autofree char *alone = generate_and_export (self, 5600, 9, 5600);
  StoreFixture other = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *through = NULL;
  guint n_progress = 0;

  store_fixture_set_up (&other, NULL);
  foothold_store_generate_async (other.store, 5600, 9, count_progress, &n_progress, NULL, store_fixture_result_cb,
                                 &result);
  g_assert_cmpint (foothold_store_generate_finish (other.store, store_fixture_wait (&result), &error), ==, 5600);
  g_assert_no_error (error);
  g_assert_cmpuint (n_progress, ==, 2);
  g_assert_cmpuint (other.n_changed, ==, 2);
  g_assert_true (foothold_changes_has_table (other.changes, "opportunity"));
  g_assert_null (foothold_store_get_undo_label (other.store));
  through = export_fixture_get (&other, EXPORT_JSON);
  g_assert_true (g_str_equal (through, alone));

  g_cancellable_cancel (cancellable);
  foothold_store_generate_async (other.store, 20000, 9, NULL, NULL, cancellable, store_fixture_result_cb, &cancelled);
  g_assert_cmpint (foothold_store_generate_finish (other.store, store_fixture_wait (&cancelled), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_fixture_tear_down (&other, NULL);
}

/* Texts as long as promised, several countries, some of everything left open. */
static void
test_believable (void)
{
  g_autoptr (FootholdGenerator) generator = foothold_generator_new (42);
  g_autoptr (GHashTable) countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_open_pay = 0;
  guint n_no_deadline = 0;
  gint64 last = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (FootholdDossier) dossier = foothold_generator_next (generator);
      const FootholdOpportunityRow *row = dossier->opportunity;
      const gsize length = strlen (row->description);

      g_assert_cmpint (row->row.id, >, last);
      last = row->row.id;
      g_assert_true (g_utf8_validate (row->description, -1, NULL));
      g_assert_null (strchr (row->description, '{'));
      g_assert_null (strchr (row->title, '{'));
      g_assert_cmpuint (length, >=, 300);
      g_assert_cmpuint (length, <=, 1700);
      g_assert_cmpuint (dossier->skills->len, >, 0);
      g_hash_table_add (countries, g_strdup (row->country));
      n_open_pay += row->pay_gross_min == GINT64_UNKNOWN;
      n_no_deadline += row->apply_by == NULL;
    }
  g_assert_cmpuint (g_hash_table_size (countries), >=, 6);
  g_assert_cmpuint (n_open_pay, >, 50);
  g_assert_cmpuint (n_no_deadline, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/generate/deterministic", test_deterministic);
  ADD ("/generate/seeds", test_seeds);
  ADD ("/generate/found", test_found);
  ADD ("/generate/store", test_store);
  g_test_add_func ("/generate/believable", test_believable);
  return g_test_run ();
}
