// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application-fixture.h"
#include "store/foothold-application-dossier.h"
#include "store/foothold-appraisal.h"

/* What an import brought that was taken back, or is not done, shows nowhere; and what the host is decides what is asked
 * about unpaid work. */

static gpointer
run_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, data, error) ? GSIZE_TO_POINTER (1) : NULL;
}

static void
run (StoreFixture *self, const char *sql)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_write_async (self->store, "Change", run_job, g_strdup (sql), g_free, NULL, store_fixture_result_cb,
                              &result);
  store_fixture_finish_write (self, &result);
}

/* @table: of which the one row with @where came with an import that is hidden now. */
static void
hide (StoreFixture *self, const char *table, const char *where)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT OR IGNORE INTO import_batch (id, started_at, label, state) VALUES (7, 0, 'Import', "
                     "'hidden'); UPDATE %s SET batch = 7 WHERE %s",
                     table, where);

  run (self, sql);
}

static void
assert_n (StoreFixture *self, const char *text, guint n)
{
  g_autoptr (GArray) ids = store_fixture_list (self, text, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL);

  g_assert_cmpuint (ids->len, ==, n);
}

static void
test_filter (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));

  move (self, id, 0, 0, "submitted");
  run (self, "UPDATE application SET sent_on = '2026-11-20', channel = 'mail', next_step_on = '2026-11-28'");
  assert_n (self, "application:submitted", 1);
  assert_n (self, "application:?", 0);
  assert_n (self, "by:mail", 1);
  assert_n (self, "sent:2026-11-20", 1);
  assert_n (self, "next:2026-11-28", 1);
  hide (self, "application", "1");
  assert_n (self, "application:submitted", 0);
  assert_n (self, "application:?", 1);
  assert_n (self, "by:mail", 0);
  assert_n (self, "sent:2026-11-20", 0);
  assert_n (self, "next:2026-11-28", 0);
}

static void
add_answer (StoreFixture *self, gint64 application, const char *answer)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_application_answer_row_type);
  FootholdApplicationAnswerRow *row = (gpointer) made;

  row->application = application;
  row->question = g_strdup ("Why us?");
  row->answer = g_strdup (answer);
  store_fixture_save_row (self, "Add", NULL, made);
}

/* Reader thread: the earlier answer to the first question, and the engagement. */
static gpointer
dossier_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdApplicationDossier) dossier =
    foothold_application_dossier_load (db, *(const gint64 *) data, error);

  g_assert_nonnull (dossier);
  return g_strdup_printf ("%s %d", (char *) g_ptr_array_index (dossier->earlier, 0), dossier->engagement != 0);
}

static void
assert_dossier (StoreFixture *self, gint64 id, const char *expected)
{
  g_autofree char *got = read_now (self, dossier_job, &id);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_dossier (StoreFixture *self, gconstpointer data)
{
  const gint64 now = start (self, add_opportunity (self, "Now"));
  const gint64 late = start (self, add_opportunity (self, "Late")),
               early = start (self, add_opportunity (self, "Early"));
  g_autofree char *sql = NULL;
  g_autofree char *where = NULL;

  add_answer (self, now, NULL);
  /* an import brings what is old under new ids */
  add_answer (self, late, "late");
  add_answer (self, early, "early");
  sql = g_strdup_printf ("UPDATE application SET sent_on = '2026-11-20' WHERE id = %1$" G_GINT64_FORMAT "; UPDATE "
                         "application SET sent_on = '2020-11-20' WHERE id = %2$" G_GINT64_FORMAT
                         "; INSERT INTO engagement (id, opportunity, application, title, created_at) SELECT 5, "
                         "opportunity, id, 'Now', 0 FROM application WHERE id = %3$" G_GINT64_FORMAT,
                         late, early, now);
  run (self, sql);
  assert_dossier (self, now, "late 1");
  where = g_strdup_printf ("id = %" G_GINT64_FORMAT, late);
  hide (self, "application", where);
  hide (self, "engagement", "1");
  assert_dossier (self, now, "early 0");
}

/* Reader thread: other work beside it, and how many questions which rules have about unpaid work. */
static gpointer
appraisal_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdAppraisal) appraisal = foothold_appraisal_load (db, *(const gint64 *) data, error);

  g_assert_nonnull (appraisal);
  return g_strdup_printf ("%u %s %u", appraisal->load.n_others, appraisal->unpaid_rules->country,
                          appraisal->unpaid_rules->items->len);
}

static void
assert_appraisal (StoreFixture *self, gint64 id, const char *expected)
{
  g_autofree char *got = read_now (self, appraisal_job, &id);

  g_assert_cmpstr (got, ==, expected);
}

#define BUSY "minutes_min = 600, minutes_max = 600, start_on = '2026-12-01', end_on = '2026-12-14'"

static void
test_load (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add_opportunity (self, "Survey");

  add_opportunity (self, "Other");
  run (self, "UPDATE opportunity SET " BUSY
             "; INSERT INTO engagement (id, opportunity, title, minutes, start_on, end_on, created_at) SELECT 5, id, "
             "title, 600, '2026-12-01', '2026-12-14', 0 FROM opportunity WHERE title = 'Other'");
  assert_appraisal (self, id, "1 (null) 5");
  hide (self, "engagement", "1");
  assert_appraisal (self, id, "0 (null) 5");
}

/* The seven questions of the United States are for companies. */
static void
test_unpaid (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add_opportunity (self, "Survey");

  run (self, "INSERT INTO profile (id, role, country) VALUES (1, 'student', 'US'); UPDATE opportunity SET pay_kind = "
             "'unpaid'");
  assert_appraisal (self, id, "0 US 7");
  run (self, "UPDATE organisation SET type = 'company'");
  assert_appraisal (self, id, "0 US 7");
  run (self, "UPDATE organisation SET type = 'non-profit'");
  assert_appraisal (self, id, "0 (null) 5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/hidden/" name, StoreFixture, NULL, store_fixture_set_up_quick, func, store_fixture_tear_down)
  ADD ("filter", test_filter);
  ADD ("dossier", test_dossier);
  ADD ("load", test_load);
  ADD ("unpaid", test_unpaid);
#undef ADD

  return g_test_run ();
}
