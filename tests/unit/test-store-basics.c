/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"
#include "store/foothold-dossier-pack.h"
#include "store/foothold-fill.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-location.h"
#include "store/foothold-schema.h"
#include "store/foothold-undo.h"

/* The small parts of the store, each by itself. */

static gint64 clock_ms;

static gint64
test_clock (gpointer user_data)
{
  return clock_ms;
}

static void
test_ids (void)
{
  FootholdIdSource source, again;
  gint64 last = 0;

  clock_ms = FOOTHOLD_ID_EPOCH_MS + 1000;
  foothold_id_source_init (&source, 1, test_clock, NULL);
  foothold_id_source_init (&again, 1, test_clock, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      const gint64 id = foothold_id_source_next (&source);

      /* within a millisecond, with the clock going back an hour, and forth again */
      if (i % 100 == 0)
        clock_ms += i % 200 == 0 ? 1 : 2;
      if (i == 5000)
        clock_ms -= 60 * 60 * 1000;
      g_assert_cmpint (id, >, last);
      last = id;
    }

  clock_ms = FOOTHOLD_ID_EPOCH_MS + 1000;
  foothold_id_source_init (&source, 1, test_clock, NULL);
  g_assert_cmpint (foothold_id_source_next (&source), ==, foothold_id_source_next (&again));
  g_assert_cmpint (foothold_id_get_instant (foothold_id_source_next (&source)), ==, clock_ms);

  /* a clock set before 2020 makes no negative key */
  clock_ms = 0;
  foothold_id_source_init (&source, 1, test_clock, NULL);
  g_assert_cmpint (foothold_id_source_next (&source), >, 0);
  g_assert_cmpint (foothold_id_next (), <, foothold_id_next ());
}

static void
test_fold (void)
{
  const struct
  {
    const char *url, *key;
  } cases[] = {
    { "https://www.Example.org/jobs/1/", "example.org/jobs/1" },
    { "http://example.org/jobs/1#apply", "example.org/jobs/1" },
    { "https://example.org/jobs?id=7&utm_source=mail", "example.org/jobs?id=7" },
    { "https://example.org/jobs?utm_source=mail&id=7", "example.org/jobs?id=7" },
    { "https://example.org/Jobs?id=8", "example.org/Jobs?id=8" },
    { "https://example.org/#/jobs/1", "example.org#/jobs/1" },
    { "https://example.org/?utm_source=mail#!jobs/2", "example.org#!jobs/2" },
    { "https://example.org/jobs#/", "example.org/jobs" },
    { "mailto:a@example.org", NULL },
    { "example.org", NULL },
    { "", NULL },
  };
  const struct
  {
    const char *phone, *key;
  } phones[] = {
    { "+48 600 100-200", "+48600100200" },
    { "0048 (600) 100.200", "+48600100200" },
    { "+49 (0)30/12 34", "+49301234" },
    { "030 1234, 12", "0301234,12" },
    { "(0)", "0" },
    { "", "" },
  };
  g_autofree char *name = foothold_fold_name ("  Łódź \t LABS ");

  g_assert_cmpstr (name, ==, "lodz labs");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = foothold_fold_url (cases[i].url);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *key = foothold_fold_phone (phones[i].phone);

      g_assert_cmpstr (key, ==, phones[i].key);
    }
}

static void
test_pack (void)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GBytes) page = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (FootholdDossier) back = NULL;
  FootholdUnpack unpack;

  dossier->where = g_strdup ("line 12");
  dossier->opportunity->row.id = 77;
  dossier->opportunity->pay_net = -5;
  dossier->opportunity->cost_fees = 0;
  g_set_str (&dossier->opportunity->notes, "");
  foothold_dossier_add_page (dossier, "page.html", "text/html", page);
  foothold_pack_dossier (bytes, dossier);

  unpack = (FootholdUnpack) { bytes->data, bytes->data + bytes->len, FALSE };
  back = foothold_unpack_dossier (&unpack);
  g_assert_nonnull (back);
  g_assert_true (unpack.at == unpack.end);
  g_assert_cmpstr (back->where, ==, "line 12");
  g_assert_cmpint (back->opportunity->row.id, ==, 77);
  g_assert_true (foothold_row_equal (back->opportunity, dossier->opportunity));
  g_assert_cmpint (back->opportunity->pay_net, ==, -5);
  g_assert_cmpint (back->opportunity->cost_fees, ==, 0);
  g_assert_cmpint (back->opportunity->cost_travel, ==, GINT64_UNKNOWN);
  g_assert_cmpstr (back->opportunity->notes, ==, "");
  g_assert_cmpuint (back->skills->len, ==, 2);
  g_assert_true (g_bytes_equal (g_ptr_array_index (back->pages, 0), page));

  /* cut anywhere: refused, never read beyond */
  for (guint length = 0; length < bytes->len; length++)
    {
      g_autofree guint8 *cut = g_memdup2 (bytes->data, MAX (length, 1));
      FootholdDossier *none;

      unpack = (FootholdUnpack) { cut, cut + length, FALSE };
      none = foothold_unpack_dossier (&unpack);
      g_assert_null (none);
    }
}

