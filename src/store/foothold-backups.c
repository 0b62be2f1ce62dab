/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-backups"

#include "foothold-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-file.h"
#include "sqlite/foothold-lock.h"
#include "store/foothold-guard.h"
#include "store/foothold-id.h"
#include "store/foothold-schema.h"

/*
 * "20261122T190827123Z.import.<64 hex digits>.db": sorted by name is sorted by time.
 * Until it was checked: "20261122T190827123Z.import.waiting".
 */

#define FOLDER "backups"
#define SUFFIX ".db"
#define WAITING_SUFFIX ".waiting"
/* beside the data itself: what a restore has set aside */
#define REPLACED ".replaced-"
#define STAMP "%Y%m%dT%H%M%S"
#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

#define KEEP_RECENT 10
#define KEEP_DAILY 7
#define KEEP_WEEKLY 4
#define KEEP_MONTHLY 6

void
foothold_backup_free (FootholdBackup *self)
{
  g_free (self->path);
  g_free (self->reason);
  g_free (self);
}

static char *
stamp_of (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (ms / 1000);
  g_autofree char *text = g_date_time_format (time, STAMP);

  return g_strdup_printf ("%s%03dZ", text, (int) (ms % 1000));
}

/* -1 for what is no stamp. */
static gint64
stamp_parse (const char *text)
{
  int year, month, day, hour, minute, second, ms, length = 0;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (text, "%4d%2d%2dT%2d%2d%2d%3dZ%n", &year, &month, &day, &hour, &minute, &second, &ms, &length) != 7
      || length != (int) strlen (text))
    return -1;

  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) * 1000 + ms : -1;
}

/* NULL for a name that is not a backup's. @sha256: (out) (optional): NULL where the name has none. */
static FootholdBackup *
backup_parse (const char *folder, const char *name, char **sha256)
{
  g_autofree char *stem = NULL;
  g_auto (GStrv) parts = NULL;
  FootholdBackup *self;
  GStatBuf info;
  gint64 made_at;

  if (sha256 != NULL)
    *sha256 = NULL;
  if (!g_str_has_suffix (name, SUFFIX))
    return NULL;
  stem = g_strndup (name, strlen (name) - strlen (SUFFIX));
  parts = g_strsplit (stem, ".", 4);
  if (g_strv_length (parts) != 3 || strlen (parts[2]) != 64)
    return NULL;
  made_at = stamp_parse (parts[0]);
  if (made_at < 0)
    return NULL;

  self = g_new0 (FootholdBackup, 1);
  self->path = g_build_filename (folder, name, NULL);
  self->made_at = made_at;
  self->reason = g_strdup (parts[1]);
  if (g_stat (self->path, &info) == 0)
    self->size = info.st_size;
  if (sha256 != NULL)
    *sha256 = g_strdup (parts[2]);
  return self;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const FootholdBackup *left = *(FootholdBackup *const *) a;
  const FootholdBackup *right = *(FootholdBackup *const *) b;

  return (left->made_at < right->made_at) - (left->made_at > right->made_at);
}

static void
backup_free (gpointer data)
{
  foothold_backup_free (data);
}

GPtrArray *
foothold_store_list_backups (const char *dir, GError **error)
{
  g_autofree char *folder = g_build_filename (dir, FOLDER, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (backup_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) handle = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (handle == NULL && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  while (handle != NULL && (name = g_dir_read_name (handle)) != NULL)
    {
      FootholdBackup *backup = backup_parse (folder, name, NULL);

      if (backup != NULL)
        g_ptr_array_add (list, backup);
    }
  g_ptr_array_sort (list, compare_newest_first);

  return g_steal_pointer (&list);
}

/* Keeps the newest of each of the @n latest periods of @length days there are backups of. */
static void
keep_periods (GPtrArray *backups, GArray *keep, guint n, gint64 length)
{
  gint64 last = G_MAXINT64;

  for (guint i = 0; i < backups->len && n > 0; i++)
    {
      const FootholdBackup *backup = g_ptr_array_index (backups, i);
      const gint64 period = backup->made_at / (length * DAY_MS);

      if (period == last)
        continue;
      last = period;
      n--;
      g_array_index (keep, gboolean, i) = TRUE;
    }
}

GArray *
foothold_backups_plan (GPtrArray *backups, gint64 now)
{
  GArray *keep = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), backups->len);
  gint64 size = 0;
  guint n = 0;

  g_array_set_size (keep, backups->len);
  for (guint i = 0; i < MIN (backups->len, KEEP_RECENT); i++)
    g_array_index (keep, gboolean, i) = TRUE;
  keep_periods (backups, keep, KEEP_DAILY, 1);
  keep_periods (backups, keep, KEEP_WEEKLY, 7);
  keep_periods (backups, keep, KEEP_MONTHLY, 30);

  for (guint i = 0; i < backups->len; i++)
    {
      const FootholdBackup *backup = g_ptr_array_index (backups, i);

      if (!g_array_index (keep, gboolean, i))
        continue;
      size += backup->size;
      if (++n > FOOTHOLD_BACKUPS_MIN_KEPT && size > FOOTHOLD_BACKUPS_MAX_BYTES)
        g_array_index (keep, gboolean, i) = FALSE;
    }

  return keep;
}

