/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Connections: how they are opened, what sticks, what rolls back. */

#include "sqlite/foothold-changeset.h"
#include "sqlite/foothold-db.h"
#include "sqlite/foothold-migration.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *path;
  FootholdDb *db;
} Fixture;

static gboolean
make_tables (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db,
                           "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), "
                           "                     note TEXT, file BLOB) STRICT;"
                           "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent "
                           "(id)) "
                           "STRICT;",
                           error);
}

static const FootholdMigration steps[] = { { 1, NULL, make_tables } };

static FootholdDb *
open_ok (const char *path, FootholdDbMode mode)
{
  g_autoptr (GError) error = NULL;
  FootholdDb *db = foothold_db_open (path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);
  return db;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("foothold-test-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->dir, "t.db", NULL);
  fixture->db = open_ok (fixture->path, FOOTHOLD_DB_READ_WRITE);
  g_assert_true (foothold_db_migrate (fixture->db, steps, 1, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&fixture->db, foothold_db_close);
  dir = g_dir_open (fixture->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->dir);
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

static gboolean
insert_parent (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "INSERT INTO parent (name) VALUES (:name)");

  foothold_stmt_bind_text (stmt, "name", data);
  return foothold_stmt_exec (stmt, error);
}

static gboolean
insert_good_and_bad (FootholdDb *db, gpointer data, GError **error)
{
  return insert_parent (db, (gpointer) "good", error) && insert_parent (db, (gpointer) "", error);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (fixture->db, "PRAGMA journal_mode");

  g_assert_true (foothold_stmt_next (stmt));
  g_assert_cmpstr (foothold_stmt_text (stmt, 0), ==, "delete");
  g_assert_cmpint (query (fixture->db, "PRAGMA synchronous"), ==, 3);
  g_assert_cmpint (query (fixture->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (query (fixture->db, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (query (fixture->db, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (query (fixture->db, "PRAGMA application_id"), ==, FOOTHOLD_DB_APPLICATION_ID);
  g_assert_cmpint (query (fixture->db, "PRAGMA user_version"), ==, 1);
}

static void
test_double_quotes_are_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (fixture->db, "SELECT \"no such column\"");
  g_autoptr (GError) error = NULL;

  g_assert_false (foothold_stmt_next (stmt));
  g_assert_false (foothold_stmt_finish (stmt, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED);
}

static void
test_private_modes (Fixture *fixture, gconstpointer data)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
test_unknown_is_null (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (fixture->db, "SELECT :a IS NULL, :a, :b IS NULL, :c IS NULL");

  foothold_stmt_bind_int (stmt, "a", G_MININT64);
  foothold_stmt_bind_text (stmt, "b", NULL);
  foothold_stmt_bind_blob (stmt, "c", NULL);
  g_assert_true (foothold_stmt_next (stmt));
  g_assert_cmpint (foothold_stmt_int (stmt, 0), ==, 1);
  g_assert_cmpint (foothold_stmt_int (stmt, 1), ==, G_MININT64);
  g_assert_cmpint (foothold_stmt_int (stmt, 2), ==, 1);
  g_assert_cmpint (foothold_stmt_int (stmt, 3), ==, 1);
}

static void
test_blobs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (fixture->db, "SELECT :full, :empty");
  g_autoptr (GBytes) full = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) got_full = NULL, got_empty = NULL;

  foothold_stmt_bind_blob (stmt, "full", full);
  foothold_stmt_bind_blob (stmt, "empty", empty);
  g_assert_true (foothold_stmt_next (stmt));
  got_full = foothold_stmt_blob (stmt, 0);
  got_empty = foothold_stmt_blob (stmt, 1);
  g_assert_true (g_bytes_equal (full, got_full));
  g_assert_cmpuint (g_bytes_get_size (got_empty), ==, 0);
}

static void
test_first_error_sticks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (fixture->db, "SELECT :a");
  g_autoptr (GError) error = NULL;

  foothold_stmt_bind_int (stmt, "absent", 1);
  foothold_stmt_bind_int (stmt, "a", 1);
  g_assert_false (foothold_stmt_next (stmt));
  g_assert_false (foothold_stmt_finish (stmt, &error));
  g_assert_nonnull (strstr (error->message, "absent"));
}

static void
test_write_rolls_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (fixture->db, insert_parent, (gpointer) "one", &error));
  g_assert_false (foothold_db_write (fixture->db, insert_good_and_bad, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT);
  g_assert_cmpint (query (fixture->db, "SELECT count (*) FROM parent"), ==, 1);
}

static gboolean
outer_forgives (FootholdDb *db, gpointer data, GError **error)
{
  return insert_parent (db, (gpointer) "outer", error) && !foothold_db_write (db, insert_good_and_bad, NULL, NULL)
         && foothold_db_write (db, insert_parent, (gpointer) "inner", error);
}

static void
test_nested_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (fixture->db, outer_forgives, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture->db, "SELECT count (*) FROM parent WHERE name IN ('outer', 'inner')"), ==, 2);
  g_assert_cmpint (query (fixture->db, "SELECT count (*) FROM parent"), ==, 2);
}

static void
test_reader_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdDb) reader = open_ok (fixture->path, FOOTHOLD_DB_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_get_read_only (reader));
  g_assert_false (foothold_db_exec (reader, "DELETE FROM parent", NULL));
  g_assert_false (foothold_db_write (reader, insert_parent, (gpointer) "x", &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_READ_ONLY);
}

static void
test_moved_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_write (fixture->db, insert_parent, (gpointer) "one", &error));
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  g_assert_false (foothold_db_write (fixture->db, insert_parent, (gpointer) "two", &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MOVED);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "another", -1, NULL));
  g_assert_false (foothold_db_write (fixture->db, insert_parent, (gpointer) "three", &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MOVED);

  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  g_assert_cmpint (query (fixture->db, "SELECT count (*) FROM parent"), ==, 1);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_cancellable_cancel (cancellable);
  foothold_db_set_cancellable (fixture->db, cancellable);
  g_assert_false (foothold_db_query_int (fixture->db,
                                         "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
                                         "10000000) "
                                         "SELECT count (*) FROM n",
                                         &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  foothold_db_set_cancellable (fixture->db, NULL);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foothold_db_check (fixture->db, TRUE, &error));
  g_assert_true (foothold_db_exec (fixture->db, "PRAGMA foreign_keys = OFF; INSERT INTO child (parent) VALUES (77)",
                                   &error));
  g_assert_no_error (error);
  g_assert_false (foothold_db_check (fixture->db, FALSE, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ignored;

  foothold_db_query_int (fixture->db, "PRAGMA max_page_count = 8", &ignored, &error);
  g_assert_no_error (error);
  g_assert_false (foothold_db_exec (fixture->db, "INSERT INTO parent (name, file) VALUES ('x', zeroblob (99999))",
                                    &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "disk is full"));
}

static void
test_bulk_without_triggers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  foothold_db_exec (fixture->db,
                    "CREATE TRIGGER t AFTER INSERT ON parent BEGIN UPDATE parent SET note = 'seen' WHERE id = new.id; "
                    "END",
                    &error);
  g_assert_no_error (error);
  g_assert_true (foothold_db_write_untriggered (fixture->db, insert_parent, (gpointer) "bulk", &error));
  g_assert_true (foothold_db_write (fixture->db, insert_parent, (gpointer) "one", &error));
  g_assert_cmpint (query (fixture->db, "SELECT count (*) FROM parent WHERE note = 'seen'"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/db/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("settings", test_settings);
  ADD ("double-quotes-are-names", test_double_quotes_are_names);
  ADD ("private-modes", test_private_modes);
  ADD ("unknown-is-null", test_unknown_is_null);
  ADD ("blobs", test_blobs);
  ADD ("first-error-sticks", test_first_error_sticks);
  ADD ("write-rolls-back", test_write_rolls_back);
  ADD ("nested-write", test_nested_write);
  ADD ("reader-cannot-write", test_reader_cannot_write);
  ADD ("moved-is-noticed", test_moved_is_noticed);
  ADD ("cancel", test_cancel);
  ADD ("check", test_check);
  ADD ("full", test_full);
  ADD ("bulk-without-triggers", test_bulk_without_triggers);

  return g_test_run ();
}
