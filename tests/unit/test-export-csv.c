/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table reads back as it was, and no text of a stranger's begins a formula (F36). */

#include <string.h>

#include "export-fixture.h"

/* A plain reader of RFC 4180: rows of fields. */
static GPtrArray *
read_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  const char *p = text;

  while (*p != '\0')
    {
      g_autoptr (GString) field = g_string_new (NULL);

      g_assert_cmpint (*p++, ==, '"');
      for (;;)
        {
          g_assert_cmpint (*p, !=, '\0');
          if (*p == '"' && p[1] != '"')
            break;
          if (*p == '"')
            p++;
          g_string_append_c (field, *p++);
        }
      p++;
      g_strv_builder_add (row, field->str);
      if (*p == ',')
        {
          p++;
          continue;
        }
      g_assert_cmpint (*p++, ==, '\r');
      g_assert_cmpint (*p++, ==, '\n');
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }

  return rows;
}

static guint
column (GPtrArray *rows, const char *name)
{
  char **header = g_ptr_array_index (rows, 0);

  for (guint i = 0; header[i] != NULL; i++)
    if (g_str_equal (header[i], name))
      return i;

  g_error ("no column %s", name);
}

static const char *
cell (GPtrArray *rows, guint row, const char *name)
{
  return ((char **) g_ptr_array_index (rows, row))[column (rows, name)];
}

static void
test_values (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Say \"hello\", twice\nand again", "Łódź Labs");
  g_autofree char *text = NULL;
  g_autofree char *machine = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 id;
  g_autofree char *id_text = NULL;

  g_set_str (&dossier->opportunity->currency, "VND");
  dossier->opportunity->pay_net = 900000;
  dossier->opportunity->minutes_max = 90;
  dossier->opportunity->created_at = G_GINT64_CONSTANT (1795374507123);
  id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  text = export_fixture_get (self, EXPORT_CSV);
  machine = export_fixture_get (self, EXPORT_CSV_MACHINE);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf\"id\","));
  g_assert_cmpstr (text + 3, ==, machine);

  rows = read_csv (machine);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, 0)), ==, g_strv_length (g_ptr_array_index (rows, 1)));
  g_assert_cmpstr (cell (rows, 1, "id"), ==, id_text);
  g_assert_cmpstr (cell (rows, 1, "title"), ==, "Say \"hello\", twice\nand again");
  g_assert_cmpstr (cell (rows, 1, "organisation"), ==, "Łódź Labs");
  g_assert_cmpstr (cell (rows, 1, "pay_net"), ==, "900000");
  g_assert_cmpstr (cell (rows, 1, "pay_gross_min"), ==, "");
  g_assert_cmpstr (cell (rows, 1, "hours_min"), ==, "10");
  g_assert_cmpstr (cell (rows, 1, "hours_max"), ==, "1.5");
  g_assert_cmpstr (cell (rows, 1, "starred"), ==, "false");
  g_assert_cmpstr (cell (rows, 1, "created_at"), ==, "2026-11-22T19:08:27.123Z");
  g_assert_cmpstr (cell (rows, 1, "skills"), ==, "Writing; Data analysis");
  g_assert_cmpstr (cell (rows, 1, "deliverables"), ==, "Report");
}

/*
 * 200 payloads and more: each sign that may begin a formula, behind each thing that a spreadsheet may
 * drop before it looks, before each thing that people try.
 */
