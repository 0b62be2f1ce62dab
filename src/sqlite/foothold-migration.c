/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-migration"

#include "foothold-migration.h"
#include "foothold-trouble.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

gboolean
foothold_db_get_version (FootholdDb *self, guint *version, GError **error)
{
  gint64 value = 0;
  gboolean ok = foothold_db_query_int (self, "PRAGMA user_version", &value, error);

  *version = ok ? (guint) value : 0;
  return ok;
}

static gboolean
check_foreign_keys (FootholdDb *db, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "PRAGMA foreign_key_check");

  if (foothold_stmt_next (stmt))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_CONSTRAINT, foothold_stmt_text (stmt, 0));
      return FALSE;
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
run_step (FootholdDb *db, gpointer data, GError **error)
{
  const FootholdMigration *step = data;
  g_autofree char *mark = NULL;

  /* First, so that even a page written before the commit says whose file this is. */
  mark =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", FOOTHOLD_DB_APPLICATION_ID, step->version);
  if (!foothold_db_exec (db, mark, error))
    return FALSE;

  if (step->resource != NULL)
    {
      g_autoptr (GBytes) script = g_resources_lookup_data (step->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      g_autofree char *sql = NULL;

      if (script == NULL)
        return FALSE;
      sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
      if (!foothold_db_exec (db, sql, error))
        return FALSE;
    }
  if (step->func != NULL && !step->func (db, NULL, error))
    return FALSE;

  return check_foreign_keys (db, error);
}

/* Nothing but our own steps may have made this file. */
static gboolean
check_fresh (FootholdDb *self, GError **error)
{
  gint64 tables;

  if (!foothold_db_query_int (self, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (tables == 0)
    return TRUE;

  foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_FOREIGN, "tables without a version");
  return FALSE;
}

gboolean
foothold_db_migrate (FootholdDb *self,
                     const FootholdMigration *steps,
                     guint n_steps,
                     FootholdMigrationBackupFunc backup,
                     gpointer backup_data,
                     GError **error)
{
  guint version;
  guint newest = steps[n_steps - 1].version;
  gboolean ok = TRUE;

  if (!foothold_db_get_version (self, &version, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  if (version > newest)
    {
      foothold_trouble_set_newer (error, version, newest);
      return FALSE;
    }
  if (version == 0 && !check_fresh (self, error))
    return FALSE;
  if (foothold_db_get_read_only (self))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_READ_ONLY,
                                  "an older version that cannot be brought up here");
      return FALSE;
    }
  if (version > 0 && backup != NULL && !backup (self, version, newest, backup_data, error))
    return FALSE;

  /* Tables are rebuilt under new names: only the check at the end of each step counts. */
  if (!foothold_db_exec (self, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (guint i = 0; ok && i < n_steps; i++)
    if (steps[i].version > version)
      ok = foothold_db_write (self, run_step, (gpointer) &steps[i], error);

  return foothold_db_exec (self, "PRAGMA foreign_keys = ON", ok ? error : NULL) && ok;
}
