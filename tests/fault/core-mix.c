/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does that takes longer than one commit: a page imported, an export, data brought up to a newer version.
 */

#include "core-work.h"

#include "core-check.h"
#include "core-power.h"

#include "exchange/foothold-export-file.h"
#include "exchange/foothold-json-guard.h"
#include "exchange/foothold-prepare.h"
#include "sqlite/foothold-backup.h"
#include "store/foothold-schema.h"
#include "store/foothold-staging.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const pages[] = { "posting-da-nang.html", "posting-leipzig.html", "posting-lodz.html",
                                     "posting-remote.html" };

gboolean
core_work_import_page (CoreWork *self, GError **error)
{
  g_autofree char *path = g_build_filename (FOOTHOLD_PAGES, pages[self->n % G_N_ELEMENTS (pages)], NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr (GAsyncResult) prepared = NULL, merged = NULL;
  g_autoptr (FootholdStaging) staging = NULL;
  FootholdStagedCounts counts;

  g_ptr_array_add (sources, foothold_import_source_new_for_file (file));
  foothold_exchange_prepare_async (self->store, sources, NULL, NULL, NULL, NULL, NULL, core_result_cb, &prepared);
  staging = foothold_exchange_prepare_finish (self->store, core_wait_for (&prepared), error);
  if (staging == NULL)
    return FALSE;
  counts = foothold_staging_get_counts (staging);
  if (counts.n_problems > 0)
    {
      g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "%s was not understood", path);
      return FALSE;
    }
  if (counts.n_new == 0) /* there since an earlier time */
    return TRUE;
  foothold_store_merge_async (self->store, staging, path, NULL, NULL, NULL, core_result_cb, &merged);

  return foothold_store_merge_finish (self->store, core_wait_for (&merged), error) == counts.n_new;
}

gboolean
core_work_export (CoreWork *self, GError **error)
{
  gboolean json = self->n % 2 == 0;
  g_autofree char *path = g_build_filename (self->dir, json ? "export.json" : "export.csv", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  foothold_export_async (self->store, json ? FOOTHOLD_EXPORT_JSON : FOOTHOLD_EXPORT_CSV, FOOTHOLD_EXPORT_APPLICATIONS,
                         target, NULL, core_result_cb, &result);

  return foothold_export_finish (self->store, core_wait_for (&result), NULL, error);
}

/* As some later program may bring it: a table rebuilt, a column added, rows rewritten. */
static gboolean
step_later (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db,
                           "CREATE TABLE want_2 (id INTEGER PRIMARY KEY, rev INTEGER NOT NULL DEFAULT 1, "
                           "  position INTEGER NOT NULL, text TEXT NOT NULL CHECK (text <> ''), since TEXT) STRICT;"
                           "INSERT INTO want_2 (id, rev, position, text) SELECT id, rev, position, text FROM want;"
                           "DROP TABLE want; ALTER TABLE want_2 RENAME TO want;"
                           "ALTER TABLE goal ADD COLUMN done INTEGER NOT NULL DEFAULT 0;"
                           "UPDATE opportunity SET notes = coalesce (notes, '') || ' (brought up)';",
                           error);
}

const FootholdMigration *
core_mix_get_steps (guint *n_steps)
{
  static FootholdMigration steps[FOOTHOLD_SCHEMA_VERSION + 1];

  *n_steps = FOOTHOLD_SCHEMA_VERSION + 1;
  for (guint i = 1; i <= FOOTHOLD_SCHEMA_VERSION; i++)
    {
      g_autofree char *resource = g_strdup_printf ("/io/github/foothold_app/Foothold/sql/%03u.sql", i);

      steps[i - 1] = (FootholdMigration) { i, g_intern_string (resource), NULL };
    }
  steps[FOOTHOLD_SCHEMA_VERSION] = (FootholdMigration) { FOOTHOLD_SCHEMA_VERSION + 1, NULL, step_later };

  return steps;
}

gboolean
core_mix_keep_backup (FootholdDb *db, guint from, guint to, gpointer data, GError **error)
{
  CoreWork work = { .dir = data };

  return core_work_backup (&work, error);
}

static gpointer
read_copy (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_backup_copy (db, data, NULL, error);
}

gboolean
core_work_migrate (CoreWork *self, GError **error)
{
  g_autofree char *folder = g_build_filename (self->dir, "older", NULL);
  g_autofree char *path = core_db_path (folder);
  g_autofree char *copy = NULL;
  g_autoptr (FootholdDb) db = NULL;
  guint n_steps;
  const FootholdMigration *steps = core_mix_get_steps (&n_steps);

  g_mkdir_with_parents (folder, 0700);
  core_empty_folder (folder);
  copy = core_work_read (self, read_copy, folder, g_free, error);
  if (copy == NULL || g_rename (copy, path) != 0)
    return FALSE;
  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, error);

  return db != NULL && foothold_db_migrate (db, steps, n_steps, core_mix_keep_backup, folder, error);
}

static gboolean
check_export (const char *dir, GError **error)
{
  g_autofree char *json = g_build_filename (dir, "export.json", NULL);
  g_autofree char *csv = g_build_filename (dir, "export.csv", NULL);
  g_autofree char *text = NULL, *table = NULL;
  gsize size;

  if (g_file_get_contents (json, &text, &size, NULL)
      && !foothold_json_guard (text, size, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, error))
    return FALSE;
  if (g_file_get_contents (csv, &table, &size, NULL) && !g_str_has_suffix (table, "\r\n"))
    {
      g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "%s is a part of a table", csv);
      return FALSE;
    }

  return TRUE;
}

gboolean
core_mix_check (const char *dir, GError **error)
{
  g_autofree char *folder = g_build_filename (dir, "older", NULL);
  g_autofree char *path = core_db_path (folder);
  g_autoptr (FootholdDb) db = NULL;
  guint version;

  if (!check_export (dir, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, error);
  if (db == NULL || !foothold_db_get_version (db, &version, error) || !foothold_db_check (db, TRUE, error))
    return FALSE;
  if (version != FOOTHOLD_SCHEMA_VERSION && version != FOOTHOLD_SCHEMA_VERSION + 1)
    {
      g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "between two versions: %u", version);
      return FALSE;
    }

  return TRUE;
}
