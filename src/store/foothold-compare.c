/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-compare"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/foothold-fill.h"
#include "store/foothold-fold.h"
#include "store/foothold-merge-nests.h"
#include "store/foothold-merge-ties.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-staging-private.h"

/*
 * What of an import is there already. One opportunity is recognised by its id, by
 * its address, or by its title and organisation, in that order. Two that carry
 * ids (our own export) are two, however alike they look. So are two of one title
 * that are in two places or at two addresses of one site: a university looks for
 * twenty student assistants, and one too many is deleted sooner than one that was
 * swallowed is missed.
 */

#define MAX_ALIKE \
  64 /* of one title and organisation that are looked at; a list of more is not one posting said often */

typedef struct
{
  FootholdStaging *staging;
  FootholdDb *db;
  gboolean empty; /* nothing to compare with */
  FootholdMergeRows *rows; /* knows the wants */
  GHashTable *ids; /* of the import itself */
  GPtrArray *alike; /* Alike: the different ones of the import */
  GHashTable *by_url; /* url key → GPtrArray of them */
  GHashTable *by_title; /* folded title and organisation → the same */
  GHashTable *instead; /* first entry of an id → that which is taken instead of it, + 1 */
  GHashTable *fillers; /* entry → GArray of guint: others of the import that fill its gaps, in their order */
} Compare;

typedef FootholdStagingKeys Keys;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, foothold_staging_keys_clear)

/* One of several entries of an address, or of a title and organisation. */
typedef struct
{
  guint n;
  gboolean applies;
  Keys keys; /* without title and organisation */
} Alike;

static Alike *
alike_new (guint n, gboolean applies, const Keys *keys)
{
  Alike *self = g_new0 (Alike, 1);

  self->n = n;
  self->applies = applies;
  self->keys.url_key = g_strdup (keys->url_key);
  self->keys.place = g_strdup (keys->place);
  self->keys.state = g_strdup (keys->state);
  self->keys.sent_on = g_strdup (keys->sent_on);
  return self;
}

static void
alike_free (gpointer data)
{
  Alike *self = data;

  foothold_staging_keys_clear (&self->keys);
  g_free (self);
}

static char *
title_key (const Keys *keys)
{
  return g_strconcat (keys->title, "\n", keys->organisation, NULL);
}

static gboolean
in_two_places (const char *one, const char *other)
{
  return one != NULL && other != NULL && !g_str_equal (one, other);
}

static gboolean
on_one_site (const char *one, const char *other)
{
  const gsize site = strcspn (one, "/?#");

  return site == strcspn (other, "/?#") && strncmp (one, other, site) == 0;
}

/* Whether two keys of addresses lie on one site and name two pages of it. */
static gboolean
two_pages_of_a_site (const char *one, const char *other)
{
  gsize path;

  if (one == NULL || other == NULL || g_str_equal (one, other) || !on_one_site (one, other))
    return FALSE;
  path = strcspn (one, "?#");
  return path != strcspn (other, "?#") || strncmp (one, other, path) != 0 || strchr (one, '#') != NULL
         || strchr (other, '#') != NULL || foothold_fold_queries_differ (one, other);
}

/* Whether two entries of an import are two applications, by what both say of when, and of how it went. Of two sites,
 * which are two lists of the same person's, only the days tell: one list may be further than the other. */
static gboolean
two_applications (const Alike *one, const Keys *other, gboolean applies)
{
  const Keys *keys = &one->keys;

  if (!one->applies || !applies)
    return FALSE;
  if (keys->sent_on != NULL && other->sent_on != NULL && !g_str_equal (keys->sent_on, other->sent_on))
    return TRUE;
  return g_strcmp0 (keys->state, other->state) != 0
         && (keys->url_key == NULL || other->url_key == NULL || on_one_site (keys->url_key, other->url_key));
}

#define VISIBLE " AND (o.batch IS NULL OR o.batch IN (SELECT id FROM import_batch WHERE state = 'done'))"

static gboolean
query_match (FootholdStmt *stmt, gint64 *match, GError **error)
{
  *match = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error);
}

/* Of several the one with the same application first: an import that is repeated finds its own. */
#define BY_APPLICATION \
  " ORDER BY CASE WHEN :state IS NULL THEN 0 ELSE coalesce ((SELECT max ((a.sent_on IS :sent_on) * 2 + (a.state IS" \
  " :state)) FROM application AS a WHERE a.opportunity = o.id), 0) END DESC, o.id LIMIT "

