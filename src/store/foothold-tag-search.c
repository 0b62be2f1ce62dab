/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-search"

#include "foothold-tag-search.h"

#include <string.h>

#include "sqlite/foothold-ids.h"
#include "store/foothold-fold.h"

/* Each folded name once, by steps through its index: it does not matter how many have it. */
#define NAMES_SQL \
  "WITH RECURSIVE name (folded) AS (SELECT min (folded) FROM opportunity_tag UNION ALL" \
  " SELECT (SELECT min (t.folded) FROM opportunity_tag AS t WHERE t.folded > name.folded) FROM name" \
  " WHERE name.folded IS NOT NULL) SELECT folded FROM name WHERE folded IS NOT NULL"
#define HITS_SQL \
  "SELECT foothold_ids (opportunity) FROM (SELECT opportunity FROM opportunity_tag INDEXED BY " \
  "opportunity_tag_by_folded" \
  " WHERE folded = :folded ORDER BY opportunity)"

/* With the connection, until something changes. */
typedef struct
{
  FootholdDbState state;
  GPtrArray *names; /* char *, folded */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_ptr_array_unref (self->names);
  g_free (self);
}

/* (transfer none) */
static GPtrArray *
get_names (FootholdDb *db, GError **error)
{
  static const char key[] = "foothold-tag-names";
  Kept *self = foothold_db_get_data (db, key);
  g_autoptr (GPtrArray) names = NULL;
  FootholdDbState state;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (self != NULL && foothold_db_state_equal (&self->state, &state))
    return self->names;

  names = g_ptr_array_new_with_free_func (g_free);
  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, NAMES_SQL);

    while (foothold_stmt_next (stmt))
      g_ptr_array_add (names, g_strdup (foothold_stmt_text (stmt, 0)));
    if (!foothold_stmt_finish (stmt, error))
      return NULL;
  }

  self = g_new0 (Kept, 1);
  self->state = state;
  self->names = g_steal_pointer (&names);
  foothold_db_set_data (db, key, self, kept_free);
  return self->names;
}

/* No letter and no digit: what is no ASCII is one, or as good as one. */
static gboolean
is_gap (char c)
{
  return (guchar) c < 0x80 && !g_ascii_isalnum (c);
}

/* Whether @words begin at the beginning of a word of @name, and end at the end of one unless @beginning. */
static gboolean
has_words (const char *name, const char *words, gboolean beginning)
{
  const gsize length = strlen (words);

  for (const char *at = strstr (name, words); at != NULL; at = strstr (at + 1, words))
    if ((at == name || is_gap (at[-1])) && (beginning || is_gap (at[length])))
      return TRUE;

  return FALSE;
}

gboolean
foothold_tag_search_hits (FootholdDb *db, const char *words, gboolean beginning, GArray **hits, GError **error)
{
  g_autofree char *folded = foothold_fold_name (words);
  GPtrArray *names = get_names (db, error);
  g_autoptr (GArray) all = NULL;

  *hits = NULL;
  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < names->len && *folded != '\0'; i++)
    if (has_words (names->pdata[i], folded, beginning))
      {
        g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, HITS_SQL);
        g_autoptr (GArray) ids = NULL;
        GArray *both;

        foothold_stmt_bind_text (stmt, "folded", names->pdata[i]);
        ids = foothold_stmt_ids (stmt, error);
        if (ids == NULL)
          return FALSE;
        both = all != NULL ? foothold_ids_unite (all, ids) : g_array_ref (ids);
        g_clear_pointer (&all, g_array_unref);
        all = both;
      }

  *hits = g_steal_pointer (&all);
  return TRUE;
}
