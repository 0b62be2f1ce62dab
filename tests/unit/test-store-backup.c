/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/foothold-attachment.h"
#include "store/foothold-backups.h"
#include "store/foothold-id.h"

/* Backups are made before writing, kept as the plan says, and restored to the byte; damage is told, never written over.
 */

static char *
hash_of (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static GPtrArray *
list (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = foothold_store_list_backups (self->dir, &error);

  g_assert_no_error (error);
  return backups;
}

static void
test_session (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autoptr (GPtrArray) none = list (self);
  g_autoptr (GPtrArray) one = NULL;
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *present = NULL;
  g_autofree char *present_hash = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GError) error = NULL;
  const FootholdBackup *backup;
  guint n_replaced = 0;
  GStatBuf info;

  /* there was nothing to keep yet */
  g_assert_cmpuint (none->len, ==, 0);
  store_fixture_close (self);

  store_fixture_open (self);
  store_fixture_act (self, FOOTHOLD_ACTION_STAR, id, NULL, NULL);
  store_fixture_act (self, FOOTHOLD_ACTION_UNSTAR, id, NULL, NULL);
  one = store_fixture_wait_backups (self, 1);
  backup = g_ptr_array_index (one, 0);
  g_assert_cmpstr (backup->reason, ==, "session");
  g_assert_cmpint (backup->size, >, 0);
  g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, id, NULL, NULL);
  store_fixture_close (self);

  before = hash_of (path);
  g_assert_true (foothold_store_restore (self->dir, backup->path, &present, &error));
  g_assert_no_error (error);
  restored = hash_of (path);
  kept = hash_of (backup->path);
  g_assert_cmpstr (restored, ==, kept);

  {
    g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      if (g_str_has_prefix (name, "foothold.db.replaced-"))
        {
          g_autofree char *aside = g_build_filename (self->dir, name, NULL);
          g_autofree char *hash = hash_of (aside);

          g_assert_cmpstr (hash, ==, before);
          n_replaced++;
        }
  }
  g_assert_cmpuint (n_replaced, ==, 1);

  /* what was there is a backup as any other */
  present_hash = hash_of (present);
  g_assert_cmpstr (present_hash, ==, before);
  two = list (self);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((FootholdBackup *) g_ptr_array_index (two, 0))->path, ==, present);
  g_assert_cmpstr (((FootholdBackup *) g_ptr_array_index (two, 0))->reason, ==, "restore");

  store_fixture_open (self);
  {
    g_autoptr (FootholdDossier) loaded = store_fixture_load (self, id);

    g_assert_cmpstr (loaded->opportunity->title, ==, "Market Study");
  }
}

static void
flip (const char *path, goffset offset)
{
  const int fd = g_open (path, O_RDWR, 0);
  struct stat info;
  guint8 byte;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpint (pread (fd, &byte, 1, offset), ==, 1);
  byte ^= 0x10;
  g_assert_cmpint (pwrite (fd, &byte, 1, offset), ==, 1);
  /* a disk that rots does not set the time */
  g_assert_cmpint (futimens (fd, (struct timespec[2]) { info.st_atim, info.st_mtim }), ==, 0);
  close (fd);
}

