/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "store/foothold-staging-records.h"

#include <errno.h>
#include <string.h>

#include "store/foothold-staging-private.h"

/* What was staged, read again: by whoever compares and merges. */

guint8 *
foothold_staging_read_bytes (FootholdStaging *self,
                             const FootholdStagingEntry *entry,
                             gsize length,
                             FootholdUnpack *unpack,
                             GError **error)
{
  guint8 *bytes = foothold_spool_read (self->spool, entry->offset, length, error);

  if (bytes == NULL)
    return NULL;

  unpack->at = bytes;
  unpack->end = bytes + length;
  unpack->failed = FALSE;
  return bytes;
}

static guint8 *
read_record (FootholdStaging *self, const FootholdStagingEntry *entry, FootholdUnpack *unpack, GError **error)
{
  return foothold_staging_read_bytes (self, entry, entry->length, unpack, error);
}

guint
foothold_staging_get_n_entries (FootholdStaging *self)
{
  return self->entries->len;
}

guint
foothold_staging_get_n_rows (FootholdStaging *self)
{
  return self->rows->len;
}

FootholdVerdict
foothold_staging_get_verdict (FootholdStaging *self, guint n, gboolean *wanted, gint64 *match)
{
  FootholdVerdict verdict;
  const FootholdStagingEntry *entry;

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  verdict = entry->verdict;
  *wanted = entry->wanted;
  *match = entry->match;
  g_mutex_unlock (&self->mutex);

  return verdict;
}

void
foothold_staging_set_verdict (FootholdStaging *self, guint n, FootholdVerdict verdict, gint64 match, const char *reason)
{
  FootholdStagingEntry *entry;

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  entry->verdict = verdict;
  entry->match = match;
  entry->into = 0;
  entry->wanted = verdict == FOOTHOLD_VERDICT_NEW || verdict == FOOTHOLD_VERDICT_FILLS;
  g_set_str (&entry->reason, reason);
  g_mutex_unlock (&self->mutex);
}

gboolean
foothold_staging_applies (FootholdStaging *self, guint n)
{
  gboolean applies;

  g_mutex_lock (&self->mutex);
  applies = g_array_index (self->entries, FootholdStagingEntry, n).applies;
  g_mutex_unlock (&self->mutex);

  return applies;
}

void
foothold_staging_drop_application (FootholdStaging *self, guint n)
{
  g_mutex_lock (&self->mutex);
  g_array_index (self->entries, FootholdStagingEntry, n).applies = FALSE;
  g_mutex_unlock (&self->mutex);
}

void
foothold_staging_keys_clear (FootholdStagingKeys *keys)
{
  g_clear_pointer (&keys->url_key, g_free);
  g_clear_pointer (&keys->title, g_free);
  g_clear_pointer (&keys->organisation, g_free);
  g_clear_pointer (&keys->place, g_free);
  g_clear_pointer (&keys->state, g_free);
  g_clear_pointer (&keys->sent_on, g_free);
}

gboolean
foothold_staging_read_keys (FootholdStaging *self, guint n, FootholdStagingKeys *keys, GError **error)
{
  const FootholdStagingEntry *entry;
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;

  memset (keys, 0, sizeof *keys);
  g_mutex_lock (&self->mutex);
  if (g_array_index (self->entries, FootholdStagingEntry, n).kind != FOOTHOLD_STAGING_DOSSIER)
    {
      g_mutex_unlock (&self->mutex);
      return TRUE;
    }
  entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  bytes = foothold_staging_read_bytes (self, entry, entry->head, &unpack, error);
  g_mutex_unlock (&self->mutex);
  if (bytes == NULL)
    return FALSE;

  keys->url_key = foothold_unpack_text (&unpack);
  keys->title = foothold_unpack_text (&unpack);
  keys->organisation = foothold_unpack_text (&unpack);
  keys->place = foothold_unpack_text (&unpack);
  /* for who lists them: where it stands, its title and its organisation as they are */
  for (guint i = 0; i < 3; i++)
    g_free (foothold_unpack_text (&unpack));
  keys->state = foothold_unpack_text (&unpack);
  keys->sent_on = foothold_unpack_text (&unpack);
  return TRUE;
}

gint64
foothold_staging_get_id (FootholdStaging *self, guint n)
{
  gint64 id;

  g_mutex_lock (&self->mutex);
  id = g_array_index (self->entries, FootholdStagingEntry, n).id;
  g_mutex_unlock (&self->mutex);

  return id;
}

