/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-guard"

#include "foothold-guard.h"

#include <string.h>

#include "store/foothold-backups.h"
#include "store/foothold-paths.h"

struct _FootholdGuard
{
  FootholdSeal *seal;
  char *dir;
  GCancellable *rest; /* of the check that runs beside */

  /* the writer's own */
  FootholdGuardCopiedFunc copied;
  gpointer copied_data;
  gint64 last_backup; /* monotonic milliseconds, 0: none in this session */
  gboolean broken; /* the seal */
  gboolean foreign;
  gboolean told; /* that no backup could be made */
  gboolean looked; /* at the file, at the start or before a write */

  /* set by one thread, read by others */
  gint sound; /* looked at before the first write, and nothing amiss */
  gint whole; /* checked from end to end, now or before */
  gint damaged;
  gint spoiled; /* the last copy was no backup: the next write makes another */
};

static const char guard_key[] = "foothold-guard";

FootholdGuard *
foothold_guard_new (const char *dir, FootholdSeal *seal)
{
  FootholdGuard *self = g_new0 (FootholdGuard, 1);

  self->dir = g_strdup (dir);
  self->seal = seal;
  self->rest = g_cancellable_new ();

  return self;
}

void
foothold_guard_free (FootholdGuard *self)
{
  const gboolean clean = g_atomic_int_get (&self->sound) && !g_atomic_int_get (&self->damaged);

  foothold_seal_close (self->seal, clean, g_atomic_int_get (&self->whole));
  g_object_unref (self->rest);
  g_free (self->dir);
  g_free (self);
}

void
foothold_guard_attach (FootholdDb *db, FootholdGuard *self, FootholdGuardCopiedFunc copied, gpointer user_data)
{
  self->copied = copied;
  self->copied_data = user_data;
  foothold_db_set_data (db, guard_key, self, NULL);
}

static gboolean
fail_damaged (GError **error)
{
  foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_CORRUPT, "damaged, as was seen before");
  return FALSE;
}

static gboolean
differs_from_seal (const char *path, GCancellable *cancellable)
{
  FootholdSeal *seal = foothold_seal_open (path);
  FootholdSealVerdict verdict = FOOTHOLD_SEAL_NONE;

  if (!foothold_seal_check (seal, &verdict, cancellable, NULL))
    verdict = FOOTHOLD_SEAL_NONE;
  foothold_seal_close (seal, FALSE, FALSE);
  return verdict == FOOTHOLD_SEAL_ROTTEN;
}

gboolean
foothold_guard_is_rotten (const char *path, GCancellable *cancellable)
{
  /* a window that wrote its first change meanwhile has taken the seal away by now */
  return differs_from_seal (path, cancellable) && differs_from_seal (path, cancellable);
}

gboolean
foothold_guard_look (const char *dir, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = foothold_paths_dup_database (dir);

  if (foothold_guard_is_rotten (path, cancellable))
    return fail_damaged (error);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
foothold_guard_check (FootholdDb *db, gboolean *foreign, gboolean *rest, GError **error)
{
  FootholdGuard *self = foothold_db_get_data (db, guard_key);
  FootholdSealVerdict verdict;
  g_autoptr (GError) local_error = NULL;
  gboolean ok = TRUE;

  *foreign = *rest = FALSE;
  if (!foothold_seal_check (self->seal, &verdict, NULL, error))
    return FALSE;

  switch (verdict)
    {
    case FOOTHOLD_SEAL_FRESH:
    case FOOTHOLD_SEAL_INTACT:
      g_atomic_int_set (&self->whole, TRUE);
      break;
    case FOOTHOLD_SEAL_ROTTEN:
      ok = fail_damaged (&local_error);
      break;
    case FOOTHOLD_SEAL_UNCHECKED:
    case FOOTHOLD_SEAL_NONE:
    case FOOTHOLD_SEAL_CHANGED:
      *rest = TRUE;
      *foreign = self->foreign = verdict == FOOTHOLD_SEAL_CHANGED;
      ok = foothold_db_check_structure (db, &local_error);
      break;
    default:
      g_assert_not_reached ();
    }

  /* a disk that could not be read, or a check that was stopped, says nothing about the file */
  if (!ok && g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    g_atomic_int_set (&self->damaged, TRUE);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&local_error));
  self->looked = ok;
  g_atomic_int_set (&self->sound, ok && !foothold_db_get_read_only (db));
  return ok;
}