/* A store that is open cannot be restored under its feet, nor opened twice. */
static void
test_locked (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  foothold_store_backup_async (self->store, NULL, store_fixture_result_cb, &result);
  path = foothold_store_backup_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_false (foothold_store_restore (self->dir, path, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (store_fixture_try_open (self->dir, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_LOCKED);
}

static void
test_damaged_backup (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *database = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  foothold_store_backup_async (self->store, NULL, store_fixture_result_cb, &result);
  path = foothold_store_backup_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  store_fixture_close (self);

  before = hash_of (database);
  flip (path, 5000);
  g_assert_false (foothold_store_restore (self->dir, path, NULL, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT);
  after = hash_of (database);
  g_assert_cmpstr (after, ==, before);
}

static void
test_rotten (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  store_fixture_close (self);
  flip (path, 4096 * 3 + 2000);
  before = hash_of (path);

  store_fixture_open (self);
  g_array_append_val (ids, id);
  foothold_store_act_async (self->store, FOOTHOLD_ACTION_STAR, ids, NULL, NULL, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT);
  g_assert_true (foothold_store_get_damaged (self->store));
  g_assert_true (foothold_store_get_read_only (self->store));
  store_fixture_close (self);

  after = hash_of (path);
  g_assert_cmpstr (after, ==, before);

  /* looking at it again tells the same */
  store_fixture_open (self);
  while (!foothold_store_get_damaged (self->store))
    g_main_context_iteration (NULL, TRUE);
}

static void
refused_cb (FootholdStore *store, const GError *error, GError **place)
{
  g_clear_error (place);
  *place = g_error_copy (error);
}

/* What a session that ended before the check leaves behind: no backup yet, but it becomes one. */
static void
test_waiting_copy (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *folder = g_build_filename (self->dir, "backups", NULL);
  g_autofree char *sound = g_build_filename (folder, "20260101T000000000Z.session.waiting", NULL);
  g_autofree char *damaged = g_build_filename (folder, "20260102T000000000Z.session.waiting", NULL);
  g_autofree char *old = g_build_filename (folder, "20250101T000000000Z.session.waiting", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GError) refused = NULL;
  gsize size;

  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  store_fixture_close (self);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (sound, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (old, bytes, (gssize) size, NULL));
  memset (bytes + 4096, 0, 4096);
  g_assert_true (g_file_set_contents (damaged, bytes, (gssize) size, NULL));
  none = list (self);
  g_assert_cmpuint (none->len, ==, 0);

  store_fixture_open (self);
  g_signal_connect (self->store, "refused", G_CALLBACK (refused_cb), &refused);
  one = store_fixture_wait_backups (self, 1);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_BACKUP);
  g_assert_cmpstr (((FootholdBackup *) g_ptr_array_index (one, 0))->reason, ==, "session");
  g_assert_false (g_file_test (sound, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
  /* more than two would only fill the disk */
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (foothold_store_get_damaged (self->store));
}

/* The name of what is being made in backups/ and is none yet; NULL while there is nothing. */
static char *
find_waiting (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".waiting"))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

/* The copy of the session that is running does not pass: the change is kept, the person is told, the next write copies
 * again. */
static void
test_copy_fails (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autofree char *folder = g_build_filename (self->dir, "backups", NULL);
  g_autofree char *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  store_fixture_close (self);
  store_fixture_open (self);
  for (char *earlier; (earlier = find_waiting (folder)) != NULL; g_free (earlier))
    g_main_context_iteration (NULL, TRUE);
  before = list (self);
  g_signal_connect (self->store, "refused", G_CALLBACK (refused_cb), &refused);

  /* copied on the writer thread; checked when the main loop, which does not run yet, has heard of it */
  g_array_append_val (ids, id);
  foothold_store_act_async (self->store, FOOTHOLD_ACTION_STAR, ids, NULL, NULL, NULL, store_fixture_result_cb, &result);
  while ((waiting = find_waiting (folder)) == NULL)
    g_thread_yield ();
  fd = g_open (waiting, O_WRONLY, 0);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, "rotten rotten rotten rotten", 27, 4096), ==, 27);
  close (fd);

  g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), !=, 0);
  g_assert_no_error (error);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_BACKUP);
  g_assert_cmpstr (foothold_trouble_get_title (foothold_trouble_of (refused)), ==, "No Backup Was Kept");
  g_assert_true (foothold_trouble_of (refused)->alerts);
  g_assert_false (g_file_test (waiting, G_FILE_TEST_EXISTS));
  g_assert_false (foothold_store_get_damaged (self->store));
  g_assert_false (foothold_store_get_read_only (self->store));
  after = list (self);
  g_assert_cmpuint (after->len, ==, before->len);

  store_fixture_act (self, FOOTHOLD_ACTION_UNSTAR, id, NULL, NULL);
  again = store_fixture_wait_backups (self, before->len + 1);
  g_assert_cmpuint (again->len, ==, before->len + 1);
}