gboolean
foothold_backups_thin (const char *dir, GError **error)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (dir, error);
  g_autoptr (GArray) keep = NULL;

  if (backups == NULL)
    return FALSE;

  /* the newest was checked a moment ago, and is always kept */
  keep = foothold_backups_plan (backups, foothold_now_ms ());
  for (guint i = 1; i < backups->len; i++)
    if (!g_array_index (keep, gboolean, i)
        && !foothold_file_remove (((FootholdBackup *) g_ptr_array_index (backups, i))->path, error))
      return FALSE;

  return TRUE;
}

/* A copy under a temporary name, synced; @stem: (out): its final path without hash and suffix. */
static char *
copy (FootholdDb *db, const char *dir, const char *reason, char **stem, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_build_filename (dir, FOLDER, NULL);
  g_autofree char *stamp = stamp_of (foothold_now_ms ());
  g_autofree char *name = g_strconcat (stamp, ".", reason, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      foothold_db_set_error_errno (error, errno, "make", folder);
      return NULL;
    }

  *stem = g_build_filename (folder, name, NULL);
  return foothold_backup_copy (db, folder, cancellable, error);
}

/* Checks every table, index and reference of @path, and names it by what is in it. */
static char *
name_checked (const char *path, const char *stem, GCancellable *cancellable, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *kept = NULL;

  if (!foothold_backup_check (path, FOOTHOLD_SCHEMA_VERSION, NULL, cancellable, error)
      || (sha256 = foothold_file_hash (path, cancellable, error)) == NULL)
    return NULL;
  kept = g_strconcat (stem, ".", sha256, SUFFIX, NULL);
  return foothold_file_rename (path, kept, error) ? g_steal_pointer (&kept) : NULL;
}

/* What stays too long is no reason to fail. */
static void
thin (const char *dir)
{
  g_autoptr (GError) error = NULL;

  if (!foothold_backups_thin (dir, &error))
    g_debug ("old backups stay: %s", error->message);
}

static char *
keep (const char *path, const char *stem, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *dir = g_path_get_dirname (folder);
  char *kept = name_checked (path, stem, cancellable, error);

  if (kept != NULL)
    thin (dir);
  return kept;
}

char *
foothold_backups_make (FootholdDb *db, const char *dir, const char *reason, GCancellable *cancellable, GError **error)
{
  g_autofree char *stem = NULL;
  g_autofree char *path = copy (db, dir, reason, &stem, cancellable, error);
  char *kept;

  if (path == NULL)
    return NULL;
  kept = keep (path, stem, cancellable, error);
  if (kept == NULL)
    g_unlink (path);

  return kept;
}

char *
foothold_backups_copy (FootholdDb *db, const char *dir, const char *reason, GCancellable *cancellable, GError **error)
{
  g_autofree char *stem = NULL;
  g_autofree char *path = copy (db, dir, reason, &stem, cancellable, error);
  g_autofree char *waiting = NULL;

  if (path == NULL)
    return NULL;
  /* a power cut may take the name back: the sweep knows the other one */
  waiting = g_strconcat (stem, WAITING_SUFFIX, NULL);
  if (g_rename (path, waiting) == 0)
    return g_steal_pointer (&waiting);

  foothold_db_set_error_errno (error, errno, "name", waiting);
  g_unlink (path);
  return NULL;
}

