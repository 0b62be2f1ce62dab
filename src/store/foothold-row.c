/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include "foothold-row.h"

#define TEXT(row, field) G_STRUCT_MEMBER (char *, row, (field)->offset)
#define LOADED_TEXT(row, text) G_STRUCT_MEMBER (char *, row, (text)->offset)
#define INT(row, field) G_STRUCT_MEMBER (gint64, row, (field)->offset)

gboolean
foothold_field_is_text (const FootholdField *field)
{
  switch (field->kind)
    {
    case FOOTHOLD_FIELD_TEXT:
    case FOOTHOLD_FIELD_DATE:
    case FOOTHOLD_FIELD_SLUG:
      return TRUE;
    case FOOTHOLD_FIELD_INT:
    case FOOTHOLD_FIELD_BOOL:
    case FOOTHOLD_FIELD_INSTANT:
    case FOOTHOLD_FIELD_MINUTES:
    case FOOTHOLD_FIELD_MONEY:
    case FOOTHOLD_FIELD_ID:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/* Numbers start unknown, save those the table wants: they start at 0. */
gpointer
foothold_row_new (const FootholdRowType *type)
{
  FootholdRow *row = g_malloc0 (type->size);

  g_atomic_ref_count_init (&row->ref_count);
  row->type = type;
  for (guint i = 0; i < type->n_fields; i++)
    if (!foothold_field_is_text (&type->fields[i]) && !(type->fields[i].flags & FOOTHOLD_FIELD_REQUIRED))
      INT (row, &type->fields[i]) = GINT64_UNKNOWN;
  for (guint i = 0; i < type->n_derived; i++)
    INT (row, &type->derived[i]) = GINT64_UNKNOWN;

  return row;
}

gpointer
foothold_row_ref (gpointer data)
{
  FootholdRow *row = data;

  g_atomic_ref_count_inc (&row->ref_count);
  return row;
}

void
foothold_row_unref (gpointer data)
{
  FootholdRow *row = data;

  if (!g_atomic_ref_count_dec (&row->ref_count))
    return;

  for (guint i = 0; i < row->type->n_fields; i++)
    if (foothold_field_is_text (&row->type->fields[i]))
      g_free (TEXT (row, &row->type->fields[i]));
  for (guint i = 0; i < row->type->n_texts; i++)
    g_free (LOADED_TEXT (row, &row->type->texts[i]));
  g_free (row);
}

gpointer
foothold_row_copy (gconstpointer data)
{
  const FootholdRow *row = data;
  FootholdRow *copy = g_memdup2 (row, row->type->size);

  g_atomic_ref_count_init (&copy->ref_count);
  for (guint i = 0; i < row->type->n_fields; i++)
    if (foothold_field_is_text (&row->type->fields[i]))
      TEXT (copy, &row->type->fields[i]) = g_strdup (TEXT (row, &row->type->fields[i]));
  for (guint i = 0; i < row->type->n_texts; i++)
    LOADED_TEXT (copy, &row->type->texts[i]) = g_strdup (LOADED_TEXT (row, &row->type->texts[i]));

  return copy;
}

/* Compares what the fields say; not the id, not the revision. */
gboolean
foothold_row_equal (gconstpointer a, gconstpointer b)
{
  const FootholdRow *left = a;
  const FootholdRow *right = b;

  g_return_val_if_fail (left->type == right->type, FALSE);

  for (guint i = 0; i < left->type->n_fields; i++)
    {
      const FootholdField *field = &left->type->fields[i];

      if (foothold_field_is_text (field) ? g_strcmp0 (TEXT (left, field), TEXT (right, field)) != 0
                                         : INT (left, field) != INT (right, field))
        return FALSE;
    }

  return TRUE;
}

const FootholdField *
foothold_row_type_find (const FootholdRowType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, name))
      return &type->fields[i];

  return NULL;
}

const char *
foothold_row_get_text (gconstpointer row, const FootholdField *field)
{
  g_return_val_if_fail (foothold_field_is_text (field), NULL);

  return TEXT (row, field);
}

