// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-due-model.h"

#include "store/foothold-id.h"

#define N_GROUPS (FOOTHOLD_DUE_SNOOZED + 1)

/* What stands at a position: a heading by its group, or a line. */
typedef struct
{
  gint64 key; /* 0: a heading */
  FootholdDueGroup group;
} Shown;

struct _FootholdDueModel
{
  GObject parent_instance;

  FootholdStore *store;
  FootholdNowFunc now_func;
  gint64 now;
  GPtrArray *entries; /* of the last answer, in its order */
  GHashTable *by_key; /* gint64 → FootholdDueEntry of them */
  guint begins[N_GROUPS + 1]; /* where each group begins in them */
  GArray *shown; /* Shown */
  GArray *keys; /* gint64, of the same */
  guint heading_at[N_GROUPS]; /* where the headings stand */
  guint n_headings;
  GHashTable *lines; /* gint64 → FootholdDueLine: those that were asked for */
  FootholdDueLine *headings[N_GROUPS];
  GCancellable *cancellable; /* of the question under way */
  gboolean again; /* something changed meanwhile */
  gboolean all_anew; /* what is said of days is to be said anew */
  gboolean loading;
  GError *error;
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_ERROR,
} FootholdDueModelProperty;

static GParamSpec *properties[PROP_ERROR + 1];
static guint loaded_signal;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdDueModel,
                               foothold_due_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* As they are shown: an offer without a date is answered before what comes next week. */
static const FootholdDueGroup order[N_GROUPS] = {
  FOOTHOLD_DUE_OVERDUE, FOOTHOLD_DUE_TODAY, FOOTHOLD_DUE_NEVER,
  FOOTHOLD_DUE_WEEK,    FOOTHOLD_DUE_LATER, FOOTHOLD_DUE_SNOOZED,
};

static guint
count_in (FootholdDueModel *self, FootholdDueGroup group)
{
  return self->begins[group + 1] - self->begins[group];
}

static void
append_shown (GArray *shown, GArray *keys, gint64 key, FootholdDueGroup group)
{
  const Shown one = { key, group };

  g_array_append_val (shown, one);
  g_array_append_val (keys, key);
}

static void
lay_out (FootholdDueModel *self, GArray *shown, GArray *keys)
{
  self->n_headings = 0;
  for (guint i = 0; i < N_GROUPS; i++)
    {
      const FootholdDueGroup group = order[i];

      if (count_in (self, group) == 0)
        continue;
      self->heading_at[self->n_headings++] = shown->len;
      append_shown (shown, keys, 0, group);
      for (guint at = self->begins[group];
           !foothold_due_line_get_folded (self->headings[group]) && at < self->begins[group + 1]; at++)
        append_shown (shown, keys, foothold_due_entry_get_key (g_ptr_array_index (self->entries, at)), group);
    }
}

static gboolean
same_place (const Shown *a, const Shown *b)
{
  return a->key == b->key && (a->key != 0 || a->group == b->group);
}

/* Shows what there is now, and tells the difference: what both ends have in common stays put. */
static void
show (FootholdDueModel *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->shown);
  guint head = 0, tail = 0, n;

  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  g_array_set_size (self->keys, 0);
  lay_out (self, self->shown, self->keys);
  n = self->shown->len;

  while (head < MIN (old->len, n)
         && same_place (&g_array_index (old, Shown, head), &g_array_index (self->shown, Shown, head)))
    head++;
  while (tail < MIN (old->len, n) - head
         && same_place (&g_array_index (old, Shown, old->len - 1 - tail),
                        &g_array_index (self->shown, Shown, n - 1 - tail)))
    tail++;
  if (old->len != n || head < n)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, n - head - tail);
}

static void
tell_changed (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    foothold_due_line_tell (g_ptr_array_index (lines, i));
}

/* Lines get the entries of the new answer; those that are gone are forgotten. (transfer container): that say something
 * else now */
