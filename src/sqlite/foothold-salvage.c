/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-salvage"

#include "foothold-salvage.h"
#include "foothold-db-private.h"
#include "foothold-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How often a gap between readable rows is cut in two to look for readable ones inside. */
#define GAP_ATTEMPTS 256

typedef struct
{
  FootholdDb *into;
  sqlite3 *from;
  const char *table;
  sqlite3_stmt *forwards;
  sqlite3_stmt *backwards;
  sqlite3_stmt *insert;
  gboolean damaged;
  gboolean no_memory; /* which is no damage: nothing may count as lost for it */
  gint64 n_read; /* rows met, those that could not be taken among them */
} Copy;

typedef struct
{
  gint64 first;
  gint64 last;
} Range;

static void
salvaged_free (gpointer data)
{
  FootholdSalvaged *self = data;

  g_free (self->table);
  g_free (self);
}

/* @sql: (transfer full), NULL where there was no memory for it. */
static sqlite3_stmt *
prepare (sqlite3 *handle, char *sql, gboolean *no_memory)
{
  sqlite3_stmt *stmt = NULL;

  if (sql == NULL || sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) == SQLITE_NOMEM)
    *no_memory = TRUE;
  sqlite3_free (sql);

  return stmt;
}

static gint64
query_int (sqlite3 *handle, char *sql, gint64 otherwise)
{
  gboolean no_memory = FALSE;
  sqlite3_stmt *stmt = prepare (handle, sql, &no_memory);
  gint64 value = stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : otherwise;

  sqlite3_finalize (stmt);
  return value;
}

static GPtrArray *
query_names (sqlite3 *handle, char *sql, gboolean *no_memory)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = prepare (handle, sql, no_memory);

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (stmt, 0);

      if (name != NULL)
        g_ptr_array_add (names, g_strdup (name));
    }
  if (sqlite3_finalize (stmt) == SQLITE_NOMEM)
    *no_memory = TRUE;

  return names;
}

/* Of what is written to: where that cannot be read, nothing is “not there”. */
static GPtrArray *
query_own_names (FootholdDb *db, const char *sql, const char *table, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (table != NULL)
    foothold_stmt_bind_text (stmt, "table", table);
  while (foothold_stmt_next (stmt))
    g_ptr_array_add (names, g_strdup (foothold_stmt_text (stmt, 0)));

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&names) : NULL;
}

/*
 * One row; damage may look like one: text that is no text, and what the schema refuses, are left out. *@read: FALSE
 * where a text could not be read at all. FALSE only when @into itself fails.
 */
static gboolean
copy_row (Copy *self, sqlite3_stmt *row, gboolean *read)
{
  int rc;

  *read = TRUE;
  for (int i = 1; i < sqlite3_column_count (row); i++)
    {
      if (sqlite3_column_type (row, i) == SQLITE_TEXT)
        {
          const char *text = (const char *) sqlite3_column_text (row, i);

          *read = text != NULL;
          if (text == NULL || !g_utf8_validate (text, sqlite3_column_bytes (row, i), NULL))
            return TRUE;
        }
      /* what is not bound would be taken for unknown */
      if (sqlite3_bind_value (self->insert, i, sqlite3_column_value (row, i)) != SQLITE_OK)
        return FALSE;
    }
  sqlite3_step (self->insert);
  rc = sqlite3_reset (self->insert);

  return rc == SQLITE_OK || (rc & 0xff) == SQLITE_CONSTRAINT || (rc & 0xff) == SQLITE_MISMATCH;
}

/*
 * Reads @range from one end until its other end or until damage stops it; narrows
 * @range to what was not read. FALSE where @into fails.
 */
static gboolean
read_from (Copy *self, sqlite3_stmt *stmt, Range *range, gboolean *done)
{
  gboolean ok = TRUE, read = TRUE;
  int rc;

  sqlite3_bind_int64 (stmt, 1, range->first);
  sqlite3_bind_int64 (stmt, 2, range->last);
  while (ok && (rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      ok = copy_row (self, stmt, &read);
      /* it is still there for the way from the other end, or lost like the rest of a bad page */
      if (!read)
        break;
      self->n_read++;
      if (id < range->first || id > range->last)
        continue;
      if (stmt == self->forwards)
        range->first = id == G_MAXINT64 ? id : id + 1;
      else
        range->last = id == G_MININT64 ? id : id - 1;
    }
  *done = ok && read && rc == SQLITE_DONE;
  sqlite3_reset (stmt);

  return ok;
}

/* The widest gaps first: good pages between two bad ones are found soon, and a bad page costs no more than the budget.
 */
static gboolean
read_gaps (Copy *self)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Range));
  Range all = { G_MININT64, G_MAXINT64 };

  g_array_append_val (gaps, all);
  for (guint i = 0; i < gaps->len && i < GAP_ATTEMPTS; i++)
    {
      Range gap = g_array_index (gaps, Range, i);
      gboolean done = FALSE;

      if (!read_from (self, self->forwards, &gap, &done))
        return FALSE;
      if (done)
        continue;
      self->damaged = TRUE;
      if (!read_from (self, self->backwards, &gap, &done))
        return FALSE;
      if (!done && gap.first < gap.last)
        {
          gint64 middle = gap.first / 2 + gap.last / 2;
          Range low = { gap.first, middle }, high = { middle + 1, gap.last };

          g_array_append_val (gaps, low);
          g_array_append_val (gaps, high);
        }
    }

  return TRUE;
}

