/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recording a write, taking it back, doing it again. */

#include "sqlite/foothold-changeset.h"

static const char *const tables[] = { "a", "b", NULL };

static FootholdDb *
open_tables (void)
{
  g_autoptr (GError) error = NULL;
  FootholdDb *db = foothold_db_open (":memory:", FOOTHOLD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  foothold_db_exec (
    db,
    "CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT) STRICT;"
    "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id)) STRICT;"
    "CREATE TABLE change (seq INTEGER PRIMARY KEY, changeset BLOB NOT NULL) STRICT;"
    "CREATE VIRTUAL TABLE s USING fts5 (text, content = 'a', content_rowid = 'id', tokenize = 'foothold');"
    "CREATE TRIGGER a_i AFTER INSERT ON a BEGIN INSERT INTO s (rowid, text) VALUES (new.id, new.text); END;"
    "CREATE TRIGGER a_d AFTER DELETE ON a BEGIN "
    "  INSERT INTO s (s, rowid, text) VALUES ('delete', old.id, old.text); END;"
    "INSERT INTO a VALUES (1, 'one'), (2, 'two'); INSERT INTO b VALUES (10, 2);",
    &error);
  g_assert_no_error (error);
  return db;
}

static gboolean
delete_both (FootholdDb *db, gpointer data, GError **error)
{
  GBytes **changes = data;
  g_autoptr (FootholdRecorder) recorder = foothold_recorder_new (db, tables, error);
  g_autoptr (FootholdStmt) stmt = NULL;

  if (recorder == NULL || !foothold_db_exec (db, "DELETE FROM b WHERE id = 10; DELETE FROM a WHERE id = 2", error)
      || !foothold_db_exec (db, "INSERT INTO a VALUES (3, 'three')", error))
    return FALSE;
  *changes = foothold_recorder_get_changes (recorder, error);
  if (*changes == NULL)
    return FALSE;

  /* in the same transaction, as the undo stack does */
  stmt = foothold_db_stmt (db, "INSERT INTO change (changeset) VALUES (:changeset)");
  foothold_stmt_bind_blob (stmt, "changeset", *changes);
  return foothold_stmt_exec (stmt, error);
}

static gboolean
undo (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_apply_changes (db, data, TRUE, error);
}

static gboolean
redo (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_apply_changes (db, data, FALSE, error);
}

static gint64
query (FootholdDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  foothold_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_there_and_back (void)
{
  g_autoptr (FootholdDb) db = open_tables ();
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (db, delete_both, &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (db, "SELECT count (*) FROM s WHERE s MATCH 'two'"), ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (foothold_db_write (db, undo, changes, &error));
      g_assert_no_error (error);
      g_assert_cmpint (query (db, "SELECT a FROM b WHERE id = 10"), ==, 2);
      g_assert_cmpint (query (db, "SELECT count (*) FROM a"), ==, 2);
      g_assert_cmpint (query (db, "SELECT count (*) FROM s WHERE s MATCH 'two'"), ==, 1);
      g_assert_cmpint (query (db, "SELECT count (*) FROM s WHERE s MATCH 'three'"), ==, 0);
      g_assert_true (foothold_db_write (db, redo, changes, &error));
      g_assert_no_error (error);
      g_assert_cmpint (query (db, "SELECT count (*) FROM b"), ==, 0);
      g_assert_cmpint (query (db, "SELECT count (*) FROM s WHERE s MATCH 'three'"), ==, 1);
    }
  g_assert_cmpint (query (db, "SELECT count (*) FROM change"), ==, 1);
}

static void
test_conflict_changes_nothing (void)
{
  g_autoptr (FootholdDb) db = open_tables ();
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (db, delete_both, &changes, &error));
  foothold_db_exec (db, "UPDATE a SET text = 'changed since' WHERE id = 3", &error);
  g_assert_false (foothold_db_write (db, undo, changes, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONFLICT);
  g_assert_cmpint (query (db, "SELECT count (*) FROM a"), ==, 2);
  g_assert_cmpint (query (db, "SELECT count (*) FROM b"), ==, 0);
}

static void
note (const char *table, gint64 id, gpointer user_data)
{
  g_string_append_printf (user_data, "%s%" G_GINT64_FORMAT " ", table, id);
}

static void
test_foreach (void)
{
  g_autoptr (FootholdDb) db = open_tables ();
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (db, delete_both, &changes, &error));
  g_assert_true (foothold_changes_foreach (changes, note, seen, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (seen->str, "b10 "));
  g_assert_nonnull (strstr (seen->str, "a2 "));
  g_assert_nonnull (strstr (seen->str, "a3 "));
  g_assert_cmpuint (seen->len, ==, strlen ("b10 a2 a3 "));
}

static gboolean
change_nothing (FootholdDb *db, gpointer data, GError **error)
{
  GBytes **changes = data;
  g_autoptr (FootholdRecorder) recorder = foothold_recorder_new (db, tables, error);

  foothold_db_exec (db, "UPDATE a SET text = 'other' WHERE id = 1; UPDATE a SET text = 'one' WHERE id = 1", error);
  *changes = foothold_recorder_get_changes (recorder, error);
  return *changes != NULL;
}

static void
test_nothing_changed (void)
{
  g_autoptr (FootholdDb) db = open_tables ();
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (db, change_nothing, &changes, &error));
  g_assert_cmpuint (g_bytes_get_size (changes), ==, 0);
  g_assert_true (foothold_db_write (db, undo, changes, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changeset/there-and-back", test_there_and_back);
  g_test_add_func ("/changeset/conflict-changes-nothing", test_conflict_changes_nothing);
  g_test_add_func ("/changeset/foreach", test_foreach);
  g_test_add_func ("/changeset/nothing-changed", test_nothing_changed);

  return g_test_run ();
}
