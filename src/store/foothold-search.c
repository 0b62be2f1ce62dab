/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-search"

#include "foothold-search.h"

#include <string.h>

#include "sqlite/foothold-ids.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-tag-search.h"

/*
 * Two indexes, because a few letters match most of a large one: they are looked up in a
 * small one that has an index of prefixes of up to three letters. A search never orders
 * by rank: the answer is a set, put in the list's own order by its reader.
 */

/* Of so many letters beginnings are looked for in the small index alone, */
#define FEW_LETTERS 3
/* and so many are a word that somebody may mean whole. */
#define WORD_LETTERS 3
/* Bytes of the index gathered in memory, and SQLite's own default. */
#define BULK_HASH_BYTES "67108864"
#define USUAL_HASH_BYTES "1048576"
/* Pages of the index merged in one step: well under a frame of waiting for the reader. */
#define MERGE_PAGES "200"

/* Letters and digits in @word; *@joined: something stands between them ("R&D"), so it is several words in a row. */
static guint
count_letters (const char *word, gsize length, gboolean *joined)
{
  gboolean gap = FALSE;
  guint n = 0;

  *joined = FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        *joined = *joined || (gap && n > 0);
        gap = FALSE;
        n++;
      }
    else if (!g_unichar_ismark (g_utf8_get_char (p)))
      {
        gap = TRUE;
      }

  return n;
}

static void
append_quoted (GString *match, const char *text, gsize length, gboolean prefix)
{
  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_c (match, '"');
  for (const char *p = text; p < text + length; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append_c (match, '"');
  if (prefix)
    g_string_append_c (match, '*');
}

/* The quotes people's keyboards make. */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x00ab || c == 0x00bb;
}

FootholdSearch *
foothold_search_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) beginnings = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GPtrArray) each = g_ptr_array_new_with_free_func (g_free);
  gboolean few = TRUE, words = FALSE;
  FootholdSearch *self;
  const char *p = valid;

  while (*p != '\0')
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean quoted = is_quote (c);
      const char *start = quoted ? g_utf8_next_char (p) : p;
      const char *end = start;
      gboolean joined;
      guint letters;

      if (g_unichar_isspace (c))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*end != '\0' && !is_quote (g_utf8_get_char (end))
             && (quoted || !g_unichar_isspace (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);

      letters = count_letters (start, (gsize) (end - start), &joined);
      if (letters > 0)
        {
          /* a phrase that is still being typed ends in the beginning of a word */
          append_quoted (beginnings, start, (gsize) (end - start), !quoted || *end == '\0');
          append_quoted (whole, start, (gsize) (end - start), FALSE);
          g_ptr_array_add (each, g_strdup_printf ("%s%.*s%s", quoted ? "\"" : "", (int) (end - start), start,
                                                  quoted && *end != '\0' ? "\"" : ""));
          /* the small index does not know what stands beside what */
          few = few && !quoted && !joined && letters <= FEW_LETTERS;
          words = words || letters >= WORD_LETTERS;
        }
      p = quoted && *end != '\0' ? g_utf8_next_char (end) : end;
    }

  if (beginnings->len == 0)
    return NULL;

  self = g_new0 (FootholdSearch, 1);
  self->words = g_steal_pointer (&each);
  if (few)
    self->names = g_string_free_and_steal (g_steal_pointer (&beginnings));
  if (!few)
    self->text = g_string_free_and_steal (g_steal_pointer (&beginnings));
  else if (words)
    self->text = g_string_free_and_steal (g_steal_pointer (&whole));
  return self;
}

