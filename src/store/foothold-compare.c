/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-compare"

#include <glib/gi18n-lib.h>

#include "store/foothold-fill.h"
#include "store/foothold-merge-rows.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-staging-private.h"

/*
 * What of an import is there already. One opportunity is recognised by its id, by
 * its address, or by its title and organisation, in that order. Two that carry
 * ids (our own export) are two, however alike they look.
 */

typedef struct
{
  FootholdStaging *staging;
  FootholdDb *db;
  gboolean empty; /* nothing to compare with */
  GHashTable *ids; /* of the import itself */
  GHashTable *by_url; /* url key → entry, + 1 */
  GHashTable *by_title; /* folded title and organisation → entry, + 1 */
} Compare;

typedef struct
{
  gint64 id;
  char *url_key, *title, *organisation;
} Keys;

static void
keys_clear (Keys *self)
{
  g_clear_pointer (&self->url_key, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->organisation, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

static gboolean
read_keys (FootholdStaging *staging, guint n, Keys *keys, GError **error)
{
  return foothold_staging_read_keys (staging, n, &keys->id, &keys->url_key, &keys->title, &keys->organisation, error);
}

static char *
title_key (const Keys *keys)
{
  return g_strconcat (keys->title, "\n", keys->organisation, NULL);
}

#define VISIBLE " AND (o.batch IS NULL OR o.batch IN (SELECT id FROM import_batch WHERE state = 'done'))"

static gboolean
query_match (FootholdStmt *stmt, gint64 *match, GError **error)
{
  *match = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error);
}

/* The opportunity that is there already; @how: "id", "url", "title". */
static gboolean
find_here (Compare *self, const Keys *keys, gint64 *match, const char **how, GError **error)
{
  *match = 0;
  if (keys->id != 0)
    {
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (self->db, "SELECT o.id FROM opportunity AS o WHERE o.id = :id" VISIBLE);

      *how = "id";
      foothold_stmt_bind_int (stmt, "id", keys->id);
      if (!query_match (stmt, match, error))
        return FALSE;
      if (*match != 0)
        return TRUE;
    }
  if (keys->url_key != NULL)
    {
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (self->db,
                          "SELECT o.id FROM opportunity AS o WHERE o.url_key = :key" VISIBLE " ORDER BY o.id LIMIT 1");

      *how = "url";
      foothold_stmt_bind_text (stmt, "key", keys->url_key);
      if (!query_match (stmt, match, error))
        return FALSE;
    }
  if (*match == 0)
    {
      /* without an organisation a title is too little, where two addresses say they are two */
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (self->db,
                          "SELECT o.id FROM opportunity AS o LEFT JOIN organisation AS g ON g.id = o.organisation_id"
                          " WHERE o.folded = :title AND g.folded IS :organisation"
                          " AND (:organisation IS NOT NULL OR o.url_key IS NULL OR :url IS NULL)" VISIBLE
                          " ORDER BY o.id LIMIT 1");

      *how = "title";
      foothold_stmt_bind_text (stmt, "title", keys->title);
      foothold_stmt_bind_text (stmt, "organisation", keys->organisation);
      foothold_stmt_bind_text (stmt, "url", keys->url_key);
      if (!query_match (stmt, match, error))
        return FALSE;
    }
  /* one that the import brings itself is another */
  if (*match != 0 && keys->id != 0 && g_hash_table_contains (self->ids, match))
    *match = 0;

  return TRUE;
}

static const char *
reason_for (const char *how, gboolean differs, gboolean fills)
{
  if (fills)
    return g_str_equal (how, "title")
             ? _ ("Title and organisation are there already; what is not known yet is filled in.")
             : _ ("It is there already; what is not known yet is filled in.");
  if (differs)
    return _ ("It is there already and differs; what is there is kept.");
  if (g_str_equal (how, "url"))
    return _ ("The same address is there already.");
  if (g_str_equal (how, "title"))
    return _ ("The same title and organisation are there already.");

  return _ ("It is there already.");
}

static gboolean
compare_with (Compare *self, guint n, gint64 match, const char *how, GError **error)
{
  g_autoptr (FootholdDossier) here = foothold_dossier_load (self->db, match, error);
  g_autoptr (FootholdDossier) there = here != NULL ? foothold_staging_read (self->staging, n, error) : NULL;
  g_autoptr (FootholdDossier) filled = NULL;
  gboolean differs;

  if (there == NULL)
    return FALSE;

  filled = foothold_fill (here, there, &differs);
  foothold_staging_set_verdict (self->staging, n, filled != NULL ? FOOTHOLD_VERDICT_FILLS : FOOTHOLD_VERDICT_SAME,
                                match, reason_for (how, differs, filled != NULL));
  return TRUE;
}

/* The entry of the same import that is the same opportunity, or -1. */
static gint64
find_in_import (Compare *self, guint n, const Keys *keys)
{
  g_autofree char *title = title_key (keys);
  gpointer found = NULL;

  if (keys->id != 0)
    return -1;
  if (keys->url_key != NULL)
    found = g_hash_table_lookup (self->by_url, keys->url_key);
  if (found == NULL && (keys->organisation != NULL || keys->url_key == NULL))
    found = g_hash_table_lookup (self->by_title, title);

  if (found != NULL)
    return (gint64) GPOINTER_TO_UINT (found) - 1;
  if (keys->url_key != NULL)
    g_hash_table_insert (self->by_url, g_strdup (keys->url_key), GUINT_TO_POINTER (n + 1));
  g_hash_table_insert (self->by_title, g_steal_pointer (&title), GUINT_TO_POINTER (n + 1));
  return -1;
}

static gboolean
compare_entry (Compare *self, guint n, GError **error)
{
  g_auto (Keys) keys = { 0 };
  const char *how = "id";
  gint64 match = 0, other;

  if (!read_keys (self->staging, n, &keys, error))
    return FALSE;
  if (keys.title == NULL)
    return TRUE;

  /* said twice under one id, the first counts */
  if (keys.id != 0)
    {
      gint64 *seen = g_hash_table_lookup (self->ids, &keys.id);

      if (seen != NULL && *(seen + 1) != (gint64) n)
        {
          foothold_staging_set_verdict (self->staging, n, FOOTHOLD_VERDICT_SAME, 0,
                                        _ ("It comes twice in this import; the first is taken."));
          return TRUE;
        }
    }
  if (!self->empty && !find_here (self, &keys, &match, &how, error))
    return FALSE;
  if (match != 0)
    return compare_with (self, n, match, how, error);

  other = find_in_import (self, n, &keys);
  if (other < 0)
    foothold_staging_set_verdict (self->staging, n, FOOTHOLD_VERDICT_NEW, 0, NULL);
  else
    foothold_staging_set_verdict (self->staging, n, FOOTHOLD_VERDICT_SAME, 0,
                                  _ ("It comes twice in this import; the first is taken."));
  return TRUE;
}

/* Each id with the first entry that has it: pairs of gint64. */
static gboolean
gather_ids (Compare *self, GError **error)
{
  for (guint n = 0; n < foothold_staging_get_n_entries (self->staging); n++)
    {
      g_auto (Keys) keys = { 0 };
      gint64 pair[2];

      if (!read_keys (self->staging, n, &keys, error))
        return FALSE;
      pair[0] = keys.id;
      pair[1] = n;
      if (keys.id != 0 && !g_hash_table_contains (self->ids, &keys.id))
        {
          gpointer copy = g_memdup2 (pair, sizeof pair);

          g_hash_table_insert (self->ids, copy, copy);
        }
    }

  return TRUE;
}

gboolean
foothold_staging_compare (FootholdStaging *staging, FootholdDb *db, GError **error)
{
  Compare self = { .staging = staging, .db = db };
  FootholdOthers others = { 0 };
  gint64 n_here;
  gboolean ok;

  if (!foothold_db_query_int (db, "SELECT EXISTS (SELECT 1 FROM opportunity)", &n_here, error))
    return FALSE;

  self.empty = n_here == 0;
  self.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self.by_url = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = gather_ids (&self, error);
  for (guint n = 0; ok && n < foothold_staging_get_n_entries (staging); n++)
    ok = !g_cancellable_set_error_if_cancelled (foothold_staging_get_cancellable (staging), error)
         && compare_entry (&self, n, error);
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.by_url);
  g_hash_table_unref (self.by_title);
  if (!ok || !foothold_merge_rows_count (staging, db, &others, error))
    return FALSE;

  foothold_staging_set_others (staging, &others);
  return TRUE;
}
