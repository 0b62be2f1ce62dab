/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files written whole or not at all. */

#include "db-fixture.h"
#include "sqlite/foothold-file.h"

#include <string.h>
#include <sys/stat.h>

static void
assert_content (const char *path, const char *content)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, content);
}

static void
test_write_and_replace (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (foothold_file_write (self->path, "one", 3, &error));
  assert_content (self->path, "one");
  g_assert_true (foothold_file_write (self->path, "two!", 4, &error));
  assert_content (self->path, "two!");
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (db_fixture_n_files (self), ==, 1);
}

static void
test_not_committed (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FootholdFile *file;

  g_assert_true (foothold_file_write (self->path, "old", 3, &error));
  file = foothold_file_new (self->dir, &error);
  g_assert_true (foothold_file_append (file, "new", 3, &error));
  foothold_file_free (file);
  assert_content (self->path, "old");
  g_assert_cmpuint (db_fixture_n_files (self), ==, 1);
}

static void
test_stream (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *big = g_malloc (300000);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (FootholdFile) file = foothold_file_new (self->dir, &error);
  g_autofree char *expected = NULL, *hashed = NULL;
  g_autofree char *path = NULL;

  memset (big, 'x', 300000);
  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) big, 300000);
  stream = g_memory_input_stream_new_from_data (big, 300000, NULL);
  g_assert_true (foothold_file_append_stream (file, stream, 300000, NULL, &error));
  g_assert_cmpuint (foothold_file_get_size (file), ==, 300000);
  g_assert_cmpstr (foothold_file_get_sha256 (file), ==, expected);
  g_assert_true (foothold_file_commit (file, expected, &error));
  path = g_build_filename (self->dir, expected, NULL);
  hashed = foothold_file_hash (path, NULL, &error);
  g_assert_cmpstr (hashed, ==, expected);
}

/* Large enough that writing begins before the commit; nobody asks for a hash. */
static void
test_without_hash (DbFixture *self, gconstpointer data)
{
  const gsize size = 6 * 1024 * 1024;
  g_autoptr (GError) error = NULL;
  g_autofree char *big = g_strnfill (size, 'y');
  g_autoptr (FootholdFile) file = foothold_file_new (self->dir, &error);
  g_autofree char *path = g_build_filename (self->dir, "large", NULL);
  g_autofree char *read = NULL;
  gsize length;

  foothold_file_skip_hash (file);
  for (guint i = 0; i < 3; i++)
    g_assert_true (foothold_file_append (file, big + i * (size / 3), size / 3, &error));
  g_assert_null (foothold_file_get_sha256 (file));
  g_assert_true (foothold_file_commit (file, "large", &error));
  g_assert_true (g_file_get_contents (path, &read, &length, &error));
  g_assert_cmpmem (read, length, big, size);
}

static void
test_limit (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("12345", 5, NULL);
  FootholdFile *file = foothold_file_new (self->dir, &error);

  g_assert_false (foothold_file_append_stream (file, stream, 4, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  foothold_file_free (file);
  g_assert_cmpuint (db_fixture_n_files (self), ==, 0);
}

static void
test_sweep (DbFixture *self, gconstpointer data)
{
  g_autofree char *stray = foothold_file_temporary_name (self->dir);

  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));
  g_assert_true (g_file_set_contents (self->path, "x", 1, NULL));
  foothold_file_sweep (self->dir);
  g_assert_cmpuint (db_fixture_n_files (self), ==, 1);
}

static void
test_errors (DbFixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->dir, "no", "where", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (foothold_file_write (nowhere, "x", 1, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (foothold_file_hash (nowhere, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (foothold_file_remove (nowhere, &error));
  g_assert_false (foothold_file_rename (nowhere, self->path, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/file/" name, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  ADD ("write-and-replace", test_write_and_replace);
  ADD ("not-committed", test_not_committed);
  ADD ("stream", test_stream);
  ADD ("without-hash", test_without_hash);
  ADD ("limit", test_limit);
  ADD ("sweep", test_sweep);
  ADD ("errors", test_errors);

  return g_test_run ();
}