/* Also from an index: it may be whole where the table is not. */
static gint64
count_before (Copy *self)
{
  gint64 n = query_int (self->from, sqlite3_mprintf ("SELECT count (*) FROM \"%w\"", self->table), -1);
  g_autoptr (GPtrArray) indices = NULL;
  gboolean no_memory = FALSE;

  if (n >= 0)
    return n;
  indices =
    query_names (self->from, sqlite3_mprintf ("SELECT name FROM pragma_index_list (%Q) WHERE NOT partial", self->table),
                 &no_memory);
  for (guint i = 0; n < 0 && i < indices->len; i++)
    n = query_int (self->from,
                   sqlite3_mprintf ("SELECT count (*) FROM \"%w\" INDEXED BY \"%w\"", self->table,
                                    (const char *) g_ptr_array_index (indices, i)),
                   -1);

  return n;
}

/* NULL where @into fails. */
static char *
shared_columns (Copy *self, const char **places, GError **error)
{
  g_autoptr (GPtrArray) ours = NULL, theirs = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);

  ours = query_own_names (self->into, "SELECT name FROM pragma_table_info (:table)", self->table, error);
  if (ours == NULL)
    return NULL;
  theirs = query_names (self->from, sqlite3_mprintf ("SELECT name FROM pragma_table_info (%Q)", self->table),
                        &self->no_memory);
  for (guint i = 0; i < ours->len; i++)
    if (g_ptr_array_find_with_equal_func (theirs, g_ptr_array_index (ours, i), g_str_equal, NULL))
      {
        char *quoted = sqlite3_mprintf ("%s\"%w\"", list->len > 0 ? ", " : "", (char *) g_ptr_array_index (ours, i));

        if (quoted == NULL)
          {
            self->no_memory = TRUE;
            break;
          }
        g_string_append (list, quoted);
        g_string_append (marks, marks->len > 0 ? ", ?" : "?");
        sqlite3_free (quoted);
      }
  *places = g_intern_string (marks->str);

  return g_string_free_and_steal (g_steal_pointer (&list));
}

static gboolean
copy_table (FootholdDb *db, gpointer data, GError **error)
{
  Copy *self = data;
  const char *marks;
  g_autofree char *columns = shared_columns (self, &marks, error);
  gboolean ok = TRUE;

  if (columns == NULL)
    return FALSE;
  if (self->no_memory)
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_MEMORY, "no memory for the columns of a table");
      return FALSE;
    }
  self->n_read = 0;
  self->damaged = *columns == '\0';
  if (self->damaged)
    return TRUE;

  self->forwards = prepare (self->from,
                            sqlite3_mprintf ("SELECT rowid, %s FROM \"%w\" NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 "
                                             "ORDER BY rowid",
                                             columns, self->table),
                            &self->no_memory);
  self->backwards = prepare (self->from,
                             sqlite3_mprintf ("SELECT rowid, %s FROM \"%w\" NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 "
                                              "ORDER BY rowid DESC",
                                              columns, self->table),
                             &self->no_memory);
  self->insert =
    prepare (db->handle,
             sqlite3_mprintf ("INSERT OR REPLACE INTO \"%w\" (%s) VALUES (%s)", self->table, columns, marks),
             &self->no_memory);
  if (self->insert == NULL || self->no_memory)
    ok = FALSE;
  else if (self->forwards != NULL && self->backwards != NULL)
    ok = read_gaps (self);
  else
    self->damaged = TRUE;
  if (!ok && self->no_memory)
    foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_MEMORY, "no memory for a statement");
  else if (!ok)
    foothold_db_fail (db, sqlite3_extended_errcode (db->handle), error);

  g_clear_pointer (&self->forwards, sqlite3_finalize);
  g_clear_pointer (&self->backwards, sqlite3_finalize);
  g_clear_pointer (&self->insert, sqlite3_finalize);

  return ok;
}

/* One reference to a row that was lost: unknown where the table allows it, else the row goes too. */
static gboolean
drop_reference (FootholdDb *db, const char *table, gint64 rowid, const char *column, GError **error)
{
  char *forget = sqlite3_mprintf ("UPDATE \"%w\" SET \"%w\" = NULL WHERE rowid = %lld", table, column, rowid);
  char *drop = sqlite3_mprintf ("DELETE FROM \"%w\" WHERE rowid = %lld", table, rowid);
  g_autoptr (GError) local_error = NULL;
  gboolean ok = forget != NULL && drop != NULL;

  if (!ok)
    foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_MEMORY, "no memory for a statement");
  else if (!foothold_db_exec (db, forget, &local_error))
    {
      ok = g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT);
      if (ok)
        ok = foothold_db_exec (db, drop, error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
    }
  sqlite3_free (forget);
  sqlite3_free (drop);

  return ok;
}

