// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The person's rows, read together; see the header. */

#define G_LOG_DOMAIN "foothold-profile"

#include "foothold-profile.h"

#include "store/foothold-store-rows.h"

#include <glib/gi18n.h>

/* In the order of the arrays below. */
static const FootholdRowType *const kinds[] = {
  &foothold_profile_row_type, &foothold_goal_row_type, &foothold_goal_target_row_type,   &foothold_want_row_type,
  &foothold_skill_row_type,   &foothold_term_row_type, &foothold_exchange_rate_row_type,
};

enum
{
  KIND_PROFILE,
  KIND_GOAL,
  KIND_TARGET,
  KIND_WANT,
  KIND_SKILL,
  KIND_TERM,
  KIND_RATE,
  N_KINDS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == N_KINDS);

struct _FootholdProfile
{
  GObject parent_instance;
  FootholdStore *store;
  GCancellable *cancellable;
  GPtrArray *rows[N_KINDS];
  FootholdProfileRow *blank; /* what stands for the row that is not there yet */
  guint loading; /* answers still on their way */
  gboolean again; /* something changed while they were */
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (FootholdProfile, foothold_profile, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPS,
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

typedef struct
{
  FootholdProfile *self;
  guint kind;
} Load;

static void load (FootholdProfile *self);

static void
rows_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Load *data = user_data;
  g_autoptr (FootholdProfile) self = data->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = foothold_store_load_rows_finish (FOOTHOLD_STORE (source), result, &error);

  self->loading--;
  if (rows != NULL)
    {
      g_clear_pointer (&self->rows[data->kind], g_ptr_array_unref);
      self->rows[data->kind] = g_steal_pointer (&rows);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);

  /* All of them are shown together, so that a goal never appears without its targets. */
  if (self->loading > 0 || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->again)
    {
      load (self);
      return;
    }
  if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (FootholdProfile *self)
{
  if (self->loading > 0)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  self->loading = N_KINDS;
  for (guint i = 0; i < N_KINDS; i++)
    {
      Load *data = g_new0 (Load, 1);
      data->self = g_object_ref (self);
      data->kind = i;
      foothold_store_load_rows_async (self->store, kinds[i], self->cancellable, rows_loaded, data);
    }
}

static void
store_changed (FootholdProfile *self, const FootholdChanges *changes)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (foothold_changes_has_table (changes, kinds[i]->table))
      {
        load (self);
        return;
      }
}

FootholdProfile *
foothold_profile_new (FootholdStore *store)
{
  FootholdProfile *self = g_object_new (FOOTHOLD_TYPE_PROFILE, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

FootholdStore *
foothold_profile_get_store (FootholdProfile *self)
{
  return self->store;
}

gboolean
foothold_profile_get_loaded (FootholdProfile *self)
{
  return self->loaded;
}

const FootholdProfileRow *
foothold_profile_get_row (FootholdProfile *self)
{
  GPtrArray *rows = self->rows[KIND_PROFILE];
  return rows->len > 0 ? g_ptr_array_index (rows, 0) : self->blank;
}

GPtrArray *
foothold_profile_get_goals (FootholdProfile *self)
{
  return self->rows[KIND_GOAL];
}

GPtrArray *
foothold_profile_get_targets (FootholdProfile *self)
{
  return self->rows[KIND_TARGET];
}

GPtrArray *
foothold_profile_get_wants (FootholdProfile *self)
{
  return self->rows[KIND_WANT];
}

GPtrArray *
foothold_profile_get_skills (FootholdProfile *self)
{
  return self->rows[KIND_SKILL];
}

GPtrArray *
foothold_profile_get_terms (FootholdProfile *self)
{
  return self->rows[KIND_TERM];
}

GPtrArray *
foothold_profile_get_rates (FootholdProfile *self)
{
  return self->rows[KIND_RATE];
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdProfile) self = user_data;
  g_autoptr (GError) error = NULL;
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
save_edits (FootholdProfile *self, const char *label, FootholdRowEdits *edits)
{
  if (foothold_row_edits_is_empty (edits))
    foothold_row_edits_free (edits);
  else
    foothold_store_save_rows_async (self->store, label, edits, NULL, saved, g_object_ref (self));
}

void
foothold_profile_save (FootholdProfile *self, const char *label, gpointer before, gpointer after)
{
  if (before != NULL && after != NULL && foothold_row_equal (before, after))
    return;
  if (after == NULL)
    foothold_store_delete_row_async (self->store, label, before, NULL, saved, g_object_ref (self));
  else
    foothold_store_save_row_async (self->store, label, before, after, NULL, saved, g_object_ref (self));
}

void
foothold_profile_move (FootholdProfile *self, const char *label, gpointer row, guint position)
{
  gboolean goal = ((FootholdRow *) row)->type == &foothold_goal_row_type;
  const FootholdField *field = foothold_row_type_find (((FootholdRow *) row)->type, goal ? "rank" : "position");
  g_autoptr (GPtrArray) order = g_ptr_array_copy (self->rows[goal ? KIND_GOAL : KIND_WANT], NULL, NULL);
  FootholdRowEdits *edits = foothold_row_edits_new ();

  if (!g_ptr_array_remove (order, row) || position > order->len)
    {
      foothold_row_edits_free (edits);
      return;
    }
  g_ptr_array_insert (order, (int) position, row);
  for (guint i = 0; i < order->len; i++)
    {
      gpointer before = g_ptr_array_index (order, i);
      g_autoptr (FootholdRow) after = foothold_row_copy (before);
      if (foothold_row_set_int (after, field, i + 1))
        foothold_row_edits_add (edits, before, after);
    }
  save_edits (self, label, edits);
}

void
foothold_profile_delete_goal (FootholdProfile *self, const char *label, FootholdGoalRow *goal)
{
  FootholdRowEdits *edits = foothold_row_edits_new ();
  for (guint i = 0; i < self->rows[KIND_TARGET]->len; i++)
    {
      FootholdGoalTargetRow *target = g_ptr_array_index (self->rows[KIND_TARGET], i);
      if (target->goal == goal->row.id)
        foothold_row_edits_add (edits, target, NULL);
    }
  foothold_row_edits_add (edits, goal, NULL);
  save_edits (self, label, edits);
}

static FootholdGoalTargetRow *
find_target (FootholdProfile *self, gint64 goal, const char *kind, const char *value)
{
  for (guint i = 0; i < self->rows[KIND_TARGET]->len; i++)
    {
      FootholdGoalTargetRow *target = g_ptr_array_index (self->rows[KIND_TARGET], i);
      if (target->goal == goal && g_str_equal (target->kind, kind) && g_str_equal (target->value, value))
        return target;
    }
  return NULL;
}

gboolean
foothold_profile_has_target (FootholdProfile *self, gint64 goal, const char *kind, const char *value)
{
  return find_target (self, goal, kind, value) != NULL;
}

void
foothold_profile_set_target (FootholdProfile *self,
                             FootholdGoalRow *goal,
                             const char *kind,
                             const char *value,
                             gboolean targeted)
{
  FootholdGoalTargetRow *before = find_target (self, goal->row.id, kind, value);
  if ((before != NULL) == targeted)
    return;
  if (!targeted)
    {
      foothold_profile_save (self, _ ("Change Goal"), before, NULL);
      return;
    }
  FootholdGoalTargetRow *after = foothold_row_new (&foothold_goal_target_row_type);
  after->goal = goal->row.id;
  after->kind = g_strdup (kind);
  after->value = g_strdup (value);
  foothold_profile_save (self, _ ("Change Goal"), NULL, after);
  foothold_row_unref (after);
}

static void
foothold_profile_dispose (GObject *object)
{
  FootholdProfile *self = FOOTHOLD_PROFILE (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foothold_profile_parent_class)->dispose (object);
}

static void
foothold_profile_finalize (GObject *object)
{
  FootholdProfile *self = FOOTHOLD_PROFILE (object);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < N_KINDS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  foothold_row_unref (self->blank);
  G_OBJECT_CLASS (foothold_profile_parent_class)->finalize (object);
}

static void
foothold_profile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, FOOTHOLD_PROFILE (object)->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_profile_class_init (FootholdProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->dispose = foothold_profile_dispose;
  object_class->finalize = foothold_profile_finalize;
  object_class->get_property = foothold_profile_get_property;
  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] =
    g_signal_new ("changed", FOOTHOLD_TYPE_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FOOTHOLD_TYPE_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
foothold_profile_init (FootholdProfile *self)
{
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < N_KINDS; i++)
    self->rows[i] = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->blank = foothold_row_new (&foothold_profile_row_type);
  self->blank->role = g_strdup ("student");
}
