#define G_LOG_DOMAIN "foothold-db"

#include "foothold-db.h"

#include <sqlite3.h>

#define BUSY_TIMEOUT_MS 2000
#define SCHEMA_VERSION 1
#define PROGRESS_OPCODES 4000
#define SETUP_SQL \
  "PRAGMA journal_mode = WAL;" \
  "PRAGMA synchronous = NORMAL;" \
  "PRAGMA foreign_keys = ON"

struct _FootholdDb
{
  sqlite3 *handle;
  GThread *owner;
  GHashTable *stmts; /* sql → FootholdStmt */
  GCancellable *cancellable; /* unowned, set while a job runs */
};

struct _FootholdStmt
{
  FootholdDb *db;
  sqlite3_stmt *handle;
  GError *error; /* the first failure; later calls do nothing */
  gboolean in_use;
};

G_DEFINE_QUARK (foothold-db-error-quark, foothold_db_error)

static FootholdDbError
error_code_from_sqlite (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FOOTHOLD_DB_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return FOOTHOLD_DB_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return FOOTHOLD_DB_ERROR_CORRUPT;
    case SQLITE_FULL:
      return FOOTHOLD_DB_ERROR_FULL;
    default:
      return FOOTHOLD_DB_ERROR_FAILED;
    }
}

static void
set_error (FootholdDb *self, int rc, GError **error)
{
  if (rc == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Query was cancelled");
  else
    g_set_error_literal (error, FOOTHOLD_DB_ERROR, error_code_from_sqlite (rc), sqlite3_errmsg (self->handle));
}

static gboolean
exec (FootholdDb *self, const char *sql, GError **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;

  set_error (self, rc, error);
  return FALSE;
}

static int
progress_cb (void *user_data)
{
  FootholdDb *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static void
stmt_free (gpointer data)
{
  FootholdStmt *self = data;

  g_clear_pointer (&self->handle, sqlite3_finalize);
  g_clear_error (&self->error);
  g_free (self);
}

FootholdDb *
foothold_db_open (const char *path, FootholdDbMode mode, GError **error)
{
  g_autoptr (FootholdDb) self = g_new0 (FootholdDb, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int rc;

  self->owner = g_thread_self ();
  self->stmts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stmt_free);

  flags |= mode == FOOTHOLD_DB_READ_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  rc = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (rc != SQLITE_OK)
    {
      set_error (self, rc, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, PROGRESS_OPCODES, progress_cb, self);

  if (!exec (self, mode == FOOTHOLD_DB_READ_ONLY ? "PRAGMA query_only = ON" : SETUP_SQL, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
foothold_db_close (FootholdDb *self)
{
  g_clear_pointer (&self->stmts, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close);
  g_free (self);
}

gint64
foothold_db_last_insert_id (FootholdDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

void
foothold_db_set_cancellable (FootholdDb *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

FootholdStmt *
foothold_db_stmt (FootholdDb *self, const char *sql)
{
  FootholdStmt *stmt;
  int rc;

  g_assert (self->owner == g_thread_self ());

  stmt = g_hash_table_lookup (self->stmts, sql);
  if (stmt == NULL)
    {
      stmt = g_new0 (FootholdStmt, 1);
      stmt->db = self;
      rc = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt->handle, NULL);
      if (rc == SQLITE_OK)
        g_hash_table_insert (self->stmts, (gpointer) sql, stmt);
      else
        set_error (self, rc, &stmt->error);
    }

  g_assert (!stmt->in_use);
  stmt->in_use = TRUE;

  return stmt;
}

void
foothold_stmt_release (FootholdStmt *self)
{
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

static int
parameter_index (FootholdStmt *self, const char *name)
{
  char parameter[64];
  int index;

  if (self->error != NULL)
    return 0;

  g_snprintf (parameter, sizeof parameter, ":%s", name);
  index = sqlite3_bind_parameter_index (self->handle, parameter);
  if (index == 0)
    g_set_error (&self->error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "No parameter “%s” in “%s”", parameter,
                 sqlite3_sql (self->handle));

  return index;
}

static void
check (FootholdStmt *self, int rc)
{
  if (rc != SQLITE_OK)
    set_error (self->db, rc, &self->error);
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
    set_error (self->db, rc, &self->error);

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
  return sqlite3_column_count (self->handle);
}

const char *
foothold_stmt_column_name (FootholdStmt *self, guint column)
{
  return sqlite3_column_name (self->handle, column);
}

gint64
foothold_stmt_int (FootholdStmt *self, guint column)
{
  if (sqlite3_column_type (self->handle, column) == SQLITE_NULL)
    return G_MININT64;

  return sqlite3_column_int64 (self->handle, column);
}

const char *
foothold_stmt_text (FootholdStmt *self, guint column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

FootholdTxn
foothold_txn_begin (FootholdDb *db)
{
  FootholdTxn self = { NULL, NULL };

  if (exec (db, "BEGIN IMMEDIATE", &self.error))
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
  if (!exec (self->db, "COMMIT", error))
    return FALSE;

  self->db = NULL;
  return TRUE;
}

void
foothold_txn_clear (FootholdTxn *self)
{
  FootholdDb *db = g_steal_pointer (&self->db);

  g_clear_error (&self->error);
  if (db != NULL && !sqlite3_get_autocommit (db->handle))
    exec (db, "ROLLBACK", NULL);
}

gboolean
foothold_db_migrate (FootholdDb *self, GError **error)
{
  g_auto (FootholdTxn) txn = foothold_txn_begin (self);
  gint64 version = -1;

  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (self, "PRAGMA user_version");

    if (foothold_stmt_next (stmt))
      version = foothold_stmt_int (stmt, 0);
    if (!foothold_stmt_finish (stmt, error))
      return FALSE;
  }

  if (version > SCHEMA_VERSION)
    {
      g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_SCHEMA_TOO_NEW,
                   "Database version %" G_GINT64_FORMAT " is newer than this application", version);
      return FALSE;
    }

  for (int next = (int) version + 1; next <= SCHEMA_VERSION; next++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/foothold_app/Foothold/sql/%03d.sql", next);
      g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %d", next);
      g_autoptr (GBytes) script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (script == NULL || !exec (self, g_bytes_get_data (script, NULL), error) || !exec (self, bump, error))
        return FALSE;
    }

  return foothold_txn_commit (&txn, error);
}
