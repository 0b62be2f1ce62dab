/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one write path (RELIABILITY R1). */

#define G_LOG_DOMAIN "foothold-db-write"

#include "foothold-db-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Of the file's header: SQLite counts it up with every commit. */
#define CHANGE_COUNTER_OFFSET 24

FootholdTxn
foothold_txn_begin (FootholdDb *db)
{
  FootholdTxn self = { NULL, NULL };

  if (foothold_db_ensure_usable (db, &self.error) && foothold_db_exec (db, "BEGIN IMMEDIATE", &self.error))
    self.db = db;

  return self;
}

gboolean
foothold_txn_commit (FootholdTxn *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (!foothold_db_exec (self->db, "COMMIT", error))
    return FALSE;

  self->db = NULL;
  return TRUE;
}

void
foothold_txn_clear (FootholdTxn *self)
{
  FootholdDb *db = g_steal_pointer (&self->db);

  g_clear_error (&self->error);
  /* SQLite has often rolled back by itself: then a ROLLBACK would be an error. */
  if (db != NULL && db->handle != NULL && !sqlite3_get_autocommit (db->handle))
    foothold_db_exec (db, "ROLLBACK", NULL);
}

/* Through SQLite's own descriptor: any other would drop its locks when closed (R6). */
static gboolean
read_change_counter (FootholdDb *self, guint32 *counter)
{
  sqlite3_file *file = NULL;
  int rc;

  *counter = 0;
  if (self->handle == NULL || sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
      || file == NULL || file->pMethods == NULL)
    return FALSE;

  rc = file->pMethods->xRead (file, counter, sizeof *counter, CHANGE_COUNTER_OFFSET);

  return rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ;
}

static gboolean
check_not_moved (FootholdDb *self, GError **error)
{
  int moved = 0;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;

  foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_MOVED, "moved while open");
  return FALSE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0 || fsync (fd) != 0)
    g_message ("the folder of the data file could not be synced");
}

/*
 * The disk failed somewhere in the commit. Deleting the journal is what commits, so
 * a failure after it (syncing the folder) leaves the change in the file although
 * SQLite reports an error. Open again, which rolls back whatever has a journal, and
 * look at the counter: nobody else writes this file.
 */
static gboolean
was_committed (FootholdDb *self, gboolean journal_deleted, guint32 before)
{
  g_autoptr (GError) error = NULL;
  gint64 tables;
  guint32 after;

  if (journal_deleted)
    {
      sync_folder (self->path);
      return TRUE;
    }
  if (!foothold_db_reconnect (self, &error)
      || !foothold_db_query_int (self, "SELECT count (*) FROM sqlite_schema", &tables, &error)
      || !read_change_counter (self, &after))
    return FALSE;
  if (after == before)
    return FALSE;

  sync_folder (self->path);
  return TRUE;
}

static gboolean
write_savepoint (FootholdDb *self, FootholdDbWriteFunc func, gpointer data, GError **error)
{
  if (!foothold_db_exec (self, "SAVEPOINT nested", error))
    return FALSE;
  if (func (self, data, error))
    return foothold_db_exec (self, "RELEASE nested", error);

  if (!sqlite3_get_autocommit (self->handle))
    foothold_db_exec (self, "ROLLBACK TO nested; RELEASE nested", NULL);
  return FALSE;
}

static gboolean
write_outermost (FootholdDb *self, FootholdDbWriteFunc func, gpointer data, GError **error)
{
  g_auto (FootholdTxn) txn = foothold_txn_begin (self);
  g_autoptr (GError) commit_error = NULL;
  GCancellable *cancellable = self->cancellable;
  guint32 counter;
  gboolean counted;
  gboolean ok;

  if (txn.error != NULL)
    return foothold_txn_commit (&txn, error);

  counted = read_change_counter (self, &counter);
  if (!func (self, data, error))
    return FALSE;
  if (sqlite3_get_autocommit (self->handle))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_IO, "rolled back by itself");
      return FALSE;
    }

  /* Whoever cancels from here on is too late. */
  self->cancellable = NULL;
  ok = foothold_txn_commit (&txn, &commit_error);
  if (!ok)
    {
      /* Only where the journal was deleted and its folder could not be synced: even a dead disk leaves no doubt. */
      gboolean journal_deleted = sqlite3_extended_errcode (self->handle) == SQLITE_IOERR_DIR_FSYNC;

      foothold_txn_clear (&txn);
      ok = self->broken && counted && was_committed (self, journal_deleted, counter);
    }
  self->cancellable = cancellable;

  if (!ok)
    g_propagate_error (error, g_steal_pointer (&commit_error));
  return ok;
}

/* SQLite makes every statement anew after this, so that it waits for a write that wants the other. */
static gboolean
set_untriggered (FootholdDb *self, gboolean untriggered, GError **error)
{
  int rc;

  if (self->untriggered == untriggered)
    return TRUE;

  rc = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, !untriggered, NULL);
  if (rc != SQLITE_OK)
    {
      foothold_db_fail (self, rc, error);
      return FALSE;
    }

  self->untriggered = untriggered;
  return TRUE;
}

static gboolean
write_with (FootholdDb *self, gboolean untriggered, FootholdDbWriteFunc func, gpointer data, GError **error)
{
  gboolean ok;

  if (self->depth == 0 && !foothold_db_ensure_usable (self, error))
    return FALSE;
  if (self->read_only)
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_READ_ONLY, "opened for reading");
      return FALSE;
    }
  if (!check_not_moved (self, error))
    return FALSE;
  if (self->depth == 0 && !set_untriggered (self, untriggered, error))
    return FALSE;

  self->depth++;
  ok = self->depth > 1 ? write_savepoint (self, func, data, error) : write_outermost (self, func, data, error);
  self->depth--;

  return ok;
}

gboolean
foothold_db_write (FootholdDb *self, FootholdDbWriteFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (self->owner == g_thread_self (), FALSE);

  return write_with (self, FALSE, func, data, error);
}

gboolean
foothold_db_write_untriggered (FootholdDb *self, FootholdDbWriteFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (self->owner == g_thread_self (), FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  return write_with (self, TRUE, func, data, error);
}
