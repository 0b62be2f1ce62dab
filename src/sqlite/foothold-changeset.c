/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-changeset"
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "foothold-changeset.h"
#include "foothold-db-private.h"

struct _FootholdRecorder
{
  FootholdDb *db;
  sqlite3_session *session;
};

FootholdRecorder *
foothold_recorder_new (FootholdDb *db, const char *const *tables, GError **error)
{
  g_autoptr (FootholdRecorder) self = g_new0 (FootholdRecorder, 1);
  int rc = sqlite3session_create (db->handle, "main", &self->session);

  self->db = db;
  for (guint i = 0; rc == SQLITE_OK && tables[i] != NULL; i++)
    rc = sqlite3session_attach (self->session, tables[i]);
  if (rc == SQLITE_OK)
    return g_steal_pointer (&self);

  foothold_db_fail (db, rc, error);
  return NULL;
}

GBytes *
foothold_recorder_get_changes (FootholdRecorder *self, GError **error)
{
  void *data = NULL;
  int size = 0;
  int rc = sqlite3session_changeset (self->session, &size, &data);

  if (rc == SQLITE_OK)
    return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);

  foothold_db_fail (self->db, rc, error);
  return NULL;
}

void
foothold_recorder_free (FootholdRecorder *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_free (self);
}

static int
conflict_cb (void *user_data, int kind, sqlite3_changeset_iter *iter)
{
  int *conflict = user_data;

  *conflict = kind;
  return SQLITE_CHANGESET_ABORT;
}

gboolean
foothold_db_apply_changes (FootholdDb *db, GBytes *changes, gboolean inverted, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changes, &size);
  int flags = SQLITE_CHANGESETAPPLY_FKNOACTION | (inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  int conflict = 0;
  int rc;

  if (size == 0)
    return TRUE;

  rc =
    sqlite3changeset_apply_v2 (db->handle, (int) size, (void *) data, NULL, conflict_cb, &conflict, NULL, NULL, flags);
  if (rc == SQLITE_OK)
    return TRUE;

  if (conflict == 0)
    foothold_db_fail (db, rc, error);
  else
    {
      g_autofree char *detail = g_strdup_printf ("conflict %d", conflict);

      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_CONFLICT, detail);
    }

  return FALSE;
}

/* The first primary key column's value, from before the change or after it. */
static gint64
changed_id (sqlite3_changeset_iter *iter, int operation)
{
  unsigned char *is_key = NULL;
  int n = 0;

  if (sqlite3changeset_pk (iter, &is_key, &n) != SQLITE_OK)
    return 0;
  for (int i = 0; i < n; i++)
    if (is_key[i])
      {
        sqlite3_value *value = NULL;

        if (operation == SQLITE_INSERT)
          sqlite3changeset_new (iter, i, &value);
        else
          sqlite3changeset_old (iter, i, &value);

        return value != NULL ? sqlite3_value_int64 (value) : 0;
      }

  return 0;
}

gboolean
foothold_changes_foreach (GBytes *changes, FootholdChangedFunc func, gpointer user_data, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changes, &size);
  sqlite3_changeset_iter *iter = NULL;
  int rc;

  if (size == 0)
    return TRUE;

  rc = sqlite3changeset_start (&iter, (int) size, (void *) data);
  while (rc == SQLITE_OK && (rc = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *table;
      int n, operation, indirect;

      rc = sqlite3changeset_op (iter, &table, &n, &operation, &indirect);
      if (rc == SQLITE_OK)
        func (table, changed_id (iter, operation), user_data);
    }
  if (iter != NULL)
    rc = sqlite3changeset_finalize (iter);
  if (rc == SQLITE_OK || rc == SQLITE_DONE)
    return TRUE;

  foothold_db_set_error (error, rc, "changeset cannot be read");
  return FALSE;
}

/* Where @column stands among the columns of @table; -1 where it has none of that name, or with an error. */
static int
find_column (FootholdDb *db, const char *table, const char *column, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT cid FROM pragma_table_info (:table) WHERE name = :column");
  int index = -1;

  foothold_stmt_bind_text (stmt, "table", table);
  foothold_stmt_bind_text (stmt, "column", column);
  if (foothold_stmt_next (stmt))
    index = (int) foothold_stmt_int (stmt, 0);

  return foothold_stmt_finish (stmt, error) ? index : -1;
}

static gboolean
touches_only (sqlite3_changeset_iter *iter, FootholdDb *db, const char *column, GError **error)
{
  const char *table;
  int n, operation, indirect, index;

  if (sqlite3changeset_op (iter, &table, &n, &operation, &indirect) != SQLITE_OK || operation != SQLITE_UPDATE)
    return FALSE;
  index = find_column (db, table, column, error);
  if (index < 0)
    return FALSE;

  for (int i = 0; i < n; i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_new (iter, i, &value) != SQLITE_OK || (value != NULL && i != index))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_changes_touch_only (FootholdDb *db, GBytes *changes, const char *column, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changes, &size);
  sqlite3_changeset_iter *iter = NULL;
  gboolean only = TRUE;
  int rc;

  if (size == 0)
    return TRUE;

  rc = sqlite3changeset_start (&iter, (int) size, (void *) data);
  while (rc == SQLITE_OK && only && sqlite3changeset_next (iter) == SQLITE_ROW)
    only = touches_only (iter, db, column, error);
  if (iter != NULL)
    rc = sqlite3changeset_finalize (iter);
  if (rc == SQLITE_OK)
    return only;

  if (error == NULL || *error == NULL)
    foothold_db_set_error (error, rc, "changeset cannot be read");
  return FALSE;
}

GBytes *
foothold_changes_concat (GBytes *first, GBytes *second, GError **error)
{
  gsize first_size, second_size;
  const void *first_data = g_bytes_get_data (first, &first_size);
  const void *second_data = g_bytes_get_data (second, &second_size);
  void *both = NULL;
  int size = 0;
  const int rc = sqlite3changeset_concat ((int) first_size, (void *) first_data, (int) second_size,
                                          (void *) second_data, &size, &both);

  if (rc != SQLITE_OK)
    {
      foothold_db_set_error (error, rc, "changesets cannot be joined");
      return NULL;
    }

  return g_bytes_new_with_free_func (both, (gsize) size, sqlite3_free, both);
}