FootholdDossier *
foothold_staging_read (FootholdStaging *self, guint n, GError **error)
{
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;
  FootholdDossier *dossier;
  guint32 head;

  g_mutex_lock (&self->mutex);
  if (g_array_index (self->entries, FootholdStagingEntry, n).kind != FOOTHOLD_STAGING_DOSSIER)
    {
      g_mutex_unlock (&self->mutex);
      return NULL;
    }
  bytes = read_record (self, &g_array_index (self->entries, FootholdStagingEntry, n), &unpack, error);
  head = g_array_index (self->entries, FootholdStagingEntry, n).head;
  g_mutex_unlock (&self->mutex);
  if (bytes == NULL)
    return NULL;

  unpack.at += head;
  dossier = foothold_unpack_dossier (&unpack);
  if (dossier == NULL)
    foothold_spool_fail (error, EIO);
  return dossier;
}

gsize
foothold_staging_get_size (FootholdStaging *self, guint n)
{
  gsize size;

  g_mutex_lock (&self->mutex);
  size = g_array_index (self->entries, FootholdStagingEntry, n).length;
  g_mutex_unlock (&self->mutex);

  return size;
}

const FootholdRowType *
foothold_staging_get_row_type (FootholdStaging *self, guint n)
{
  return g_ptr_array_index (self->types, n);
}

gint64
foothold_staging_get_own_id (FootholdStaging *self, guint n)
{
  gint64 id;

  g_mutex_lock (&self->mutex);
  id = g_array_index (self->rows, FootholdStagingEntry, n).own ? g_array_index (self->rows, FootholdStagingEntry, n).id
                                                               : 0;
  g_mutex_unlock (&self->mutex);

  return id;
}

FootholdRow *
foothold_staging_read_row (FootholdStaging *self, guint n, GError **error)
{
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;

  g_mutex_lock (&self->mutex);
  bytes = read_record (self, &g_array_index (self->rows, FootholdStagingEntry, n), &unpack, error);
  g_mutex_unlock (&self->mutex);

  return bytes != NULL ? foothold_unpack_row (&unpack, g_ptr_array_index (self->types, n)) : NULL;
}

guint
foothold_staging_get_n_nests (FootholdStaging *self)
{
  return self->nests->len;
}

FootholdNest *
foothold_staging_read_nest (FootholdStaging *self, guint n, GError **error)
{
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;
  FootholdNest *nest;

  g_mutex_lock (&self->mutex);
  bytes = read_record (self, &g_array_index (self->nests, FootholdStagingEntry, n), &unpack, error);
  g_mutex_unlock (&self->mutex);
  if (bytes == NULL)
    return NULL;

  nest = foothold_unpack_nest (&unpack, g_ptr_array_index (self->families, n));
  if (nest == NULL)
    foothold_spool_fail (error, EIO);
  return nest;
}

gboolean
foothold_staging_get_compared (FootholdStaging *self, FootholdDbState *state)
{
  *state = self->compared;
  return self->is_compared;
}

void
foothold_staging_set_compared (FootholdStaging *self, const FootholdDbState *state)
{
  self->compared = *state;
  self->is_compared = TRUE;
}

GArray *
foothold_staging_forget_verdicts (FootholdStaging *self)
{
  GArray *unticked = g_array_new (FALSE, FALSE, sizeof (guint));

  g_mutex_lock (&self->mutex);
  for (guint n = 0; n < self->entries->len; n++)
    {
      FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, n);

      if (entry->kind != FOOTHOLD_STAGING_DOSSIER)
        continue;
      if (!entry->wanted && (entry->verdict == FOOTHOLD_VERDICT_NEW || entry->verdict == FOOTHOLD_VERDICT_FILLS))
        g_array_append_val (unticked, n);
      entry->verdict = FOOTHOLD_VERDICT_NEW;
      entry->wanted = TRUE;
      entry->applies = entry->brings;
      entry->match = 0;
      entry->into = 0;
      g_clear_pointer (&entry->reason, g_free);
    }
  g_mutex_unlock (&self->mutex);

  return unticked;
}

void
foothold_staging_untick (FootholdStaging *self, GArray *entries)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < entries->len; i++)
    g_array_index (self->entries, FootholdStagingEntry, g_array_index (entries, guint, i)).wanted = FALSE;
  g_mutex_unlock (&self->mutex);
}