/* The opportunity that is there already; @how: "id", "url", "title". */
static gboolean
find_here (Compare *self, gint64 id, const Keys *keys, gint64 *match, const char **how, GError **error)
{
  *match = 0;
  if (id != 0)
    {
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (self->db, "SELECT o.id FROM opportunity AS o WHERE o.id = :id" VISIBLE);

      *how = "id";
      foothold_stmt_bind_int (stmt, "id", id);
      if (!query_match (stmt, match, error))
        return FALSE;
      if (*match != 0)
        return TRUE;
    }
  if (keys->url_key != NULL)
    {
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (self->db,
                          "SELECT o.id FROM opportunity AS o WHERE o.url_key = :key" VISIBLE BY_APPLICATION "1");

      *how = "url";
      foothold_stmt_bind_text (stmt, "key", keys->url_key);
      foothold_stmt_bind_text (stmt, "state", keys->state);
      foothold_stmt_bind_text (stmt, "sent_on", keys->sent_on);
      if (!query_match (stmt, match, error))
        return FALSE;
    }
  if (*match == 0)
    {
      /* without an organisation a title is too little, where two addresses say they are two */
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (self->db,
                          "SELECT o.id, o.url_key, o.location FROM opportunity AS o"
                          " LEFT JOIN organisation AS g ON g.id = o.organisation_id"
                          " WHERE o.folded = :title AND g.folded IS :organisation"
                          " AND (:organisation IS NOT NULL OR o.url_key IS NULL OR :url IS NULL)" VISIBLE BY_APPLICATION
                            G_STRINGIFY (MAX_ALIKE));

      *how = "title";
      foothold_stmt_bind_text (stmt, "title", keys->title);
      foothold_stmt_bind_text (stmt, "organisation", keys->organisation);
      foothold_stmt_bind_text (stmt, "url", keys->url_key);
      foothold_stmt_bind_text (stmt, "state", keys->state);
      foothold_stmt_bind_text (stmt, "sent_on", keys->sent_on);
      while (*match == 0 && foothold_stmt_next (stmt))
        {
          const char *location = foothold_stmt_text (stmt, 2);
          g_autofree char *place = location != NULL ? foothold_fold_name (location) : NULL;

          if (!in_two_places (place, keys->place) && !two_pages_of_a_site (foothold_stmt_text (stmt, 1), keys->url_key))
            *match = foothold_stmt_int (stmt, 0);
        }
      if (!foothold_stmt_finish (stmt, error))
        return FALSE;
    }
  /* one that the import brings itself is another */
  if (*match != 0 && id != 0 && g_hash_table_contains (self->ids, match))
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
  gboolean differs, brings;

  if (there == NULL || !foothold_merge_brings_application (self->db, there, match, &brings, error))
    return FALSE;

  foothold_merge_rows_map_answers (self->rows, there->answers);
  filled = foothold_fill (here, there, &differs);
  if (!brings)
    foothold_staging_drop_application (self->staging, n);
  foothold_staging_set_verdict (self->staging, n,
                                filled != NULL || brings ? FOOTHOLD_VERDICT_FILLS : FOOTHOLD_VERDICT_SAME, match,
                                filled == NULL && brings ? _ ("It is there already; the application is added to it.")
                                                         : reason_for (how, differs, filled != NULL));
  return TRUE;
}

static GPtrArray *
list_under (GHashTable *lists, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, g_strdup (key), list);
    }
  return list;
}

/* The entry of the same import that is the same opportunity, or NULL; then it is noted for those that follow. */
static Alike *
find_in_import (Compare *self, guint n, const Keys *keys)
{
  const gboolean applies = foothold_staging_applies (self->staging, n);
  g_autofree char *title = title_key (keys);
  GPtrArray *of_title = list_under (self->by_title, title);
  GPtrArray *of_url = keys->url_key != NULL ? list_under (self->by_url, keys->url_key) : NULL;
  Alike *own;

  for (guint i = 0; of_url != NULL && i < of_url->len; i++)
    if (!two_applications (g_ptr_array_index (of_url, i), keys, applies))
      return g_ptr_array_index (of_url, i);
  if (keys->organisation != NULL || keys->url_key == NULL)
    for (guint i = 0; i < of_title->len; i++)
      {
        Alike *other = g_ptr_array_index (of_title, i);

        if (!in_two_places (other->keys.place, keys->place) && !two_pages_of_a_site (other->keys.url_key, keys->url_key)
            && !two_applications (other, keys, applies))
          return other;
      }

  own = alike_new (n, applies, keys);
  g_ptr_array_add (self->alike, own);
  if (of_url != NULL && of_url->len < MAX_ALIKE)
    g_ptr_array_add (of_url, own);
  if (of_title->len < MAX_ALIKE)
    g_ptr_array_add (of_title, own);
  return NULL;
}

