/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Opening a connection in the order of RELIABILITY R2: raw header, flags that
 * follow no link, switches that make SQL harmless to the file, a rollback journal
 * synced to the folder, limits.
 */

#define G_LOG_DOMAIN "foothold-db"

#include "foothold-db-private.h"
#include "foothold-ids.h"
#include "foothold-tokenizer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 2000
#define PROGRESS_OPCODES 4000
#define HEAP_LIMIT (256LL * 1024 * 1024)
/* Longer than the longest text, changeset or attachment preview we keep. */
#define LENGTH_LIMIT (80 * 1024 * 1024)
#define SQL_LENGTH_LIMIT 100000
#define VARIABLE_LIMIT 200

/* EXTRA syncs the folder after the journal is deleted: without it a power cut lost acknowledged commits. */
#define WRITER_SQL \
  "PRAGMA journal_mode = DELETE;" \
  "PRAGMA synchronous = EXTRA;" \
  "PRAGMA cache_size = -16384;"
#define COMMON_SQL \
  "PRAGMA foreign_keys = ON;" \
  "PRAGMA cell_size_check = ON;" \
  "PRAGMA mmap_size = 0;" \
  "PRAGMA temp_store = MEMORY;" \
  "PRAGMA secure_delete = ON;"
#define READER_SQL "PRAGMA query_only = ON;"

static int
progress_cb (void *user_data)
{
  FootholdDb *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* The folder with its links resolved, so that NOFOLLOW refuses only a link in the file's own place. */
static char *
resolve (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *resolved = realpath (folder, NULL);
  char *result;

  if (resolved == NULL)
    {
      foothold_db_set_error_errno (error, errno, "resolve", folder);
      return NULL;
    }
  result = g_build_filename (resolved, name, NULL);
  free (resolved);

  return result;
}

static gboolean
can_write (const char *path, gboolean exists)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (folder, W_OK) == 0 && (!exists || access (path, W_OK) == 0);
}

/* SQLite would make it 0644; the journal takes its mode from the file. */
static gboolean
make_private (const char *path, FootholdDbHeaderKind kind, GError **error)
{
  struct stat info;

  if (kind == FOOTHOLD_DB_HEADER_MISSING)
    {
      g_autofd int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd < 0)
        {
          foothold_db_set_error_errno (error, errno, "make", path);
          return FALSE;
        }
    }
  else if (stat (path, &info) == 0 && (info.st_mode & 077) != 0 && chmod (path, 0600) != 0)
    g_debug ("cannot make %s private: %s", path, g_strerror (errno));

  return TRUE;
}

static gboolean
config (FootholdDb *self, int option, int value, GError **error)
{
  int rc = sqlite3_db_config (self->handle, option, value, NULL);

  if (rc == SQLITE_OK)
    return TRUE;

  foothold_db_fail (self, rc, error);
  return FALSE;
}

static void
limit (FootholdDb *self)
{
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, LENGTH_LIMIT);
  sqlite3_limit (self->handle, SQLITE_LIMIT_SQL_LENGTH, SQL_LENGTH_LIMIT);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_limit (self->handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
  sqlite3_limit (self->handle, SQLITE_LIMIT_VARIABLE_NUMBER, VARIABLE_LIMIT);
  sqlite3_hard_heap_limit64 (HEAP_LIMIT);
}

/* Another program's schema could only show itself after SQLite rolled back: look again. */
static gboolean
check_owner (FootholdDb *self, GError **error)
{
  gint64 application, tables;

  if (!foothold_db_query_int (self, "PRAGMA application_id", &application, error)
      || !foothold_db_query_int (self, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (application == FOOTHOLD_DB_APPLICATION_ID || (application == 0 && tables == 0))
    return TRUE;

  foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_FOREIGN, "other application id after recovery");
  return FALSE;
}

static gboolean
open_handle (FootholdDb *self, int flags, GError **error)
{
  int rc;

  self->untriggered = FALSE;
  rc = sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc != SQLITE_OK)
    {
      foothold_db_fail (self, rc, error);
      return FALSE;
    }
  /* Where opening for writing fails, whatever the reason, SQLite tries for reading: no reason to stay read-only. */
  if ((flags & SQLITE_OPEN_READWRITE) != 0 && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_IO, "not opened for writing");
      return FALSE;
    }

  limit (self);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, PROGRESS_OPCODES, progress_cb, self);

  return config (self, SQLITE_DBCONFIG_DEFENSIVE, 1, error) && config (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, error)
         && config (self, SQLITE_DBCONFIG_DQS_DML, 0, error) && config (self, SQLITE_DBCONFIG_DQS_DDL, 0, error)
         && foothold_tokenizer_register (self, error) && foothold_ids_register (self, error)
         && foothold_db_exec (self, COMMON_SQL, error)
         && foothold_db_exec (self, self->read_only ? READER_SQL : WRITER_SQL, error);
}

