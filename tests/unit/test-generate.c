/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Generated rows are the same for the same seed, ids too, are found by searching, and leave nothing to repair. */

#include "export-fixture.h"
#include "rules/foothold-application-states.h"
#include "store/foothold-generate-tracker.h"

/* On a connection of its own, as the command line does it. */
static gint64
generate (const char *dir, gboolean applications, guint64 n, guint64 seed)
{
  g_autofree char *path = g_build_filename (dir, "foothold.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  gint64 n_written;

  g_assert_no_error (error);
  n_written = applications ? foothold_generate_applications (db, 0, n, seed, NULL, &error)
                           : foothold_generate (db, 0, n, seed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (foothold_db_check (db, TRUE, &error));
  g_assert_no_error (error);
  return n_written;
}

static char *
generate_and_export (StoreFixture *self, guint64 n, guint64 seed, gint64 expected)
{
  store_fixture_close (self);
  g_assert_cmpint (generate (self->dir, FALSE, n, seed), ==, expected);
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

static char *
apply_and_export (StoreFixture *self, guint64 n, guint64 seed, gint64 expected)
{
  store_fixture_close (self);
  g_assert_cmpint (generate (self->dir, TRUE, n, seed), ==, expected);
  store_fixture_open (self);
  return export_fixture_get (self, EXPORT_JSON);
}

static gpointer
count_job (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n;

  return foothold_db_query_int (db, data, &n, error) ? GSIZE_TO_POINTER ((gsize) n + 1) : NULL;
}

static gint64
count (StoreFixture *self, const char *sql)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  gpointer n;

  g_task_set_task_data (task, (gpointer) sql, NULL);
  foothold_store_push_read (self->store, task, count_job, NULL);
  n = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return (gint64) GPOINTER_TO_SIZE (n) - 1;
}

/* With applications: the same in one go or in two, each where its state shows, all of it found; without, nothing of
 * it. */
static void
test_applications (StoreFixture *self, gconstpointer data)
{
  g_autofree char *without = generate_and_export (self, 700, 11, 700);
  g_autofree char *at_once = apply_and_export (self, 600, 11, 600);
  StoreFixture other = { 0 };
  g_autofree char *some = NULL;
  g_autofree char *both = NULL;
  g_autofree char *again = NULL;

  g_assert_nonnull (strstr (without, "\"applications\":[]"));
  g_assert_cmpint (count (self, "SELECT count (*) FROM application"), ==, 600);
  g_assert_cmpint (count (self, "SELECT count (*) FROM application AS a JOIN stage AS s ON s.id = a.stage WHERE"
                                " instr (' ' || s.states || ' ', ' ' || a.state || ' ') > 0"),
                   ==, 600);
  g_assert_cmpint (count (self, "SELECT count (DISTINCT stage) FROM application"), ==, 5);
  g_assert_cmpint (count (self, "SELECT count (*) FROM opportunity WHERE state = 'applying' AND id IN (SELECT"
                                " opportunity FROM application)"),
                   ==, 600);
  g_assert_cmpint (count (self, "SELECT count (*) FROM application AS a WHERE state IS NOT (SELECT to_state FROM"
                                " application_history WHERE application = a.id ORDER BY seq DESC LIMIT 1)"),
                   ==, 0);
  g_assert_cmpint (count (self, "SELECT count (*) FROM application_search WHERE application_search MATCH 'solar'"), >,
                   3);
  g_assert_cmpint (count (self, "SELECT count (*) FROM person_link"), >, 50);
  g_assert_cmpint (count (self, "SELECT count (*) FROM conversation"), >, 10);
  g_assert_cmpint (count (self, "SELECT count (*) FROM engagement"), ==,
                   count (self, "SELECT count (*) FROM application WHERE state = 'accepted'"));

  store_fixture_set_up (&other, NULL);
  g_free (generate_and_export (&other, 700, 11, 700));
  some = apply_and_export (&other, 250, 11, 250);
  both = apply_and_export (&other, 600, 11, 350);
  again = apply_and_export (&other, 600, 11, 0);
  g_assert_cmpstr (some, !=, at_once);
  g_assert_true (g_str_equal (both, at_once));
  g_assert_true (g_str_equal (again, at_once));
  store_fixture_tear_down (&other, NULL);
}

/* Every step is one that is allowed, in the order of time; whoever was sent says when. */
static void
test_believable_applications (void)
{
  g_autoptr (FootholdGenerator) generator = foothold_generator_new (42);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_parts[FOOTHOLD_FAMILY_MAX_PARTS] = { 0 };
  guint n_people = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (FootholdDossier) dossier = foothold_generator_next (generator);
      g_autoptr (FootholdGeneratedApplication) made = foothold_generator_apply (generator, dossier);
      const FootholdApplicationRow *row = (const FootholdApplicationRow *) made->application->row;
      GPtrArray *history = made->application->parts[FOOTHOLD_PART_APPLICATION_HISTORY];
      const char *before = NULL;
      gint64 at = 0;

      for (guint k = 0; k < history->len; k++)
        {
          const FootholdApplicationHistoryRow *step = g_ptr_array_index (history, k);

          g_assert_cmpint (step->at, >=, at);
          g_assert_cmpint (step->seq, ==, k + 1);
          at = step->at;
          if (k == 0)
            g_assert_cmpstr (step->to_state, ==, "draft");
          else
            g_assert_cmpint (foothold_application_check (step->from_state, step->to_state, before, step->actor), ==,
                             FOOTHOLD_APPLICATION_ALLOWED);
          before = step->from_state;
        }
      g_assert_null (strchr (row->statement, '{'));
      if (foothold_application_phase (row->state) == FOOTHOLD_APPLICATION_SENT)
        g_assert_nonnull (row->sent_on);
      g_hash_table_add (states, g_strdup (row->state));
      for (guint k = 0; k < foothold_application_family.n_parts; k++)
        n_parts[k] += made->application->parts[k]->len;
      n_people += made->person != NULL;
      g_assert_true ((made->engagement != NULL) == g_str_equal (row->state, "accepted"));
    }

  g_assert_cmpuint (g_hash_table_size (states), ==, foothold_application_states.n_entries);
  g_assert_cmpuint (n_parts[FOOTHOLD_PART_APPLICATION_ANSWERS], >, 500);
  g_assert_cmpuint (n_parts[FOOTHOLD_PART_APPLICATION_CHECKLIST], >, 500);
  g_assert_cmpuint (n_parts[FOOTHOLD_PART_APPLICATION_INTERVIEWS], >, 50);
  g_assert_cmpuint (n_parts[FOOTHOLD_PART_APPLICATION_FOLLOW_UPS], >, 50);
  g_assert_cmpuint (n_people, >, 100);
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
  ADD ("/generate/applications", test_applications);
  g_test_add_func ("/generate/believable", test_believable);
  g_test_add_func ("/generate/believable-applications", test_believable_applications);
  return g_test_run ();
}
