/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "store/foothold-fill.h"
#include "store/foothold-staging-private.h"
#include "store/foothold-staging-records.h"

/* One opportunity that comes twice in an import: the second entry comes in as what it adds to the first. */

void
foothold_staging_set_fills (FootholdStaging *self, guint n, guint into, const char *reason)
{
  foothold_staging_set_verdict (self, n, FOOTHOLD_VERDICT_FILLS, 0, reason);
  g_mutex_lock (&self->mutex);
  g_array_index (self->entries, FootholdStagingEntry, n).into = into + 1;
  g_mutex_unlock (&self->mutex);
}

gboolean
foothold_staging_is_filler (FootholdStaging *self, guint n)
{
  gboolean is_filler;

  g_mutex_lock (&self->mutex);
  is_filler = g_array_index (self->entries, FootholdStagingEntry, n).into != 0;
  g_mutex_unlock (&self->mutex);

  return is_filler;
}

GHashTable *
foothold_staging_index_fillers (FootholdStaging *self)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  g_mutex_lock (&self->mutex);
  for (guint n = 0; n < self->entries->len; n++)
    {
      const FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, n);
      GArray *fillers;

      if (entry->into == 0 || !entry->wanted)
        continue;
      fillers = g_hash_table_lookup (index, GUINT_TO_POINTER (entry->into - 1));
      if (fillers == NULL)
        {
          fillers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (index, GUINT_TO_POINTER (entry->into - 1), fillers);
        }
      g_array_append_val (fillers, n);
    }
  g_mutex_unlock (&self->mutex);

  return index;
}

FootholdDossier *
foothold_staging_read_filled (FootholdStaging *self, guint n, GArray *fillers, GError **error)
{
  g_autoptr (FootholdDossier) dossier = foothold_staging_read (self, n, error);

  for (guint i = 0; dossier != NULL && fillers != NULL && i < fillers->len; i++)
    {
      g_autoptr (FootholdDossier) there = foothold_staging_read (self, g_array_index (fillers, guint, i), error);

      if (there == NULL)
        return NULL;
      foothold_fill_into (&dossier, there, NULL);
    }

  return g_steal_pointer (&dossier);
}
