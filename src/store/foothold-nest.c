// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-nest"

#include "store/foothold-nest.h"

#include "store/foothold-attachment.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"

static void
bytes_unref (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

FootholdNest *
foothold_nest_new (const FootholdFamily *family)
{
  FootholdNest *self = g_new0 (FootholdNest, 1);

  self->family = family;
  self->row = foothold_row_new (family->type);
  for (guint i = 0; i < family->n_parts; i++)
    self->parts[i] = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->bytes = g_ptr_array_new_with_free_func (bytes_unref);
  return self;
}

void
foothold_nest_free (FootholdNest *self)
{
  foothold_row_unref (self->row);
  for (guint i = 0; i < self->family->n_parts; i++)
    g_ptr_array_unref (self->parts[i]);
  g_ptr_array_unref (self->bytes);
  g_free (self->where);
  g_free (self);
}

gpointer
foothold_nest_add (FootholdNest *self, guint part)
{
  gpointer row;

  g_return_val_if_fail (part < self->family->n_parts, NULL);

  row = foothold_row_new (self->family->parts[part].type);
  g_ptr_array_add (self->parts[part], row);
  return row;
}

static void
set_int (FootholdRow *row, const char *name, gint64 value)
{
  const FootholdField *field = foothold_row_type_find (row->type, name);

  if (field != NULL)
    foothold_row_set_int (row, field, value);
}

void
foothold_nest_adopt (GPtrArray *rows, const char *owner, gint64 id, gint64 at)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);

      set_int (row, owner, id);
      set_int (row, "position", i);
      set_int (row, "seq", i + 1);
      for (guint k = 0; k < row->type->n_fields; k++)
        {
          const FootholdField *field = &row->type->fields[k];

          if (field->kind == FOOTHOLD_FIELD_INSTANT && field->flags & FOOTHOLD_FIELD_REQUIRED
              && foothold_row_get_int (row, field) == 0)
            foothold_row_set_int (row, field, at);
        }
    }
}

gboolean
foothold_nest_store_files (GPtrArray *rows, GPtrArray *bytes, const char *dir, GError **error)
{
  for (guint i = 0; i < rows->len && i < bytes->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);
      GBytes *content = g_ptr_array_index (bytes, i);
      char *sha256;

      if (content == NULL)
        continue;
      sha256 = foothold_attachment_store_bytes (dir, content, error);
      if (sha256 == NULL)
        return FALSE;
      foothold_row_take_text (row, foothold_row_type_find (row->type, "sha256"), sha256);
      set_int (row, "size", (gint64) g_bytes_get_size (content));
    }

  return TRUE;
}

gboolean
foothold_nest_insert (FootholdDb *db, FootholdNest *self, gboolean fresh_ids, GError **error)
{
  if (!foothold_row_insert (db, self->row, self->row->id, error))
    return FALSE;

  for (guint i = 0; i < self->family->n_parts; i++)
    for (guint k = 0; k < self->parts[i]->len; k++)
      {
        FootholdRow *row = g_ptr_array_index (self->parts[i], k);

        if (row->id == 0 || fresh_ids)
          row->id = foothold_id_next ();
        if (!foothold_row_insert (db, row, row->id, error))
          return FALSE;
      }

  return TRUE;
}
