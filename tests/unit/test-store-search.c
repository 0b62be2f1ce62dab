/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"
#include "store/foothold-search.h"

/* What is typed finds what people mean, in the list's own order, and nothing typed is ever an operator. */

static void
add (StoreFixture *self, const char *title, const char *organisation, const char *location, const char *skill)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();

  dossier->opportunity->title = g_strdup (title);
  dossier->opportunity->organisation = g_strdup (organisation);
  dossier->opportunity->location = g_strdup (location);
  dossier->opportunity->description = g_strdup_printf ("Read prices and write about %s.", title);
  if (skill != NULL)
    foothold_dossier_add_skill (dossier, skill);
  store_fixture_save_dossier (self, "Add Opportunity", dossier);
}

static void
assert_finds (StoreFixture *self, const char *text, guint n)
{
  g_autoptr (GArray) ids = store_fixture_list (self, text, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL);

  if (ids->len != n)
    g_error ("“%s” finds %u, not %u", text, ids->len, n);
}

static void
test_words (StoreFixture *self, gconstpointer data)
{
  add (self, "Market Study", "Łódź Labs", "Đà Nẵng", "Python");
  add (self, "UX Audit", "Straßenbau AG", "Łódź", "C++");
  add (self, "Zażółć gęślą jaźń", "Acme", NULL, "Writing");

  assert_finds (self, NULL, 3);
  assert_finds (self, "  ", 3);
  assert_finds (self, "lodz", 2);
  assert_finds (self, "ŁÓDŹ", 2);
  assert_finds (self, "da nang", 1);
  assert_finds (self, "Đà", 1);
  assert_finds (self, "u", 1);
  assert_finds (self, "strasse", 1);
  assert_finds (self, "zazolc", 1);
  assert_finds (self, "pyth", 1);
  assert_finds (self, "stud mark", 1);
  assert_finds (self, "stud acme", 0);
  assert_finds (self, "\"market study\"", 1);
  assert_finds (self, "\"study market\"", 0);
  assert_finds (self, "“market stu", 1);
  assert_finds (self, "prices", 3);
  /* of a text, three letters are a word; of a name, its beginning */
  assert_finds (self, "and", 3);
  assert_finds (self, "pri", 0);
  assert_finds (self, "pric", 3);
  assert_finds (self, "aud", 1);
  assert_finds (self, "c++", 1);
}

/* What is kept of the words before is no more than that. */
static void
test_again (StoreFixture *self, gconstpointer data)
{
  add (self, "Market Study", "Łódź Labs", "Đà Nẵng", "Python");
  add (self, "Market Stall", "Acme", "Łódź", "Python");

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);

      assert_finds (self, word, 0);
      assert_finds (self, "m", 2);
      assert_finds (self, "market stud", 1);
    }
  assert_finds (self, "m is:starred", 0);
  assert_finds (self, "m -is:starred", 2);
  assert_finds (self, "stud -is:starred", 1);
  add (self, "Map", "Acme", NULL, NULL);
  assert_finds (self, "m", 3);
  assert_finds (self, "m -is:starred", 3);
}

/* Operators, quotes, wildcards and SQL are letters or nothing. */
static void
test_hostile (StoreFixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "\"",         "\"\"",
    "'",          "*",
    "a*",         "-acme",
    "NOT acme",   "acme OR study",
    "title:acme", "(acme",
    "acme)",      "^acme",
    "NEAR(a b)",  "{acme}",
    "a\"b\"c",    "%",
    "_",          ";",
    "--",         "\\",
    "“",          "acme\"",
    "\xff\xfe",   "a AND b",
    "+",          "R&D",
    "a.b",        "-a-b-",
    "#",          "acme;DROP TABLE opportunity",
  };

  add (self, "Market Study", "Acme", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) ids = store_fixture_list (self, texts[i], FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

      g_assert_nonnull (ids);
    }
  assert_finds (self, "acme OR study", 0);
  assert_finds (self, "acme", 1);
}