/* The entry @n is the same as @into of this import, which is taken: what it says more is filled in. */
static gboolean
join (Compare *self, guint into, guint n, const char *same, GError **error)
{
  GArray *fillers = g_hash_table_lookup (self->fillers, GUINT_TO_POINTER (into));
  g_autoptr (FootholdDossier) known = foothold_staging_read_filled (self->staging, into, fillers, error);
  g_autoptr (FootholdDossier) there = known != NULL ? foothold_staging_read (self->staging, n, error) : NULL;

  if (there == NULL)
    return FALSE;
  if (!foothold_fill_into (&known, there, NULL))
    {
      foothold_staging_set_verdict (self->staging, n, FOOTHOLD_VERDICT_SAME, 0, same);
      return TRUE;
    }

  if (fillers == NULL)
    {
      fillers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->fillers, GUINT_TO_POINTER (into), fillers);
    }
  g_array_append_val (fillers, n);
  foothold_staging_drop_application (self->staging, n);
  foothold_staging_set_fills (self->staging, n, into,
                              _ ("It comes twice in this import; what the other leaves open is filled in."));
  return TRUE;
}

/* The entry @n is the same as @other of this import: the first is taken, but one with its application before one
 * without; either way the rest fills what that one leaves open. *@taken: the entry that is taken, before and after. */
static gboolean
take_one (Compare *self, guint *taken, guint n, GError **error)
{
  const char *applied = _ ("It comes twice in this import; the one with your application is taken.");
  const guint before = *taken;
  g_autoptr (GArray) fillers = NULL;
  gpointer stolen = NULL;

  if (!foothold_staging_applies (self->staging, n) || foothold_staging_applies (self->staging, before))
    return join (self, before, n, _ ("It comes twice in this import; the first is taken."), error);

  g_hash_table_steal_extended (self->fillers, GUINT_TO_POINTER (before), NULL, &stolen);
  fillers = stolen;
  foothold_staging_set_verdict (self->staging, n, FOOTHOLD_VERDICT_NEW, 0, NULL);
  *taken = n;
  if (!join (self, n, before, applied, error))
    return FALSE;
  for (guint i = 0; fillers != NULL && i < fillers->len; i++)
    if (!join (self, n, g_array_index (fillers, guint, i), applied, error))
      return FALSE;

  return TRUE;
}

/* Said twice under one id, it is one. */
static gboolean
take_one_of_id (Compare *self, guint first, guint n, GError **error)
{
  gpointer instead = g_hash_table_lookup (self->instead, GUINT_TO_POINTER (first));
  guint taken = instead != NULL ? GPOINTER_TO_UINT (instead) - 1 : first;

  if (!take_one (self, &taken, n, error))
    return FALSE;

  g_hash_table_insert (self->instead, GUINT_TO_POINTER (first), GUINT_TO_POINTER (taken + 1));
  return TRUE;
}

static gboolean
take_one_of_kind (Compare *self, Alike *other, guint n, const Keys *keys, GError **error)
{
  if (!take_one (self, &other->n, n, error))
    return FALSE;

  if (other->n == n)
    {
      other->applies = TRUE;
      g_set_str (&other->keys.state, keys->state);
      g_set_str (&other->keys.sent_on, keys->sent_on);
    }
  return TRUE;
}

/* The first entry with @id, or -1. */
static gint64
first_of_id (Compare *self, gint64 id)
{
  const gint64 *seen = id != 0 ? g_hash_table_lookup (self->ids, &id) : NULL;

  return seen != NULL ? *(seen + 1) : -1;
}