static gboolean
drop_references (FootholdDb *db, gpointer data, GError **error)
{
  gboolean found = TRUE;

  /* Dropping a row may leave others without theirs. */
  while (found)
    {
      g_autofree char *table = NULL, *column = NULL;
      gint64 rowid = 0;

      {
        g_autoptr (FootholdStmt) stmt =
          foothold_db_stmt (db, "SELECT v.\"table\", v.rowid, l.\"from\" FROM pragma_foreign_key_check AS v "
                                "JOIN pragma_foreign_key_list (v.\"table\") AS l ON l.id = v.fkid LIMIT 1");

        found = foothold_stmt_next (stmt);
        if (found)
          {
            table = g_strdup (foothold_stmt_text (stmt, 0));
            rowid = foothold_stmt_int (stmt, 1);
            column = g_strdup (foothold_stmt_text (stmt, 2));
          }
        if (!foothold_stmt_finish (stmt, error))
          return FALSE;
      }
      if (found && !drop_reference (db, table, rowid, column, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *name = g_path_get_basename (to);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFileInputStream) stream = g_file_read (source, NULL, error);
  g_autoptr (FootholdFile) file = stream != NULL ? foothold_file_new (folder, error) : NULL;

  return file != NULL && foothold_file_append_stream (file, G_INPUT_STREAM (stream), 0, NULL, error)
         && foothold_file_commit (file, name, error);
}

/* The fixed fields of the file header are the same in every file of ours: take them from a whole one. */
static void
mend_header (const char *copy, FootholdDb *into)
{
  static const struct
  {
    off_t offset;
    int size;
  } fixed[] = { { 0, 24 }, { 44, 4 }, { 52, 8 }, { 72, 20 } };
  sqlite3_file *file = NULL;
  guint8 header[100];
  g_autofd int fd = open (copy, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0 || sqlite3_file_control (into->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
      || file->pMethods->xRead (file, header, sizeof header, 0) != SQLITE_OK)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (pwrite (fd, header + fixed[i].offset, (gsize) fixed[i].size, fixed[i].offset) != fixed[i].size)
      g_debug ("the copy's header was not mended");
  /* Makes SQLite take the size of the file instead of the header's. */
  if (pwrite (fd, "\377\377\377\377", 4, 92) != 4)
    g_debug ("the copy's header was not mended");
}

static sqlite3 *
open_damaged (const char *copy)
{
  sqlite3 *handle = NULL;

  sqlite3_open_v2 (copy, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  /* A broken entry of the schema hides no other; nothing this file's SQL says is run. */
  sqlite3_exec (handle, "PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON", NULL, NULL, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);

  return handle;
}

static gboolean
copy_tables (Copy *self, GPtrArray *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;

  tables = query_own_names (self->into,
                            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                            NULL, error);
  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      FootholdSalvaged *line;
      gint64 before;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->table = g_ptr_array_index (tables, i);
      before = count_before (self);
      if (!foothold_db_write (self->into, copy_table, self, error))
        return FALSE;

      line = g_new0 (FootholdSalvaged, 1);
      line->table = g_strdup (self->table);
      /* How many there were; turned into the lost ones at the end. */
      line->lost = before < 0 && !self->damaged ? self->n_read : before;
      g_ptr_array_add (report, line);
    }

  return foothold_db_write (self->into, drop_references, NULL, error);
}

gboolean
foothold_salvage (const char *damaged, FootholdDb *into, GPtrArray **report, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (foothold_db_get_path (into));
  g_autofree char *copy = foothold_file_temporary_name (folder);
  g_autofree char *copy_journal = g_strconcat (copy, "-journal", NULL);
  g_autofree char *journal = g_strconcat (damaged, "-journal", NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (salvaged_free);
  Copy self = { .into = into };
  gboolean ok;

  ok = copy_file (damaged, copy, error)
       && (!g_file_test (journal, G_FILE_TEST_EXISTS) || copy_file (journal, copy_journal, error))
       && foothold_db_exec (into, "PRAGMA foreign_keys = OFF", error);
  if (ok)
    {
      mend_header (copy, into);
      self.from = open_damaged (copy);
      ok = copy_tables (&self, lines, cancellable, error);
      sqlite3_close (self.from);
      foothold_db_exec (into, "PRAGMA foreign_keys = ON", NULL);
    }
  unlink (copy);
  unlink (copy_journal);
  if (!ok)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      FootholdSalvaged *line = g_ptr_array_index (lines, i);

      line->kept = query_int (into->handle, sqlite3_mprintf ("SELECT count (*) FROM \"%w\"", line->table), -1);
      if (line->kept < 0)
        {
          foothold_db_fail (into, sqlite3_extended_errcode (into->handle), error);
          return FALSE;
        }
      if (line->lost >= 0)
        line->lost = MAX (0, line->lost - line->kept);
    }
  *report = g_steal_pointer (&lines);

  return TRUE;
}
