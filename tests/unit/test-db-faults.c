/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that fails under one connection: what was said of it holds for the next, and no failure looks like an answer.
 */

#include "db-fixture.h"
#include "sqlite/foothold-db-guard.h"
#include "sqlite/foothold-salvage.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

/* SQLite lets its system calls be replaced one by one. */
static gboolean no_opens, no_reads;
static int fault_errno = ESTALE; /* a folder on the network goes like this */
static guint n_writes, writes_left; /* the ones after these fail */
static sqlite3_syscall_ptr real_open, real_read, real_pread, real_pread64, real_write, real_pwrite, real_pwrite64;

#define REAL(type, name) ((type) real_##name)
#define FAIL() \
  { \
    errno = fault_errno; \
    return -1; \
  }

static gboolean
may_write (void)
{
  n_writes++;
  if (writes_left == 0)
    return FALSE;
  writes_left--;
  return TRUE;
}

static int
fault_open (const char *path, int flags, int mode)
{
  if (no_opens)
    FAIL ();
  return REAL (int (*) (const char *, int, int), open) (path, flags, mode);
}

static ssize_t
fault_read (int fd, void *data, size_t size)
{
  if (no_reads)
    FAIL ();
  return REAL (ssize_t (*) (int, void *, size_t), read) (fd, data, size);
}

static ssize_t
fault_write (int fd, const void *data, size_t size)
{
  if (!may_write ())
    FAIL ();
  return REAL (ssize_t (*) (int, const void *, size_t), write) (fd, data, size);
}

#define FAULTS_AT(suffix, offset_type) \
  static ssize_t fault_pread##suffix (int fd, void *data, size_t size, offset_type offset) \
  { \
    if (no_reads) \
      FAIL (); \
    return REAL (ssize_t (*) (int, void *, size_t, offset_type), pread##suffix) (fd, data, size, offset); \
  } \
  static ssize_t fault_pwrite##suffix (int fd, const void *data, size_t size, offset_type offset) \
  { \
    if (!may_write ()) \
      FAIL (); \
    return REAL (ssize_t (*) (int, const void *, size_t, offset_type), pwrite##suffix) (fd, data, size, offset); \
  }

FAULTS_AT (, off_t)
FAULTS_AT (64, gint64)

static void
heal (void)
{
  no_opens = no_reads = FALSE;
  fault_errno = ESTALE;
  writes_left = G_MAXUINT;
  n_writes = 0;
}

static void
stand_between (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

#define STAND(name) \
  real_##name = vfs->xGetSystemCall (vfs, #name); \
  if (real_##name != NULL) \
  g_assert_cmpint (vfs->xSetSystemCall (vfs, #name, (sqlite3_syscall_ptr) fault_##name), ==, SQLITE_OK)

  STAND (open);
  STAND (read);
  STAND (pread);
  STAND (pread64);
  STAND (write);
  STAND (pwrite);
  STAND (pwrite64);
  heal ();
}

static gboolean
try_bulk (FootholdDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  const gboolean ok = foothold_db_write_untriggered (db, db_fixture_insert, (gpointer) sql, &error);

  g_assert_true (ok == (error == NULL));
  return ok;
}

/* The connection is gone in the middle of a bulk write, and the next bulk has a new one. */
static void
test_triggers (DbFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDb) db = db_fixture_open (self);

  db_fixture_write (db, "CREATE TRIGGER t AFTER INSERT ON parent BEGIN INSERT INTO child (text) VALUES ('t'); END");
  writes_left = 0;
  g_assert_false (try_bulk (db, "INSERT INTO parent (name) VALUES ('lost')"));
  no_opens = TRUE;
  g_assert_false (try_bulk (db, "INSERT INTO parent (name) VALUES ('lost')"));
  heal ();

  g_assert_true (try_bulk (db, "INSERT INTO parent (name) VALUES ('quiet')"));
  g_assert_cmpint (db_fixture_query (db, "SELECT count (*) FROM parent"), ==, 1);
  g_assert_cmpint (db_fixture_query (db, "SELECT count (*) FROM child"), ==, 0);
  db_fixture_write (db, "INSERT INTO parent (name) VALUES ('heard')");
  g_assert_cmpint (db_fixture_query (db, "SELECT count (*) FROM child"), ==, 1);
}

static gboolean
can_read (FootholdDb *db, const char *sql)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  return foothold_stmt_exec (stmt, NULL);
}

/* R19: a read error must not open what an export may not see. */
static void
test_guard (DbFixture *self, gconstpointer data)
{
  static const char *const allowed[] = { "parent", NULL };
  g_autoptr (FootholdDb) db = NULL;
  g_autoptr (GError) error = NULL;

  foothold_db_close (db_fixture_open (self));
  db = foothold_db_open (self->path, FOOTHOLD_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  foothold_db_allow_only (db, allowed);
  g_assert_true (can_read (db, "SELECT name FROM parent"));
  g_assert_false (can_read (db, "SELECT text FROM child"));
  no_reads = TRUE;
  g_assert_false (can_read (db, "SELECT name FROM parent"));
  heal ();
  g_assert_true (can_read (db, "SELECT name FROM parent"));
  g_assert_false (can_read (db, "SELECT text FROM child"));
}

/* SQLite calls a file damaged whose disk cannot read it; one that is, is. */
static void
test_disk_is_no_damage (DbFixture *self, gconstpointer data)
{
  static const int errnos[] = { EIO, ENXIO, ESTALE };
  static const guint8 zeros[4096] = { 0 };
  g_autoptr (FootholdDb) db = db_fixture_open (self);
  gint64 n;
  int fd;

  db_fixture_write (db, "INSERT INTO parent (name) SELECT hex (randomblob (300)) FROM pragma_function_list");
  foothold_db_close (g_steal_pointer (&db));
  db = foothold_db_open (self->path, FOOTHOLD_DB_READ_ONLY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (errnos); i++)
    for (guint how = 0; how < 3; how++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_cmpint (db_fixture_query (db, "SELECT count (*) FROM parent"), >, 50);
        fault_errno = errnos[i];
        no_reads = TRUE;
        if (how == 0)
          g_assert_false (foothold_db_query_int (db, "SELECT sum (length (name)) FROM parent", &n, &error));
        else
          g_assert_false (foothold_db_check (db, how == 1, &error));
        g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_IO);
        heal ();
        g_assert_cmpint (db_fixture_query (db, "SELECT sum (length (name)) > 0 FROM parent"), ==, 1);
        g_clear_error (&error);
        g_assert_true (foothold_db_check (db, TRUE, &error));
      }
  foothold_db_close (g_steal_pointer (&db));

  fd = g_open (self->path, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, zeros, sizeof zeros, 4096 * 4), ==, sizeof zeros);
  close (fd);
  db = foothold_db_open (self->path, FOOTHOLD_DB_READ_ONLY, NULL);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (foothold_db_check (db, TRUE, &error));
    g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT);
  }
}