/* The index follows every table its view reads. */
static void
test_follows (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Acme");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autoptr (FootholdDossier) before = store_fixture_load (self, id);
  g_autoptr (FootholdRow) organisation = NULL;

  {
    g_autoptr (FootholdRow) copy = foothold_row_copy (before->opportunity);

    g_set_str (&((FootholdOpportunityRow *) copy)->organisation, "Umbrella");
    store_fixture_save_row (self, "Change Organisation", before->opportunity, copy);
  }
  assert_finds (self, "acme", 0);
  assert_finds (self, "umbr", 1);

  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = NULL;
    g_autoptr (FootholdRow) copy = NULL;

    foothold_store_load_rows_async (self->store, &foothold_organisation_row_type, NULL, store_fixture_result_cb,
                                    &result);
    rows = foothold_store_load_rows_finish (self->store, store_fixture_wait (&result), &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rows->len, ==, 1);
    copy = foothold_row_copy (g_ptr_array_index (rows, 0));
    g_set_str (&((FootholdOrganisationRow *) copy)->name, "Parasol");
    store_fixture_save_row (self, "Rename", g_ptr_array_index (rows, 0), copy);
  }
  assert_finds (self, "umbr", 0);
  assert_finds (self, "para", 1);

  assert_finds (self, "writing", 1);
  {
    g_autoptr (FootholdDossier) now = store_fixture_load (self, id);

    g_ptr_array_set_size (now->skills, 0);
    foothold_dossier_add_skill (now, "Juggling");
    store_fixture_save_dossier (self, "Change Skills", now);
  }
  assert_finds (self, "writing", 0);
  assert_finds (self, "jugg", 1);

  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, id, NULL, NULL);
  assert_finds (self, "jugg", 0);
}

static void
test_order (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  const char *const titles[] = { "Zebra study", "apple study", "Äpfel study", "Mango study" };
  const char *const expected[] = { "Äpfel study", "apple study", "Mango study", "Zebra study" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add (self, titles[i], "Acme", NULL, NULL);

  ids = store_fixture_list (self, "study", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (ids->len, ==, 4);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, g_array_index (ids, gint64, i));

      g_assert_cmpstr (dossier->opportunity->title, ==, expected[i]);
    }
}

static gpointer
plan_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN %s", (const char *) data);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql));
  GString *plan = g_string_new (NULL);

  while (foothold_stmt_next (stmt))
    g_string_append_printf (plan, "%s\n", foothold_stmt_text (stmt, 3));
  if (!foothold_stmt_finish (stmt, error))
    {
      g_string_free (plan, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (plan);
}

/* Every list comes from its index alone: no row is touched, nothing is sorted. */
static void
test_plans (StoreFixture *self, gconstpointer data)
{
  const guint n_near = 3 * 5 * 2 * 2;

  for (guint i = 0; i < n_near + 4; i++)
    {
      const FootholdOrder far = i % 2 == 0 ? FOOTHOLD_ORDER_HOURS : FOOTHOLD_ORDER_FIT;
      const char *sql = i < n_near ? foothold_opportunity_list_sql (i % 3, i / 30 == 1, i / 3 % 5, i / 15 % 2 == 1)
                                   : foothold_opportunity_list_far_sql (far, (i - n_near) / 2 == 1);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *plan = NULL;
      GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

      g_task_set_task_data (task, (gpointer) sql, NULL);
      foothold_store_push_read (self->store, task, plan_job, g_free);
      plan = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
      g_assert_no_error (error);
      if (strstr (plan, " USING COVERING INDEX") == NULL || strstr (plan, "B-TREE") != NULL)
        g_error ("%s\n%s", sql, plan);
    }
}

static void
test_parse (void)
{
  const struct
  {
    const char *text;
    const char *names, *whole;
  } cases[] = {
    { NULL, NULL, NULL },
    { " - ", NULL, NULL },
    { "ux", "\"ux\"*", NULL },
    { "a b", "\"a\"* AND \"b\"*", NULL },
    { "SQL", "\"SQL\"*", "\"SQL\"" },
    { "ui css", "\"ui\"* AND \"css\"*", "\"ui\" AND \"css\"" },
    { "R&D", NULL, "\"R&D\"*" },
    { "data an", NULL, "\"data\"* AND \"an\"*" },
    { "\"a b\" c", NULL, "\"a b\" AND \"c\"*" },
    { "„a b” c", NULL, "\"a b\" AND \"c\"*" },
    { "\"a b", NULL, "\"a b\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdSearch) search = foothold_search_parse (cases[i].text);

      g_assert_cmpstr (search != NULL ? search->names : NULL, ==, cases[i].names);
      g_assert_cmpstr (search != NULL ? search->text : NULL, ==, cases[i].whole);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  g_test_add_func ("/store/search/parse", test_parse);
  ADD ("/store/search/words", test_words);
  ADD ("/store/search/again", test_again);
  ADD ("/store/search/hostile", test_hostile);
  ADD ("/store/search/follows", test_follows);
  ADD ("/store/search/order", test_order);
  ADD ("/store/search/plans", test_plans);

  return g_test_run ();
}