char *
foothold_backups_keep (const char *waiting, GCancellable *cancellable, GError **error)
{
  g_autofree char *stem = g_strndup (waiting, strlen (waiting) - strlen (WAITING_SUFFIX));
  g_autoptr (GError) local_error = NULL;
  char *kept = keep (waiting, stem, cancellable, &local_error);

  if (kept != NULL)
    return kept;
  /* one that was not looked at to its end is, at the next start */
  if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_unlink (waiting);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
foothold_backups_list_waiting (const char *dir)
{
  g_autofree char *folder = g_build_filename (dir, FOLDER, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) handle = g_dir_open (folder, 0, NULL);
  const char *name;

  while (handle != NULL && (name = g_dir_read_name (handle)) != NULL)
    if (g_str_has_suffix (name, WAITING_SUFFIX))
      g_ptr_array_add (list, g_build_filename (folder, name, NULL));
  g_ptr_array_sort_values (list, (GCompareFunc) strcmp);

  return g_steal_pointer (&list);
}

GPtrArray *
foothold_backups_list_replaced (const char *dir, GError **error)
{
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autofree char *data = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (data, REPLACED, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) handle = g_dir_open (dir, 0, error);
  const char *name;

  if (handle == NULL)
    return NULL;
  /* a journal is part of the file beside which it lies */
  while ((name = g_dir_read_name (handle)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-journal"))
      g_ptr_array_add (list, g_build_filename (dir, name, NULL));

  return g_steal_pointer (&list);
}

gboolean
foothold_backups_before_migration (FootholdDb *db, guint from, guint to, gpointer data, GError **error)
{
  g_autofree char *path = foothold_backups_make (db, data, "migration", NULL, error);

  return path != NULL;
}

gboolean
foothold_backups_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *expected = NULL;
  FootholdBackup *backup = backup_parse (folder, name, &expected);

  if (backup != NULL)
    {
      g_autofree char *sha256 = foothold_file_hash (path, cancellable, error);

      foothold_backup_free (backup);
      if (sha256 == NULL)
        return FALSE;
      if (!g_str_equal (sha256, expected))
        {
          g_set_error_literal (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT,
                               _ ("This backup was damaged on the disk, so nothing was changed. Choose another one."));
          return FALSE;
        }
    }

  /* a copy that someone put elsewhere under a name of their own is looked at all the same */
  return foothold_backup_check (path, FOOTHOLD_SCHEMA_VERSION, NULL, cancellable, error);
}

/* Of the file, or once it was open of what it was copied from; not of the copy, nor of this machine. */
static gboolean
is_unreadable (const GError *error, gboolean opened)
{
  if (g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT)
      || g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_IO))
    return TRUE;
  return !opened && !g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MEMORY)
         && !g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_BUSY);
}

/*
 * What cannot be read, none of it or a part, is no reason to stay with it: it is set aside as it is. None is thinned
 * out here: the one that is gone back to may be the oldest.
 */
static gboolean
back_up_present (const char *dir, const char *path, char **kept, GError **error)
{
  g_autoptr (FootholdDb) db = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *unchecked = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || foothold_guard_is_rotten (path, NULL))
    return TRUE;

  if (foothold_db_header_read (path, FOOTHOLD_SCHEMA_VERSION, NULL, &local_error)
      && (db = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, &local_error)) != NULL)
    unchecked = copy (db, dir, "restore", &stem, NULL, &local_error);
  if (unchecked != NULL && (*kept = name_checked (unchecked, stem, NULL, &local_error)) == NULL)
    g_unlink (unchecked);
  if (*kept != NULL || is_unreadable (local_error, db != NULL))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
foothold_store_restore (const char *dir, const char *backup, char **before, GError **error)
{
  g_autofree char *path = foothold_schema_get_path (dir);
  g_autofree char *lock_path = g_build_filename (dir, "foothold.lock", NULL);
  g_autofree char *stamp = stamp_of (foothold_now_ms ());
  g_autofree char *aside = g_strconcat (path, REPLACED, stamp, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (FootholdLock) lock = NULL;

  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      foothold_db_set_error_errno (error, errno, "make", dir);
      return FALSE;
    }
  lock = foothold_lock_take (lock_path, error);

  if (lock == NULL || !foothold_backups_verify (backup, NULL, error) || !back_up_present (dir, path, &kept, error)
      || !foothold_backup_restore (backup, path, aside, error))
    return FALSE;

  thin (dir);
  if (before != NULL)
    *before = g_steal_pointer (&kept);
  return TRUE;
}