static void
test_fill (void)
{
  g_autoptr (FootholdDossier) here = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (FootholdDossier) there = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (FootholdDossier) filled = NULL;
  gboolean differs = TRUE;

  g_assert_null (foothold_fill (here, there, &differs));
  g_assert_false (differs);

  /* an amount in another currency is not an amount here */
  g_set_str (&here->opportunity->currency, "EUR");
  g_set_str (&there->opportunity->currency, "USD");
  there->opportunity->pay_net = 50000;
  g_assert_null (foothold_fill (here, there, &differs));
  g_assert_true (differs);

  /* and comes with its currency where there is none */
  g_set_str (&here->opportunity->currency, NULL);
  there->opportunity->minutes_min = 60;
  filled = foothold_fill (here, there, &differs);
  g_assert_nonnull (filled);
  g_assert_true (differs);
  g_assert_cmpstr (filled->opportunity->currency, ==, "USD");
  g_assert_cmpint (filled->opportunity->pay_net, ==, 50000);
  g_assert_cmpint (filled->opportunity->minutes_min, ==, 600);
  g_assert_cmpstr (foothold_dossier_knowledge (filled, "currency", NULL), ==, "stated");
}

/* One end of a range comes only where the range stays one; a day only where they do not look until they have somebody.
 */
static void
test_fill_ranges (void)
{
#define NO GINT64_UNKNOWN
  static const struct
  {
    gint64 here[2], there[2], filled[2]; /* from, to */
    gboolean differs;
  } ranges[] = {
    { { 600, NO }, { 300, 300 }, { 600, NO }, TRUE },   { { 600, NO }, { 300, 900 }, { 600, 900 }, TRUE },
    { { 600, NO }, { 600, 900 }, { 600, 900 }, FALSE }, { { NO, 300 }, { 600, 600 }, { NO, 300 }, TRUE },
    { { NO, 300 }, { 300, NO }, { 300, 300 }, FALSE },  { { NO, NO }, { 300, 900 }, { 300, 900 }, FALSE },
  };
#undef NO
  static const struct
  {
    const char *here[2], *there[2], *filled[2]; /* window, day */
    gboolean differs;
  } windows[] = {
    { { "rolling", NULL }, { "date", "2026-12-24" }, { "rolling", NULL }, TRUE },
    { { "rolling", NULL }, { NULL, "2026-12-24" }, { "rolling", NULL }, TRUE },
    { { "rolling", NULL }, { "rolling", "2026-12-24" }, { "rolling", NULL }, TRUE },
    { { NULL, "2026-12-24" }, { "rolling", NULL }, { NULL, "2026-12-24" }, TRUE },
    { { NULL, "2026-12-24" }, { "date", "2026-12-24" }, { "date", "2026-12-24" }, FALSE },
    { { "date", NULL }, { NULL, "2026-12-24" }, { "date", "2026-12-24" }, FALSE },
    { { "unknown", NULL }, { "date", "2026-12-24" }, { "unknown", "2026-12-24" }, TRUE },
    { { NULL, NULL }, { "date", "2026-12-24" }, { "date", "2026-12-24" }, FALSE },
    { { NULL, NULL }, { "rolling", NULL }, { "rolling", NULL }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (FootholdDossier) here = store_fixture_dossier ("Market Study", "Łódź Labs");
      g_autoptr (FootholdDossier) there = store_fixture_dossier ("Market Study", "Łódź Labs");
      g_autoptr (FootholdDossier) filled = NULL;
      const FootholdOpportunityRow *row;
      gboolean differs;

      g_set_str (&here->opportunity->currency, "EUR");
      g_set_str (&there->opportunity->currency, "EUR");
      here->opportunity->minutes_min = here->opportunity->pay_gross_min = ranges[i].here[0];
      here->opportunity->minutes_max = here->opportunity->pay_gross_max = ranges[i].here[1];
      there->opportunity->minutes_min = there->opportunity->pay_gross_min = ranges[i].there[0];
      there->opportunity->minutes_max = there->opportunity->pay_gross_max = ranges[i].there[1];
      filled = foothold_fill (here, there, &differs);
      row = filled != NULL ? filled->opportunity : here->opportunity;
      g_assert_cmpint (row->minutes_min, ==, ranges[i].filled[0]);
      g_assert_cmpint (row->minutes_max, ==, ranges[i].filled[1]);
      g_assert_cmpint (row->pay_gross_min, ==, ranges[i].filled[0]);
      g_assert_cmpint (row->pay_gross_max, ==, ranges[i].filled[1]);
      g_assert_cmpint (differs, ==, ranges[i].differs);
    }

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autoptr (FootholdDossier) here = store_fixture_dossier ("Market Study", "Łódź Labs");
      g_autoptr (FootholdDossier) there = store_fixture_dossier ("Market Study", "Łódź Labs");
      g_autoptr (FootholdDossier) filled = NULL;
      const FootholdOpportunityRow *row;
      gboolean differs;

      g_set_str (&here->opportunity->apply_window, windows[i].here[0]);
      g_set_str (&here->opportunity->apply_by, windows[i].here[1]);
      g_set_str (&there->opportunity->apply_window, windows[i].there[0]);
      g_set_str (&there->opportunity->apply_by, windows[i].there[1]);
      g_set_str (&there->opportunity->apply_by_time, windows[i].there[1] != NULL ? "17:00" : NULL);
      filled = foothold_fill (here, there, &differs);
      row = filled != NULL ? filled->opportunity : here->opportunity;
      g_assert_cmpstr (row->apply_window, ==, windows[i].filled[0]);
      g_assert_cmpstr (row->apply_by, ==, windows[i].filled[1]);
      g_assert_cmpint (row->apply_by_time != NULL, ==, row->apply_by != NULL && windows[i].there[1] != NULL);
      g_assert_cmpint (differs, ==, windows[i].differs);
    }
}