void
foothold_search_free (FootholdSearch *self)
{
  g_free (self->names);
  g_free (self->text);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static GArray *
ask (FootholdDb *db, const char *sql, const char *match, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_text (stmt, "match", match);
  return foothold_stmt_ids (stmt, error);
}

/* What the full-text indexes know. */
static GArray *
indexed_hits (FootholdDb *db, const FootholdSearch *search, GError **error)
{
  g_autoptr (GArray) names = NULL;
  g_autoptr (GArray) text = NULL;

  if (search->names != NULL)
    {
      names =
        ask (db,
             "SELECT foothold_ids (rowid) FROM opportunity_search_short WHERE opportunity_search_short MATCH :match",
             search->names, error);
      if (names == NULL || search->text == NULL)
        return g_steal_pointer (&names);
    }
  text = ask (db, "SELECT foothold_ids (rowid) FROM opportunity_search WHERE opportunity_search MATCH :match",
              search->text, error);
  if (text == NULL || names == NULL)
    return g_steal_pointer (&text);

  return foothold_ids_unite (names, text);
}

/* A phrase is closed by its quote; all else may go on. */
static gboolean
tag_hits (FootholdDb *db, const char *word, GArray **hits, GError **error)
{
  const gboolean quoted = word[0] == '"';
  g_autofree char *inner = g_strdup (quoted ? word + 1 : word);
  char *end = quoted ? strchr (inner, '"') : NULL;

  if (end != NULL)
    *end = '\0';
  return foothold_tag_search_hits (db, inner, end == NULL, hits, error);
}

/* One word, in a tag or anywhere else. */
static GArray *
word_hits (FootholdDb *db, const char *word, GArray *tagged, GError **error)
{
  g_autoptr (FootholdSearch) search = foothold_search_parse (word);
  g_autoptr (GArray) indexed = search != NULL ? indexed_hits (db, search, error) : NULL;

  if (indexed == NULL)
    return NULL;
  return tagged != NULL ? foothold_ids_unite (indexed, tagged) : g_steal_pointer (&indexed);
}

static void
clear_hits (gpointer hits)
{
  if (hits != NULL)
    g_array_unref (hits);
}

/* Tags stand in no index: where one has a word that is looked for, each word is looked for by itself. */
GArray *
foothold_search_hits (FootholdDb *db, const FootholdSearch *search, GError **error)
{
  g_autoptr (GPtrArray) tagged = g_ptr_array_new_with_free_func (clear_hits);
  g_autoptr (GArray) hits = indexed_hits (db, search, error);
  g_autoptr (GArray) all = NULL;
  gboolean any = FALSE;

  for (guint i = 0; hits != NULL && i < search->words->len; i++)
    {
      GArray *ids;

      if (!tag_hits (db, search->words->pdata[i], &ids, error))
        return NULL;
      g_ptr_array_add (tagged, ids);
      any = any || ids != NULL;
    }
  if (!any)
    return g_steal_pointer (&hits);

  for (guint i = 0; i < search->words->len; i++)
    {
      g_autoptr (GArray) found = word_hits (db, search->words->pdata[i], tagged->pdata[i], error);
      g_autoptr (GArray) before = g_steal_pointer (&all);

      if (found == NULL)
        return NULL;
      all = before != NULL ? foothold_ids_intersect (before, found) : g_steal_pointer (&found);
    }

  return foothold_ids_unite (hits, all);
}

gboolean
foothold_search_insert (FootholdDb *db, GArray *ids, GError **error)
{
  static const char *const sqls[] = {
    "INSERT INTO opportunity_search (rowid, title, organisation, skills, place, text)"
    " SELECT t.id, t.title, t.organisation, t.skills, t.place, t.text"
    " FROM json_each (:ids) AS j CROSS JOIN opportunity_text AS t ON t.id = j.value",
    "INSERT INTO opportunity_search_short (rowid, title, organisation, skills, place)"
    " SELECT t.id, t.title, t.organisation, t.skills, t.place"
    " FROM json_each (:ids) AS j CROSS JOIN opportunity_text AS t ON t.id = j.value",
  };

  return foothold_ids_exec (db, sqls, G_N_ELEMENTS (sqls), ids, error);
}

gboolean
foothold_search_insert_applications (FootholdDb *db, GArray *ids, GError **error)
{
  static const char *const sqls[] = {
    "DELETE FROM application_search WHERE rowid IN (SELECT value FROM json_each (:ids))",
    "INSERT INTO application_search (rowid, title, organisation, text)"
    " SELECT t.id, t.title, t.organisation, t.text"
    " FROM json_each (:ids) AS j CROSS JOIN application_text AS t ON t.id = j.value",
  };

  return foothold_ids_exec (db, sqls, G_N_ELEMENTS (sqls), ids, error);
}

/* Every index that a bulk of writes fills. */
static const char *const indexes[] = { "opportunity_search", "opportunity_search_short", "application_search" };

static gboolean
set_up (FootholdDb *db, const char *hash_bytes, const char *automerge, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('hashsize', %s);"
                                              "INSERT INTO %s (%s, rank) VALUES ('automerge', %s)",
                                              indexes[i], indexes[i], hash_bytes, indexes[i], indexes[i], automerge);

      if (!foothold_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_search_begin_bulk (FootholdDb *db, GError **error)
{
  return set_up (db, BULK_HASH_BYTES, "0", error);
}

gboolean
foothold_search_end_bulk (FootholdDb *db, GError **error)
{
  return set_up (db, USUAL_HASH_BYTES, "4", error);
}

/* SQLite says "no more to merge" by changing fewer than two rows of its own. */
static gboolean
merge_one (FootholdDb *db, const char *index, gboolean *more, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('merge', " MERGE_PAGES ")", index, index);
  gint64 before, after;

  if (!foothold_db_query_int (db, "SELECT total_changes ()", &before, error) || !foothold_db_exec (db, sql, error)
      || !foothold_db_query_int (db, "SELECT total_changes ()", &after, error))
    return FALSE;

  *more = *more || after - before >= 2;
  return TRUE;
}

gboolean
foothold_search_merge_step (FootholdDb *db, gboolean *more, GError **error)
{
  *more = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!merge_one (db, indexes[i], more, error))
      return FALSE;

  return TRUE;
}
