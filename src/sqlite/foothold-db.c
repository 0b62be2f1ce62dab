/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-db"

#include "foothold-db-private.h"

#include <errno.h>
#include <string.h>

/* What SQLite takes for a damaged file system, of one file; what the file was last refused with. */
static gboolean
was_refused (sqlite3_file *file)
{
  int last = 0;

  if (file == NULL || file->pMethods == NULL || file->pMethods->xFileControl == NULL
      || file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &last) != SQLITE_OK)
    return FALSE;
  return last == EIO || last == ENXIO || last == ERANGE;
}

/*
 * Where the disk fails while it reads, SQLite says that the file is damaged, and its checks count the page among the
 * damaged ones. A disk, or its cable, is no reason to go back to a backup. Opening again forgets it.
 */
static gboolean
disk_failed (FootholdDb *self)
{
  sqlite3_file *file = NULL, *journal = NULL;

  if (self->handle == NULL)
    return FALSE;
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  return was_refused (file) || was_refused (journal);
}

void
foothold_db_fail (FootholdDb *self, int rc, GError **error)
{
  if ((rc & 0xff) == SQLITE_CORRUPT && disk_failed (self))
    rc = SQLITE_IOERR_READ;
  if ((rc & 0xff) == SQLITE_IOERR || (rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_PROTOCOL)
    self->broken = TRUE;
  foothold_db_set_error (error, rc, self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (rc));
}

/* With nothing of the old connection in use, the disk's failure may be over: try. */
gboolean
foothold_db_ensure_usable (FootholdDb *self, GError **error)
{
  if (!self->broken || self->in_use > 0 || self->depth > 0
      || (self->handle != NULL && !sqlite3_get_autocommit (self->handle)))
    {
      if (self->handle != NULL)
        return TRUE;
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_IO, "no connection");
      return FALSE;
    }

  return foothold_db_reconnect (self, error);
}

gboolean
foothold_db_exec (FootholdDb *self, const char *sql, GError **error)
{
  int rc = self->handle != NULL ? sqlite3_exec (self->handle, sql, NULL, NULL, NULL) : SQLITE_IOERR;

  if (rc == SQLITE_OK)
    return TRUE;

  foothold_db_fail (self, rc, error);
  return FALSE;
}

gboolean
foothold_db_query_int (FootholdDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (self, sql);

  *value = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : G_MININT64;

  return foothold_stmt_finish (stmt, error);
}

const char *
foothold_db_get_path (FootholdDb *self)
{
  return self->path;
}

gboolean
foothold_db_get_read_only (FootholdDb *self)
{
  return self->read_only;
}

gboolean
foothold_db_get_state (FootholdDb *self, FootholdDbState *state, GError **error)
{
  return foothold_db_query_int (self, "PRAGMA data_version", &state->others, error)
         && foothold_db_query_int (self, "SELECT total_changes ()", &state->own, error);
}

gboolean
foothold_db_state_equal (const FootholdDbState *a, const FootholdDbState *b)
{
  return a->others == b->others && a->own == b->own;
}

gpointer
foothold_db_get_data (FootholdDb *self, const char *key)
{
  return g_datalist_get_data (&self->data, key);
}

void
foothold_db_set_data (FootholdDb *self, const char *key, gpointer data, GDestroyNotify destroy)
{
  g_datalist_set_data_full (&self->data, key, data, destroy);
}

