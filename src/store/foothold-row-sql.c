/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-row-sql"

#include "foothold-row-sql.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/foothold-fold.h"
#include "store/foothold-rows.h"

/*
 * Statements are made from names in static field tables, interned so that they
 * live as long as the statement cache, and looked up by what they do.
 */

/* Columns that nobody edits: what a name or an address is compared by. */
typedef struct
{
  const char *table;
  const char *column;
  const char *from;
  char *(*derive) (const char *text);
} Derived;

static const Derived derived[] = {
  { "opportunity", "folded", "title", foothold_fold_name },
  { "opportunity", "url_key", "url", foothold_fold_url },
  { "organisation", "folded", "name", foothold_fold_name },
  { "person", "folded", "name", foothold_fold_name },
  { "skill", "folded", "name", foothold_fold_name },
  { "place", "folded", "name", foothold_fold_name },
  { "place", "host", "url", foothold_fold_host },
  { "application_answer", "folded", "question", foothold_fold_name },
};

/* A joined field NAME is the name of the row that NAME_id points at. */
static const char *
joined_table (const char *field)
{
  return g_str_equal (field, "supervisor") || g_str_equal (field, "through") ? "person" : field;
}

static gboolean
field_equal (const FootholdField *field, const FootholdRow *a, const FootholdRow *b)
{
  return foothold_field_is_text (field)
           ? g_strcmp0 (foothold_row_get_text (a, field), foothold_row_get_text (b, field)) == 0
           : foothold_row_get_int (a, field) == foothold_row_get_int (b, field);
}

/* One statement a (type, purpose), made once; @make builds it. Any thread. */
static const char *
cached_sql (const FootholdRowType *type, const char *purpose, void (*make) (const FootholdRowType *type, GString *sql))
{
  static GMutex mutex;
  static GHashTable *cache;
  g_autofree char *key = g_strconcat (type->table, " ", purpose, NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const char *sql;

  if (cache == NULL)
    cache = g_hash_table_new (g_str_hash, g_str_equal);
  sql = g_hash_table_lookup (cache, key);
  if (sql == NULL)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      make (type, string);
      sql = g_intern_string (string->str);
      g_hash_table_insert (cache, (gpointer) g_intern_string (key), (gpointer) sql);
    }

  return sql;
}

static void
make_insert (const FootholdRowType *type, GString *sql)
{
  g_autoptr (GString) values = g_string_new (":id, 1");

  g_string_append_printf (sql, "INSERT INTO %s (id, rev", type->table);
  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & FOOTHOLD_FIELD_JOINED))
      {
        g_string_append_printf (sql, ", %s", type->fields[i].name);
        g_string_append_printf (values, ", :%s", type->fields[i].name);
      }
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (g_str_equal (derived[i].table, type->table))
      {
        g_string_append_printf (sql, ", %s", derived[i].column);
        g_string_append_printf (values, ", :%s", derived[i].column);
      }
  g_string_append_printf (sql, ") VALUES (%s)", values->str);
}

static void
append_select (const FootholdRowType *type, gboolean with_derived, GString *sql)
{
  const guint n_derived = with_derived && type->derived_table != NULL ? type->n_derived : 0;

  g_string_append (sql, "SELECT t.id, t.rev");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const FootholdField *field = &type->fields[i];

      if (field->flags & FOOTHOLD_FIELD_JOINED)
        g_string_append_printf (sql, ", (SELECT j.name FROM %s AS j WHERE j.id = t.%s_id)", joined_table (field->name),
                                field->name);
      else
        g_string_append_printf (sql, ", t.%s", field->name);
    }
  for (guint i = 0; i < n_derived; i++)
    g_string_append_printf (sql, ", d.%s", type->derived[i].name);
  for (guint i = 0; i < type->n_texts && with_derived; i++)
    g_string_append_printf (sql, ", %s", type->texts[i].sql);
  g_string_append_printf (sql, " FROM %s AS t", type->table);
  if (n_derived > 0)
    g_string_append_printf (sql, " LEFT JOIN %s AS d ON d.%s = t.id", type->derived_table, type->table);
}

static void
make_select (const FootholdRowType *type, GString *sql)
{
  append_select (type, FALSE, sql);
}

static void
make_load_ids (const FootholdRowType *type, GString *sql)
{
  append_select (type, TRUE, sql);
  g_string_append (sql, " WHERE t.id IN (SELECT value FROM json_each (:ids))");
}

static void
make_load_id (const FootholdRowType *type, GString *sql)
{
  append_select (type, TRUE, sql);
  g_string_append (sql, " WHERE t.id = :id");
}

static void
append_order (const FootholdRowType *type, GString *sql)
{
  static const char *const keys[] = { "rank", "position", "seq", "list", "name", "title" };

  g_string_append (sql, " ORDER BY");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (foothold_row_type_find (type, keys[i]) != NULL)
      {
        g_string_append_printf (sql, " t.%s,", keys[i]);
        break;
      }
  g_string_append (sql, " t.id");
}

static void
make_load_all (const FootholdRowType *type, GString *sql)
{
  append_select (type, TRUE, sql);
  /* what an import brought that is not there to be seen */
  if (foothold_row_type_find (type, "batch") != NULL)
    g_string_append (sql, " WHERE t.batch IS NULL OR t.batch IN (SELECT id FROM import_batch WHERE state = 'done')");
  append_order (type, sql);
}

static void
make_delete (const FootholdRowType *type, GString *sql)
{
  g_string_append_printf (sql, "DELETE FROM %s WHERE id = :id", type->table);
}

