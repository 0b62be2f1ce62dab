// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-person-index"

#include "store/foothold-person-index.h"

#include <string.h>

#include "store/foothold-fold.h"

/* In memory: mails and addresses have no index in the database, and an import of 20,000 people asks 20,000 times. */

/* Whoever shares an address with more people than these is recognised by the whole name alone. */
#define TRIED 100

struct _FootholdPersonIndex
{
  GHashTable *people; /* gint64 → Known, which it owns */
  GHashTable *mails; /* without case → GPtrArray of Known, as they came */
  GHashTable *urls; /* keys → the same */
  GHashTable *names; /* name_key () → the same */
};

typedef struct
{
  gint64 id;
  gint64 organisation_id; /* or GINT64_UNKNOWN */
  char **words; /* of the name, folded, in order */
  char *organisation; /* folded, or NULL */
  char *mail, *url; /* as above, or NULL */
} Known;

static void
known_free (Known *self)
{
  g_strfreev (self->words);
  g_free (self->organisation);
  g_free (self->mail);
  g_free (self->url);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Known, known_free)

static char *
mail_key (const char *mail)
{
  g_autofree char *plain = mail != NULL ? g_strstrip (g_strdup (mail)) : NULL;

  return plain != NULL && *plain != '\0' ? g_utf8_casefold (plain, -1) : NULL;
}

static char *
organisation_key (const char *name)
{
  g_autofree char *folded = name != NULL ? foothold_fold_name (name) : NULL;

  return folded != NULL && *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

/* ---- names ---- */

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In an order of their own, so that "Berg, Ann" is "Ann Berg". An address in the place of a name says no name. */
static char **
words_of (const char *name)
{
  g_autofree char *folded = name != NULL && strchr (name, '@') == NULL ? foothold_fold_name (name) : g_strdup ("");
  GPtrArray *words = g_ptr_array_new ();
  const char *start = folded;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
        continue;
      if (at > start)
        g_ptr_array_add (words, g_strndup (start, (gsize) (at - start)));
      if (*at == '\0')
        break;
      start = g_utf8_next_char (at);
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/* The same for names of the same words. What has no words is told by itself. (transfer full) */
static char *
name_key (const Known *known, const char *name)
{
  return *known->words != NULL ? g_strjoinv (" ", known->words) : foothold_fold_name (name != NULL ? name : "");
}

/* "a" for "ann", either way round. */
static gboolean
is_initial (const char *one, const char *other)
{
  return g_utf8_get_char (one) == g_utf8_get_char (other)
         && (*g_utf8_next_char (one) == '\0' || *g_utf8_next_char (other) == '\0');
}

/* Whether each word of @few is one of @many, or an initial of it, no two of them the same one. */
static gboolean
is_part (char **few, char **many)
{
  const guint n = g_strv_length (many);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  gboolean all = TRUE;

  /* a whole word before an initial takes it */
  for (guint whole = 0; whole < 2; whole++)
    for (guint i = 0; few[i] != NULL && all; i++)
      {
        const gboolean known = g_strv_contains ((const char *const *) many, few[i]);
        guint k = 0;

        if (known == (whole == 1))
          continue;
        while (k < n && (taken[k] || !(known ? g_str_equal (few[i], many[k]) : is_initial (few[i], many[k]))))
          k++;
        taken[k] = TRUE;
        all = k < n;
      }

  return all;
}

/* Whether two names may be those of one person: nothing that the shorter one says is missing in the other. */
static gboolean
names_agree (const Known *one, const Known *other)
{
  return g_strv_length (one->words) <= g_strv_length (other->words) ? is_part (one->words, other->words)
                                                                    : is_part (other->words, one->words);
}

/* ---- who is there ---- */

static Known *
known_new (gint64 id, const FootholdPersonRow *row)
{
  Known *self = g_new0 (Known, 1);

  self->id = id;
  self->organisation_id = row->organisation_id;
  self->words = words_of (row->name);
  self->organisation = organisation_key (row->organisation);
  self->mail = mail_key (row->mail);
  self->url = row->url != NULL ? foothold_fold_url (row->url) : NULL;
  return self;
}

/* @key: (transfer full) (nullable) */
static void
note (GHashTable *table, char *key, Known *known)
{
  g_autofree char *owned = key;
  GPtrArray *alike = key != NULL ? g_hash_table_lookup (table, key) : NULL;

  if (key == NULL)
    return;
  if (alike == NULL)
    {
      alike = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&owned), alike);
    }
  g_ptr_array_add (alike, known);
}

void
foothold_person_index_add (FootholdPersonIndex *self, gint64 id, const FootholdPersonRow *row)
{
  Known *known;

  if (g_hash_table_contains (self->people, &id))
    return;

  known = known_new (id, row);
  g_hash_table_insert (self->people, &known->id, known);
  note (self->mails, g_strdup (known->mail), known);
  note (self->urls, g_strdup (known->url), known);
  note (self->names, name_key (known, row->name), known);
}

static gboolean
two_of_a_site (const char *one, const char *other)
{
  gsize site;

  if (one == NULL || other == NULL || strcmp (one, other) == 0)
    return FALSE;
  site = strcspn (one, "/?#");
  return site == strcspn (other, "/?#") && strncmp (one, other, site) == 0;
}

