/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-window-list.h"

#include "foothold-window-question.h"

/*
 * Sorting and filtering happen in SQL; here is only the arithmetic between two
 * answers. A new question brings the first rows along with the ids,
 * and what a key or a jump asks for is waited for a fraction of a frame: so both
 * are painted at once, without a frame of empty cards between.
 */

#define CHUNK 64
/* So many rows come with an answer at least and at most: as many as were looked at after the last two. */
#define LEAST_ROWS 8
#define MOST_ROWS 32
#define N_RECENT_CHUNKS 6

struct _FootholdWindowList
{
  GObject parent_instance;

  FootholdStore *store;
  const FootholdWindowSource *source;
  FootholdQuery *query;
  GArray *ids; /* gint64 */
  GHashTable *live; /* gint64 → Live */
  GQueue recent; /* GPtrArray of FootholdRecord: keeps a few chunks alive */
  GCancellable *listing;
  GCancellable *disposed;
  GError *error;
  gboolean loading;
  gboolean hides;
  guint n_seen[2]; /* rows looked at from the first on, since the last question and since the one before */
};

/* A record someone holds; the list itself holds it weakly. */
typedef struct
{
  gint64 id;
  FootholdWindowList *list;
  FootholdRecord *record;
} Live;

typedef enum
{
  PROP_STORE = 1,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_ERROR,
} FootholdWindowListProperty;

static GParamSpec *properties[PROP_ERROR + 1];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdWindowList,
                               foothold_window_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gint64
id_at (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

static void
record_gone_cb (gpointer user_data, GObject *where_the_object_was)
{
  Live *live = user_data;

  live->record = NULL;
  g_hash_table_remove (live->list->live, &live->id);
}

static void
live_free (gpointer data)
{
  Live *live = data;

  if (live->record != NULL)
    g_object_weak_unref (G_OBJECT (live->record), record_gone_cb, live);
  g_free (live);
}

static FootholdRecord *
lookup_record (FootholdWindowList *self, gint64 id)
{
  const Live *live = g_hash_table_lookup (self->live, &id);

  return live != NULL ? live->record : NULL;
}

/* (transfer full) */
static FootholdRecord *
ensure_record (FootholdWindowList *self, gint64 id)
{
  FootholdRecord *record = lookup_record (self, id);
  Live *live;

  if (record != NULL)
    return g_object_ref (record);

  live = g_new0 (Live, 1);
  live->id = id;
  live->list = self;
  live->record = g_object_new (self->source->get_item_type (), "id", id, NULL);
  g_object_weak_ref (G_OBJECT (live->record), record_gone_cb, live);
  g_hash_table_insert (self->live, &live->id, live);

  return live->record;
}

static void
set_error (FootholdWindowList *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
hand_out_rows (FootholdWindowList *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);
      FootholdRecord *record = lookup_record (self, row->id);

      if (record != NULL)
        {
          g_object_ref (record);
          foothold_record_take_row (record, foothold_row_ref (row));
          g_object_unref (record);
        }
    }
}

static void
rows_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = foothold_window_take_answer (result, &error);

  if (rows != NULL)
    hand_out_rows (self, rows);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, g_steal_pointer (&error));
}

static void
request_rows (FootholdWindowList *self, GArray *ids, gboolean for_frame)
{
  foothold_window_ask_rows (self, self->store, self->source, ids, for_frame, self->disposed, rows_loaded_cb);
}

static void
remember_chunk (FootholdWindowList *self, GPtrArray *chunk)
{
  g_queue_push_head (&self->recent, chunk);
  if (self->recent.length > N_RECENT_CHUNKS)
    g_ptr_array_unref (g_queue_pop_tail (&self->recent));
}

static void
request_chunk (FootholdWindowList *self, guint position)
{
  const guint first = position / CHUNK * CHUNK;
  const guint end = MIN (first + CHUNK, self->ids->len);
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), CHUNK);
  GPtrArray *chunk = g_ptr_array_new_full (CHUNK, g_object_unref);

  for (guint i = first; i < end; i++)
    {
      gint64 id = id_at (self->ids, i);
      FootholdRecord *record = ensure_record (self, id);

      if (!foothold_record_get_loaded (record))
        g_array_append_val (ids, id);
      g_ptr_array_add (chunk, record);
    }

  remember_chunk (self, chunk);
  if (ids->len > 0 && self->store != NULL)
    request_rows (self, ids, TRUE);
}

