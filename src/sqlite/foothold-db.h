/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One connection to one SQLite file, used by one thread: opened as R2 says,
 * statements whose first error sticks, transactions that roll back, and the one
 * write path (R1).
 *
 *   g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT title FROM opportunity WHERE id = :id");
 *
 *   foothold_stmt_bind_int (stmt, "id", id);
 *   if (foothold_stmt_next (stmt))
 *     title = g_strdup (foothold_stmt_text (stmt, 0));
 *   if (!foothold_stmt_finish (stmt, error))
 *     return NULL;
 */

#pragma once

#include <gio/gio.h>

#include "foothold-db-error.h"
#include "foothold-db-header.h"

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_DB_READ_WRITE, /* the one writer: makes the file where there is none */
  FOOTHOLD_DB_READ_ONLY, /* a reader: query_only; works on read-only files, folders and media without writing */
} FootholdDbMode;

typedef struct _FootholdDb FootholdDb;
typedef struct _FootholdStmt FootholdStmt;
typedef struct
{
  FootholdDb *db; /* NULL once committed */
  GError *error;
} FootholdTxn;

/**
 * foothold_db_open:
 * @path: a file, or ":memory:"; its folder may be reached through symbolic links, the file itself not
 *
 * The header is read first; foreign, damaged or odd files are refused untouched.
 * A file of a newer version is refused by foothold_db_header_read(), which the
 * owner of the schema calls before, and again by foothold_db_migrate().
 *
 * Returns: (transfer full) (nullable): a connection for the calling thread only
 */
FootholdDb *foothold_db_open (const char *path, FootholdDbMode mode, GError **error);
void foothold_db_close (FootholdDb *self);

/* The absolute path with the folder resolved; ":memory:" as it is. */
const char *foothold_db_get_path (FootholdDb *self);
/* True for a writer whose file or folder cannot be written: it was opened as a reader would. */
gboolean foothold_db_get_read_only (FootholdDb *self);
gint64 foothold_db_last_insert_id (FootholdDb *self);
/* Rows changed by the last INSERT, UPDATE or DELETE. */
gint64 foothold_db_n_changed (FootholdDb *self);
/* (nullable): unowned; while set, a cancelled one makes running statements fail with G_IO_ERROR_CANCELLED. */
GCancellable *foothold_db_get_cancellable (FootholdDb *self);
void foothold_db_set_cancellable (FootholdDb *self, GCancellable *cancellable);

/* What the database was like: @others counts other connections' commits, @own this one's changes. Equal is unchanged.
 */
typedef struct
{
  gint64 others, own;
} FootholdDbState;
gboolean foothold_db_get_state (FootholdDb *self, FootholdDbState *state, GError **error);
gboolean foothold_db_state_equal (const FootholdDbState *a, const FootholdDbState *b);

/* What a layer above keeps with a connection, freed when it closes or another takes its place. @key: static. */
gpointer foothold_db_get_data (FootholdDb *self, const char *key);
void foothold_db_set_data (FootholdDb *self, const char *key, gpointer data, GDestroyNotify destroy);

/* Runs constant SQL, one or more statements. Never for text that holds a value. */
gboolean foothold_db_exec (FootholdDb *self, const char *sql, GError **error);
/* The first column of the first row as an integer; G_MININT64 where it is NULL or there is no row. */
gboolean foothold_db_query_int (FootholdDb *self, const char *sql, gint64 *value, GError **error);

/**
 * foothold_db_check:
 * @thorough: integrity_check instead of quick_check
 *
 * The structure of every table and index, and the foreign keys. The full-text
 * index is left to its own check: its rows are checked here as tables.
 *
 * Returns: FALSE with FOOTHOLD_DB_ERROR_CORRUPT where anything is amiss
 */
gboolean foothold_db_check (FootholdDb *self, gboolean thorough, GError **error);

/**
 * foothold_db_check_structure:
 *
 * What quick_check sees without looking at single values: every page in its place and
 * once, every cell whole. A third of the time of foothold_db_check (), which is for
 * afterwards.
 */
gboolean foothold_db_check_structure (FootholdDb *self, GError **error);

/**
 * FootholdDbWriteFunc:
 *
 * Returns: FALSE with @error set to have everything rolled back
 */
typedef gboolean (*FootholdDbWriteFunc) (FootholdDb *db, gpointer data, GError **error);

/**
 * foothold_db_write:
 *
 * The one write path: checks that the file is still where it was, begins, runs
 * @func, commits; rolls back on any error. Where the disk fails during the commit
 * it closes and opens the connection again and looks whether the change is in the
 * file: TRUE means it is, FALSE means it is not. Inside another write it is a savepoint.
 */
gboolean foothold_db_write (FootholdDb *self, FootholdDbWriteFunc func, gpointer data, GError **error);
/* The same with triggers off, for a bulk that does their work itself. Not inside another write. */
gboolean foothold_db_write_untriggered (FootholdDb *self, FootholdDbWriteFunc func, gpointer data, GError **error);

/* @sql: a literal or interned string, prepared once and kept. Never fails here: the error shows in finish. */
FootholdStmt *foothold_db_stmt (FootholdDb *self, const char *sql);
void foothold_stmt_release (FootholdStmt *self);

/* @name without the colon. G_MININT64, a NULL text and NULL bytes bind NULL. */
void foothold_stmt_bind_int (FootholdStmt *self, const char *name, gint64 value);
void foothold_stmt_bind_text (FootholdStmt *self, const char *name, const char *value);
void foothold_stmt_bind_blob (FootholdStmt *self, const char *name, GBytes *value);
/* TRUE while there is a row; FALSE at the end and on error, which finish tells apart. */
gboolean foothold_stmt_next (FootholdStmt *self);
gboolean foothold_stmt_finish (FootholdStmt *self, GError **error);
/* Steps to the end and finishes. */
gboolean foothold_stmt_exec (FootholdStmt *self, GError **error);
/* Makes the statement ready to be bound and run again; an error stays. */
void foothold_stmt_reset (FootholdStmt *self);

guint foothold_stmt_n_columns (FootholdStmt *self);
const char *foothold_stmt_column_name (FootholdStmt *self, guint column);
/* G_MININT64 where the column is NULL. */
gint64 foothold_stmt_int (FootholdStmt *self, guint column);
gboolean foothold_stmt_is_null (FootholdStmt *self, guint column);
/* (nullable): valid until the next step. */
const char *foothold_stmt_text (FootholdStmt *self, guint column);
/* (transfer full) (nullable): a copy of the bytes. */
GBytes *foothold_stmt_blob (FootholdStmt *self, guint column);

/* Below the write path, and for files that are no one else's. */
FootholdTxn foothold_txn_begin (FootholdDb *db);
gboolean foothold_txn_commit (FootholdTxn *self, GError **error);
void foothold_txn_clear (FootholdTxn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdDb, foothold_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdStmt, foothold_stmt_release)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdTxn, foothold_txn_clear)

G_END_DECLS
