/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-export"

#include "exchange/foothold-export-copy.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-db-guard.h"

/* A new entity is a new line here, or it is in no export. The undo stack and what is private stay away. */
static const char *const exported_tables[] = {
  "opportunity", "deliverable",  "opportunity_skill",
  "skill",       "fact",         "opportunity_history",
  "attachment",  "organisation", "person",
  "goal",        "goal_target",  "want",
  "profile",     "term",         "import_batch",
  NULL,
};

char *
foothold_export_copy_make (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autofree char *caches = NULL;

  if (g_access (dir, W_OK) == 0)
    return foothold_backup_copy (db, dir, cancellable, error);

  caches = g_build_filename (g_get_user_cache_dir (), "foothold", NULL);
  g_mkdir_with_parents (caches, 0700);
  return foothold_backup_copy (db, caches, cancellable, error);
}

void
foothold_export_copy_begin (FootholdDb *copy)
{
  g_unlink (foothold_db_get_path (copy));
  foothold_db_allow_only (copy, exported_tables);
}

FootholdDb *
foothold_export_copy_open (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = foothold_export_copy_make (db, dir, cancellable, error);
  FootholdDb *copy;

  if (path == NULL)
    return NULL;
  copy = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, error);
  if (copy == NULL)
    {
      g_unlink (path);
      return NULL;
    }

  foothold_export_copy_begin (copy);
  foothold_db_set_cancellable (copy, cancellable);
  return copy;
}
