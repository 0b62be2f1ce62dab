/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-record.h"

/*
 * Rows are immutable and shared with the database threads; a record is the one
 * object of the main thread that stands for them. It compares the new row with
 * the old one, so that a refresh that changes nothing wakes nobody.
 */

typedef struct
{
  gint64 id;
  FootholdRow *row;
} FootholdRecordPrivate;

typedef enum
{
  PROP_ID = 1,
  PROP_LOADED,
} FootholdRecordProperty;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FootholdRecord, foothold_record, G_TYPE_OBJECT)

static GParamSpec *properties[PROP_LOADED + 1];
static guint signals[N_SIGNALS];

/* A flag that is always known reads best as a boolean; one that may be unknown cannot. */
static gboolean
is_plain_flag (const FootholdField *field)
{
  return field->kind == FOOTHOLD_FIELD_BOOL && (field->flags & FOOTHOLD_FIELD_REQUIRED);
}

static void
foothold_record_get_field (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (FOOTHOLD_RECORD (object));
  const FootholdField *field = &FOOTHOLD_RECORD_GET_CLASS (object)->row_type->fields[prop_id - 1];

  if (priv->row == NULL)
    {
      g_param_value_set_default (pspec, value);
      return;
    }

  if (is_plain_flag (field))
    g_value_set_boolean (value, foothold_row_get_int (priv->row, field) == 1);
  else
    foothold_row_get_value (priv->row, field, value);
}

static GParamSpec *
field_param_spec (const FootholdField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  if (foothold_field_is_text (field))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (is_plain_flag (field))
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, GINT64_UNKNOWN, flags);
}

void
foothold_record_class_install_row_type (FootholdRecordClass *klass, const FootholdRowType *row_type)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->row_type = row_type;
  klass->properties = g_new0 (GParamSpec *, row_type->n_fields + 1);
  for (guint i = 0; i < row_type->n_fields; i++)
    klass->properties[i + 1] = field_param_spec (&row_type->fields[i]);

  object_class->get_property = foothold_record_get_field;
  g_object_class_install_properties (object_class, row_type->n_fields + 1, klass->properties);
}

gint64
foothold_record_get_id (FootholdRecord *self)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECORD (self), 0);

  return priv->id;
}

gboolean
foothold_record_get_loaded (FootholdRecord *self)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECORD (self), FALSE);

  return priv->row != NULL;
}

gconstpointer
foothold_record_peek_row (FootholdRecord *self)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECORD (self), NULL);

  return priv->row;
}

gpointer
foothold_record_dup_row (FootholdRecord *self)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECORD (self), NULL);

  return priv->row != NULL ? foothold_row_ref (priv->row) : NULL;
}

static gboolean
field_differs (const FootholdRow *a, const FootholdRow *b, const FootholdField *field)
{
  if (a == NULL)
    return TRUE;
  if (foothold_field_is_text (field))
    return g_strcmp0 (foothold_row_get_text (a, field), foothold_row_get_text (b, field)) != 0;
  return foothold_row_get_int (a, field) != foothold_row_get_int (b, field);
}

void
foothold_record_take_row (FootholdRecord *self, gpointer data)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (self);
  FootholdRecordClass *klass = FOOTHOLD_RECORD_GET_CLASS (self);
  g_autoptr (FootholdRow) row = data;
  g_autoptr (FootholdRow) old = NULL;
  gboolean changed = FALSE;

  g_return_if_fail (FOOTHOLD_IS_RECORD (self));
  g_return_if_fail (row != NULL && row->type == klass->row_type);

  old = g_steal_pointer (&priv->row);
  priv->row = g_steal_pointer (&row);

  g_object_freeze_notify (G_OBJECT (self));
  if (old == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  for (guint i = 0; i < klass->row_type->n_fields; i++)
    if (field_differs (old, priv->row, &klass->row_type->fields[i]))
      {
        changed = TRUE;
        g_object_notify_by_pspec (G_OBJECT (self), klass->properties[i + 1]);
      }
  for (guint i = 0; i < klass->row_type->n_derived; i++)
    changed = changed || field_differs (old, priv->row, &klass->row_type->derived[i]);
  changed = changed || old == NULL || !foothold_row_same_texts (old, priv->row);
  g_object_thaw_notify (G_OBJECT (self));

  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
foothold_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdRecord *self = FOOTHOLD_RECORD (object);

  switch ((FootholdRecordProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, foothold_record_get_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, foothold_record_get_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (FOOTHOLD_RECORD (object));

  switch ((FootholdRecordProperty) prop_id)
    {
    case PROP_ID:
      priv->id = g_value_get_int64 (value);
      break;
    case PROP_LOADED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_record_finalize (GObject *object)
{
  FootholdRecordPrivate *priv = foothold_record_get_instance_private (FOOTHOLD_RECORD (object));

  g_clear_pointer (&priv->row, foothold_row_unref);

  G_OBJECT_CLASS (foothold_record_parent_class)->finalize (object);
}

static void
foothold_record_class_init (FootholdRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foothold_record_get_property;
  object_class->set_property = foothold_record_set_property;
  object_class->finalize = foothold_record_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", FOOTHOLD_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_record_init (FootholdRecord *self)
{
}