/* Nothing is lost with what holds nothing. */
static gboolean
is_worth_keeping (FootholdDb *db, gboolean *worth, GError **error)
{
  gint64 any;

  if (!foothold_db_query_int (db,
                              "SELECT EXISTS (SELECT 1 FROM opportunity) OR EXISTS (SELECT 1 FROM profile)"
                              " OR EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM outreach)"
                              " OR EXISTS (SELECT 1 FROM place) OR EXISTS (SELECT 1 FROM goal)"
                              " OR EXISTS (SELECT 1 FROM story)"
                              " OR EXISTS (SELECT 1 FROM skill WHERE level IS NOT NULL OR wanted <> 0)",
                              &any, error))
    return FALSE;

  *worth = any != 0;
  return TRUE;
}

static gboolean
is_due (FootholdGuard *self, const char *reason, gint64 now)
{
  return reason != NULL || self->last_backup == 0 || now - self->last_backup >= FOOTHOLD_BACKUPS_EVERY_MS
         || g_atomic_int_compare_and_exchange (&self->spoiled, TRUE, FALSE);
}

/* Nothing is written to what is damaged, nor under a seal. */
static gboolean
begin_write (FootholdGuard *self, FootholdDb *db, GError **error)
{
  gboolean foreign, rest;

  if (g_atomic_int_get (&self->damaged))
    return fail_damaged (error);
  if (!self->looked && !foothold_guard_check (db, &foreign, &rest, error))
    return FALSE;
  if (!self->broken && !foothold_seal_break (self->seal, error))
    return FALSE;
  self->broken = TRUE;
  return TRUE;
}

gboolean
foothold_guard_before_upkeep (FootholdDb *db, gboolean *later, GError **error)
{
  FootholdGuard *self = foothold_db_get_data (db, guard_key);

  *later = self != NULL && !g_atomic_int_get (&self->whole) && !g_atomic_int_get (&self->damaged);
  return self == NULL || *later || foothold_db_get_read_only (db) || begin_write (self, db, error);
}

gboolean
foothold_guard_before_write (FootholdDb *db, const char *reason, GError **error)
{
  FootholdGuard *self = foothold_db_get_data (db, guard_key);
  const gint64 now = g_get_monotonic_time () / 1000;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *waiting = NULL;
  gboolean worth;

  if (self == NULL || foothold_db_get_read_only (db))
    return TRUE; /* the write path refuses by itself */
  if (!begin_write (self, db, error))
    return FALSE;
  if (!is_due (self, reason, now))
    return TRUE;
  if (!is_worth_keeping (db, &worth, error))
    return FALSE;
  if (!worth)
    return TRUE;

  /* its reader would hold up the commit; the copy, made of the same bytes, is checked in its place */
  g_cancellable_cancel (self->rest);
  waiting = foothold_backups_copy (db, self->dir, reason != NULL ? reason : "session", NULL, &local_error);
  if (waiting != NULL)
    {
      self->last_backup = MAX (now, 1);
      self->copied (waiting, NULL, self->copied_data);
      return TRUE;
    }
  if (reason != NULL || g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  /* a full disk must not keep a person from writing what still fits: the next write tries again */
  g_message ("no backup was made: %s", local_error->message);
  if (!self->told)
    self->copied (NULL, local_error, self->copied_data);
  self->told = TRUE;
  return TRUE;
}

GCancellable *
foothold_guard_get_rest_cancellable (FootholdGuard *self)
{
  return self->rest;
}

gboolean
foothold_guard_check_rest (FootholdGuard *self, FootholdDb *db, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (foothold_db_check (db, self->foreign, &local_error))
    {
      g_atomic_int_set (&self->whole, TRUE);
      return TRUE;
    }

  if (g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    g_atomic_int_set (&self->damaged, TRUE);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

char *
foothold_guard_keep (FootholdGuard *self,
                     FootholdDb *db,
                     const char *waiting,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GError) source_error = NULL;
  char *kept = foothold_backups_keep (waiting, cancellable, &local_error);

  if (kept != NULL)
    {
      g_atomic_int_set (&self->whole, TRUE);
      return kept;
    }
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_atomic_int_set (&self->spoiled, TRUE);
  /* the copy alone, or what it was copied from? */
  if (g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT)
      && !foothold_db_check (db, TRUE, &source_error)
      && g_error_matches (source_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT))
    {
      g_atomic_int_set (&self->damaged, TRUE);
      g_propagate_error (error, g_steal_pointer (&source_error));
      return NULL;
    }

  foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_BACKUP, local_error->message);
  return NULL;
}
