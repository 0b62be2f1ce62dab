/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "store/foothold-staging-records.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-field-words.h"
#include "store/foothold-id.h"
#include "store/foothold-staging-private.h"

static void
entry_clear (gpointer data)
{
  g_free (((FootholdStagingEntry *) data)->reason);
}

FootholdStaging *
foothold_staging_new (const char *dir, GError **error)
{
  g_autoptr (FootholdSpool) spool = foothold_spool_new (dir, error);
  FootholdStaging *self;

  if (spool == NULL)
    return NULL;

  self = g_new0 (FootholdStaging, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->spool = g_steal_pointer (&spool);
  self->first_id = foothold_id_next ();
  self->record = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (FootholdStagingEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (FootholdStagingEntry));
  self->types = g_ptr_array_new ();
  self->nests = g_array_new (FALSE, FALSE, sizeof (FootholdStagingEntry));
  self->families = g_ptr_array_new ();
  self->alike = g_ptr_array_new_with_free_func (foothold_alike_notes_free);
  foothold_staging_make_sink (self);
  return self;
}

FootholdStaging *
foothold_staging_ref (FootholdStaging *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_staging_unref (FootholdStaging *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  foothold_staging_forget_people (self);
  foothold_spool_free (self->spool);
  g_byte_array_unref (self->record);
  g_array_unref (self->entries);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->types);
  g_array_unref (self->nests);
  g_ptr_array_unref (self->families);
  g_ptr_array_unref (self->alike);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

const FootholdSink *
foothold_staging_get_sink (FootholdStaging *self)
{
  return &self->sink;
}

void
foothold_staging_set_cancellable (FootholdStaging *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

GCancellable *
foothold_staging_get_cancellable (FootholdStaging *self)
{
  return self->cancellable;
}

static gboolean
can_want (const FootholdStagingEntry *entry)
{
  return entry->verdict == FOOTHOLD_VERDICT_NEW || entry->verdict == FOOTHOLD_VERDICT_FILLS;
}

FootholdStagedCounts
foothold_staging_get_counts (FootholdStaging *self)
{
  FootholdStagedCounts counts = { 0 };

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, i);

      if (entry->kind == FOOTHOLD_STAGING_FIELD_PROBLEM)
        counts.n_fields_left_out += MAX (entry->times, 1);
      else if (entry->kind == FOOTHOLD_STAGING_NOT_READ)
        counts.n_not_read++;
      else if (entry->kind == FOOTHOLD_STAGING_LEFT_OUT)
        counts.n_files_left_out++;
      else if (entry->kind == FOOTHOLD_STAGING_READ)
        counts.n_files_read++;
      else if (entry->kind == FOOTHOLD_STAGING_ASKS)
        counts.n_asks++;
      else if (entry->kind == FOOTHOLD_STAGING_ANSWERED)
        counts.n_answered++;
      else if (entry->kind == FOOTHOLD_STAGING_PROBLEM)
        counts.n_problems++;
      else if (entry->verdict == FOOTHOLD_VERDICT_NEW)
        counts.n_new++;
      else if (entry->verdict == FOOTHOLD_VERDICT_FILLS)
        counts.n_fills++;
      else if (entry->verdict == FOOTHOLD_VERDICT_SAME)
        counts.n_same++;
      else
        counts.n_problems++;
      counts.n_wanted += entry->wanted && can_want (entry);
      if (entry->applies && (entry->verdict == FOOTHOLD_VERDICT_NEW || entry->verdict == FOOTHOLD_VERDICT_FILLS))
        {
          counts.n_applications++;
          counts.n_applications_wanted += entry->wanted;
        }
    }
  counts.n_entries = self->entries->len;
  counts.others = self->others;
  counts.n_others = foothold_others_sum (&self->others);
  g_mutex_unlock (&self->mutex);

  return counts;
}

void
foothold_staging_set_others (FootholdStaging *self, const FootholdOthers *others)
{
  g_mutex_lock (&self->mutex);
  self->others = *others;
  g_mutex_unlock (&self->mutex);
}

static void
staged_entry_free (gpointer data)
{
  FootholdStagedEntry *self = data;

  g_free (self->where);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->application);
  g_clear_pointer (&self->facts, foothold_row_unref);
  g_free (self->field);
  g_free (self->reason);
  g_free (self);
}

