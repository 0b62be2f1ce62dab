/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not ours to open, migrations, and the lock. */

#include "sqlite/foothold-db.h"
#include "sqlite/foothold-lock.h"
#include "sqlite/foothold-migration.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("foothold-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "t.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static gboolean
step_one (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, "CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES a (id)) STRICT", error);
}

static gboolean
step_two (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, "ALTER TABLE a ADD COLUMN c TEXT", error);
}

static gboolean
step_failing (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE a (id INTEGER)", error);
}

static gboolean
step_orphaning (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, "INSERT INTO a (id, b) VALUES (1, 99)", error);
}

static gboolean
backup_counting (FootholdDb *db, guint from, guint to, gpointer data, GError **error)
{
  guint *seen = data;

  *seen = from * 100 + to;
  return TRUE;
}

static gboolean
backup_failing (FootholdDb *db, guint from, guint to, gpointer data, GError **error)
{
  g_set_error_literal (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FULL, "no room");
  return FALSE;
}

static void
make_version (const char *path, guint version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  FootholdMigration step = { version, NULL, step_one };

  g_assert_no_error (error);
  foothold_db_migrate (db, &step, 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (const char *path, guint newest, FootholdDbError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (foothold_db_header_read (path, newest, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_missing_and_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FootholdDbHeader header;

  g_assert_true (foothold_db_header_read (fixture->path, 1, &header, &error));
  g_assert_cmpint (header.kind, ==, FOOTHOLD_DB_HEADER_MISSING);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_true (foothold_db_header_read (fixture->path, 1, &header, &error));
  g_assert_cmpint (header.kind, ==, FOOTHOLD_DB_HEADER_EMPTY);
  make_version (fixture->path, 1);
  g_assert_true (foothold_db_header_read (fixture->path, 1, &header, &error));
  g_assert_cmpint (header.kind, ==, FOOTHOLD_DB_HEADER_OURS);
  g_assert_cmpuint (header.version, ==, 1);
}

static void
test_odd_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->dir, "link.db", NULL);
  g_autofree char *fifo = g_build_filename (fixture->dir, "fifo.db", NULL);
  g_autoptr (GError) error = NULL;

  assert_refused (fixture->dir, 0, FOOTHOLD_DB_ERROR_NOT_A_DATABASE);
  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  assert_refused (fixture->path, 0, FOOTHOLD_DB_ERROR_NOT_A_DATABASE);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, 0, FOOTHOLD_DB_ERROR_NOT_A_DATABASE);
  make_version (link, 1);
  g_remove (fixture->path);
  g_assert_cmpint (symlink (link, fixture->path), ==, 0);
  assert_refused (fixture->path, 0, FOOTHOLD_DB_ERROR_NOT_A_DATABASE);
  g_assert_null (foothold_db_open (fixture->path, FOOTHOLD_DB_READ_WRITE, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_A_DATABASE);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize before_size, after_size;
  g_autoptr (GError) error = NULL;

  make_version (fixture->path, 1);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_size, NULL));
  before[71] ^= 1;
  g_assert_true (g_file_set_contents (fixture->path, before, (gssize) before_size, NULL));
  g_assert_null (foothold_db_open (fixture->path, FOOTHOLD_DB_READ_WRITE, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  FootholdMigration step = { 2, NULL, step_one };

  make_version (fixture->path, 7);
  g_assert_false (foothold_db_header_read (fixture->path, 2, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "7"));
  g_assert_nonnull (strstr (error->message, "2"));
  g_clear_error (&error);

  db = foothold_db_open (fixture->path, FOOTHOLD_DB_READ_WRITE, &error);
  g_assert_false (foothold_db_migrate (db, &step, 1, NULL, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NEWER);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  static const FootholdMigration steps[] = { { 1, NULL, step_one }, { 2, NULL, step_two }, { 3, NULL, step_failing } };
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (fixture->path, FOOTHOLD_DB_READ_WRITE, &error);
  guint seen = 0, version;
  gint64 value;

  g_assert_true (foothold_db_migrate (db, steps, 1, backup_counting, &seen, &error));
  g_assert_cmpuint (seen, ==, 0);
  g_assert_false (foothold_db_migrate (db, steps, 2, backup_failing, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FULL);
  g_clear_error (&error);
  g_assert_true (foothold_db_get_version (db, &version, &error));
  g_assert_cmpuint (version, ==, 1);
  g_assert_true (foothold_db_migrate (db, steps, 2, backup_counting, &seen, &error));
  g_assert_cmpuint (seen, ==, 102);

  g_assert_false (foothold_db_migrate (db, steps, 3, backup_counting, &seen, &error));
  g_clear_error (&error);
  g_assert_true (foothold_db_get_version (db, &version, &error));
  g_assert_cmpuint (version, ==, 2);
  foothold_db_query_int (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'half'", &value, &error);
  g_assert_cmpint (value, ==, 0);
  foothold_db_query_int (db, "PRAGMA foreign_keys", &value, &error);
  g_assert_cmpint (value, ==, 1);
}

static void
test_orphans_refused (Fixture *fixture, gconstpointer data)
{
  static const FootholdMigration steps[] = { { 1, NULL, step_one }, { 2, NULL, step_orphaning } };
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (fixture->path, FOOTHOLD_DB_READ_WRITE, &error);
  guint version;

  g_assert_false (foothold_db_migrate (db, steps, 2, NULL, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT);
  g_assert_true (foothold_db_get_version (db, &version, NULL));
  g_assert_cmpuint (version, ==, 1);
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "lock", NULL);
  g_autoptr (GError) error = NULL;
  FootholdLock *first = foothold_lock_take (path, &error);

  g_assert_no_error (error);
  g_assert_null (foothold_lock_take (path, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_LOCKED);
  g_clear_error (&error);
  foothold_lock_free (first);
  first = foothold_lock_take (path, &error);
  g_assert_no_error (error);
  foothold_lock_free (first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/db-header/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("missing-and-empty", test_missing_and_empty);
  ADD ("odd-files", test_odd_files);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("steps", test_steps);
  ADD ("orphans-refused", test_orphans_refused);
  ADD ("lock", test_lock);

  return g_test_run ();
}
