/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-export"

#include "exchange/foothold-export-copy.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-db-guard.h"

/* Read in about as long as a commit waits for a reader at most. */
#define DIRECT_MAX_BYTES (512 * 1024 * 1024)

/* A new entity is a new line here, or it is in no export. The undo stack and what is private stay away. */
static const char *const exported_tables[] = {
  "opportunity",
  "deliverable",
  "opportunity_skill",
  "skill",
  "fact",
  "opportunity_history",
  "attachment",
  "organisation",
  "person",
  "goal",
  "goal_target",
  "want",
  "profile",
  "term",
  "import_batch",
  "opportunity_tag",
  "answer",
  "weight",
  "exchange_rate",
  "saved_search",
  "place",
  "stage",
  "application",
  "application_history",
  "application_answer",
  "application_file",
  "checklist_item",
  "checklist_template",
  "interview",
  "follow_up",
  "story",
  "interview_story",
  "host_question",
  "person_contact",
  "person_link",
  "conversation",
  "outreach",
  "engagement",
  "engagement_deliverable",
  NULL,
};

char *
foothold_export_copy_make (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autofree char *caches = NULL;

  if (g_access (dir, W_OK) == 0)
    return foothold_backup_scratch (db, dir, cancellable, error);

  caches = g_build_filename (g_get_user_cache_dir (), "foothold", NULL);
  g_mkdir_with_parents (caches, 0700);
  return foothold_backup_scratch (db, caches, cancellable, error);
}

void
foothold_export_copy_begin (FootholdDb *copy)
{
  g_unlink (foothold_db_get_path (copy));
  foothold_db_allow_only (copy, exported_tables);
}

static FootholdDb *
open_copy (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = foothold_export_copy_make (db, dir, cancellable, error);
  FootholdDb *copy;

  if (path == NULL)
    return NULL;
  copy = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, error);
  if (copy == NULL)
    g_unlink (path);
  else
    foothold_export_copy_begin (copy);
  return copy;
}

/* Whether anyone holds flock() on the file, asked without taking it. Where it cannot be told: yes. */
static gboolean
is_locked (const char *path)
{
  g_autofree char *locks = NULL;
  g_autofree char *inode = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat info;

  if (stat (path, &info) != 0)
    return FALSE;
  if (!g_file_get_contents ("/proc/locks", &locks, NULL, NULL))
    return TRUE;

  /* "1: FLOCK  ADVISORY  WRITE 708 00:2c:1234 0 EOF"; the device is not the one of stat() on every file system. */
  inode = g_strdup_printf (":%" G_GUINT64_FORMAT " ", (guint64) info.st_ino);
  lines = g_strsplit (locks, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "FLOCK") != NULL && strstr (lines[i], inode) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
can_read_directly (FootholdDb *db, const char *dir)
{
  g_autofree char *lock = g_build_filename (dir, "foothold.lock", NULL);
  struct stat info;

  return stat (foothold_db_get_path (db), &info) == 0 && info.st_size <= DIRECT_MAX_BYTES && !is_locked (lock);
}

FootholdDb *
foothold_export_open (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autoptr (FootholdDb) source = db;
  FootholdDb *opened;

  if (can_read_directly (source, dir))
    {
      if (!foothold_db_begin_snapshot (source, error))
        return NULL;
      opened = g_steal_pointer (&source);
      foothold_db_allow_only (opened, exported_tables);
    }
  else
    opened = open_copy (source, dir, cancellable, error);

  if (opened != NULL)
    foothold_db_set_cancellable (opened, cancellable);
  return opened;
}
