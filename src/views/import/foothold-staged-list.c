// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A lazy list model over the staging file; only what is near the visible rows is in memory. */

#define G_LOG_DOMAIN "foothold-staged-list"

#include "foothold-staged-list.h"

#define CHUNK 64
/* A screen of rows spans two chunks at most; a few more make scrolling back free. */
#define CHUNKS_KEPT 8

struct _FootholdStagedItem
{
  GObject parent_instance;
  GPtrArray *chunk; /* owns the entry */
  const FootholdStagedEntry *entry;
  gboolean wanted;
};

G_DEFINE_FINAL_TYPE (FootholdStagedItem, foothold_staged_item, G_TYPE_OBJECT)

enum
{
  ITEM_PROP_0,
  ITEM_PROP_WANTED,
  N_ITEM_PROPS,
};

static GParamSpec *item_properties[N_ITEM_PROPS];

struct _FootholdStagedList
{
  GObject parent_instance;
  FootholdStaging *staging;
  guint n_items, n_wanted;
  GHashTable *chunks; /* number → GPtrArray of FootholdStagedEntry */
  GQueue recent; /* numbers, the latest first */
  GHashTable *items; /* place → FootholdStagedItem that somebody holds (weak) */
};

static void list_model_init (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdStagedList,
                               foothold_staged_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  LIST_PROP_0,
  LIST_PROP_N_WANTED,
  N_LIST_PROPS,
};

static GParamSpec *list_properties[N_LIST_PROPS];

/* Items */

const FootholdStagedEntry *
foothold_staged_item_get_entry (FootholdStagedItem *self)
{
  return self->entry;
}

gboolean
foothold_staged_item_can_want (FootholdStagedItem *self)
{
  return self->entry->verdict == FOOTHOLD_VERDICT_NEW || self->entry->verdict == FOOTHOLD_VERDICT_FILLS;
}

gboolean
foothold_staged_item_get_wanted (FootholdStagedItem *self)
{
  return self->wanted;
}

static void
item_set_wanted (FootholdStagedItem *self, gboolean wanted)
{
  if (self->wanted == wanted)
    return;
  self->wanted = wanted;
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[ITEM_PROP_WANTED]);
}

static void
foothold_staged_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == ITEM_PROP_WANTED)
    g_value_set_boolean (value, FOOTHOLD_STAGED_ITEM (object)->wanted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_staged_item_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_STAGED_ITEM (object)->chunk, g_ptr_array_unref);
  G_OBJECT_CLASS (foothold_staged_item_parent_class)->finalize (object);
}

static void
foothold_staged_item_class_init (FootholdStagedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->finalize = foothold_staged_item_finalize;
  object_class->get_property = foothold_staged_item_get_property;
  item_properties[ITEM_PROP_WANTED] =
    g_param_spec_boolean ("wanted", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_ITEM_PROPS, item_properties);
}

static void
foothold_staged_item_init (FootholdStagedItem *self)
{
}

/* The list */

static GPtrArray *
get_chunk (FootholdStagedList *self, guint number)
{
  gpointer key = GUINT_TO_POINTER (number);
  GPtrArray *chunk = g_hash_table_lookup (self->chunks, key);
  if (chunk == NULL)
    {
      g_autoptr (GError) error = NULL;
      chunk = foothold_staging_list (self->staging, number * CHUNK, CHUNK, &error);
      if (chunk == NULL)
        {
          g_warning ("The staging file cannot be read: %s", error->message);
          return NULL;
        }
      g_hash_table_insert (self->chunks, key, chunk);
    }
  g_queue_remove (&self->recent, key);
  g_queue_push_head (&self->recent, key);
  while (g_queue_get_length (&self->recent) > CHUNKS_KEPT)
    g_hash_table_remove (self->chunks, g_queue_pop_tail (&self->recent));
  return chunk;
}

static void
item_gone (gpointer data, GObject *where)
{
  FootholdStagedList *self = data;
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (item == where)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static gpointer
foothold_staged_list_get_item (GListModel *model, guint position)
{
  FootholdStagedList *self = FOOTHOLD_STAGED_LIST (model);
  if (position >= self->n_items)
    return NULL;
  /* One entry is one object for as long as anyone holds it. */
  FootholdStagedItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);
  GPtrArray *chunk = get_chunk (self, position / CHUNK);
  if (chunk == NULL || position % CHUNK >= chunk->len)
    return NULL;
  item = g_object_new (FOOTHOLD_TYPE_STAGED_ITEM, NULL);
  item->chunk = g_ptr_array_ref (chunk);
  item->entry = g_ptr_array_index (chunk, position % CHUNK);
  item->wanted = item->entry->wanted;
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  g_object_weak_ref (G_OBJECT (item), item_gone, self);
  return item;
}