static gboolean
seal_says (StoreFixture *self, const char *what)
{
  g_autofree char *path = g_build_filename (self->dir, "foothold.db.seal", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, what) != NULL;
}

/* A file that was not closed cleanly: sealed by the session after it, however short, and checked in the end. */
static void
test_unclean (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *seal = g_build_filename (self->dir, "foothold.db.seal", NULL);
  g_autoptr (GPtrArray) backups = NULL;

  store_fixture_close (self);
  g_assert_true (seal_says (self, "xxh3-128-halves="));
  g_assert_false (seal_says (self, "unchecked"));

  /* closed before the main thread heard of anything */
  g_assert_cmpint (g_unlink (seal), ==, 0);
  store_fixture_open (self);
  store_fixture_close (self);
  g_assert_true (seal_says (self, "xxh3-128-halves="));

  /* one whose check did not end is as well guarded against rot, and the next session goes on checking */
  {
    g_autofree char *text = NULL;
    g_autofree char *unchecked = NULL;

    g_assert_true (g_file_get_contents (seal, &text, NULL, NULL));
    unchecked = seal_says (self, "unchecked=true") ? g_strdup (text) : g_strconcat (text, "unchecked=true\n", NULL);
    g_assert_true (g_file_set_contents (seal, unchecked, -1, NULL));
  }
  flip (path, 4096 * 3 + 2000);
  store_fixture_open (self);
  while (!foothold_store_get_damaged (self->store))
    g_main_context_iteration (NULL, TRUE);
  store_fixture_close (self);
  flip (path, 4096 * 3 + 2000);

  /* the write does not wait for the rest; the backup made before it is checked in its place */
  store_fixture_open (self);
  store_fixture_act (self, FOOTHOLD_ACTION_STAR, id, NULL, NULL);
  backups = store_fixture_wait_backups (self, 1);
  store_fixture_close (self);
  g_assert_true (seal_says (self, "xxh3-128-halves="));
  g_assert_false (seal_says (self, "unchecked"));
}

/* Of a table that opening does not read. */
static gint64
root_of (const char *path, const char *table)
{
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, NULL);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT rootpage FROM sqlite_schema WHERE name = :table");

  foothold_stmt_bind_text (stmt, "table", table);
  g_assert_true (foothold_stmt_next (stmt));
  return foothold_stmt_int (stmt, 0);
}

/* Without a seal it is the structure that tells, before the first write. */
static void
test_unclean_and_damaged (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *seal = g_build_filename (self->dir, "foothold.db.seal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gsize size;

  store_fixture_close (self);
  g_assert_cmpint (g_unlink (seal), ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + (root_of (path, "opportunity_history") - 1) * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  before = hash_of (path);

  store_fixture_open (self);
  g_array_append_val (ids, id);
  foothold_store_act_async (self->store, FOOTHOLD_ACTION_STAR, ids, NULL, NULL, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT);
  g_assert_true (foothold_store_get_damaged (self->store));
  store_fixture_close (self);
  after = hash_of (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (seal, G_FILE_TEST_EXISTS));
}

static void
test_plan (void)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_backup_free);
  const gint64 hour = 60 * 60 * 1000;
  const gint64 now = G_GINT64_CONSTANT (1800000000000);
  g_autoptr (GArray) keep = NULL;
  guint n = 0;

  /* one every six hours for a year */
  for (guint i = 0; i < 4 * 365; i++)
    {
      FootholdBackup *backup = g_new0 (FootholdBackup, 1);

      backup->made_at = now - i * 6 * hour;
      backup->size = 1000;
      g_ptr_array_add (backups, backup);
    }
  keep = foothold_backups_plan (backups, now);
  for (guint i = 0; i < keep->len; i++)
    n += g_array_index (keep, gboolean, i) ? 1 : 0;
  g_assert_true (g_array_index (keep, gboolean, 0));
  g_assert_true (g_array_index (keep, gboolean, 9));
  g_assert_cmpuint (n, >=, 10 + 4 + 2 + 4);
  g_assert_cmpuint (n, <=, 10 + 7 + 4 + 6);

  /* large ones: three are kept, however large */
  g_clear_pointer (&keep, g_array_unref);
  for (guint i = 0; i < backups->len; i++)
    ((FootholdBackup *) g_ptr_array_index (backups, i))->size = FOOTHOLD_BACKUPS_MAX_BYTES;
  keep = foothold_backups_plan (backups, now);
  n = 0;
  for (guint i = 0; i < keep->len; i++)
    n += g_array_index (keep, gboolean, i) ? 1 : 0;
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (g_array_index (keep, gboolean, 0));
}

