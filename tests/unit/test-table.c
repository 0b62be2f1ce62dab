// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "exchange/foothold-prepare.h"
#include "store-fixture.h"

/* Which tables somebody is asked about, what is told of them, and that it is remembered for one data directory alone.
 */

static GPtrArray *
look (StoreFixture *self, const char *const *texts)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new ();
  GPtrArray *tables;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));

      g_ptr_array_add (sources, foothold_import_source_new_for_bytes (bytes, "table.bin"));
    }
  foothold_exchange_look_async (self->store, sources, NULL, store_fixture_result_cb, &result);
  tables = foothold_exchange_look_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tables->len, ==, g_strv_length ((char **) texts));
  return tables;
}

static GPtrArray *
look_at (StoreFixture *self, const char *text)
{
  const char *const texts[] = { text, NULL };

  return look (self, texts);
}

/* The preview of @text, told @tables or nothing. (transfer full) */
static FootholdStaging *
prepare (StoreFixture *self, const char *text, GPtrArray *tables)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GPtrArray *sources = g_ptr_array_new ();
  FootholdStaging *staging;

  g_ptr_array_add (sources, foothold_import_source_new_for_bytes (bytes, "table.csv"));
  foothold_exchange_prepare_async (self->store, sources, tables, NULL, NULL, NULL, NULL, store_fixture_result_cb,
                                   &result);
  staging = foothold_exchange_prepare_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return staging;
}

static void
remember (StoreFixture *self, GPtrArray *tables)
{
  g_autofree char *path = g_build_filename (foothold_store_get_dir (self->store), FOOTHOLD_TABLES_FILE, NULL);
  g_autofree char *before = NULL;
  gboolean changed = FALSE;

  g_file_get_contents (path, &before, NULL, NULL);
  foothold_tables_remember (self->store, tables);
  while (!changed)
    {
      g_autofree char *now = NULL;

      g_main_context_iteration (NULL, FALSE);
      g_file_get_contents (path, &now, NULL, NULL);
      changed = g_strcmp0 (before, now) != 0;
    }
}

#define MINE "What,Who,Phase,Until\nScan,Acme,Wunsch,3/4/2027\nWrite,Acme,Warten auf Ute,5/6/2027\n"

static void
test_asked (StoreFixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    MINE,
    "Role,Company\nScan,Acme\n",
    "Saved Date,Job Url,Job Title,Company Name\n\"9/24/26, 8:12 PM\",https://www.linkedin.com/jobs/view/1,Scan,Acme\n",
    "First Name,Last Name,Connected On\nAda,K,1 May 2026\n",
    "Some words, and more of them.",
    "<html><p>A page",
    "Role,Company\n",
    NULL,
  };
  g_autoptr (GPtrArray) tables = look (self, texts);

  for (guint i = 0; i < tables->len; i++)
    g_assert_cmpint (g_ptr_array_index (tables, i) != NULL, ==, i < 2);
}

/* What was told is told again, by the window and where nobody is asked; the words for stages as well. */
static void
test_remembered (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = look_at (self, MINE);
  FootholdTable *table = g_ptr_array_index (tables, 0);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (FootholdStaging) untold = prepare (self, MINE, NULL);
  g_autoptr (FootholdStaging) told = NULL;
  g_autoptr (FootholdStaging) later = NULL;

  g_assert_cmpuint (foothold_staging_get_counts (untold).n_problems, ==, 1);
  g_assert_false (table->remembered);
  foothold_csv_look_set_field (table->look, 0, "title");
  foothold_csv_look_set_field (table->look, 1, "organisation");
  foothold_csv_look_set_field (table->look, 2, "state");
  foothold_csv_look_set_field (table->look, 3, "apply_by");
  ((FootholdCsvColumn *) g_ptr_array_index (table->look->columns, 3))->order = FOOTHOLD_DAY_ORDER_DAY;
  g_assert_cmpuint (foothold_csv_look_stage_words (table->look)->len, ==, 2);
  g_assert_null (foothold_csv_look_get_stage (table->look, "Wunsch"));
  foothold_csv_look_set_stage (table->look, "Wunsch", "shortlisted");
  told = prepare (self, MINE, tables);
  g_assert_cmpuint (foothold_staging_get_counts (told).n_new, ==, 2);
  g_assert_cmpuint (foothold_staging_get_counts (told).n_problems, ==, 0);
  remember (self, tables);

  again = look_at (self, MINE);
  table = g_ptr_array_index (again, 0);
  g_assert_true (table->remembered);
  g_assert_cmpint (foothold_csv_look_find (table->look, "title"), ==, 0);
  g_assert_cmpstr (foothold_csv_look_get_stage (table->look, "wunsch"), ==, "shortlisted");
  g_assert_false (foothold_csv_look_has_question (table->look));
  later = prepare (self, MINE, NULL);
  g_assert_cmpuint (foothold_staging_get_counts (later).n_new, ==, 2);
}