/* Of two with one name. */
static gboolean
is_same (const Known *one, const Known *other)
{
  const gboolean ids = one->organisation_id != GINT64_UNKNOWN && other->organisation_id != GINT64_UNKNOWN;
  const gboolean names = one->organisation != NULL && other->organisation != NULL;

  if (two_of_a_site (one->url, other->url))
    return FALSE;
  if (one->mail != NULL && g_strcmp0 (one->mail, other->mail) == 0)
    return TRUE;
  if (ids && one->organisation_id == other->organisation_id)
    return TRUE;
  if (names || ids)
    return names && strcmp (one->organisation, other->organisation) == 0;

  return one->mail == NULL || other->mail == NULL;
}

/* ---- finding ---- */

typedef struct
{
  const Known *wanted;
  GHashTable *taken; /* or NULL */
  gint64 as; /* its id in its file */
} Search;

static gboolean
is_free (const Search *self, const Known *known)
{
  const gint64 *by = self->taken != NULL ? g_hash_table_lookup (self->taken, &known->id) : NULL;

  return by == NULL || *by == self->as;
}

/* Of those with one address: who has all words of the name, else the first whose name may be the same. */
static const Known *
find_by_address (const Search *self, GPtrArray *alike, gboolean whoever)
{
  const Known *found = NULL;

  for (guint i = 0; alike != NULL && i < MIN (alike->len, TRIED); i++)
    {
      const Known *known = g_ptr_array_index (alike, i);

      if (!is_free (self, known))
        continue;
      if (g_strv_equal ((const char *const *) known->words, (const char *const *) self->wanted->words))
        return known;
      if (found == NULL && (whoever || names_agree (known, self->wanted)))
        found = known;
    }

  return found;
}

gint64
foothold_person_index_find (FootholdPersonIndex *self, const FootholdPersonRow *row, GHashTable *taken)
{
  g_autoptr (Known) wanted = known_new (0, row);
  const Search search = { wanted, taken, row->row.id };
  g_autofree char *name = name_key (wanted, row->name);
  const Known *found = NULL;
  GPtrArray *alike;

  if (wanted->mail != NULL)
    found = find_by_address (&search, g_hash_table_lookup (self->mails, wanted->mail), FALSE);
  /* the front page of a site is that of all who work there */
  if (found == NULL && wanted->url != NULL)
    found =
      find_by_address (&search, g_hash_table_lookup (self->urls, wanted->url), strpbrk (wanted->url, "/?#") != NULL);
  alike = found == NULL ? g_hash_table_lookup (self->names, name) : NULL;
  for (guint i = 0; alike != NULL && i < alike->len && found == NULL; i++)
    if (is_free (&search, g_ptr_array_index (alike, i)) && is_same (g_ptr_array_index (alike, i), wanted))
      found = g_ptr_array_index (alike, i);

  return found != NULL ? found->id : 0;
}

#define SHOWN \
  "(p.batch IS NULL OR p.batch = :batch OR p.batch NOT IN (SELECT id FROM import_batch WHERE state <> 'done'))"

/* Further addresses, beside the one in the person's row. */
static gboolean
load_contacts (FootholdPersonIndex *self, FootholdDb *db, gint64 batch, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT p.id, c.kind, c.value FROM person_contact AS c JOIN person AS p ON p.id = c.person"
                          " WHERE c.kind IN ('mail', 'url') AND " SHOWN " ORDER BY p.id");

  foothold_stmt_bind_int (stmt, "batch", batch);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);
      const char *value = foothold_stmt_text (stmt, 2);
      Known *known = g_hash_table_lookup (self->people, &id);

      if (known == NULL)
        continue;
      if (strcmp (foothold_stmt_text (stmt, 1), "mail") == 0)
        note (self->mails, mail_key (value), known);
      else
        note (self->urls, foothold_fold_url (value), known);
    }

  return foothold_stmt_finish (stmt, error);
}

FootholdPersonIndex *
foothold_person_index_load (FootholdDb *db, gint64 batch, GError **error)
{
  g_autoptr (FootholdPersonIndex) self = g_new0 (FootholdPersonIndex, 1);
  g_autoptr (FootholdStmt) stmt = NULL;

  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) known_free);
  self->mails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->urls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  stmt =
    foothold_db_stmt (db, "SELECT p.id, p.name, p.organisation_id, g.name, p.mail, p.url FROM person AS p"
                          " LEFT JOIN organisation AS g ON g.id = p.organisation_id WHERE " SHOWN " ORDER BY p.id");
  foothold_stmt_bind_int (stmt, "batch", batch);
  while (foothold_stmt_next (stmt))
    {
      /* only looked at */
      const FootholdPersonRow row = {
        .name = (char *) foothold_stmt_text (stmt, 1),
        .organisation_id = foothold_stmt_is_null (stmt, 2) ? GINT64_UNKNOWN : foothold_stmt_int (stmt, 2),
        .organisation = (char *) foothold_stmt_text (stmt, 3),
        .mail = (char *) foothold_stmt_text (stmt, 4),
        .url = (char *) foothold_stmt_text (stmt, 5),
      };

      foothold_person_index_add (self, foothold_stmt_int (stmt, 0), &row);
    }
  if (!foothold_stmt_finish (stmt, error) || !load_contacts (self, db, batch, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
foothold_person_index_free (FootholdPersonIndex *self)
{
  g_hash_table_unref (self->mails);
  g_hash_table_unref (self->urls);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->people);
  g_free (self);
}
