/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-schema"

#include "foothold-schema.h"

#include <glib/gi18n-lib.h>

#include "foothold-core-resources.h"
#include "store/foothold-undo.h"

/* A changeset fits only the columns it was recorded with: it goes in the transaction that changes them. */
static gboolean
clear_undo (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_undo_clear (db, error);
}

/* One SQL file a version, in the resource; data/sql says what is in it. */

static const FootholdMigration migrations[] = {
  { 1, "/io/github/foothold_app/Foothold/sql/001.sql", NULL },
  { 2, "/io/github/foothold_app/Foothold/sql/002.sql", clear_undo },
  { 3, "/io/github/foothold_app/Foothold/sql/003.sql", clear_undo },
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == FOOTHOLD_SCHEMA_VERSION);

char *
foothold_schema_get_path (const char *dir)
{
  return g_build_filename (dir, "foothold.db", NULL);
}

gboolean
foothold_schema_migrate (FootholdDb *db, FootholdMigrationBackupFunc backup, gpointer backup_data, GError **error)
{
  /* in a static library nothing else names the object that holds the schema */
  g_resources_register (foothold_core_get_resource ());
  return foothold_db_migrate (db, migrations, G_N_ELEMENTS (migrations), backup, backup_data, error);
}

FootholdDb *
foothold_schema_open_read_only (const char *dir, GError **error)
{
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autoptr (FootholdDb) db = NULL;
  FootholdDbHeader header;
  guint version;

  if (!foothold_db_header_read (path, FOOTHOLD_SCHEMA_VERSION, &header, error))
    return NULL;
  if (header.kind == FOOTHOLD_DB_HEADER_MISSING || header.kind == FOOTHOLD_DB_HEADER_EMPTY)
    {
      g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_NOT_FOUND,
                   _ ("There is no data in “%s” yet. Start Foothold once, or import something."), dir);
      return NULL;
    }

  db = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, error);
  if (db == NULL || !foothold_db_get_version (db, &version, error))
    return NULL;
  if (version < FOOTHOLD_SCHEMA_VERSION)
    {
      g_set_error_literal (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_READ_ONLY,
                           _ ("The data was made by an older version of Foothold. Start Foothold once to bring it up "
                              "to date."));
      return NULL;
    }

  return g_steal_pointer (&db);
}
