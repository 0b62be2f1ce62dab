#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOOTHOLD_DB_ERROR (foothold_db_error_quark ())

typedef enum
{
  FOOTHOLD_DB_ERROR_FAILED,
  FOOTHOLD_DB_ERROR_BUSY,
  FOOTHOLD_DB_ERROR_CONSTRAINT,
  FOOTHOLD_DB_ERROR_CORRUPT,
  FOOTHOLD_DB_ERROR_FULL,
  FOOTHOLD_DB_ERROR_SCHEMA_TOO_NEW,
} FootholdDbError;

typedef enum
{
  FOOTHOLD_DB_READ_WRITE,
  FOOTHOLD_DB_READ_ONLY,
} FootholdDbMode;

typedef struct _FootholdDb FootholdDb;
typedef struct _FootholdStmt FootholdStmt;
typedef struct
{
  FootholdDb *db; /* NULL once committed */
  GError *error;
} FootholdTxn;

GQuark foothold_db_error_quark (void);

FootholdDb *foothold_db_open (const char *path, FootholdDbMode mode, GError **error);
void foothold_db_close (FootholdDb *self);
gboolean foothold_db_migrate (FootholdDb *self, GError **error);
gint64 foothold_db_last_insert_id (FootholdDb *self);
void foothold_db_set_cancellable (FootholdDb *self, GCancellable *cancellable);

FootholdStmt *foothold_db_stmt (FootholdDb *self, const char *sql);
void foothold_stmt_release (FootholdStmt *self);

void foothold_stmt_bind_int (FootholdStmt *self, const char *name, gint64 value);
void foothold_stmt_bind_text (FootholdStmt *self, const char *name, const char *value);
gboolean foothold_stmt_next (FootholdStmt *self);
gboolean foothold_stmt_finish (FootholdStmt *self, GError **error);
gboolean foothold_stmt_exec (FootholdStmt *self, GError **error);

guint foothold_stmt_n_columns (FootholdStmt *self);
const char *foothold_stmt_column_name (FootholdStmt *self, guint column);
gint64 foothold_stmt_int (FootholdStmt *self, guint column);
const char *foothold_stmt_text (FootholdStmt *self, guint column);

FootholdTxn foothold_txn_begin (FootholdDb *db);
gboolean foothold_txn_commit (FootholdTxn *self, GError **error);
void foothold_txn_clear (FootholdTxn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdDb, foothold_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdStmt, foothold_stmt_release)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdTxn, foothold_txn_clear)

G_END_DECLS
