/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A guarded connection reads what it may and nothing else, however it is asked (R19). */

#include "sqlite/foothold-db-guard.h"

static const char *const allowed[] = { "opportunity", "skill", NULL };

static FootholdDb *
open_filled (void)
{
  g_autoptr (GError) error = NULL;
  FootholdDb *db = foothold_db_open (":memory:", FOOTHOLD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  foothold_db_exec (db,
                    "CREATE TABLE opportunity (id INTEGER PRIMARY KEY, title TEXT) STRICT;"
                    "CREATE TABLE skill (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
                    "CREATE TABLE reflection (id INTEGER PRIMARY KEY, text TEXT) STRICT;"
                    "CREATE VIEW planted AS SELECT id, text AS title FROM reflection;"
                    "INSERT INTO opportunity VALUES (1, 'Seen');"
                    "INSERT INTO reflection VALUES (1, 'canary')",
                    &error);
  g_assert_no_error (error);
  return db;
}

static gboolean
can (FootholdDb *db, const char *sql)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autoptr (GError) error = NULL;

  return foothold_stmt_exec (stmt, &error);
}

static void
test_reads (void)
{
  static const char *const fine[] = {
    "SELECT title FROM opportunity ORDER BY id",
    "SELECT count (*) FROM opportunity",
    "SELECT o.title, (SELECT max (s.name) FROM skill AS s) FROM opportunity AS o",
  };
  static const char *const refused[] = {
    "SELECT text FROM reflection",
    "SELECT count (*) FROM reflection",
    "SELECT title FROM planted",
    "SELECT title FROM opportunity WHERE EXISTS (SELECT 1 FROM reflection AS r WHERE r.text > '')",
    "SELECT o.title, (SELECT group_concat (text) FROM reflection) FROM opportunity AS o",
    "WITH r AS (SELECT text FROM reflection) SELECT * FROM r",
    "SELECT sql FROM sqlite_schema",
    "INSERT INTO opportunity VALUES (2, 'Written')",
    "UPDATE opportunity SET title = 'x'",
    "DELETE FROM opportunity",
    "CREATE TABLE other (id INTEGER PRIMARY KEY)",
    "ATTACH ':memory:' AS other",
    "PRAGMA user_version = 3",
  };
  g_autoptr (FootholdDb) db = open_filled ();

  /* Teeth: without the guard all of it works, so that a refusal below is the guard's. */
  for (guint i = 0; i < 7; i++)
    g_assert_true (can (db, refused[i]));

  foothold_db_allow_only (db, allowed);
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    g_assert_true (can (db, fine[i]));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (can (db, refused[i]))
      g_error ("not refused: %s", refused[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db-guard/reads", test_reads);
  return g_test_run ();
}