gint64
foothold_row_get_int (gconstpointer row, const FootholdField *field)
{
  g_return_val_if_fail (!foothold_field_is_text (field), GINT64_UNKNOWN);

  return INT (row, field);
}

gboolean
foothold_row_has_value (gconstpointer row, const FootholdField *field)
{
  return foothold_field_is_text (field) ? foothold_row_get_text (row, field) != NULL
                                        : foothold_row_get_int (row, field) != GINT64_UNKNOWN;
}

gboolean
foothold_row_same_value (gconstpointer a, gconstpointer b, const FootholdField *field)
{
  return foothold_field_is_text (field)
           ? g_strcmp0 (foothold_row_get_text (a, field), foothold_row_get_text (b, field)) == 0
           : foothold_row_get_int (a, field) == foothold_row_get_int (b, field);
}

gboolean
foothold_row_same_texts (gconstpointer a, gconstpointer b)
{
  const FootholdRowType *type = ((const FootholdRow *) a)->type;

  for (guint i = 0; i < type->n_texts; i++)
    if (g_strcmp0 (LOADED_TEXT (a, &type->texts[i]), LOADED_TEXT (b, &type->texts[i])) != 0)
      return FALSE;

  return TRUE;
}

gboolean
foothold_row_set_text (gpointer row, const FootholdField *field, const char *value)
{
  g_return_val_if_fail (foothold_field_is_text (field), FALSE);

  return g_set_str (&TEXT (row, field), value);
}

void
foothold_row_take_text (gpointer row, const FootholdField *field, char *value)
{
  g_return_if_fail (foothold_field_is_text (field));

  g_free (TEXT (row, field));
  TEXT (row, field) = value;
}

gboolean
foothold_row_set_int (gpointer row, const FootholdField *field, gint64 value)
{
  const gint64 old = INT (row, field);

  g_return_val_if_fail (!foothold_field_is_text (field), FALSE);

  INT (row, field) = value;
  return value != old;
}

/* Binds every column; joined fields are the caller's. */
void
foothold_row_bind (const FootholdRow *row, FootholdStmt *stmt)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];

      if (field->flags & FOOTHOLD_FIELD_JOINED)
        continue;
      if (foothold_field_is_text (field))
        foothold_stmt_bind_text (stmt, field->name, TEXT (row, field));
      else
        foothold_stmt_bind_int (stmt, field->name, INT (row, field));
    }
}

/* Expects "SELECT id, rev, …" with the fields in the order of the table. */
gpointer
foothold_row_load (const FootholdRowType *type, FootholdStmt *stmt)
{
  const guint n_derived = type->derived_table != NULL ? type->n_derived : 0;
  FootholdRow *row = foothold_row_new (type);

  row->id = foothold_stmt_int (stmt, 0);
  row->rev = foothold_stmt_int (stmt, 1);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const FootholdField *field = &type->fields[i];

      if (foothold_field_is_text (field))
        TEXT (row, field) = g_strdup (foothold_stmt_text (stmt, i + 2));
      else
        INT (row, field) = foothold_stmt_int (stmt, i + 2);
    }
  /* an export does without them */
  if (foothold_stmt_n_columns (stmt) <= type->n_fields + 2)
    return row;
  for (guint i = 0; i < n_derived; i++)
    INT (row, &type->derived[i]) = foothold_stmt_int (stmt, type->n_fields + 2 + i);
  for (guint i = 0; i < type->n_texts; i++)
    LOADED_TEXT (row, &type->texts[i]) = g_strdup (foothold_stmt_text (stmt, type->n_fields + n_derived + 2 + i));

  return row;
}

void
foothold_row_get_value (const FootholdRow *row, const FootholdField *field, GValue *value)
{
  if (foothold_field_is_text (field))
    g_value_set_string (value, TEXT (row, field));
  else
    g_value_set_int64 (value, INT (row, field));
}

/* Returns whether the value differs from what was there. */
gboolean
foothold_row_set_value (FootholdRow *row, const FootholdField *field, const GValue *value)
{
  if (foothold_field_is_text (field))
    return g_set_str (&TEXT (row, field), g_value_get_string (value));

  return foothold_row_set_int (row, field, g_value_get_int64 (value));
}
