/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-read-ahead"

#include "foothold-read-ahead.h"

#include "store/foothold-staging-private.h"

/*
 * Of the staging file, so that saved pages do not fill the memory: what is read ahead of the one being inserted.
 * Once so much is there, reading goes on when half of it is taken: waking a thread for each single entry
 * costs more than reading it.
 */
#define AHEAD_BYTES (1024 * 1024)

typedef struct
{
  FootholdDossier *dossier; /* NULL: the end, or @error */
  GError *error;
  gsize size;
  guint next;
} Item;

struct _FootholdReadAhead
{
  FootholdStaging *staging;
  guint first;
  GHashTable *fillers; /* entries that others of the import fill: foothold_staging_index_fillers () */
  GThread *thread;
  GMutex mutex;
  GCond changed;
  GQueue items; /* Item */
  gsize size; /* of those */
  GPtrArray *used; /* FootholdDossier that were given back */
  gboolean stopped;
};

static void
item_free (gpointer data)
{
  Item *self = data;

  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static GPtrArray *
dossiers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);
}

/* @item: (transfer full). Waits for room; FALSE when nobody wants more. */
static gboolean
put (FootholdReadAhead *self, Item *item)
{
  g_autoptr (GPtrArray) used = NULL;
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  if (self->used->len > 0)
    {
      used = g_steal_pointer (&self->used);
      self->used = dossiers_new ();
    }
  if (self->size > 0 && self->size + item->size > AHEAD_BYTES)
    while (!self->stopped && self->size > AHEAD_BYTES / 2)
      g_cond_wait (&self->changed, &self->mutex);
  wanted = !self->stopped;
  if (wanted)
    {
      self->size += item->size;
      g_queue_push_tail (&self->items, item);
      if (self->items.length == 1)
        g_cond_signal (&self->changed);
    }
  g_mutex_unlock (&self->mutex);

  if (!wanted)
    item_free (item);
  return wanted;
}

static gpointer
run (gpointer data)
{
  FootholdReadAhead *self = data;
  const guint n_entries = foothold_staging_get_n_entries (self->staging);
  Item *item;

  for (guint n = self->first; n < n_entries; n++)
    {
      gboolean wanted;
      gint64 match;

      if (foothold_staging_get_verdict (self->staging, n, &wanted, &match) != FOOTHOLD_VERDICT_NEW || !wanted)
        continue;
      item = g_new0 (Item, 1);
      item->next = n + 1;
      item->size = foothold_staging_get_size (self->staging, n);
      item->dossier =
        foothold_staging_read_filled (self->staging, n, g_hash_table_lookup (self->fillers, GUINT_TO_POINTER (n)),
                                      &item->error);
      if (item->dossier == NULL)
        {
          put (self, item);
          return NULL;
        }
      if (!put (self, item))
        return NULL;
    }

  item = g_new0 (Item, 1);
  item->next = n_entries;
  put (self, item);
  return NULL;
}

FootholdReadAhead *
foothold_read_ahead_new (FootholdStaging *staging, guint first)
{
  FootholdReadAhead *self = g_new0 (FootholdReadAhead, 1);

  self->staging = foothold_staging_ref (staging);
  self->first = first;
  self->fillers = foothold_staging_index_fillers (staging);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->items);
  self->used = dossiers_new ();
  self->thread = g_thread_new ("read-ahead", run, self);
  return self;
}

void
foothold_read_ahead_free (FootholdReadAhead *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  g_queue_clear_full (&self->items, item_free);
  g_ptr_array_unref (self->used);
  g_hash_table_unref (self->fillers);
  foothold_staging_unref (self->staging);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

FootholdDossier *
foothold_read_ahead_take (FootholdReadAhead *self, guint *next, GError **error)
{
  FootholdDossier *dossier;
  Item *item;

  g_mutex_lock (&self->mutex);
  while ((item = g_queue_peek_head (&self->items)) == NULL)
    g_cond_wait (&self->changed, &self->mutex);
  /* the last one stays: whoever asks again hears the same */
  if (item->dossier != NULL)
    {
      const gboolean was_full = self->size > AHEAD_BYTES / 2;

      g_queue_pop_head (&self->items);
      self->size -= item->size;
      if (was_full && self->size <= AHEAD_BYTES / 2)
        g_cond_signal (&self->changed);
    }
  g_mutex_unlock (&self->mutex);

  if (item->dossier == NULL)
    {
      if (item->error != NULL)
        g_propagate_error (error, g_error_copy (item->error));
      else
        *next = item->next;
      return NULL;
    }

  *next = item->next;
  dossier = g_steal_pointer (&item->dossier);
  item_free (item);
  return dossier;
}

void
foothold_read_ahead_give_back (FootholdReadAhead *self, FootholdDossier *dossier)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->used, dossier);
  g_mutex_unlock (&self->mutex);
}
