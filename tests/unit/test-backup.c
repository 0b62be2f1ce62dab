/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups, restoring them, the seal, and salvage: what stands between a bad disk and lost work. */

#include "db-fixture.h"
#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-file.h"
#include "sqlite/foothold-salvage.h"
#include "sqlite/foothold-seal.h"

#include <string.h>

#define FILL \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000) " \
  "INSERT INTO parent SELECT i, 'name ' || i FROM n; " \
  "INSERT INTO child SELECT id, id, hex (zeroblob (60)) FROM parent"

static void
flip (const char *path, gsize offset, gsize n)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (offset + n, <=, size);
  for (gsize i = 0; i < n; i++)
    bytes[offset + i] = (char) (bytes[offset + i] ^ 0x55);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static char *
make_backup (DbFixture *self, FootholdDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = foothold_backup_copy (db, self->dir, NULL, &error);
  g_autofree char *sha256 = NULL, *hashed = NULL;
  char *path = g_build_filename (self->dir, "kept.db", NULL);

  g_assert_no_error (error);
  foothold_backup_keep (copy, path, 1, &sha256, NULL, &error);
  g_assert_no_error (error);
  hashed = foothold_file_hash (path, NULL, &error);
  g_assert_cmpstr (hashed, ==, sha256);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  return path;
}

static void
test_backup_and_restore (DbFixture *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->path, ".replaced", NULL);
  g_autofree char *backup = NULL, *backup_hash = NULL, *restored_hash = NULL;
  g_autoptr (GError) error = NULL;
  FootholdDb *db = db_fixture_open (self);

  db_fixture_write (db, FILL);
  backup = make_backup (self, db);
  db_fixture_write (db, "DELETE FROM child");
  foothold_db_close (db);

  g_assert_true (foothold_backup_restore (backup, self->path, aside, &error));
  backup_hash = foothold_file_hash (backup, NULL, &error);
  restored_hash = foothold_file_hash (self->path, NULL, &error);
  g_assert_cmpstr (backup_hash, ==, restored_hash);
  db = db_fixture_open (self);
  g_assert_cmpint (db_fixture_query (db, "SELECT count (*) FROM child"), ==, 2000);
  foothold_db_close (db);
  g_assert_true (foothold_backup_check (aside, 1, NULL, NULL, &error));
}

static void
test_restore_is_resumed (DbFixture *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->path, ".replaced", NULL);
  g_autofree char *staged = g_strconcat (self->path, ".restoring", NULL);
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  FootholdDb *db = db_fixture_open (self);

  db_fixture_write (db, FILL);
  backup = make_backup (self, db);
  foothold_db_close (db);

  /* stopped after the old file went aside, its journal still there */
  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_cmpint (g_rename (backup, staged), ==, 0);
  g_assert_true (g_file_set_contents (journal, "old", 3, NULL));
  g_assert_true (foothold_backup_resume_restore (self->path, &error));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  db = db_fixture_open (self);
  g_assert_cmpint (db_fixture_query (db, "SELECT count (*) FROM child"), ==, 2000);
  foothold_db_close (db);

  /* stopped before it began */
  g_assert_true (g_file_set_contents (staged, "x", 1, NULL));
  g_assert_true (foothold_backup_resume_restore (self->path, &error));
  g_assert_false (g_file_test (staged, G_FILE_TEST_EXISTS));
  g_assert_true (foothold_backup_check (self->path, 1, NULL, NULL, &error));
}

static void
test_bad_copy_is_not_kept (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->dir, "kept.db", NULL);
  g_autoptr (FootholdDb) db = db_fixture_open (self);
  g_autofree char *copy = NULL;

  db_fixture_write (db, FILL);
  copy = foothold_backup_copy (db, self->dir, NULL, &error);
  flip (copy, 4096 * 3, 512);
  g_assert_false (foothold_backup_keep (copy, path, 1, NULL, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_cancelled_backup (DbFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = db_fixture_open (self);

  g_cancellable_cancel (cancellable);
  g_assert_null (foothold_backup_copy (db, self->dir, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (db_fixture_n_files (self), ==, 1);
}

static FootholdSealVerdict
verdict (DbFixture *self)
{
  g_autoptr (GError) error = NULL;
  FootholdSeal *seal = foothold_seal_open (self->path);
  FootholdSealVerdict result;

  g_assert_true (foothold_seal_check (seal, &result, NULL, &error));
  foothold_seal_close (seal, FALSE, FALSE);
  return result;
}

static void
work_a_session (DbFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  FootholdSeal *seal = foothold_seal_open (self->path);
  FootholdDb *db = db_fixture_open (self);

  g_assert_true (foothold_seal_break (seal, &error));
  db_fixture_write (db, sql);
  foothold_db_close (db);
  foothold_seal_close (seal, TRUE, TRUE);
}

static void
set_mtime_of (const char *path, const GStatBuf *info)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) times = g_file_info_new ();

  g_file_info_set_attribute_uint64 (times, G_FILE_ATTRIBUTE_TIME_MODIFIED, (guint64) info->st_mtim.tv_sec);
  g_file_info_set_attribute_uint32 (times, G_FILE_ATTRIBUTE_TIME_MODIFIED_NSEC, (guint32) info->st_mtim.tv_nsec);
  g_assert_true (g_file_set_attributes_from_info (file, times, G_FILE_QUERY_INFO_NONE, NULL, NULL));
}

static void
test_seal (DbFixture *self, gconstpointer data)
{
  GStatBuf info;
  FootholdSeal *seal;
  FootholdDb *db;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_FRESH);
  work_a_session (self, FILL);
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_INTACT);
  /* a session that only reads keeps it */
  seal = foothold_seal_open (self->path);
  foothold_db_close (db_fixture_open (self));
  foothold_seal_close (seal, TRUE, TRUE);
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_INTACT);

  /* one flipped bit, same time: the disk */
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  flip (self->path, 4096 * 2 + 4000, 1);
  set_mtime_of (self->path, &info);
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_ROTTEN);
  flip (self->path, 4096 * 2 + 4000, 1);
  set_mtime_of (self->path, &info);
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_INTACT);

  /* another program's write */
  db = db_fixture_open (self);
  db_fixture_write (db, "DELETE FROM child WHERE id = 1");
  foothold_db_close (db);
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_CHANGED);

  /* killed after the first write */
  seal = foothold_seal_open (self->path);
  g_assert_true (foothold_seal_break (seal, &error));
  foothold_seal_close (seal, FALSE, FALSE);
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_NONE);
}