static GPtrArray *
renew_lines (FootholdDueModel *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      FootholdDueEntry *entry = g_hash_table_lookup (self->by_key, key);
      FootholdDueLine *line = value;

      if (entry == NULL)
        {
          g_hash_table_iter_remove (&iter);
          continue;
        }
      if (foothold_due_line_set_entry (line, entry) || self->all_anew)
        g_ptr_array_add (changed, g_object_ref (line));
    }

  return g_steal_pointer (&changed);
}

static void
renew_headings (FootholdDueModel *self, GPtrArray *changed)
{
  for (guint group = 0; group < N_GROUPS; group++)
    if (foothold_due_line_set_n (self->headings[group], count_in (self, group)))
      g_ptr_array_add (changed, g_object_ref (self->headings[group]));
}

/* @entries: (transfer full) */
static void
take (FootholdDueModel *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) changed = NULL;
  guint at = 0;

  g_ptr_array_unref (self->entries);
  self->entries = entries;
  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < entries->len; i++)
    {
      FootholdDueEntry *entry = g_ptr_array_index (entries, i);
      gint64 key = foothold_due_entry_get_key (entry);

      g_hash_table_insert (self->by_key, g_memdup2 (&key, sizeof key), entry);
    }
  /* they come in the order of their groups */
  for (guint group = 0; group <= N_GROUPS; group++)
    {
      while (at < entries->len && (guint) ((FootholdDueEntry *) g_ptr_array_index (entries, at))->when.group < group)
        at++;
      self->begins[group] = at;
    }

  changed = renew_lines (self);
  renew_headings (self, changed);
  self->all_anew = FALSE;
  show (self);
  tell_changed (changed);
}

static void load (FootholdDueModel *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdDueModel) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = foothold_due_list_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (entries != NULL)
    take (self, entries);
  if ((self->error != NULL) != (error != NULL) || error != NULL)
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  if (self->loading)
    {
      self->loading = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  g_signal_emit (self, loaded_signal, 0);
  if (self->again)
    load (self);
}

/* What changes while it is being read is read afterwards: many changes in a row are two questions. */
static void
load (FootholdDueModel *self)
{
  self->again = self->cancellable != NULL;
  if (self->again)
    return;

  self->cancellable = g_cancellable_new ();
  self->now = self->now_func ();
  foothold_due_list_load_async (self->store, self->now, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (FootholdDueModel *self, FootholdChanges *changes)
{
  static const char *const tables[] = {
    "application", "application_history", "interview", "follow_up",    "opportunity", "organisation",
    "person",      "conversation",        "outreach",  "import_batch",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (foothold_changes_has_table (changes, tables[i]))
      {
        load (self);
        return;
      }
}

FootholdDueModel *
foothold_due_model_new (FootholdStore *store, FootholdNowFunc now)
{
  FootholdDueModel *self = g_object_new (FOOTHOLD_TYPE_DUE_MODEL, NULL);

  self->store = g_object_ref (store);
  self->now_func = now != NULL ? now : foothold_now_ms;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

void
foothold_due_model_begin_day (FootholdDueModel *self)
{
  g_return_if_fail (FOOTHOLD_IS_DUE_MODEL (self));

  self->all_anew = TRUE;
  load (self);
}

gint64
foothold_due_model_get_now (FootholdDueModel *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), 0);

  return self->now;
}

gboolean
foothold_due_model_get_loading (FootholdDueModel *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), FALSE);

  return self->loading;
}

const GError *
foothold_due_model_get_error (FootholdDueModel *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), NULL);

  return self->error;
}

void
foothold_due_model_set_folded (FootholdDueModel *self, FootholdDueGroup group, gboolean folded)
{
  g_return_if_fail (FOOTHOLD_IS_DUE_MODEL (self));
  g_return_if_fail (group < N_GROUPS);

  if (!foothold_due_line_set_folded (self->headings[group], folded))
    return;

  show (self);
  foothold_due_line_tell (self->headings[group]);
}

guint
foothold_due_model_get_n_in (FootholdDueModel *self, FootholdDueGroup group)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), 0);
  g_return_val_if_fail (group < N_GROUPS, 0);

  return count_in (self, group);
}