static guint
foothold_staged_list_get_n_items (GListModel *model)
{
  return FOOTHOLD_STAGED_LIST (model)->n_items;
}

static GType
foothold_staged_list_get_item_type (GListModel *model)
{
  return FOOTHOLD_TYPE_STAGED_ITEM;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = foothold_staged_list_get_item;
  iface->get_n_items = foothold_staged_list_get_n_items;
  iface->get_item_type = foothold_staged_list_get_item_type;
}

static void
set_n_wanted (FootholdStagedList *self, guint n_wanted)
{
  if (self->n_wanted == n_wanted)
    return;
  self->n_wanted = n_wanted;
  g_object_notify_by_pspec (G_OBJECT (self), list_properties[LIST_PROP_N_WANTED]);
}

FootholdStaging *
foothold_staged_list_get_staging (FootholdStagedList *self)
{
  return self->staging;
}

guint
foothold_staged_list_get_n_wanted (FootholdStagedList *self)
{
  return self->n_wanted;
}

/* Chunks are snapshots: what changes in the file is read again. */
static void
forget_chunks (FootholdStagedList *self)
{
  g_hash_table_remove_all (self->chunks);
  g_queue_clear (&self->recent);
}

/* Reads the ticks of those that somebody holds. */
static void
update_items (FootholdStagedList *self)
{
  GHashTableIter iter;
  gpointer position, item;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, &item))
    {
      g_autoptr (GPtrArray) one = foothold_staging_list (self->staging, GPOINTER_TO_UINT (position), 1, NULL);
      if (one != NULL && one->len > 0)
        item_set_wanted (item, ((FootholdStagedEntry *) g_ptr_array_index (one, 0))->wanted);
    }
}

gboolean
foothold_staged_list_set_wanted (FootholdStagedList *self, FootholdStagedItem *item, gboolean wanted, GError **error)
{
  if (item->wanted == wanted)
    return TRUE;
  if (!foothold_staging_set_wanted (self->staging, item->entry->n, wanted, error))
    return FALSE;
  forget_chunks (self);
  item_set_wanted (item, wanted);
  const guint n_wanted = foothold_staging_get_counts (self->staging).n_wanted;
  /* what fills another entry goes with that one */
  if (n_wanted != (wanted ? self->n_wanted + 1 : self->n_wanted - 1))
    update_items (self);
  set_n_wanted (self, n_wanted);
  return TRUE;
}

void
foothold_staged_list_set_all_wanted (FootholdStagedList *self, gboolean wanted)
{
  const guint n_wanted = foothold_staging_set_all_wanted (self->staging, wanted);
  forget_chunks (self);
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (foothold_staged_item_can_want (item))
      item_set_wanted (item, wanted);
  set_n_wanted (self, n_wanted);
}

FootholdStagedList *
foothold_staged_list_new (FootholdStaging *staging)
{
  FootholdStagedList *self = g_object_new (FOOTHOLD_TYPE_STAGED_LIST, NULL);
  FootholdStagedCounts counts = foothold_staging_get_counts (staging);
  self->staging = foothold_staging_ref (staging);
  self->n_items = counts.n_entries;
  /* The store ticks everything that can be imported; the person unticks. */
  self->n_wanted = counts.n_new + counts.n_fills;
  return self;
}

static void
foothold_staged_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == LIST_PROP_N_WANTED)
    g_value_set_uint (value, FOOTHOLD_STAGED_LIST (object)->n_wanted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_staged_list_dispose (GObject *object)
{
  FootholdStagedList *self = FOOTHOLD_STAGED_LIST (object);
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone, self);
  g_hash_table_remove_all (self->items);
  G_OBJECT_CLASS (foothold_staged_list_parent_class)->dispose (object);
}

static void
foothold_staged_list_finalize (GObject *object)
{
  FootholdStagedList *self = FOOTHOLD_STAGED_LIST (object);
  g_clear_pointer (&self->staging, foothold_staging_unref);
  g_queue_clear (&self->recent);
  g_hash_table_unref (self->chunks);
  g_hash_table_unref (self->items);
  G_OBJECT_CLASS (foothold_staged_list_parent_class)->finalize (object);
}

static void
foothold_staged_list_class_init (FootholdStagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->dispose = foothold_staged_list_dispose;
  object_class->finalize = foothold_staged_list_finalize;
  object_class->get_property = foothold_staged_list_get_property;
  list_properties[LIST_PROP_N_WANTED] =
    g_param_spec_uint ("n-wanted", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_LIST_PROPS, list_properties);
}

static void
foothold_staged_list_init (FootholdStagedList *self)
{
  self->chunks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->items = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->recent);
}
