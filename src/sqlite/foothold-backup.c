/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-backup"

#include "foothold-backup.h"
#include "foothold-db-private.h"
#include "foothold-file.h"
#include "foothold-migration.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Pages at a time: how soon a cancel is heard. */
#define PAGES 4096

static gboolean
copy_pages (FootholdDb *db, sqlite3 *target, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", db->handle, "main");
  int rc = backup != NULL ? SQLITE_OK : sqlite3_errcode (target);

  /* No pause between the steps and no other writer: every page is copied once. */
  while (rc == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    rc = sqlite3_backup_step (backup, PAGES);
  if (backup != NULL)
    sqlite3_backup_finish (backup);

  if (rc == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    foothold_db_set_error (error, rc, sqlite3_errmsg (target));
  return FALSE;
}

static gboolean
sync_file (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  if (fd >= 0 && fsync (fd) == 0)
    return TRUE;

  foothold_db_set_error_errno (error, errno, "sync", path);
  return FALSE;
}

static char *
copy_into (FootholdDb *db, const char *folder, gboolean sync, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = foothold_file_temporary_name (folder);
  sqlite3 *target = NULL;
  gboolean ok;
  int fd;

  if (!foothold_db_ensure_usable (db, error))
    return NULL;
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      foothold_db_set_error_errno (error, errno, "make", path);
      return NULL;
    }
  close (fd);

  ok = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL)
       == SQLITE_OK;
  if (!ok)
    foothold_db_set_error (error, sqlite3_errcode (target), sqlite3_errmsg (target));
  /* Nobody else sees this file before it is whole: no journal, one sync at the end. */
  ok = ok && sqlite3_exec (target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL) == SQLITE_OK
       && copy_pages (db, target, cancellable, error);
  sqlite3_close (target);

  if (ok && (!sync || sync_file (path, error)))
    return g_steal_pointer (&path);

  if (error != NULL && *error == NULL)
    foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_IO, "the copy could not be set up");
  unlink (path);
  return NULL;
}

char *
foothold_backup_copy (FootholdDb *db, const char *folder, GCancellable *cancellable, GError **error)
{
  return copy_into (db, folder, TRUE, cancellable, error);
}

char *
foothold_backup_scratch (FootholdDb *db, const char *folder, GCancellable *cancellable, GError **error)
{
  return copy_into (db, folder, FALSE, cancellable, error);
}

gboolean
foothold_backup_check (const char *path, guint newest, guint *version, GCancellable *cancellable, GError **error)
{
  g_autoptr (FootholdDb) db = NULL;
  guint found;

  if (!foothold_db_header_read (path, newest, NULL, error))
    return FALSE;
  db = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, error);
  if (db == NULL)
    return FALSE;

  foothold_db_set_cancellable (db, cancellable);
  if (!foothold_db_check (db, TRUE, error) || !foothold_db_get_version (db, &found, error))
    return FALSE;
  if (version != NULL)
    *version = found;

  return TRUE;
}

gboolean
foothold_backup_keep (const char *copy,
                      const char *path,
                      guint version,
                      char **sha256,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *hash = NULL;
  guint found = 0;

  if (foothold_backup_check (copy, 0, &found, cancellable, error))
    {
      if (found != version)
        foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_CORRUPT, "the copy has another version");
      else if ((hash = foothold_file_hash (copy, cancellable, error)) != NULL
               && foothold_file_rename (copy, path, error))
        {
          if (sha256 != NULL)
            *sha256 = g_steal_pointer (&hash);
          return TRUE;
        }
    }

  unlink (copy);
  return FALSE;
}

static char *
restoring_path (const char *path)
{
  return g_strconcat (path, ".restoring", NULL);
}

/* A whole, synced copy under a name of its own: from here on the restore can always be finished. */
static gboolean
stage (const char *backup, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *staged = restoring_path (path);
  g_autofree char *name = g_path_get_basename (staged);
  g_autoptr (GFile) source = g_file_new_for_path (backup);
  g_autoptr (GFileInputStream) stream = g_file_read (source, NULL, error);
  g_autoptr (FootholdFile) file = stream != NULL ? foothold_file_new (folder, error) : NULL;

  return file != NULL && foothold_file_append_stream (file, G_INPUT_STREAM (stream), 0, NULL, error)
         && foothold_file_commit (file, name, error);
}

/* A second name for the journal first: at no moment does the old file lie anywhere without it. */
static gboolean
set_aside (const char *path, const char *aside, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *aside_journal = g_strconcat (aside, "-journal", NULL);

  if (link (journal, aside_journal) != 0 && errno != ENOENT)
    {
      foothold_db_set_error_errno (error, errno, "keep", journal);
      return FALSE;
    }

  if (rename (path, aside) != 0 && errno != ENOENT)
    {
      foothold_db_set_error_errno (error, errno, "set aside", path);
      return FALSE;
    }

  return TRUE;
}

gboolean
foothold_backup_resume_restore (const char *path, GError **error)
{
  g_autofree char *staged = restoring_path (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (!g_file_test (staged, G_FILE_TEST_EXISTS))
    return TRUE;
  /* The old file is still in its place: that restore never began. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return foothold_file_remove (staged, error);

  /* Never the new file beside the old journal: SQLite would roll it back into it. */
  return foothold_file_remove (journal, error) && foothold_file_rename (staged, path, error);
}

gboolean
foothold_backup_restore (const char *backup, const char *path, const char *aside, GError **error)
{
  g_autofree char *seal = g_strconcat (path, ".seal", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  return stage (backup, path, error) && foothold_file_remove (seal, error) && set_aside (path, aside, error)
         && foothold_file_sync_folder (folder, error) && foothold_backup_resume_restore (path, error);
}
