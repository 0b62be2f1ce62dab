/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-marks.h"

/* Keys are the ids themselves: a set of 100,000 is made in milliseconds and needs no memory of its own a key. */

struct _FootholdMarks
{
  GObject parent_instance;

  GHashTable *ids; /* of pointers that are the ids */
  gboolean active;
};

typedef enum
{
  PROP_ACTIVE = 1,
  PROP_N,
} FootholdMarksProperty;

static GParamSpec *properties[PROP_N + 1];

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FootholdMarks, foothold_marks, G_TYPE_OBJECT)

G_STATIC_ASSERT (sizeof (gpointer) >= sizeof (gint64));

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

/* The low bits of an id are chance, the high ones time: both count. */
static guint
hash_id (gconstpointer key)
{
  const gsize id = GPOINTER_TO_SIZE (key);

  return (guint) (id ^ (id >> 32));
}

static void
say_changed (FootholdMarks *self, guint n_before, gboolean active_before)
{
  if (n_before != foothold_marks_get_n (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N]);
  if (active_before != self->active)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  if (n_before != foothold_marks_get_n (self) || active_before != self->active)
    g_signal_emit (self, changed_signal, 0);
}

FootholdMarks *
foothold_marks_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_MARKS, NULL);
}

gboolean
foothold_marks_get_active (FootholdMarks *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_MARKS (self), FALSE);

  return self->active;
}

void
foothold_marks_set_active (FootholdMarks *self, gboolean active)
{
  const guint n_before = foothold_marks_get_n (self);
  const gboolean active_before = self->active;

  g_return_if_fail (FOOTHOLD_IS_MARKS (self));

  self->active = active;
  if (!active)
    g_hash_table_remove_all (self->ids);
  say_changed (self, n_before, active_before);
}

guint
foothold_marks_get_n (FootholdMarks *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_MARKS (self), 0);

  return g_hash_table_size (self->ids);
}

gboolean
foothold_marks_has (FootholdMarks *self, gint64 id)
{
  g_return_val_if_fail (FOOTHOLD_IS_MARKS (self), FALSE);

  return g_hash_table_contains (self->ids, KEY (id));
}

void
foothold_marks_set (FootholdMarks *self, const gint64 *ids, gsize n, gboolean marked)
{
  const guint n_before = foothold_marks_get_n (self);
  const gboolean active_before = self->active;

  g_return_if_fail (FOOTHOLD_IS_MARKS (self));

  self->active = TRUE;
  for (gsize i = 0; i < n; i++)
    if (marked)
      g_hash_table_add (self->ids, KEY (ids[i]));
    else
      g_hash_table_remove (self->ids, KEY (ids[i]));
  say_changed (self, n_before, active_before);
}

void
foothold_marks_keep (FootholdMarks *self, const gint64 *ids, gsize n)
{
  const guint n_before = foothold_marks_get_n (self);
  g_autoptr (GHashTable) kept = NULL;
  guint n_there = 0;

  if (n_before == 0)
    return;
  /* mostly all of them are there still, and a set of them is there already */
  for (gsize i = 0; i < n; i++)
    n_there += foothold_marks_has (self, ids[i]) ? 1 : 0;
  if (n_there == n_before)
    return;

  kept = g_hash_table_new (hash_id, NULL);
  for (gsize i = 0; i < n; i++)
    if (foothold_marks_has (self, ids[i]))
      g_hash_table_add (kept, KEY (ids[i]));
  g_hash_table_unref (self->ids);
  self->ids = g_steal_pointer (&kept);
  say_changed (self, n_before, self->active);
}

GArray *
foothold_marks_list (FootholdMarks *self, const gint64 *ids, gsize n)
{
  GArray *listed = g_array_sized_new (FALSE, FALSE, sizeof (gint64), foothold_marks_get_n (self));

  for (gsize i = 0; i < n; i++)
    if (foothold_marks_has (self, ids[i]))
      g_array_append_val (listed, ids[i]);

  return listed;
}

static void
foothold_marks_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdMarks *self = FOOTHOLD_MARKS (object);

  switch ((FootholdMarksProperty) prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_N:
      g_value_set_uint (value, foothold_marks_get_n (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_marks_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((FootholdMarksProperty) prop_id)
    {
    case PROP_ACTIVE:
      foothold_marks_set_active (FOOTHOLD_MARKS (object), g_value_get_boolean (value));
      break;
    case PROP_N:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_marks_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_MARKS (object)->ids, g_hash_table_unref);

  G_OBJECT_CLASS (foothold_marks_parent_class)->finalize (object);
}

static void
foothold_marks_class_init (FootholdMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foothold_marks_get_property;
  object_class->set_property = foothold_marks_set_property;
  object_class->finalize = foothold_marks_finalize;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N] = g_param_spec_uint ("n", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal =
    g_signal_new ("changed", FOOTHOLD_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_marks_init (FootholdMarks *self)
{
  self->ids = g_hash_table_new (hash_id, NULL);
}
