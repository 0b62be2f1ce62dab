/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "foothold-changes.h"

/* What one commit touched: a set of ids a table, or the table as a whole. Immutable once emitted. */

/* A set of more is no help to anybody, and would be freed on the main thread. */
#define IDS_MOST 1000

struct _FootholdChanges
{
  gatomicrefcount ref_count;
  gboolean everything;
  GHashTable *tables; /* char * → GHashTable of gint64 *, or NULL: as a whole */
};

G_DEFINE_BOXED_TYPE (FootholdChanges, foothold_changes, foothold_changes_ref, foothold_changes_unref)

static void
clear_ids (gpointer data)
{
  if (data != NULL)
    g_hash_table_unref (data);
}

FootholdChanges *
foothold_changes_new (void)
{
  FootholdChanges *self = g_new0 (FootholdChanges, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_ids);
  return self;
}

FootholdChanges *
foothold_changes_ref (FootholdChanges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_changes_unref (FootholdChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->tables);
  g_free (self);
}

void
foothold_changes_add (FootholdChanges *self, const char *table, gint64 id)
{
  GHashTable *ids;

  if (!g_hash_table_lookup_extended (self->tables, table, NULL, (gpointer *) &ids))
    {
      ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->tables, g_strdup (table), ids);
    }
  if (ids == NULL)
    return;
  if (g_hash_table_size (ids) < IDS_MOST)
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  else if (!g_hash_table_contains (ids, &id))
    foothold_changes_add_table (self, table);
}

void
foothold_changes_add_table (FootholdChanges *self, const char *table)
{
  if (table == NULL)
    self->everything = TRUE;
  else
    g_hash_table_insert (self->tables, g_strdup (table), NULL);
}

gboolean
foothold_changes_is_empty (const FootholdChanges *self)
{
  return !self->everything && g_hash_table_size (self->tables) == 0;
}

gboolean
foothold_changes_has_table (const FootholdChanges *self, const char *table)
{
  return self->everything || g_hash_table_contains (self->tables, table);
}

gboolean
foothold_changes_has (const FootholdChanges *self, const char *table, gint64 id)
{
  GHashTable *ids;

  if (self->everything)
    return TRUE;
  if (!g_hash_table_lookup_extended (self->tables, table, NULL, (gpointer *) &ids))
    return FALSE;

  return ids == NULL || g_hash_table_contains (ids, &id);
}