static FootholdStagedEntry *
staged_entry_new (FootholdStaging *self, guint n, GError **error)
{
  const FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  FootholdUnpack unpack;
  /* without what may be long: the texts, the saved page */
  g_autofree guint8 *bytes = foothold_staging_read_bytes (self, entry, entry->head, &unpack, error);
  FootholdStagedEntry *staged;

  if (bytes == NULL)
    return NULL;

  staged = g_new0 (FootholdStagedEntry, 1);
  staged->n = n;
  staged->verdict = entry->verdict;
  staged->wanted = entry->wanted;
  staged->match = entry->match;
  staged->not_read = entry->kind == FOOTHOLD_STAGING_NOT_READ;
  staged->asks = entry->kind == FOOTHOLD_STAGING_ASKS || entry->kind == FOOTHOLD_STAGING_ANSWERED;
  if (entry->kind == FOOTHOLD_STAGING_DOSSIER)
    {
      staged->reason = g_strdup (entry->reason);
      for (guint i = 0; i < FOOTHOLD_STAGING_N_KEYS; i++)
        g_free (foothold_unpack_text (&unpack));
      staged->where = foothold_unpack_text (&unpack);
      staged->title = foothold_unpack_text (&unpack);
      staged->organisation = foothold_unpack_text (&unpack);
      staged->application = foothold_unpack_text (&unpack);
      if (!entry->applies)
        g_clear_pointer (&staged->application, g_free);
      g_free (foothold_unpack_text (&unpack)); /* when it was sent: a key, see foothold_staging_read_keys */
      staged->facts = foothold_staging_unpack_facts (&unpack);
    }
  else
    {
      g_autofree char *field = NULL;

      staged->where = foothold_unpack_text (&unpack);
      field = foothold_unpack_text (&unpack);
      staged->field = field != NULL ? g_strdup (foothold_field_title (field)) : NULL;
      staged->reason = foothold_unpack_text (&unpack);
    }

  return staged;
}

/* Up to @limit entries from *@next on, which moves past them; those that are @shown, or all. */
static GPtrArray *
list_entries (FootholdStaging *self,
              guint *next,
              guint limit,
              gboolean (*shown) (const FootholdStagingEntry *entry),
              GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (staged_entry_free);
  gboolean ok = TRUE;

  g_mutex_lock (&self->mutex);
  for (; ok && list->len < limit && *next < self->entries->len; (*next)++)
    if (shown == NULL || shown (&g_array_index (self->entries, FootholdStagingEntry, *next)))
      {
        FootholdStagedEntry *staged = staged_entry_new (self, *next, error);

        ok = staged != NULL;
        if (ok)
          g_ptr_array_add (list, staged);
      }
  g_mutex_unlock (&self->mutex);

  return ok ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
foothold_staging_list (FootholdStaging *self, guint first, guint limit, GError **error)
{
  return list_entries (self, &first, limit, NULL, error);
}

static gboolean
is_noted (const FootholdStagingEntry *entry)
{
  return entry->kind != FOOTHOLD_STAGING_DOSSIER || entry->reason != NULL;
}

GPtrArray *
foothold_staging_list_noted (FootholdStaging *self, guint *next, guint limit, GError **error)
{
  return list_entries (self, next, limit, is_noted, error);
}

guint
foothold_staging_set_all_wanted (FootholdStaging *self, gboolean wanted)
{
  guint n = 0;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->entries->len; i++)
    {
      FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, i);

      if (!can_want (entry))
        continue;
      entry->wanted = wanted;
      n += wanted ? 1 : 0;
    }
  g_mutex_unlock (&self->mutex);

  return n;
}

gboolean
foothold_staging_set_wanted (FootholdStaging *self, guint n, gboolean wanted, GError **error)
{
  gboolean ok;
  FootholdStagingEntry *entry;

  g_return_val_if_fail (n < self->entries->len, FALSE);

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  ok = can_want (entry);
  if (ok)
    entry->wanted = wanted;
  if (ok && wanted && entry->into != 0)
    g_array_index (self->entries, FootholdStagingEntry, entry->into - 1).wanted = TRUE;
  for (guint i = 0; ok && !wanted && i < self->entries->len; i++)
    if (g_array_index (self->entries, FootholdStagingEntry, i).into == n + 1)
      g_array_index (self->entries, FootholdStagingEntry, i).wanted = FALSE;
  g_mutex_unlock (&self->mutex);

  if (!ok)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("This entry brings nothing to import."));
  return ok;
}
