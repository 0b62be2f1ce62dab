/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tokenizer "foothold" and foothold_text_fold(): the same letters, in searches and in names. */

#include "sqlite/foothold-tokenizer.h"

typedef struct
{
  const char *text;
  const char *query; /* as typed, plain ASCII */
} Pair;

static const Pair pairs[] = {
  { "Đà Nẵng", "da nang" },
  { "Łódź", "lodz" },
  { "Straße", "strasse" },
  { "STRAẞE", "strasse" },
  { "København Øst", "kobenhavn ost" },
  { "Ærø", "aero" },
  { "Œuvre", "oeuvre" },
  { "Þórður Guðmundsson", "thordur gudmundsson" },
  { "Diyarbakır İstanbul", "diyarbakir istanbul" },
  { "Ħamrun", "hamrun" },
  { "Ŧŋſ", "tns" },
  { "Tr\xe1\xba\xa7n Th\xe1\xbb\x8b", "tran thi" },
  /* the same in NFD */
  { "Tra\xcc\x82\xcc\x80n Thi\xcc\xa3", "tran thi" },
  { "Z\xcc\x87o\xcc\x81\xc5\x82w", "zolw" },
  { "Ǿrsted", "orsted" },
};

static FootholdDb *
open_index (void)
{
  g_autoptr (GError) error = NULL;
  FootholdDb *db = foothold_db_open (":memory:", FOOTHOLD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  foothold_db_exec (db, "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'foothold', prefix = '1 2 3')", &error);
  g_assert_no_error (error);
  return db;
}

static void
insert (FootholdDb *db, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "INSERT INTO t (text) VALUES (:text)");

  foothold_stmt_bind_text (stmt, "text", text);
  foothold_stmt_exec (stmt, &error);
  g_assert_no_error (error);
}

static gint64
n_hits (FootholdDb *db, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT count (*) FROM t WHERE t MATCH :query");
  gint64 n;

  foothold_stmt_bind_text (stmt, "query", query);
  n = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : -1;
  foothold_stmt_finish (stmt, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_search (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (FootholdDb) db = open_index ();
      g_autofree char *exact = g_strdup_printf ("\"%s\"", pairs[i].text);
      g_autofree char *prefix = g_strdup_printf ("%.2s*", pairs[i].query);

      g_test_message ("%s", pairs[i].text);
      insert (db, pairs[i].text);
      insert (db, "something else altogether");
      g_assert_cmpint (n_hits (db, pairs[i].query), ==, 1);
      g_assert_cmpint (n_hits (db, exact), ==, 1);
      g_assert_cmpint (n_hits (db, prefix), ==, 1);
    }
}

static void
test_fold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *folded = foothold_text_fold (pairs[i].text);

      g_assert_cmpstr (folded, ==, pairs[i].query);
    }
}

static void
test_fold_spaces (void)
{
  g_autofree char *folded = foothold_text_fold ("  Acme\t\n Robotics\u00a0 GmbH ");
  g_autofree char *empty = foothold_text_fold (NULL);

  g_assert_cmpstr (folded, ==, "acme robotics gmbh");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_fold_other_scripts (void)
{
  g_autofree char *hindi = foothold_text_fold ("हिन्दी");
  g_autofree char *greek = foothold_text_fold ("Αθήνα");
  g_autofree char *hangul = foothold_text_fold ("\u1112\u1161\u11ab");
  g_autofree char *marks = foothold_text_fold ("\u05e9\u05bc\u05c1");
  g_autofree char *swapped = foothold_text_fold ("\u05e9\u05c1\u05bc");
  g_autofree char *compatible = foothold_text_fold ("Of\ufb01ce \u2163");

  g_assert_cmpstr (hindi, ==, "हिन्दी");
  g_assert_cmpstr (greek, ==, "αθηνα");
  g_assert_cmpstr (hangul, ==, "한");
  g_assert_cmpstr (marks, ==, swapped);
  g_assert_cmpstr (compatible, ==, "office iv");
}

static void
test_not_utf8 (void)
{
  g_autoptr (FootholdDb) db = open_index ();
  g_autofree char *folded = foothold_text_fold ("caf\xe9 \xff\xc3");
  char word[4000];

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_prefix (folded, "caf"));

  insert (db, "caf\xe9 \xff\xc3 nice\xf0\x9f");
  insert (db, "\xc3");
  insert (db, "");
  for (guint i = 0; i + 1 < sizeof word; i += 2)
    memcpy (word + i, "\xc3\x9f", 2);
  word[sizeof word - 1] = '\0';
  word[sizeof word - 2] = '\0';
  insert (db, word);
  g_assert_cmpint (n_hits (db, "\"caf\" *"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-fold/search", test_search);
  g_test_add_func ("/text-fold/fold", test_fold);
  g_test_add_func ("/text-fold/spaces", test_fold_spaces);
  g_test_add_func ("/text-fold/other-scripts", test_fold_other_scripts);
  g_test_add_func ("/text-fold/not-utf8", test_not_utf8);

  return g_test_run ();
}
