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

/* At a time: how soon a cancel is heard. */
#define PIECE (1024 * 1024)

static gboolean
write_all (int fd, const guint8 *bytes, gsize size, GError **error)
{
  for (gsize done = 0; done < size;)
    {
      gssize n = write (fd, bytes + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          foothold_db_set_error_errno (error, errno, "write", "the copy");
          return FALSE;
        }
      done += (gsize) n;
    }

  return TRUE;
}

/* Of the file as the transaction sees it; what lies behind its last page is none of its own. */
static gboolean
get_size (FootholdDb *db, gint64 *size, GError **error)
{
  gint64 n_pages, page_size;

  if (!foothold_db_query_int (db, "PRAGMA page_count", &n_pages, error)
      || !foothold_db_query_int (db, "PRAGMA page_size", &page_size, error))
    return FALSE;

  *size = n_pages * page_size;
  return TRUE;
}

static gboolean
copy_bytes (FootholdDb *db, int fd, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  sqlite3_file *file = NULL;
  gint64 size;
  int rc;

  rc = sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (rc != SQLITE_OK || file == NULL || file->pMethods == NULL)
    {
      foothold_db_fail (db, rc != SQLITE_OK ? rc : SQLITE_MISUSE, error);
      return FALSE;
    }
  if (!get_size (db, &size, error))
    return FALSE;

  for (gint64 done = 0; done < size;)
    {
      const int n = (int) MIN (size - done, PIECE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      rc = file->pMethods->xRead (file, piece, n, done);
      if (rc != SQLITE_OK)
        {
          foothold_db_fail (db, rc == SQLITE_IOERR_SHORT_READ ? SQLITE_CORRUPT : rc, error);
          return FALSE;
        }
      if (!write_all (fd, piece, (gsize) n, error))
        return FALSE;
      done += n;
    }

  return TRUE;
}

/*
 * The bytes as they lie in the file, read through the descriptor that SQLite holds
 * (any other would drop its locks, R6). The shared lock of a read transaction keeps
 * them still: whoever writes needs it gone before the first byte changes, and what
 * a crash left was rolled back when it was taken. SQLite's backup steps give the same
 * pages one by one, which takes four times as long as copying a file.
 */
static gboolean
copy_locked (FootholdDb *db, int fd, GCancellable *cancellable, GError **error)
{
  gboolean ok;

  if (!sqlite3_get_autocommit (db->handle))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_FAILED, "a copy inside of a write");
      return FALSE;
    }
  if (!foothold_db_exec (db, "BEGIN; SELECT count (*) FROM sqlite_schema", error))
    {
      if (!sqlite3_get_autocommit (db->handle))
        foothold_db_exec (db, "ROLLBACK", NULL);
      return FALSE;
    }
  ok = copy_bytes (db, fd, cancellable, error);
  foothold_db_exec (db, "ROLLBACK", NULL);

  return ok;
}

static char *
copy_into (FootholdDb *db, const char *folder, gboolean sync, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = foothold_file_temporary_name (folder);
  g_autofd int fd = -1;

  if (!foothold_db_ensure_usable (db, error))
    return NULL;
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      foothold_db_set_error_errno (error, errno, "make", path);
      return NULL;
    }

  /* Nobody else sees this file before it is whole: one sync at the end. */
  if (copy_locked (db, fd, cancellable, error))
    {
      if (!sync || fsync (fd) == 0)
        return g_steal_pointer (&path);
      foothold_db_set_error_errno (error, errno, "sync", path);
    }

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
      if (version != 0 && found != version)
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