static void
test_formulas (StoreFixture *self, gconstpointer data)
{
  static const char *const before[] = {
    "", " ", "   ", "\xc2\xa0", "\xe3\x80\x80", "\xef\xbb\xbf", "\xe2\x80\x8b", "\xe2\x80\xae", "\x01"
  };
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };
  static const char *const after[] = { "1+1", "cmd|'/C calc'!A0", "HYPERLINK(\"https://example.org/\",\"x\")" };
  g_autofree char *text = NULL;
  g_autofree char *machine = NULL;
  g_autoptr (GPtrArray) guarded = NULL;
  g_autoptr (GPtrArray) plain = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    for (guint j = 0; j < G_N_ELEMENTS (signs); j++)
      for (guint k = 0; k < G_N_ELEMENTS (after); k++)
        {
          g_autofree char *payload = g_strconcat (before[i], signs[j], after[k], NULL);
          g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();

          /* A title that the store would trim is no title; the notes take anything. */
          g_set_str (&dossier->opportunity->title, "Formula");
          g_set_str (&dossier->opportunity->notes, payload);
          foothold_dossier_add_skill (dossier, payload);
          store_fixture_save_dossier (self, "Add Opportunity", dossier);
          n++;
        }
  g_assert_cmpuint (n, >=, 200);

  text = export_fixture_get (self, EXPORT_CSV);
  machine = export_fixture_get (self, EXPORT_CSV_MACHINE);
  guarded = read_csv (text + 3);
  plain = read_csv (machine);
  g_assert_cmpuint (guarded->len, ==, n + 1);
  for (guint i = 1; i <= n; i++)
    {
      const char *value = cell (guarded, i, "notes");

      g_assert_cmpint (value[0], ==, '\'');
      g_assert_cmpstr (value + 1, ==, cell (plain, i, "notes"));
      /* The store may fold blanks of a name; what it kept is guarded where it begins a formula. */
      value = cell (guarded, i, "skills");
      g_assert_null (strchr ("=+-@\t\r\n", value[0]));
    }
}

/* What only looks a little like it stays as it is. */
static void
test_innocent (StoreFixture *self, gconstpointer data)
{
  static const char *const innocent[] = { "1+1", "a=b", "'quoted'",         "\"=1+1\"", "(=)",
                                          "·",   "—",   "mail@example.org", "ＡＢＣ" };
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (innocent); i++)
    {
      g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();

      g_set_str (&dossier->opportunity->title, innocent[i]);
      store_fixture_save_dossier (self, "Add Opportunity", dossier);
    }
  text = export_fixture_get (self, EXPORT_CSV);
  rows = read_csv (text + 3);
  for (guint i = 0; i < G_N_ELEMENTS (innocent); i++)
    g_assert_cmpstr (cell (rows, i + 1, "title"), ==, innocent[i]);
}

/* What is copied is the same table: quoted, guarded, and nothing before its first cell. */
static void
test_cells (void)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *csv = NULL;
  static const char *const texts[] = { "Fact", "He said \"yes\"", "=1+1", "two\nlines, and a comma", "", "–" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (cells, (gpointer) texts[i]);
  csv = foothold_export_csv_cells (cells, 2);
  rows = read_csv (csv);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 0))[1], ==, texts[1]);
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 1))[0], ==, "'=1+1");
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 1))[1], ==, texts[3]);
  g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, 2)), ==, 2);
}

static gpointer
fill_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (
           db,
           "INSERT INTO import_batch (id, started_at, label, state) VALUES (7, 0, 'Import of 1', 'hidden');"
           "INSERT INTO stage (id, position, name, kind, states) VALUES (900, 9, 'On the \"phone\"', 'open', 'draft');"
           "INSERT INTO person (id, name, folded, job_title, mail) VALUES (41, '=Ada', 'ada', 'Head', 'a@b');"
           "INSERT INTO person (id, name, folded, batch) VALUES (42, 'Hidden', 'hidden', 7);"
           "INSERT INTO person_contact (id, person, position, kind, label, value) VALUES (1, 41, 1, 'mail', 'home',"
           " 'c@d'), (2, 41, 0, 'phone', NULL, '+49 1');"
           "INSERT INTO conversation (id, person, held_on) VALUES (1, 41, '2026-11-02'), (2, 41, '2026-10-02');"
           "INSERT INTO application (id, opportunity, state, stage, position, created_at, sent_on, notes)"
           " SELECT 31, id, 'interview', 3, 0, 1795374507123, '2026-11-01', '+1' FROM opportunity;"
           "INSERT INTO application (id, opportunity, state, stage, position, created_at)"
           " SELECT 32, id, 'draft', 900, 0, 0 FROM opportunity;"
           "INSERT INTO application (id, opportunity, state, stage, position, created_at, batch)"
           " SELECT 33, id, 'offer', 4, 0, 0, 7 FROM opportunity;"
           "INSERT INTO application_history (id, seq, application, at, from_state, to_state, reason) VALUES"
           " (1, 2, 31, 1795374507123, 'submitted', 'interview', '@home'), (2, 1, 31, 0, NULL, 'submitted', NULL),"
           " (3, 1, 33, 0, NULL, 'offer', NULL);"
           "INSERT INTO interview (id, application, meets_on, meets_time) VALUES (1, 31, '2026-12-05', NULL),"
           " (2, 31, '2026-12-04', '10:00');"
           "INSERT INTO person_link (id, person, application) VALUES (1, 41, 31);"
           "INSERT INTO story (id, created_at, title, action) VALUES (1, 0, '=Bees', 'I counted');"
           "INSERT INTO interview_story (id, application, question, text, story) VALUES (1, 31, 'general/proud',"
           " 'Proud?', 1), (2, 32, 'general/proud', 'Proud?', 1), (3, 31, 'general/hours', 'When?', 1)",
           error)
           ? GINT_TO_POINTER (1)
           : NULL;
}