/* A child of no parent, and rows besides. */
static void
make_orphaned (DbFixture *self)
{
  g_autoptr (FootholdDb) db = db_fixture_open (self);
  g_autoptr (GError) error = NULL;

  foothold_db_exec (db, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  db_fixture_write (db, "INSERT INTO parent VALUES (1, 'one');"
                        "INSERT INTO child VALUES (1, 1, 'kept'), (2, 7, 'orphan')");
}

/* The salvage of @self into a fresh file, of which the writes after @limit fail. */
static gboolean
salvage (DbFixture *self, const char *sql, guint limit, gint64 *kept, GError **error)
{
  DbFixture fresh = { self->dir, g_build_filename (self->dir, "fresh.db", NULL) };
  g_autofree char *journal = g_strconcat (fresh.path, "-journal", NULL);
  FootholdDb *into = db_fixture_open (&fresh);
  g_autoptr (GPtrArray) report = NULL;
  gboolean ok;

  if (sql != NULL)
    db_fixture_write (into, sql);
  n_writes = 0;
  writes_left = limit;
  ok = foothold_salvage (self->path, into, &report, NULL, error);
  *kept = 0;
  for (guint i = 0; ok && i < report->len; i++)
    *kept += ((FootholdSalvaged *) g_ptr_array_index (report, i))->kept;
  foothold_db_close (into);
  g_remove (fresh.path);
  g_remove (journal);
  g_free (fresh.path);

  return ok;
}

/* Every write once, and all after it: an error, or all that there is; never an end without either. */
static void
test_salvage_onto_failing (DbFixture *self, gconstpointer data)
{
  gboolean ok = FALSE;
  guint n = 0;

  make_orphaned (self);
  for (; !ok; n++)
    {
      g_autoptr (GError) error = NULL;
      gint64 kept;

      ok = salvage (self, NULL, n, &kept, &error);
      g_assert_true (ok == (error == NULL));
      g_assert_true (!ok || (kept == 3 && n_writes <= n));
      heal ();
    }
  g_test_message ("%u writes failed", n - 1);
  g_assert_cmpuint (n, >, 5);
}

/* A reference that can neither be forgotten nor dropped ends the salvage instead of going on for ever. */
static void
test_salvage_stubborn (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 kept;

  make_orphaned (self);
  g_assert_false (salvage (self,
                           "CREATE TRIGGER u BEFORE UPDATE ON child BEGIN SELECT raise (ABORT, 'no'); END;"
                           "CREATE TRIGGER d BEFORE DELETE ON child BEGIN SELECT raise (ABORT, 'no'); END",
                           G_MAXUINT, &kept, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stand_between ();

#define ADD(name, func) g_test_add ("/db-faults/" name, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  ADD ("triggers", test_triggers);
  ADD ("guard", test_guard);
  ADD ("disk-is-no-damage", test_disk_is_no_damage);
  ADD ("salvage-onto-failing", test_salvage_onto_failing);
  ADD ("salvage-stubborn", test_salvage_stubborn);

  return g_test_run ();
}