static guint
n_attachments (StoreFixture *self)
{
  g_autofree char *folder = g_build_filename (self->dir, "attachments", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A content stays as long as anything could bring its row back. */
static void
test_attachments (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GBytes) page = g_bytes_new_static ("<p>Hello</p>", 12);
  g_autoptr (GBytes) stray = g_bytes_new_static ("stray", 5);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *path = NULL;
  gint64 id;

  foothold_dossier_add_page (dossier, "page.html", "text/html", page);
  id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  hash = foothold_attachment_store_bytes (self->dir, stray, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_attachments (self), ==, 2);
  path = foothold_attachment_path (self->dir, hash);
  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, id, NULL, NULL);
  store_fixture_close (self);

  /* the stray goes at the next start; the deleted one can still be undone */
  store_fixture_open (self);
  store_fixture_wait_checked (self);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (n_attachments (self), ==, 1);
}

static void
test_attachment_damaged (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("content", 7);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL, *path = NULL;
  g_autoptr (GBytes) loaded = NULL;

  /* no row has this one: the check after opening would take it away */
  store_fixture_wait_checked (self);
  hash = foothold_attachment_store_bytes (self->dir, bytes, &error);
  g_assert_no_error (error);
  path = foothold_attachment_path (self->dir, hash);
  loaded = foothold_attachment_load (self->dir, hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, loaded));
  flip (path, 3);
  g_assert_null (foothold_attachment_load (self->dir, hash, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* A file of a newer version, or another program's, is left exactly as it is. */
static void
test_refused (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *lock = g_build_filename (self->dir, "foothold.lock", NULL);
  const guint8 newer[4] = { 0, 0, 0, 99 };
  const guint8 other[4] = { 1, 2, 3, 4 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int fd;

  store_fixture_close (self);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  fd = g_open (path, O_RDWR, 0);
  g_assert_cmpint (pwrite (fd, newer, 4, 60), ==, 4);
  before = hash_of (path);
  g_assert_null (store_fixture_try_open (self->dir, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NEWER);
  g_clear_error (&error);
  after = hash_of (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));

  g_assert_cmpint (pwrite (fd, other, 4, 68), ==, 4);
  close (fd);
  g_assert_null (store_fixture_try_open (self->dir, &error));
  g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FOREIGN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  g_test_add_func ("/store/backup/plan", test_plan);
  ADD ("/store/backup/session", test_session);
  ADD ("/store/backup/locked", test_locked);
  ADD ("/store/backup/damaged", test_damaged_backup);
  ADD ("/store/backup/rotten", test_rotten);
  ADD ("/store/backup/waiting", test_waiting_copy);
  ADD ("/store/backup/copy-fails", test_copy_fails);
  ADD ("/store/backup/unclean", test_unclean);
  ADD ("/store/backup/unclean-and-damaged", test_unclean_and_damaged);
  ADD ("/store/backup/refused", test_refused);
  ADD ("/store/attachments/kept", test_attachments);
  ADD ("/store/attachments/damaged", test_attachment_damaged);

  return g_test_run ();
}