static GPtrArray *
read_table (StoreFixture *self, FootholdExportTable table)
{
  ExportJob job = { .kind = EXPORT_CSV, .table = table };
  g_autofree char *text = export_fixture_run (self, &job);

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf\""));
  return read_csv (text + 3);
}

/* The other tables say where things stand beside whose they are, guarded like the first, without what is undone. */
static void
test_tables (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Survey", "Łódź Labs");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) applications = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) stories = NULL;

  g_set_str (&dossier->opportunity->source, "portal");
  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  foothold_store_write_async (self->store, NULL, fill_job, NULL, NULL, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  applications = read_table (self, FOOTHOLD_EXPORT_APPLICATIONS);
  history = read_table (self, FOOTHOLD_EXPORT_HISTORY);
  people = read_table (self, FOOTHOLD_EXPORT_PEOPLE);
  stories = read_table (self, FOOTHOLD_EXPORT_STORIES);

  g_assert_cmpuint (applications->len, ==, 3);
  g_assert_cmpstr (cell (applications, 1, "title"), ==, "Survey");
  g_assert_cmpstr (cell (applications, 1, "organisation"), ==, "Łódź Labs");
  g_assert_cmpstr (cell (applications, 1, "source"), ==, "portal");
  g_assert_cmpstr (cell (applications, 1, "state"), ==, "interview");
  g_assert_cmpstr (cell (applications, 1, "stage"), ==, "talking");
  g_assert_cmpstr (cell (applications, 1, "created_at"), ==, "2026-11-22T19:08:27.123Z");
  g_assert_cmpstr (cell (applications, 1, "sent_on"), ==, "2026-11-01");
  g_assert_cmpstr (cell (applications, 1, "interviews"), ==, "2026-12-04 10:00; 2026-12-05");
  g_assert_cmpstr (cell (applications, 1, "people"), ==, "'=Ada");
  g_assert_cmpstr (cell (applications, 1, "notes"), ==, "'+1");
  g_assert_cmpstr (cell (applications, 2, "stage"), ==, "On the \"phone\"");
  g_assert_cmpstr (cell (applications, 2, "sent_on"), ==, "");

  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpstr (cell (history, 1, "to_state"), ==, "submitted");
  g_assert_cmpstr (cell (history, 2, "from_state"), ==, "submitted");
  g_assert_cmpstr (cell (history, 2, "at"), ==, "2026-11-22T19:08:27.123Z");
  g_assert_cmpstr (cell (history, 2, "reason"), ==, "'@home");
  g_assert_cmpstr (cell (history, 2, "application"), ==, "31");

  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (cell (people, 1, "name"), ==, "'=Ada");
  g_assert_cmpstr (cell (people, 1, "contacts"), ==, "phone: +49 1; home: c@d");
  g_assert_cmpstr (cell (people, 1, "contacted_on"), ==, "2026-11-02");

  g_assert_cmpuint (stories->len, ==, 2);
  g_assert_cmpstr (cell (stories, 1, "title"), ==, "'=Bees");
  g_assert_cmpstr (cell (stories, 1, "situation"), ==, "");
  g_assert_cmpstr (cell (stories, 1, "questions"), ==, "Proud?; When?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/export-csv/values", test_values);
  ADD ("/export-csv/formulas", test_formulas);
  ADD ("/export-csv/innocent", test_innocent);
  ADD ("/export-csv/tables", test_tables);
  g_test_add_func ("/export-csv/cells", test_cells);

  return g_test_run ();
}