gint64
foothold_db_last_insert_id (FootholdDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gint64
foothold_db_n_changed (FootholdDb *self)
{
  return sqlite3_changes64 (self->handle);
}

GCancellable *
foothold_db_get_cancellable (FootholdDb *self)
{
  return self->cancellable;
}

void
foothold_db_set_cancellable (FootholdDb *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

static gboolean
check_file (FootholdDb *self, const char *sql, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (self, sql);

  if (foothold_stmt_next (stmt) && g_strcmp0 (foothold_stmt_text (stmt, 0), "ok") != 0)
    {
      g_debug ("check: %s", foothold_stmt_text (stmt, 0));
      foothold_db_fail (self, SQLITE_CORRUPT, error);
      return FALSE;
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
check_with (FootholdDb *self, gboolean thorough, GError **error)
{
  g_autoptr (FootholdStmt) stmt = NULL;

  if (!check_file (self, thorough ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)", error))
    return FALSE;

  stmt = foothold_db_stmt (self, "PRAGMA foreign_key_check");
  if (foothold_stmt_next (stmt))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_CORRUPT, foothold_stmt_text (stmt, 0));
      return FALSE;
    }

  return foothold_stmt_finish (stmt, error);
}

/*
 * A connection of its own that knows no virtual tables: their own check walks the
 * whole full-text index and takes seconds, while what it is stored in is checked
 * with every other table.
 */
static FootholdDb *
open_plain (FootholdDb *self, GError **error)
{
  FootholdDb *plain = foothold_db_open (self->path, FOOTHOLD_DB_READ_ONLY, error);

  if (plain == NULL)
    return NULL;
  sqlite3_drop_modules (plain->handle, NULL);
  plain->cancellable = self->cancellable;

  return plain;
}

gboolean
foothold_db_check (FootholdDb *self, gboolean thorough, GError **error)
{
  g_autoptr (FootholdDb) plain = NULL;

  if (self->inode == 0)
    return check_with (self, thorough, error);

  plain = open_plain (self, error);
  return plain != NULL && check_with (plain, thorough, error);
}

gboolean
foothold_db_check_structure (FootholdDb *self, GError **error)
{
  g_autoptr (FootholdDb) plain = open_plain (self, error);

  return plain != NULL && foothold_db_exec (plain, "PRAGMA ignore_check_constraints = ON", error)
         && check_file (plain, "PRAGMA quick_check (1)", error);
}

static void
stmt_free (gpointer data)
{
  FootholdStmt *self = data;

  g_clear_pointer (&self->handle, sqlite3_finalize);
  g_clear_pointer (&self->parameters, g_strfreev);
  g_clear_error (&self->error);
  g_free (self);
}

void
foothold_db_clear_statements (FootholdDb *self)
{
  if (self->stmts != NULL)
    g_hash_table_remove_all (self->stmts);
}

FootholdStmt *
foothold_db_stmt (FootholdDb *self, const char *sql)
{
  FootholdStmt *stmt;
  g_autoptr (GError) unusable = NULL;
  int rc;

  g_assert (self->owner == g_thread_self ());

  if (self->stmts == NULL)
    self->stmts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stmt_free);
  foothold_db_ensure_usable (self, &unusable);

  stmt = g_hash_table_lookup (self->stmts, sql);
  if (stmt == NULL)
    {
      stmt = g_new0 (FootholdStmt, 1);
      stmt->db = self;
      if (unusable != NULL)
        stmt->error = g_steal_pointer (&unusable);
      else if ((rc = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt->handle, NULL))
               == SQLITE_OK)
        g_hash_table_insert (self->stmts, (gpointer) sql, stmt);
      else
        foothold_db_fail (self, rc, &stmt->error);
    }

  g_assert (!stmt->in_use);
  stmt->in_use = TRUE;
  self->in_use++;

  return stmt;
}

void
foothold_stmt_release (FootholdStmt *self)
{
  self->db->in_use--;
  if (self->handle == NULL)
    {
      stmt_free (self);
      return;
    }

  self->in_use = FALSE;
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  g_clear_error (&self->error);
}

void
foothold_stmt_reset (FootholdStmt *self)
{
  if (self->handle == NULL)
    return;

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

/* A copy, because SQLite's own names move when a statement is prepared again. */
static void
list_parameters (FootholdStmt *self)
{
  const int n = sqlite3_bind_parameter_count (self->handle);

  self->parameters = g_new0 (char *, (gsize) n + 1);
  for (int i = 0; i < n; i++)
    {
      const char *name = sqlite3_bind_parameter_name (self->handle, i + 1);

      self->parameters[i] = g_strdup (name != NULL ? name + 1 : "");
    }
}

/* A row is bound in the order of its statement, so that the next name is mostly the one meant. */
static int
parameter_index (FootholdStmt *self, const char *name)
{
  guint at;

  if (self->error != NULL)
    return 0;

  if (self->parameters == NULL)
    list_parameters (self);
  at = self->next_parameter;
  if (self->parameters[at] == NULL || strcmp (self->parameters[at], name) != 0)
    for (at = 0; self->parameters[at] != NULL && strcmp (self->parameters[at], name) != 0; at++)
      ;
  if (self->parameters[at] == NULL)
    {
      g_set_error (&self->error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "No parameter “:%s” in “%s”", name,
                   sqlite3_sql (self->handle));
      return 0;
    }

  self->next_parameter = at + 1;
  return (int) at + 1;
}

static void
check (FootholdStmt *self, int rc)
{
  if (rc != SQLITE_OK)
    foothold_db_fail (self->db, rc, &self->error);
}

void
foothold_stmt_bind_int (FootholdStmt *self, const char *name, gint64 value)
{
  int index = parameter_index (self, name);

  if (index > 0)
    check (self, value == G_MININT64 ? sqlite3_bind_null (self->handle, index)
                                     : sqlite3_bind_int64 (self->handle, index, value));
}

void
foothold_stmt_bind_text (FootholdStmt *self, const char *name, const char *value)
{
  int index = parameter_index (self, name);

  if (index > 0)
    check (self, sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT));
}

void
foothold_stmt_bind_blob (FootholdStmt *self, const char *name, GBytes *value)
{
  int index = parameter_index (self, name);
  gsize size = 0;
  const void *data = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  if (index == 0)
    return;

  if (value != NULL && size == 0)
    check (self, sqlite3_bind_zeroblob (self->handle, index, 0));
  else
    check (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_TRANSIENT));
}

gboolean
foothold_stmt_next (FootholdStmt *self)
{
  int rc;

  if (self->error != NULL)
    return FALSE;

  rc = sqlite3_step (self->handle);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    foothold_db_fail (self->db, rc, &self->error);

  return FALSE;
}

gboolean
foothold_stmt_finish (FootholdStmt *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
foothold_stmt_exec (FootholdStmt *self, GError **error)
{
  while (foothold_stmt_next (self))
    ;

  return foothold_stmt_finish (self, error);
}

guint
foothold_stmt_n_columns (FootholdStmt *self)
{
  return self->handle != NULL ? (guint) sqlite3_column_count (self->handle) : 0;
}

const char *
foothold_stmt_column_name (FootholdStmt *self, guint column)
{
  return sqlite3_column_name (self->handle, (int) column);
}

gint64
foothold_stmt_int (FootholdStmt *self, guint column)
{
  if (sqlite3_column_type (self->handle, (int) column) == SQLITE_NULL)
    return G_MININT64;

  return sqlite3_column_int64 (self->handle, (int) column);
}

gboolean
foothold_stmt_is_null (FootholdStmt *self, guint column)
{
  return sqlite3_column_type (self->handle, (int) column) == SQLITE_NULL;
}

const char *
foothold_stmt_text (FootholdStmt *self, guint column)
{
  return (const char *) sqlite3_column_text (self->handle, (int) column);
}

GBytes *
foothold_stmt_blob (FootholdStmt *self, guint column)
{
  const void *data;

  if (sqlite3_column_type (self->handle, (int) column) == SQLITE_NULL)
    return NULL;
  data = sqlite3_column_blob (self->handle, (int) column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, (int) column));
}