const FootholdDueEntry *
foothold_due_model_peek_next (FootholdDueModel *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), NULL);

  return count_in (self, FOOTHOLD_DUE_LATER) > 0 ? g_ptr_array_index (self->entries, self->begins[FOOTHOLD_DUE_LATER])
                                                 : NULL;
}

gint64
foothold_due_model_get_key (FootholdDueModel *self, guint position)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), 0);

  return position < self->keys->len ? g_array_index (self->keys, gint64, position) : 0;
}

guint
foothold_due_model_count_headings (FootholdDueModel *self, guint position)
{
  guint n = 0;

  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), 0);

  while (n < self->n_headings && self->heading_at[n] < position)
    n++;
  return n;
}

guint
foothold_due_model_find (FootholdDueModel *self, gint64 key)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), G_MAXUINT);

  for (guint i = 0; key != 0 && i < self->keys->len; i++)
    if (g_array_index (self->keys, gint64, i) == key)
      return i;

  return G_MAXUINT;
}

guint
foothold_due_model_find_line (FootholdDueModel *self, FootholdDueLine *line)
{
  const FootholdDueEntry *entry = foothold_due_line_peek (line);

  if (entry != NULL)
    return foothold_due_model_find (self, foothold_due_entry_get_key (entry));
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, Shown, i).key == 0
        && g_array_index (self->shown, Shown, i).group == foothold_due_line_get_group (line))
      return i;

  return G_MAXUINT;
}

const gint64 *
foothold_due_model_get_keys (FootholdDueModel *self, gsize *n)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), NULL);

  *n = self->keys->len;
  return (const gint64 *) (gpointer) self->keys->data;
}

FootholdDueEntry *
foothold_due_model_peek_key (FootholdDueModel *self, gint64 key)
{
  g_return_val_if_fail (FOOTHOLD_IS_DUE_MODEL (self), NULL);

  return g_hash_table_lookup (self->by_key, &key);
}

/* ---- GListModel ---- */

static GType
get_item_type (GListModel *model)
{
  return FOOTHOLD_TYPE_DUE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return FOOTHOLD_DUE_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  FootholdDueModel *self = FOOTHOLD_DUE_MODEL (model);
  FootholdDueLine *line;
  Shown *shown;

  if (position >= self->shown->len)
    return NULL;

  shown = &g_array_index (self->shown, Shown, position);
  if (shown->key == 0)
    return g_object_ref (self->headings[shown->group]);

  line = g_hash_table_lookup (self->lines, &shown->key);
  if (line == NULL)
    {
      line = foothold_due_line_new (g_hash_table_lookup (self->by_key, &shown->key), shown->group);
      g_hash_table_insert (self->lines, g_memdup2 (&shown->key, sizeof shown->key), line);
    }
  return g_object_ref (line);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- the object ---- */

static void
foothold_due_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdDueModel *self = FOOTHOLD_DUE_MODEL (object);

  switch ((FootholdDueModelProperty) prop_id)
    {
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
foothold_due_model_dispose (GObject *object)
{
  FootholdDueModel *self = FOOTHOLD_DUE_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_due_model_parent_class)->dispose (object);
}

static void
foothold_due_model_finalize (GObject *object)
{
  FootholdDueModel *self = FOOTHOLD_DUE_MODEL (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->lines);
  g_array_unref (self->shown);
  g_array_unref (self->keys);
  for (guint i = 0; i < N_GROUPS; i++)
    g_object_unref (self->headings[i]);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (foothold_due_model_parent_class)->finalize (object);
}

static void
foothold_due_model_class_init (FootholdDueModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foothold_due_model_get_property;
  object_class->dispose = foothold_due_model_dispose;
  object_class->finalize = foothold_due_model_finalize;

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  loaded_signal =
    g_signal_new ("loaded", FOOTHOLD_TYPE_DUE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_due_model_init (FootholdDueModel *self)
{
  self->loading = TRUE;
  self->entries = g_ptr_array_new ();
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->headings[i] = foothold_due_line_new (NULL, (FootholdDueGroup) i);
      foothold_due_line_set_folded (self->headings[i], i == FOOTHOLD_DUE_LATER || i == FOOTHOLD_DUE_SNOOZED);
    }
}