static gboolean
compare_entry (Compare *self, guint n, GError **error)
{
  g_auto (Keys) keys = { 0 };
  const gint64 id = foothold_staging_get_id (self->staging, n);
  const char *how = "id";
  gint64 match = 0, first;
  Alike *other;

  if (!foothold_staging_read_keys (self->staging, n, &keys, error))
    return FALSE;
  if (keys.title == NULL)
    return TRUE;

  if (!self->empty && !find_here (self, id, &keys, &match, &how, error))
    return FALSE;
  if (match != 0)
    return compare_with (self, n, match, how, error);

  first = first_of_id (self, id);
  if (first >= 0 && first != (gint64) n)
    return take_one_of_id (self, (guint) first, n, error);
  /* two that carry ids are two */
  other = id == 0 ? find_in_import (self, n, &keys) : NULL;
  if (other != NULL)
    return take_one_of_kind (self, other, n, &keys, error);
  foothold_staging_set_verdict (self->staging, n, FOOTHOLD_VERDICT_NEW, 0, NULL);
  return TRUE;
}

/* Each id with the first entry that has it: pairs of gint64. */
static void
gather_ids (Compare *self)
{
  for (guint n = 0; n < foothold_staging_get_n_entries (self->staging); n++)
    {
      const gint64 pair[2] = { foothold_staging_get_id (self->staging, n), n };

      if (pair[0] != 0 && !g_hash_table_contains (self->ids, pair))
        {
          gpointer copy = g_memdup2 (pair, sizeof pair);

          g_hash_table_insert (self->ids, copy, copy);
        }
    }
}

static gboolean
count_nests (Compare *self, FootholdOthers *others, GError **error)
{
  g_autoptr (FootholdMergeNests) nests = foothold_merge_nests_new (self->staging, self->rows, 0, NULL, error);

  return nests != NULL && foothold_merge_nests_count (nests, self->db, others, error);
}

static gboolean
compare (FootholdStaging *staging, FootholdDb *db, GError **error)
{
  Compare self = { .staging = staging, .db = db };
  FootholdOthers others = { 0 };
  FootholdDbState state;
  gint64 n_here;
  gboolean ok;

  /* Before it looks: what is written meanwhile is looked at again. */
  if (!foothold_db_get_state (db, &state, error))
    return FALSE;
  if (!foothold_db_query_int (db, "SELECT EXISTS (SELECT 1 FROM opportunity)", &n_here, error))
    return FALSE;

  self.empty = n_here == 0;
  self.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self.alike = g_ptr_array_new_with_free_func (alike_free);
  self.by_url = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self.by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self.instead = g_hash_table_new (NULL, NULL);
  self.fillers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self.rows = foothold_merge_rows_new (staging, 0);
  gather_ids (&self);
  ok = foothold_merge_rows_find_wants (self.rows, db, error);
  for (guint n = 0; ok && n < foothold_staging_get_n_entries (staging); n++)
    ok = !g_cancellable_set_error_if_cancelled (foothold_staging_get_cancellable (staging), error)
         && compare_entry (&self, n, error);
  ok = ok && foothold_merge_rows_count (self.rows, db, &others, error) && count_nests (&self, &others, error);
  foothold_merge_rows_free (self.rows);
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.by_url);
  g_hash_table_unref (self.by_title);
  g_ptr_array_unref (self.alike);
  g_hash_table_unref (self.instead);
  g_hash_table_unref (self.fillers);
  if (!ok)
    return FALSE;

  foothold_staging_set_others (staging, &others);
  foothold_staging_set_compared (staging, &state);
  return TRUE;
}

gboolean
foothold_staging_compare (FootholdStaging *staging, FootholdDb *db, GError **error)
{
  return foothold_staging_begin_comparing (staging, error)
         && foothold_staging_end_comparing (staging, compare (staging, db, error), error);
}

gboolean
foothold_staging_compare_again (FootholdStaging *staging, FootholdDb *db, gboolean *changed, GError **error)
{
  FootholdDbState before, now;
  g_autoptr (GArray) unticked = NULL;

  *changed = FALSE;
  if (!foothold_staging_get_compared (staging, &before))
    return TRUE;
  if (!foothold_db_get_state (db, &now, error))
    return FALSE;
  if (foothold_db_state_equal (&before, &now))
    return TRUE;

  *changed = TRUE;
  unticked = foothold_staging_forget_verdicts (staging);
  if (!foothold_staging_compare (staging, db, error))
    return FALSE;

  foothold_staging_untick (staging, unticked);
  return TRUE;
}