/* Another data directory has not been told, and a memory that cannot be read is none. */
static void
test_apart (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MINE, strlen (MINE));
  g_autoptr (GPtrArray) tables = look_at (self, MINE);
  g_autofree char *other = g_dir_make_tmp ("foothold-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (other, FOOTHOLD_TABLES_FILE, NULL);
  g_autoptr (FootholdTable) here = NULL;
  g_autoptr (FootholdTable) there = NULL;
  g_autoptr (FootholdTable) broken = NULL;

  foothold_csv_look_set_field (((FootholdTable *) g_ptr_array_index (tables, 0))->look, 0, "title");
  remember (self, tables);
  here = foothold_table_new (bytes, "a", foothold_store_get_dir (self->store), NULL);
  g_assert_true (here->remembered);
  there = foothold_table_new (bytes, "a", other, NULL);
  g_assert_false (there->remembered);
  g_file_set_contents (path, "[columns\nno", -1, NULL);
  broken = foothold_table_new (bytes, "a", other, NULL);
  g_assert_false (broken->remembered);
  g_unlink (path);
  g_rmdir (other);
}

static gboolean
look_again (StoreFixture *self, FootholdTable *table, FootholdCsvHints hints)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_table_look_again_async (table, hints, NULL, store_fixture_result_cb, &result);
  return foothold_table_look_again_finish (table, store_fixture_wait (&result), NULL);
}

/* Read in another way, it is remembered under what it looked like at first. */
static void
test_read_otherwise (StoreFixture *self, gconstpointer data)
{
  const char *text = "A;B\n\nThe job|The firm|Notes: a;b\nScan|Acme|x;y\nWrite|Beta|z;z\n";
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FootholdTable) table = foothold_table_new (bytes, "a", NULL, NULL);
  g_autoptr (FootholdTable) again = NULL;
  FootholdCsvHints hints = FOOTHOLD_CSV_NO_HINTS;

  hints.delimiter = '|';
  hints.header_line = 3;
  g_assert_true (look_again (self, table, hints));
  g_assert_cmpuint (table->look->columns->len, ==, 3);
  g_assert_cmpuint (table->look->header_line, ==, 3);
  g_assert_cmpuint (table->look->n_rows, ==, 2);
  g_assert_cmpstr (table->look->preamble, ==, "A;B");
  g_assert_cmpuint (((FootholdCsvHead *) g_ptr_array_index (table->look->heads, 1))->line, ==, 3);
  foothold_csv_look_set_field (table->look, 0, "title");
  g_ptr_array_add (tables, table);
  remember (self, tables);

  again = foothold_table_new (bytes, "a", foothold_store_get_dir (self->store), NULL);
  g_assert_true (again->remembered);
  g_assert_cmpint (again->look->delimiter, ==, '|');
  g_assert_cmpint (foothold_csv_look_find (again->look, "title"), ==, 0);

  /* no row of names: the first line is an entry too */
  hints = FOOTHOLD_CSV_NO_HINTS;
  hints.header_line = 0;
  g_assert_true (look_again (self, again, hints));
  g_assert_cmpuint (again->look->header_line, ==, 0);
  g_assert_false (again->remembered);
}

