/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files written whole or not at all. */

#include "db-fixture.h"
#include "sqlite/foothold-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The linker puts these in the place of the system's: a file system without nameless files, and a kill in the middle.
 */
static gboolean without_nameless, killed_at_unlink;

int __real_open (const char *path, int flags, ...);
int __wrap_open (const char *path, int flags, ...);
int __real_open64 (const char *path, int flags, ...);
int __wrap_open64 (const char *path, int flags, ...);
int __real_unlink (const char *path);
int __wrap_unlink (const char *path);

#define WRAP_OPEN(name) \
  int __wrap_##name (const char *path, int flags, ...) \
  { \
    va_list args; \
    mode_t mode; \
\
    va_start (args, flags); \
    mode = va_arg (args, mode_t); \
    va_end (args); \
    if (without_nameless && (flags & O_TMPFILE) == O_TMPFILE) \
      { \
        errno = EOPNOTSUPP; \
        return -1; \
      } \
    return __real_##name (path, flags, mode); \
  }

WRAP_OPEN (open)
WRAP_OPEN (open64)

int
__wrap_unlink (const char *path)
{
  if (killed_at_unlink)
    _exit (0);
  return __real_unlink (path);
}

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
test_nameless (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (self->dir, "missing", NULL);
  const int fd = foothold_file_open_nameless (self->dir, &error);
  char byte = 'x';

  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (db_fixture_n_files (self), ==, 0);
  g_assert_cmpint (pwrite (fd, &byte, 1, 0), ==, 1);
  g_assert_cmpint (pread (fd, &byte, 1, 0), ==, 1);
  g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, !=, 0);
  close (fd);

  g_assert_cmpint (foothold_file_open_nameless (missing, &error), ==, -1);
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_FOUND);
}

/* Where a file system knows no nameless files; a kill between making one and taking its name is swept up after. */
static void
test_nameless_fallback (DbFixture *self, gconstpointer data)
{
  pid_t child;
  int status;

  without_nameless = TRUE;
  test_nameless (self, data);

  child = fork ();
  if (child == 0)
    {
      killed_at_unlink = TRUE;
      foothold_file_open_nameless (self->dir, NULL);
      _exit (1);
    }
  without_nameless = FALSE;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_cmpuint (db_fixture_n_files (self), ==, 1);
  foothold_file_sweep (self->dir);
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
  ADD ("nameless", test_nameless);
  ADD ("nameless-fallback", test_nameless_fallback);
  ADD ("sweep", test_sweep);
  ADD ("errors", test_errors);

  return g_test_run ();
}