static GType
foothold_window_list_get_item_type (GListModel *model)
{
  return FOOTHOLD_WINDOW_LIST (model)->source->get_item_type ();
}

static guint
foothold_window_list_get_n_items (GListModel *model)
{
  return FOOTHOLD_WINDOW_LIST (model)->ids->len;
}

static gpointer
foothold_window_list_get_item (GListModel *model, guint position)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (model);
  gint64 id;

  if (position >= self->ids->len)
    return NULL;

  id = id_at (self->ids, position);
  if (position < MOST_ROWS)
    self->n_seen[0] = MAX (self->n_seen[0], position + 1);
  if (lookup_record (self, id) == NULL)
    request_chunk (self, position);

  return ensure_record (self, id);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = foothold_window_list_get_item_type;
  iface->get_n_items = foothold_window_list_get_n_items;
  iface->get_item = foothold_window_list_get_item;
}

/* What both ends have in common stays put, and with it scroll and selection. */
static void
replace_ids (FootholdWindowList *self, GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  const guint shorter = MIN (old->len, ids->len);
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < shorter && id_at (old, prefix) == id_at (ids, prefix))
    prefix++;
  while (suffix < shorter - prefix && id_at (old, old->len - 1 - suffix) == id_at (ids, ids->len - 1 - suffix))
    suffix++;

  self->ids = g_array_ref (ids);
  if (old->len - prefix - suffix > 0 || ids->len - prefix - suffix > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, old->len - prefix - suffix, ids->len - prefix - suffix);
  if (old->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Records for the rows that came with the answer, before anybody asks for them. */
static GPtrArray *
stand_in (FootholdWindowList *self, GPtrArray *rows)
{
  GPtrArray *chunk = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (chunk, ensure_record (self, ((FootholdRow *) g_ptr_array_index (rows, i))->id));

  return chunk;
}

static void
set_loading (FootholdWindowList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
ids_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdWindowAnswer) answer = foothold_window_take_answer (result, &error);

  /* Cancelled: a newer question is on its way. One that was answered all the same is stale too. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_task_get_cancellable (G_TASK (result)) != self->listing)
    return;

  if (answer != NULL)
    {
      if (answer->rows != NULL)
        {
          remember_chunk (self, stand_in (self, answer->rows));
          hand_out_rows (self, answer->rows);
        }
      self->hides = answer->hides;
      replace_ids (self, answer->ids);
      set_error (self, NULL);
    }
  else
    {
      set_error (self, g_steal_pointer (&error));
    }

  set_loading (self, FALSE);
}

/* A window shows as many rows as before, as a rule; what is missing is read in the same frame. */
static guint
rows_to_come (FootholdWindowList *self)
{
  const guint seen = MAX (self->n_seen[0], self->n_seen[1]);

  self->n_seen[1] = self->n_seen[0];
  self->n_seen[0] = 0;
  return seen == 0 ? MOST_ROWS : CLAMP (seen, LEAST_ROWS, MOST_ROWS);
}

/* After a change (without @with_rows) the records that are looked at read themselves anew. */
static void
reload (FootholdWindowList *self, gboolean with_rows, gboolean for_frame)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  set_loading (self, TRUE);
  foothold_window_ask_ids (self, self->store, self->source, self->query, with_rows ? rows_to_come (self) : 0, for_frame,
                           self->listing, ids_listed_cb);
}

static gboolean
touches_joined (FootholdWindowList *self, const FootholdChanges *changes)
{
  for (gsize i = 0; self->source->others != NULL && self->source->others[i] != NULL; i++)
    if (foothold_changes_has_table (changes, self->source->others[i]))
      return TRUE;

  return FALSE;
}

/* Rows that someone looks at and the commit touched; joined tables say not which, so then all of these few. */
static void
refresh_live_rows (FootholdWindowList *self, const FootholdChanges *changes, gboolean all)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (all || foothold_changes_has (changes, self->source->table, *(gint64 *) key)
        || (self->source->derived != NULL && foothold_changes_has (changes, self->source->derived, *(gint64 *) key)))
      g_array_append_vals (ids, key, 1);

  if (ids->len > 0)
    request_rows (self, ids, FALSE);
}