static void
bind_derived (const FootholdRow *row, const Derived *column, FootholdStmt *stmt)
{
  const FootholdField *from = foothold_row_type_find (row->type, column->from);
  const char *text = foothold_row_get_text (row, from);
  g_autofree char *value = text != NULL ? column->derive (text) : NULL;

  foothold_stmt_bind_text (stmt, column->column, value);
}

gboolean
foothold_row_insert (FootholdDb *db, const FootholdRow *row, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, cached_sql (row->type, "insert", make_insert));

  foothold_stmt_bind_int (stmt, "id", id);
  foothold_row_bind (row, stmt);
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (g_str_equal (derived[i].table, row->type->table))
      bind_derived (row, &derived[i], stmt);

  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_row_update (FootholdDb *db, const FootholdRow *before, const FootholdRow *after, GError **error)
{
  const FootholdRowType *type = after->type;
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean differs = FALSE;

  g_return_val_if_fail (before->type == type, FALSE);
  g_return_val_if_fail (after->id != 0, FALSE);

  g_string_append_printf (sql, "UPDATE %s SET rev = rev + 1", type->table);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const FootholdField *field = &type->fields[i];

      if (field->flags & FOOTHOLD_FIELD_JOINED || field_equal (field, before, after))
        continue;
      differs = TRUE;
      g_string_append_printf (sql, ", %s = :%s", field->name, field->name);
      for (guint j = 0; j < G_N_ELEMENTS (derived); j++)
        if (g_str_equal (derived[j].table, type->table) && g_str_equal (derived[j].from, field->name))
          g_string_append_printf (sql, ", %s = :%s", derived[j].column, derived[j].column);
    }
  if (!differs)
    return TRUE;
  g_string_append (sql, " WHERE id = :id");

  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql->str));

    foothold_stmt_bind_int (stmt, "id", after->id);
    for (guint i = 0; i < type->n_fields; i++)
      {
        const FootholdField *field = &type->fields[i];

        if (field->flags & FOOTHOLD_FIELD_JOINED || field_equal (field, before, after))
          continue;
        if (foothold_field_is_text (field))
          foothold_stmt_bind_text (stmt, field->name, foothold_row_get_text (after, field));
        else
          foothold_stmt_bind_int (stmt, field->name, foothold_row_get_int (after, field));
        for (guint j = 0; j < G_N_ELEMENTS (derived); j++)
          if (g_str_equal (derived[j].table, type->table) && g_str_equal (derived[j].from, field->name))
            bind_derived (after, &derived[j], stmt);
      }

    if (!foothold_stmt_exec (stmt, error))
      return FALSE;
  }
  if (foothold_db_n_changed (db) > 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("What you changed is not there any more, so the change was not kept."));
  return FALSE;
}

gboolean
foothold_row_delete (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, cached_sql (type, "delete", make_delete));

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error);
}

static GPtrArray *
take_rows (FootholdStmt *stmt, const FootholdRowType *type, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (foothold_row_unref);

  while (foothold_stmt_next (stmt))
    g_ptr_array_add (rows, foothold_row_load (type, stmt));

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&rows) : NULL;
}

char *
foothold_ids_to_json (GArray *ids)
{
  GString *json = g_string_sized_new (ids->len * 20 + 2);

  g_string_append_c (json, '[');
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

gboolean
foothold_ids_exec (FootholdDb *db, const char *const *sqls, guint n, GArray *ids, GError **error)
{
  g_autofree char *json = foothold_ids_to_json (ids);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sqls[i]);

      foothold_stmt_bind_text (stmt, "ids", json);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
foothold_row_load_ids (FootholdDb *db, const FootholdRowType *type, GArray *ids, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, cached_sql (type, "load-ids", make_load_ids));
  g_autofree char *json = foothold_ids_to_json (ids);

  foothold_stmt_bind_text (stmt, "ids", json);
  return take_rows (stmt, type, error);
}

GPtrArray *
foothold_row_load_in_order (FootholdDb *db, const FootholdRowType *type, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = foothold_row_load_ids (db, type, ids, error);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GHashTable) by_id = NULL;

  if (rows == NULL)
    return NULL;

  sorted = g_ptr_array_new_full (rows->len, foothold_row_unref);
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (by_id, &row->id, row);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      FootholdRow *row = g_hash_table_lookup (by_id, &g_array_index (ids, gint64, i));

      if (row != NULL)
        g_ptr_array_add (sorted, foothold_row_ref (row));
    }

  return g_steal_pointer (&sorted);
}

gpointer
foothold_row_load_id (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, cached_sql (type, "load-id", make_load_id));
  g_autoptr (FootholdRow) row = NULL;

  foothold_stmt_bind_int (stmt, "id", id);
  if (foothold_stmt_next (stmt))
    row = foothold_row_load (type, stmt);

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&row) : NULL;
}

GPtrArray *
foothold_row_load_all (FootholdDb *db, const FootholdRowType *type, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, cached_sql (type, "load-all", make_load_all));

  return take_rows (stmt, type, error);
}

GPtrArray *
foothold_row_load_owned (FootholdDb *db, const FootholdRowType *type, const char *owner, gint64 id, GError **error)
{
  g_autoptr (GString) sql = g_string_new (foothold_row_select_sql (type));

  g_string_append_printf (sql, " WHERE t.%s = :owner", owner);
  append_order (type, sql);

  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql->str));

    foothold_stmt_bind_int (stmt, "owner", id);
    return take_rows (stmt, type, error);
  }
}

const char *
foothold_row_select_sql (const FootholdRowType *type)
{
  return cached_sql (type, "select", make_select);
}