/* What an earlier version left beside the file is no seal, and is replaced by one. */
static void
test_seal_of_another_hash (DbFixture *self, gconstpointer data)
{
  g_autofree char *seal_path = g_strconcat (self->path, ".seal", NULL);
  g_autofree char *sha256 = NULL;
  g_autofree char *old = NULL;
  g_autofree char *seal = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  work_a_session (self, FILL);
  sha256 = foothold_file_hash (self->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  old =
    g_strdup_printf ("[seal]\nsize=%" G_GINT64_FORMAT "\nmtime-ns=%" G_GINT64_FORMAT "\nsha256=%s\n",
                     (gint64) info.st_size, (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec, sha256);
  g_assert_true (g_file_set_contents (seal_path, old, -1, NULL));
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_NONE);

  work_a_session (self, "DELETE FROM child WHERE id = 1");
  g_assert_cmpint (verdict (self), ==, FOOTHOLD_SEAL_INTACT);
  g_assert_true (g_file_get_contents (seal_path, &seal, NULL, NULL));
  g_assert_nonnull (strstr (seal, "xxh3-128-halves="));
}

static gint64
salvage (DbFixture *self, gint64 *lost)
{
  DbFixture fresh = { self->dir, g_build_filename (self->dir, "fresh.db", NULL) };
  g_autofree char *before = foothold_file_hash (self->path, NULL, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) into = db_fixture_open (&fresh);
  g_autoptr (GPtrArray) report = NULL;
  gint64 kept = 0;

  g_assert_true (foothold_salvage (self->path, into, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (foothold_db_check (into, TRUE, &error));
  g_assert_no_error (error);
  *lost = 0;
  for (guint i = 0; i < report->len; i++)
    {
      FootholdSalvaged *line = g_ptr_array_index (report, i);

      g_test_message ("%s: kept %" G_GINT64_FORMAT ", lost %" G_GINT64_FORMAT, line->table, line->kept, line->lost);
      kept += line->kept;
      *lost += line->lost;
    }
  g_clear_pointer (&into, foothold_db_close);
  g_remove (fresh.path);
  g_free (fresh.path);
  after = foothold_file_hash (self->path, NULL, NULL);
  g_assert_cmpstr (before, ==, after);
  return kept;
}

static void
test_salvage_whole (DbFixture *self, gconstpointer data)
{
  gint64 lost;

  work_a_session (self, FILL);
  g_assert_cmpint (salvage (self, &lost), ==, 4000);
  g_assert_cmpint (lost, ==, 0);
}

static void
test_salvage_damaged (DbFixture *self, gconstpointer data)
{
  GStatBuf info;
  gint64 kept, lost;

  work_a_session (self, FILL);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  /* a page in the middle and one near the end */
  flip (self->path, (gsize) (info.st_size / 4096 / 2) * 4096, 4096);
  flip (self->path, (gsize) (info.st_size / 4096 - 3) * 4096, 4096);
  kept = salvage (self, &lost);
  g_assert_cmpint (kept, >, 3700);
  g_assert_cmpint (kept, <, 4000);
  g_assert_true (lost == -1 || lost == 4000 - kept || lost > 0);
}

static void
test_salvage_header (DbFixture *self, gconstpointer data)
{
  gint64 lost;

  work_a_session (self, FILL);
  flip (self->path, 0, 40);
  g_assert_cmpint (salvage (self, &lost), ==, 4000);
}

static void
test_salvage_cut (DbFixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;
  gint64 kept, lost;

  work_a_session (self, FILL);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) (size / 2), NULL));
  kept = salvage (self, &lost);
  g_assert_cmpint (kept, >, 500);
  g_assert_cmpint (kept, <, 4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/backup/" name, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("restore-is-resumed", test_restore_is_resumed);
  ADD ("bad-copy-is-not-kept", test_bad_copy_is_not_kept);
  ADD ("cancelled", test_cancelled_backup);
  ADD ("seal", test_seal);
  ADD ("seal-of-another-hash", test_seal_of_another_hash);
  ADD ("salvage-whole", test_salvage_whole);
  ADD ("salvage-damaged", test_salvage_damaged);
  ADD ("salvage-header", test_salvage_header);
  ADD ("salvage-cut", test_salvage_cut);

  return g_test_run ();
}