static void
store_changed_cb (FootholdWindowList *self, const FootholdChanges *changes)
{
  const gboolean joined = touches_joined (self, changes);

  if (!joined && !foothold_changes_has_table (changes, self->source->table)
      && (self->source->derived == NULL || !foothold_changes_has_table (changes, self->source->derived)))
    return;

  refresh_live_rows (self, changes, joined);
  reload (self, FALSE, FALSE);
}

FootholdWindowList *
foothold_window_list_new (FootholdStore *store, const FootholdWindowSource *source, const FootholdQuery *query)
{
  FootholdWindowList *self;

  g_return_val_if_fail (FOOTHOLD_IS_STORE (store), NULL);
  g_return_val_if_fail (source != NULL && query != NULL, NULL);

  self = g_object_new (FOOTHOLD_TYPE_WINDOW_LIST, "store", store, NULL);
  self->source = source;
  self->query = foothold_query_copy (query);
  reload (self, TRUE, FALSE);

  return self;
}

void
foothold_window_list_set_query (FootholdWindowList *self, const FootholdQuery *query)
{
  g_return_if_fail (FOOTHOLD_IS_WINDOW_LIST (self));
  g_return_if_fail (query != NULL);

  if (foothold_query_equal (self->query, query))
    return;

  foothold_query_free (self->query);
  self->query = foothold_query_copy (query);
  reload (self, TRUE, TRUE);
}

void
foothold_window_list_begin_day (FootholdWindowList *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (FOOTHOLD_IS_WINDOW_LIST (self));

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (records, g_object_ref (((Live *) value)->record));
  for (guint i = 0; i < records->len; i++)
    if (foothold_record_get_loaded (records->pdata[i]))
      g_signal_emit_by_name (records->pdata[i], "changed");
  reload (self, FALSE, FALSE);
}

const FootholdQuery *
foothold_window_list_get_query (FootholdWindowList *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), NULL);

  return self->query;
}

gboolean
foothold_window_list_get_loading (FootholdWindowList *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), FALSE);

  return self->loading;
}

gboolean
foothold_window_list_get_hides (FootholdWindowList *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), FALSE);

  return self->hides;
}

const GError *
foothold_window_list_get_error (FootholdWindowList *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), NULL);

  return self->error;
}

gint64
foothold_window_list_get_id (FootholdWindowList *self, guint position)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), 0);

  return position < self->ids->len ? id_at (self->ids, position) : 0;
}

const gint64 *
foothold_window_list_get_ids (FootholdWindowList *self, gsize *n)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), NULL);

  *n = self->ids->len;
  return (const gint64 *) (gpointer) self->ids->data;
}

guint
foothold_window_list_find (FootholdWindowList *self, gint64 id, guint hint)
{
  g_return_val_if_fail (FOOTHOLD_IS_WINDOW_LIST (self), G_MAXUINT);

  if (hint < self->ids->len && id_at (self->ids, hint) == id)
    return hint;
  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self->ids, i) == id)
      return i;

  return G_MAXUINT;
}

static void
foothold_window_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (object);

  switch ((FootholdWindowListProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_window_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (object);

  switch ((FootholdWindowListProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      break;
    case PROP_N_ITEMS:
    case PROP_LOADING:
    case PROP_ERROR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_window_list_dispose (GObject *object)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_cancellable_cancel (self->disposed);
  g_queue_clear_full (&self->recent, (GDestroyNotify) g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_window_list_parent_class)->dispose (object);
}

static void
foothold_window_list_finalize (GObject *object)
{
  FootholdWindowList *self = FOOTHOLD_WINDOW_LIST (object);

  g_clear_object (&self->disposed);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->query, foothold_query_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (foothold_window_list_parent_class)->finalize (object);
}

static void
foothold_window_list_class_init (FootholdWindowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foothold_window_list_get_property;
  object_class->set_property = foothold_window_list_set_property;
  object_class->dispose = foothold_window_list_dispose;
  object_class->finalize = foothold_window_list_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, FOOTHOLD_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
foothold_window_list_init (FootholdWindowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, live_free);
  self->disposed = g_cancellable_new ();
}
