/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-salvage"

#include "foothold-salvage-data.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sqlite/foothold-file.h"
#include "sqlite/foothold-lock.h"
#include "sqlite/foothold-salvage.h"
#include "store/foothold-backups.h"
#include "store/foothold-schema.h"
#include "store/foothold-undo.h"

/*
 * A fresh file takes what is read, and the backup is made of that: so a salvaged file was
 * checked from end to end like every backup, and thinning, the list and restoring know it.
 */

/* Words of lists that every fresh file has too, and what is ours alone, tell nothing about what was rescued. */
static const char *const uninteresting[] = { "term", "stage", "change", "import_batch", "judging", "judgement", NULL };

static void
table_free (gpointer data)
{
  FootholdSalvageTable *self = data;

  g_free (self->name);
  g_free (self);
}

void
foothold_salvage_report_free (FootholdSalvageReport *self)
{
  g_free (self->backup);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static FootholdSalvageReport *
report_new (GPtrArray *lines)
{
  FootholdSalvageReport *self = g_new0 (FootholdSalvageReport, 1);

  self->tables = g_ptr_array_new_with_free_func (table_free);
  for (guint i = 0; i < lines->len; i++)
    {
      const FootholdSalvaged *line = g_ptr_array_index (lines, i);
      FootholdSalvageTable *table;

      if (g_strv_contains (uninteresting, line->table) || (line->kept == 0 && line->lost == 0))
        continue;
      table = g_new0 (FootholdSalvageTable, 1);
      table->name = g_strdup (line->table);
      table->kept = line->kept;
      table->lost = line->lost;
      g_ptr_array_add (self->tables, table);
      self->n_kept += line->kept;
      self->n_lost += MAX (0, line->lost);
      self->uncounted |= line->lost < 0;
      if (g_str_equal (line->table, "opportunity"))
        self->n_opportunities = line->kept;
    }

  return self;
}

static FootholdSalvageReport *
salvage_into (const char *dir, const char *damaged, const char *fresh, GCancellable *cancellable, GError **error)
{
  g_autoptr (FootholdDb) into = foothold_db_open (fresh, FOOTHOLD_DB_READ_WRITE, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (FootholdSalvageReport) report = NULL;

  if (into == NULL || !foothold_schema_migrate (into, NULL, NULL, error)
      || !foothold_salvage (damaged, into, &lines, cancellable, error))
    return NULL;

  report = report_new (lines);
  if (report->n_kept == 0)
    {
      g_set_error_literal (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT,
                           _ ("Nothing of Foothold’s could be read in this file. It was left as it is; restore a "
                              "backup "
                              "if there is one."));
      return NULL;
    }
  /* What was to be undone may be among what was lost. */
  if (!foothold_undo_clear (into, error))
    return NULL;
  report->backup = foothold_backups_make (into, dir, "salvage", cancellable, error);

  return report->backup != NULL ? g_steal_pointer (&report) : NULL;
}

FootholdSalvageReport *
foothold_salvage_data (const char *dir, const char *damaged, GCancellable *cancellable, GError **error)
{
  g_autofree char *own = foothold_schema_get_path (dir);
  g_autofree char *path = g_canonicalize_filename (damaged != NULL ? damaged : own, NULL);
  g_autofree char *folder = g_build_filename (dir, "backups", NULL);
  g_autofree char *lock_path = g_build_filename (dir, "foothold.lock", NULL);
  g_autofree char *fresh = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *own_path = g_canonicalize_filename (own, NULL);
  g_autoptr (FootholdLock) lock = NULL;
  FootholdSalvageReport *report;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      foothold_db_set_error_code (error,
                                  g_file_test (path, G_FILE_TEST_EXISTS) ? FOOTHOLD_DB_ERROR_NOT_A_DATABASE
                                                                         : FOOTHOLD_DB_ERROR_NOT_FOUND,
                                  path);
      return NULL;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      foothold_db_set_error_errno (error, errno, "make", folder);
      return NULL;
    }
  /* A file that is open would be read while it changes. */
  if (g_str_equal (path, own_path) && (lock = foothold_lock_take (lock_path, error)) == NULL)
    return NULL;

  fresh = foothold_file_temporary_name (folder);
  journal = g_strconcat (fresh, "-journal", NULL);
  report = salvage_into (dir, path, fresh, cancellable, error);
  g_unlink (fresh);
  g_unlink (journal);

  return report;
}
