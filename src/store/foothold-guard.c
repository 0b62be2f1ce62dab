/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-guard"

#include "foothold-guard.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-backups.h"

/* Kept with the connection: one writer, one guard, no locks. */

typedef struct
{
  FootholdSeal *seal; /* unowned, NULL in tests */
  char *dir;
  gint64 last_backup; /* monotonic milliseconds, 0: none in this session */
  gboolean broken; /* the seal */
  gboolean damaged;
} Guard;

static const char guard_key[] = "foothold-guard";

static void
guard_free (gpointer data)
{
  Guard *self = data;

  g_free (self->dir);
  g_free (self);
}

void
foothold_guard_attach (FootholdDb *db, FootholdSeal *seal, const char *dir)
{
  Guard *self = g_new0 (Guard, 1);

  self->seal = seal;
  self->dir = g_strdup (dir);
  foothold_db_set_data (db, guard_key, self, guard_free);
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT,
                       foothold_db_error_sentence (FOOTHOLD_DB_ERROR_CORRUPT));
  return FALSE;
}

gboolean
foothold_guard_check (FootholdDb *db, gboolean *foreign, GError **error)
{
  Guard *self = foothold_db_get_data (db, guard_key);
  FootholdSealVerdict verdict = FOOTHOLD_SEAL_NONE;
  gboolean ok = TRUE;

  *foreign = FALSE;
  if (self->seal != NULL && !foothold_seal_check (self->seal, &verdict, NULL, error))
    return FALSE;

  switch (verdict)
    {
    case FOOTHOLD_SEAL_FRESH:
    case FOOTHOLD_SEAL_INTACT:
      break;
    case FOOTHOLD_SEAL_ROTTEN:
      ok = fail_damaged (error);
      break;
    case FOOTHOLD_SEAL_NONE:
      ok = foothold_db_check (db, FALSE, error);
      break;
    case FOOTHOLD_SEAL_CHANGED:
      *foreign = TRUE;
      ok = foothold_db_check (db, TRUE, error);
      break;
    default:
      g_assert_not_reached ();
    }

  self->damaged = !ok;
  return ok;
}

/* Nothing is lost with what holds nothing. */
static gboolean
is_worth_keeping (FootholdDb *db, gboolean *worth, GError **error)
{
  gint64 any;

  if (!foothold_db_query_int (db, "SELECT EXISTS (SELECT 1 FROM opportunity) OR EXISTS (SELECT 1 FROM profile)", &any,
                              error))
    return FALSE;

  *worth = any != 0;
  return TRUE;
}

gboolean
foothold_guard_before_write (FootholdDb *db, const char *reason, GError **error)
{
  Guard *self = foothold_db_get_data (db, guard_key);
  const gint64 now = g_get_monotonic_time () / 1000;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  gboolean worth;

  if (self == NULL || foothold_db_get_read_only (db))
    return TRUE; /* the write path refuses by itself */
  if (self->damaged)
    return fail_damaged (error);
  if (self->seal != NULL && !self->broken && !foothold_seal_break (self->seal, error))
    return FALSE;
  self->broken = TRUE;
  if (reason == NULL && self->last_backup != 0 && now - self->last_backup < FOOTHOLD_BACKUPS_EVERY_MS)
    return TRUE;
  if (!is_worth_keeping (db, &worth, error))
    return FALSE;
  if (!worth)
    return TRUE;

  path = foothold_backups_make (db, self->dir, reason != NULL ? reason : "session", NULL, &local_error);
  if (path == NULL && (reason != NULL || g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CORRUPT)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* a full disk must not keep a person from writing what still fits: the next write tries again */
  if (path == NULL)
    g_message ("no backup was made: %s", local_error->message);
  else
    self->last_backup = MAX (now, 1);

  return TRUE;
}
