/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of one's own with a small database in it, for the tests of src/sqlite. */

#pragma once

#include "sqlite/foothold-db.h"
#include "sqlite/foothold-migration.h"

#include <glib/gstdio.h>

typedef struct
{
  char *dir;
  char *path;
} DbFixture;

static inline gboolean
db_fixture_schema (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db,
                           "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
                           "CREATE INDEX parent_by_name ON parent (name);"
                           "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id), "
                           "                    text TEXT) STRICT;",
                           error);
}

static inline FootholdDb *
db_fixture_open (DbFixture *self)
{
  static const FootholdMigration steps[] = { { 1, NULL, db_fixture_schema } };
  g_autoptr (GError) error = NULL;
  FootholdDb *db = foothold_db_open (self->path, FOOTHOLD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  foothold_db_migrate (db, steps, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  return db;
}

static inline gboolean
db_fixture_insert (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db, data, error);
}

static inline void
db_fixture_write (FootholdDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  foothold_db_write (db, db_fixture_insert, (gpointer) sql, &error);
  g_assert_no_error (error);
}

static inline gint64
db_fixture_query (FootholdDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  foothold_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static inline guint
db_fixture_n_files (DbFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
db_fixture_set_up (DbFixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("foothold-test-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "t.db", NULL);
}

static inline void
db_fixture_tear_down (DbFixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->dir);
  g_free (self->path);
  g_free (self->dir);
}
