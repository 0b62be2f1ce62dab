// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/foothold-migration.h"
#include "store-fixture.h"
#include "store/foothold-schema.h"

/* What an older version recorded goes with the columns that it was recorded with, in one transaction. */

#define SQL "/io/github/foothold_app/Foothold/sql/"

static const FootholdMigration older[] = { { 1, SQL "001.sql", NULL }, { 2, SQL "002.sql", NULL } };

static void
assert_number (FootholdDb *db, const char *sql, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  foothold_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, expected);
}

static void
test_undo_goes (void)
{
  g_autofree char *dir = g_dir_make_tmp ("foothold-schema-XXXXXX", NULL);
  g_autofree char *fresh = g_build_filename (dir, "fresh.db", NULL);
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (FootholdDb) first = foothold_db_open (fresh, FOOTHOLD_DB_READ_WRITE, &error);
    g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);

    g_assert_no_error (error);
    /* the resources are there from then on */
    g_assert_true (foothold_schema_migrate (first, NULL, NULL, &error));
    g_assert_no_error (error);
    assert_number (first, "PRAGMA user_version", FOOTHOLD_SCHEMA_VERSION);

    g_assert_true (foothold_db_migrate (db, older, G_N_ELEMENTS (older), NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_true (foothold_db_exec (db,
                                     "INSERT INTO change (at, label, changeset) VALUES (1, 'Edit', x'00');"
                                     "CREATE TRIGGER stop BEFORE DELETE ON change BEGIN"
                                     " SELECT RAISE (ABORT, 'stopped'); END",
                                     &error));
    g_assert_no_error (error);

    /* what cannot be cleared keeps the version that it fits */
    g_assert_false (foothold_schema_migrate (db, NULL, NULL, &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
    assert_number (db, "PRAGMA user_version", 2);
    assert_number (db, "SELECT count (*) FROM change", 1);

    g_assert_true (foothold_db_exec (db, "DROP TRIGGER stop", &error));
    g_assert_true (foothold_schema_migrate (db, NULL, NULL, &error));
    g_assert_no_error (error);
    assert_number (db, "PRAGMA user_version", FOOTHOLD_SCHEMA_VERSION);
    assert_number (db, "SELECT count (*) FROM change", 0);
  }

  store_fixture_remove_tree (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/undo-goes", test_undo_goes);
  return g_test_run ();
}
