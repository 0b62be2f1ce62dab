// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-person-index"

#include "store/foothold-person-index.h"

#include <string.h>

#include "store/foothold-fold.h"

/* In memory: mails and addresses have no index in the database, and an import of 20,000 people asks 20,000 times. */

struct _FootholdPersonIndex
{
  GHashTable *mails; /* without case → gint64 */
  GHashTable *urls; /* keys → gint64 */
  GHashTable *names; /* folded → GPtrArray of Known */
};

typedef struct
{
  gint64 id;
  gint64 organisation_id; /* or GINT64_UNKNOWN */
  char *organisation; /* folded, or NULL */
  char *mail, *url; /* as above, or NULL */
} Known;

static void
known_free (Known *self)
{
  g_free (self->organisation);
  g_free (self->mail);
  g_free (self->url);
  g_free (self);
}

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

static Known *
known_new (gint64 id, const FootholdPersonRow *row)
{
  Known *self = g_new0 (Known, 1);

  self->id = id;
  self->organisation_id = row->organisation_id;
  self->organisation = organisation_key (row->organisation);
  self->mail = mail_key (row->mail);
  self->url = row->url != NULL ? foothold_fold_url (row->url) : NULL;
  return self;
}

/* The first who has it keeps it. @key: (transfer full) (nullable) */
static void
note (GHashTable *table, char *key, gint64 id)
{
  if (key == NULL || g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, g_memdup2 (&id, sizeof id));
}

void
foothold_person_index_add (FootholdPersonIndex *self, gint64 id, const FootholdPersonRow *row)
{
  Known *known = known_new (id, row);
  g_autofree char *name = foothold_fold_name (row->name);
  GPtrArray *alike = g_hash_table_lookup (self->names, name);

  note (self->mails, g_strdup (known->mail), id);
  note (self->urls, g_strdup (known->url), id);
  if (alike == NULL)
    {
      alike = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
      g_hash_table_insert (self->names, g_steal_pointer (&name), alike);
    }
  g_ptr_array_add (alike, known);
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

static gboolean
is_same (const Known *one, const Known *other)
{
  const gboolean ids = one->organisation_id != GINT64_UNKNOWN && other->organisation_id != GINT64_UNKNOWN;
  const gboolean names = one->organisation != NULL && other->organisation != NULL;

  if (two_of_a_site (one->url, other->url))
    return FALSE;
  if (ids && one->organisation_id == other->organisation_id)
    return TRUE;
  if (names || ids)
    return names && strcmp (one->organisation, other->organisation) == 0;

  return one->mail == NULL || other->mail == NULL;
}

gint64
foothold_person_index_find (FootholdPersonIndex *self, const FootholdPersonRow *row)
{
  Known *wanted = known_new (0, row);
  const gint64 *id = wanted->mail != NULL ? g_hash_table_lookup (self->mails, wanted->mail) : NULL;
  gint64 found = 0;

  if (id == NULL && wanted->url != NULL)
    id = g_hash_table_lookup (self->urls, wanted->url);
  if (id != NULL)
    found = *id;
  else
    {
      g_autofree char *name = foothold_fold_name (row->name);
      GPtrArray *alike = g_hash_table_lookup (self->names, name);

      for (guint i = 0; alike != NULL && i < alike->len && found == 0; i++)
        if (is_same (g_ptr_array_index (alike, i), wanted))
          found = ((Known *) g_ptr_array_index (alike, i))->id;
    }
  known_free (wanted);

  return found;
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
      const char *value = foothold_stmt_text (stmt, 2);

      if (strcmp (foothold_stmt_text (stmt, 1), "mail") == 0)
        note (self->mails, mail_key (value), foothold_stmt_int (stmt, 0));
      else
        note (self->urls, foothold_fold_url (value), foothold_stmt_int (stmt, 0));
    }

  return foothold_stmt_finish (stmt, error);
}

FootholdPersonIndex *
foothold_person_index_load (FootholdDb *db, gint64 batch, GError **error)
{
  g_autoptr (FootholdPersonIndex) self = g_new0 (FootholdPersonIndex, 1);
  g_autoptr (FootholdStmt) stmt = NULL;

  self->mails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->urls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
  g_free (self);
}
