// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application-fixture.h"
#include "store/foothold-fill.h"
#include "store/foothold-waiting.h"

/* An application window ends on a day or rolls, never both; what older data says of both reads as rolling. */

/* As older versions could leave it. */
static gint64
add_both (StoreFixture *self, const char *title, const char *window)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, NULL);

  dossier->opportunity->apply_window = g_strdup (window);
  dossier->opportunity->apply_by = g_strdup ("2026-12-01");
  dossier->opportunity->apply_by_time = g_strdup ("12:00");
  dossier->opportunity->apply_by_zone = g_strdup ("Europe/Berlin");
  return store_fixture_save_dossier (self, "Add", dossier);
}

static void
choose_window (StoreFixture *self, gint64 id, const char *window)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);
  g_autoptr (FootholdRow) after = foothold_row_copy (&dossier->opportunity->row);

  g_set_str (&((FootholdOpportunityRow *) after)->apply_window, window);
  store_fixture_save_row (self, "Edit", dossier->opportunity, after);
}

#define BARE "SELECT apply_by IS NULL AND apply_by_time IS NULL AND apply_by_zone IS NULL FROM opportunity"

static void
test_takes_back (StoreFixture *self, gconstpointer data)
{
  static const char *const windows[] = { "rolling", "unknown" };
  const gint64 id = add_both (self, "Survey", "date");

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autofree char *before = digest (self);
      g_autofree char *after = NULL;

      choose_window (self, id, windows[i]);
      assert_sql (self, BARE, "1");
      undo (self);
      after = digest (self);
      g_assert_cmpstr (before, ==, after);
    }
}

static guint
count_waiting (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gssize n;

  foothold_store_count_waiting_async (self->store, "2026-11-30", "2026-12-02", NULL, store_fixture_result_cb, &result);
  n = foothold_store_count_waiting_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return (guint) n;
}

/* Reader thread: what the card of the one application has, "day time zone". */
static gpointer
card_job (FootholdDb *db, gpointer data, GError **error)
{
  FootholdQuery query = { .show = FOOTHOLD_SHOW_OPEN };
  g_autoptr (GArray) ids = foothold_application_list_ids (db, &query, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? foothold_application_load_rows (db, ids, error) : NULL;
  const FootholdApplicationRow *row;

  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  return g_strdup_printf ("%s %s %s", row->apply_by, row->apply_by_time, row->apply_by_zone);
}

static void
test_reads (StoreFixture *self, gconstpointer data)
{
  const gint64 dated = add_both (self, "Dated", "date");
  g_autoptr (GArray) due = NULL;
  g_autofree char *card = NULL;

  add_both (self, "Rolls", "rolling");
  g_assert_cmpuint (count_waiting (self), ==, 1);
  due = store_fixture_list (self, "due:2026-12-01", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (g_array_index (due, gint64, 0), ==, dated);

  start (self, dated);
  card = read_now (self, card_job, NULL);
  g_assert_cmpstr (card, ==, "2026-12-01 12:00 Europe/Berlin");
}

static void
test_reads_card (StoreFixture *self, gconstpointer data)
{
  g_autofree char *card = NULL;

  start (self, add_both (self, "Rolls", "rolling"));
  card = read_now (self, card_job, NULL);
  g_assert_cmpstr (card, ==, "(null) (null) (null)");
}

/* What is filled in from another source makes no window of both. */
static void
test_fill (void)
{
  g_autoptr (FootholdDossier) rolls = store_fixture_dossier ("Survey", NULL);
  g_autoptr (FootholdDossier) dated = store_fixture_dossier ("Survey", NULL);
  g_autoptr (FootholdDossier) one = NULL;
  g_autoptr (FootholdDossier) other = NULL;
  gboolean differs;

  g_set_str (&rolls->opportunity->apply_window, "rolling");
  g_set_str (&dated->opportunity->apply_by, "2026-12-01");
  one = foothold_fill (rolls, dated, &differs);
  g_assert_true (one == NULL || one->opportunity->apply_by == NULL);
  other = foothold_fill (dated, rolls, &differs);
  g_assert_true (other == NULL || other->opportunity->apply_window == NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/window/" name, StoreFixture, NULL, store_fixture_set_up_quick, func, store_fixture_tear_down)
  ADD ("takes-back", test_takes_back);
  ADD ("reads", test_reads);
  ADD ("reads/card", test_reads_card);
#undef ADD
  g_test_add_func ("/store/window/fill", test_fill);

  return g_test_run ();
}