static gboolean
connect_file (FootholdDb *self, GError **error)
{
  FootholdDbHeader header;
  gboolean writable;
  struct stat info;
  int flags = SQLITE_OPEN_NOFOLLOW;

  if (!foothold_db_header_read (self->path, 0, &header, error))
    return FALSE;

  writable = can_write (self->path, header.kind != FOOTHOLD_DB_HEADER_MISSING);
  self->read_only = self->mode == FOOTHOLD_DB_READ_ONLY || !writable;
  if (header.kind == FOOTHOLD_DB_HEADER_MISSING && self->read_only)
    {
      foothold_db_set_error_code (error, writable ? FOOTHOLD_DB_ERROR_NOT_FOUND : FOOTHOLD_DB_ERROR_READ_ONLY,
                                  "no file to read");
      return FALSE;
    }
  if (!self->read_only && !make_private (self->path, header.kind, error))
    return FALSE;

  /* A reader may open for writing too: only then can it roll back what a crash left. */
  flags |= writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (stat (self->path, &info) != 0)
    {
      foothold_db_set_error_errno (error, errno, "look at", self->path);
      return FALSE;
    }
  if (self->inode != 0 && (self->device != info.st_dev || self->inode != info.st_ino))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_MOVED, "another file lies there now");
      return FALSE;
    }
  self->device = info.st_dev;
  self->inode = info.st_ino;
  foothold_db_open_files_add (self->device, self->inode);
  self->listed = TRUE;

  return open_handle (self, flags, error)
         && (header.kind != FOOTHOLD_DB_HEADER_UNFINISHED || check_owner (self, error));
}

gboolean
foothold_db_connect (FootholdDb *self, GError **error)
{
  gboolean ok;

  if (g_str_equal (self->path, ":memory:"))
    return open_handle (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, error);

  foothold_db_open_files_lock ();
  ok = connect_file (self, error);
  foothold_db_open_files_unlock ();
  self->broken = FALSE;
  foothold_db_apply_guard (self);

  return ok;
}

void
foothold_db_disconnect (FootholdDb *self)
{
  foothold_db_clear_statements (self);

  foothold_db_open_files_lock ();
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement, session or backup outlives its connection");
  self->handle = NULL;
  if (self->listed)
    foothold_db_open_files_remove (self->device, self->inode);
  self->listed = FALSE;
  foothold_db_open_files_unlock ();
}

gboolean
foothold_db_reconnect (FootholdDb *self, GError **error)
{
  if (g_str_equal (self->path, ":memory:"))
    return TRUE;

  foothold_db_disconnect (self);
  if (foothold_db_connect (self, error))
    return TRUE;

  foothold_db_disconnect (self);
  self->broken = TRUE;
  return FALSE;
}

FootholdDb *
foothold_db_open (const char *path, FootholdDbMode mode, GError **error)
{
  g_autoptr (FootholdDb) self = g_new0 (FootholdDb, 1);

  self->owner = g_thread_self ();
  self->mode = mode;
  self->path = g_str_equal (path, ":memory:") ? g_strdup (path) : resolve (path, error);
  if (self->path == NULL || !foothold_db_connect (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
foothold_db_close (FootholdDb *self)
{
  foothold_db_disconnect (self);
  g_datalist_clear (&self->data);
  g_clear_pointer (&self->stmts, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}
