/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core-check.h"

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

char *
core_db_path (const char *dir)
{
  return g_build_filename (dir, "foothold.db", NULL);
}

static void
hash_rows (GChecksum *checksum, FootholdStmt *stmt)
{
  guint n = foothold_stmt_n_columns (stmt);

  while (foothold_stmt_next (stmt))
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (GBytes) value = foothold_stmt_blob (stmt, i);
        gint64 size = value != NULL ? (gint64) g_bytes_get_size (value) : -1;

        g_checksum_update (checksum, (const guchar *) &size, sizeof size);
        if (size > 0)
          g_checksum_update (checksum, g_bytes_get_data (value, NULL), (gssize) size);
      }
}

char *
core_digest (FootholdDb *db, gboolean undoable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  const char *sql = "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') "
                    "AND name <> 'sqlite_schema' ORDER BY name";

  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

    while (foothold_stmt_next (stmt))
      if (!undoable
          || (g_str_equal (foothold_stmt_text (stmt, 1), "table")
              && !g_str_has_prefix (foothold_stmt_text (stmt, 0), "sqlite_")
              && !g_str_equal (foothold_stmt_text (stmt, 0), "change")
              /* derived, and judged anew when there is time */
              && !g_str_has_prefix (foothold_stmt_text (stmt, 0), "judg")))
        g_ptr_array_add (tables, g_strdup (foothold_stmt_text (stmt, 0)));
    if (!foothold_stmt_finish (stmt, error))
      return NULL;
  }

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
      g_autofree char *by_key = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1", table);
      g_autoptr (FootholdStmt) stmt = NULL;

      g_checksum_update (checksum, (const guchar *) table, -1);
      stmt = foothold_db_stmt (db, g_intern_string (g_str_has_suffix (table, "_idx") ? select : by_key));
      hash_rows (checksum, stmt);
      if (!foothold_stmt_finish (stmt, error))
        return NULL;
    }

  return g_strdup (g_checksum_get_string (checksum));
}

guint
core_change_counter (const char *path)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC);
  guint32 counter = 0;

  return fd >= 0 && pread (fd, &counter, sizeof counter, 24) == sizeof counter ? GUINT32_FROM_BE (counter) : 0;
}

gboolean
core_check_attachments (FootholdDb *db, const char *dir, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT DISTINCT sha256 FROM attachment");

  while (foothold_stmt_next (stmt))
    {
      const char *sha256 = foothold_stmt_text (stmt, 0);
      g_autofree char *path = g_build_filename (dir, "attachments", sha256, NULL);
      g_autofree char *found = foothold_file_hash (path, NULL, error);

      if (found == NULL)
        return FALSE;
      if (!g_str_equal (found, sha256))
        {
          g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT, "attachment %s has other bytes", sha256);
          return FALSE;
        }
    }

  return foothold_stmt_finish (stmt, error);
}

gboolean
core_check (FootholdDb *db, const char *dir, GError **error)
{
  gint64 tables;

  if (!foothold_db_check (db, TRUE, error)
      || !foothold_db_query_int (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'attachment'", &tables, error))
    return FALSE;

  return tables == 0 || core_check_attachments (db, dir, error);
}

guint
core_count_backups (const char *dir, guint *n_all)
{
  g_autofree char *folder = g_build_filename (dir, "backups", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_sound = 0;

  *n_all = 0;
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        *n_all += 1;
        n_sound += foothold_backup_check (path, 0, NULL, NULL, NULL);
      }

  return n_sound;
}