/* Tables without names have nothing in common but how many columns they have. */
static void
test_nameless (StoreFixture *self, gconstpointer data)
{
  const char *text = "Logo,Acme,20,x\nBanner,Beta,10,y\n";
  const char *other = "Acme,Logo,20,x\nBeta,Banner,10,y\n";
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) other_bytes = g_bytes_new (other, strlen (other));
  g_autoptr (FootholdTable) table = foothold_table_new (bytes, "a", NULL, NULL);
  g_autoptr (FootholdTable) again = NULL;
  g_autoptr (FootholdTable) another = NULL;

  foothold_csv_look_set_field (table->look, 0, "title");
  g_ptr_array_add (tables, table);
  remember (self, tables);
  again = foothold_table_new (bytes, "a", foothold_store_get_dir (self->store), NULL);
  another = foothold_table_new (other_bytes, "b", foothold_store_get_dir (self->store), NULL);
  g_assert_true (again->remembered);
  g_assert_false (another->remembered);
}

static void
test_charset (StoreFixture *self, gconstpointer data)
{
  static const char text[] = "Stelle,Firma\n\261\274,\243\363d\274\n"; /* ISO-8859-2 */
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (FootholdTable) table = foothold_table_new (bytes, "a", NULL, NULL);
  FootholdCsvHints hints = FOOTHOLD_CSV_NO_HINTS;

  /* near, and not it: its Ł is one there, its ź is not */
  g_assert_cmpstr (table->look->charset, ==, "Windows-1250");
  hints.charset = "ISO-8859-2";
  g_assert_true (look_again (self, table, hints));
  g_assert_cmpstr (((char **) g_ptr_array_index (table->look->samples, 0))[1], ==, "Łódź");
  for (guint i = 0; foothold_csv_charsets[i] != NULL; i++)
    {
      hints.charset = foothold_csv_charsets[i];
      g_assert_true (look_again (self, table, hints));
      g_assert_cmpstr (table->look->charset, ==, foothold_csv_charsets[i]);
    }
}

static const char *
field_of (const FootholdTable *table, guint n)
{
  return ((FootholdCsvColumn *) g_ptr_array_index (table->look->columns, n))->field;
}

/* What was said of columns stays when the table is read otherwise: by name, by place where the names changed with it.
 */
static void
test_carried (StoreFixture *self, gconstpointer data)
{
  static const char text[] = "Nazwa,Miejsce \266,Kiedy,Etap \277\nScan,\243\363d\274,3/4/2027,Moje\n"; /* ISO-8859-2 */
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (FootholdTable) table = foothold_table_new (bytes, "a", NULL, NULL);
  FootholdCsvHints hints = FOOTHOLD_CSV_NO_HINTS;

  g_assert_cmpstr (field_of (table, 0), ==, "extra");
  foothold_csv_look_set_field (table->look, 0, "title");
  foothold_csv_look_set_field (table->look, 1, "location");
  foothold_csv_look_set_field (table->look, 2, "apply_by");
  ((FootholdCsvColumn *) g_ptr_array_index (table->look->columns, 2))->order = FOOTHOLD_DAY_ORDER_DAY;
  foothold_csv_look_set_field (table->look, 3, NULL);
  hints.charset = "ISO-8859-2";
  g_assert_true (look_again (self, table, hints));
  g_assert_cmpstr (((FootholdCsvColumn *) g_ptr_array_index (table->look->columns, 1))->header, ==, "Miejsce ś");
  g_assert_cmpstr (field_of (table, 0), ==, "title");
  g_assert_cmpstr (field_of (table, 1), ==, "location");
  g_assert_cmpstr (field_of (table, 2), ==, "apply_by");
  g_assert_cmpint (((FootholdCsvColumn *) g_ptr_array_index (table->look->columns, 2))->order, ==,
                   FOOTHOLD_DAY_ORDER_DAY);
  g_assert_null (field_of (table, 3));
}

/* The address of a page is its link, and is not fetched. */
static void
test_address (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://jobs.example/market-scan");
  g_autoptr (FootholdImportSource) source = foothold_import_source_new_for_file (file);
  g_autoptr (GBytes) bytes = foothold_import_source_read (source, NULL, NULL, NULL);

  g_assert_null (foothold_import_source_get_file (source));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "https://jobs.example/market-scan", 32);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up_quick, func, store_fixture_tear_down)
  ADD ("/table/asked", test_asked);
  ADD ("/table/remembered", test_remembered);
  ADD ("/table/apart", test_apart);
  ADD ("/table/read-otherwise", test_read_otherwise);
  ADD ("/table/nameless", test_nameless);
  ADD ("/table/charset", test_charset);
  ADD ("/table/carried", test_carried);
  g_test_add_func ("/table/address", test_address);
  return g_test_run ();
}
