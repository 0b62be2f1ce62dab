/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "core-sabotage.h"

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-changeset.h"
#include "sqlite/foothold-db-header.h"
#include "sqlite/foothold-db-private.h"
#include "sqlite/foothold-file.h"
#include "sqlite/foothold-salvage.h"
#include "sqlite/foothold-seal.h"
#include "store/foothold-opportunity-store.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The linker gives the store's own function this name, and its callers the one below. */
#define WRAPPED(type, name, arguments) \
  type __real_##name arguments; \
  type __wrap_##name arguments; \
  type __wrap_##name arguments

static gint n_saves, n_reopened;

gboolean
core_sabotaged (const char *name)
{
  return g_strcmp0 (g_getenv ("CORE_SABOTAGE"), name) == 0;
}

guint
core_count_saves (void)
{
  return (guint) g_atomic_int_get (&n_saves);
}

guint
core_count_reopened (void)
{
  return (guint) g_atomic_int_get (&n_reopened);
}

void
core_sabotage_start (const char *dir)
{
  if (core_sabotaged ("no-journal"))
    {
      g_autofree char *journal = g_build_filename (dir, "foothold.db-journal", NULL);

      unlink (journal);
    }
  if (core_sabotaged ("socket"))
    close (socket (AF_INET, SOCK_DGRAM, 0));
}

WRAPPED (gint64,
         foothold_dossier_save,
         (FootholdDb * db, const FootholdDossier *dossier, const char *dir, GError **error))
{
  g_atomic_int_inc (&n_saves);
  return __real_foothold_dossier_save (db, dossier, dir, error);
}

WRAPPED (gboolean, foothold_db_reconnect, (FootholdDb * self, GError **error))
{
  g_atomic_int_inc (&n_reopened);
  return __real_foothold_db_reconnect (self, error);
}

WRAPPED (gboolean, foothold_file_write, (const char *path, const void *data, gsize size, GError **error))
{
  if (core_sabotaged ("careless-file"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
    }

  return __real_foothold_file_write (path, data, size, error);
}

WRAPPED (gboolean,
         foothold_seal_check,
         (FootholdSeal * self, FootholdSealVerdict *verdict, GCancellable *cancellable, GError **error))
{
  if (core_sabotaged ("no-seal"))
    {
      *verdict = FOOTHOLD_SEAL_INTACT;
      return TRUE;
    }

  return __real_foothold_seal_check (self, verdict, cancellable, error);
}

WRAPPED (gboolean,
         foothold_salvage,
         (const char *damaged, FootholdDb *into, GPtrArray **report, GCancellable *cancellable, GError **error))
{
  return __real_foothold_salvage (damaged, into, report, cancellable, error)
         && (!core_sabotaged ("salvage-alters")
             || foothold_db_exec (into, "UPDATE opportunity SET title = title || '?'", error))
         && (!core_sabotaged ("salvage-spares")
             || foothold_db_exec (into, "DELETE FROM fact; DELETE FROM opportunity_skill", error));
}

WRAPPED (gboolean, foothold_db_header_read, (const char *path, guint newest, FootholdDbHeader *header, GError **error))
{
  if (core_sabotaged ("any-version"))
    return __real_foothold_db_header_read (path, 0, header, error);
  if (core_sabotaged ("any-file") && access (path, F_OK) == 0)
    {
      *header = (FootholdDbHeader) { FOOTHOLD_DB_HEADER_OURS, 1 };
      return TRUE;
    }

  return __real_foothold_db_header_read (path, newest, header, error);
}

WRAPPED (gboolean, foothold_backup_restore, (const char *backup, const char *path, const char *aside, GError **error))
{
  if (!__real_foothold_backup_restore (backup, path, aside, error))
    return FALSE;
  if (core_sabotaged ("restore-alters"))
    {
      g_autofd int fd = open (path, O_WRONLY | O_CLOEXEC);

      return pwrite (fd, "\356", 1, 95) == 1;
    }

  return TRUE;
}

/* In pieces, in the place where a whole one was. */
static gboolean
keep_in_place (const char *copy, const char *path)
{
  g_autofree char *bytes = NULL;
  g_autofd int fd = -1;
  gsize size;

  if (!g_file_get_contents (copy, &bytes, &size, NULL))
    return FALSE;
  unlink (copy);
  fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  for (gsize i = 0; i < size; i += 64)
    if (write (fd, bytes + i, MIN (64, size - i)) < 0)
      return FALSE;

  return TRUE;
}

WRAPPED (gboolean,
         foothold_backup_keep,
         (const char *copy, const char *path, guint version, char **sha256, GCancellable *cancellable, GError **error))
{
  if (core_sabotaged ("backup-in-place"))
    {
      if (sha256 != NULL)
        *sha256 = foothold_file_hash (copy, NULL, NULL);
      return keep_in_place (copy, path);
    }

  return __real_foothold_backup_keep (copy, path, version, sha256, cancellable, error);
}

WRAPPED (gboolean, foothold_db_apply_changes, (FootholdDb * db, GBytes *changes, gboolean inverted, GError **error))
{
  return __real_foothold_db_apply_changes (db, changes, inverted, error)
         && (!core_sabotaged ("undo-alters")
             || foothold_db_exec (db, "UPDATE opportunity SET notes = coalesce (notes, '') || '.'", error));
}

int
flock (int fd, int operation)
{
  return core_sabotaged ("no-lock") ? 0 : ((__typeof__ (&flock)) dlsym (RTLD_NEXT, "flock")) (fd, operation);
}

/* What the path was at first, wherever it went since. */
static gboolean
remembered (const char *path, int *rc, struct stat *info, int now)
{
  static struct stat first;
  static gboolean known;

  if (!core_sabotaged ("moved-unseen") || !g_str_has_suffix (path, "/foothold.db"))
    return FALSE;
  if (!known && now == 0)
    first = *info;
  known = known || now == 0;
  *info = first;
  *rc = 0;

  return known;
}

int
stat (const char *path, struct stat *info)
{
  int rc = ((__typeof__ (&stat)) dlsym (RTLD_NEXT, "stat")) (path, info);

  remembered (path, &rc, info, rc);
  return rc;
}

int
stat64 (const char *path, struct stat64 *info)
{
  return stat (path, (struct stat *) info);
}