static void
test_location (void)
{
  g_autofree char *dir = g_dir_make_tmp ("foothold-location-XXXXXX", NULL);
  g_autofree char *mark = g_build_filename (dir, ".stfolder", NULL);
  g_autofree char *below = g_build_filename (dir, "data", "foothold", NULL);
  g_autofree char *none = foothold_location_dup_warning (below);
  g_autofree char *some = NULL;

  g_assert_null (none);
  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  some = foothold_location_dup_warning (below);
  g_assert_nonnull (strstr (some, "Syncthing"));
  store_fixture_remove_tree (dir);
}

static gpointer
rename_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "UPDATE want SET text = :text WHERE id = 1");
  g_autofree char *text = g_strdup_printf ("want %u", GPOINTER_TO_UINT (data));

  foothold_stmt_bind_text (stmt, "text", text);
  foothold_stmt_exec (stmt, error);
  return NULL;
}

static gpointer
insert_job (FootholdDb *db, gpointer data, GError **error)
{
  foothold_db_exec (db, "INSERT INTO want (id, position, text) VALUES (1, 0, 'want')", error);
  return NULL;
}

/* The stack keeps its depth, forgets the oldest, and what is old only beyond the depth that is promised. */
static void
test_prune (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (":memory:", FOOTHOLD_DB_READ_WRITE, &error);
  gint64 n, oldest;

  g_assert_no_error (error);
  g_assert_true (foothold_schema_migrate (db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (foothold_undo_write (db, "Add Want", 0, insert_job, NULL, NULL, NULL, &error));
  for (guint i = 0; i < FOOTHOLD_UNDO_MAX_DEPTH + 20; i++)
    g_assert_true (foothold_undo_write (db, "Change Want", 0, rename_job, GUINT_TO_POINTER (i), NULL, NULL, &error));
  g_assert_no_error (error);
  foothold_db_query_int (db, "SELECT count (*) FROM change", &n, NULL);
  g_assert_cmpint (n, ==, FOOTHOLD_UNDO_MAX_DEPTH);
  foothold_db_query_int (db, "SELECT min (seq) FROM change", &oldest, NULL);
  g_assert_cmpint (oldest, ==, 22);

  g_assert_true (foothold_db_exec (db, "UPDATE change SET at = 0", &error));
  g_assert_true (foothold_undo_write (db, "Change Want", 0, rename_job, GUINT_TO_POINTER (9999), NULL, NULL, &error));
  foothold_db_query_int (db, "SELECT count (*) FROM change", &n, NULL);
  g_assert_cmpint (n, ==, FOOTHOLD_UNDO_MIN_DEPTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/basics/ids", test_ids);
  g_test_add_func ("/store/basics/fold", test_fold);
  g_test_add_func ("/store/basics/pack", test_pack);
  g_test_add_func ("/store/basics/fill", test_fill);
  g_test_add_func ("/store/basics/fill-ranges", test_fill_ranges);
  g_test_add_func ("/store/basics/location", test_location);
  g_test_add_func ("/store/basics/prune", test_prune);

  return g_test_run ();
}
