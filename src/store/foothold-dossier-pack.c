/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-dossier-pack"

#include "foothold-dossier-pack.h"

#include <string.h>

/* Fields in the order of their table; a text is its length plus one, 0 for NULL, and its bytes. */

static void
pack_uint (GByteArray *out, guint64 value)
{
  guint8 bytes[10];
  guint n = 0;

  while (value >= 0x80)
    {
      bytes[n++] = (guint8) (value | 0x80);
      value >>= 7;
    }
  bytes[n++] = (guint8) value;
  g_byte_array_append (out, bytes, n);
}

static guint64
unpack_uint (FootholdUnpack *self)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      if (self->failed || self->at >= self->end)
        break;
      value |= (guint64) (*self->at & 0x7f) << shift;
      if (!(*self->at++ & 0x80))
        return value;
    }

  self->failed = TRUE;
  return 0;
}

/* Unknown is 0, so that a row of unknowns is short; others are folded around it. */
static void
pack_int (GByteArray *out, gint64 value)
{
  if (value == GINT64_UNKNOWN)
    pack_uint (out, 0);
  else if (value >= 0)
    pack_uint (out, ((guint64) value << 1) + 1);
  else
    pack_uint (out, ((guint64) -value << 1));
}

static gint64
unpack_int (FootholdUnpack *self)
{
  const guint64 value = unpack_uint (self);

  if (value == 0)
    return GINT64_UNKNOWN;

  return value & 1 ? (gint64) (value >> 1) : -(gint64) (value >> 1);
}

static void
pack_bytes (GByteArray *out, gconstpointer data, gsize size)
{
  pack_uint (out, (guint64) size + 1);
  g_byte_array_append (out, data, (guint) size);
}

void
foothold_pack_text (GByteArray *out, const char *text)
{
  if (text == NULL)
    pack_uint (out, 0);
  else
    pack_bytes (out, text, strlen (text));
}

/* The bytes, or NULL. */
static const guint8 *
unpack_bytes (FootholdUnpack *self, gsize *size)
{
  const guint64 length = unpack_uint (self);
  const guint8 *data = self->at;

  *size = 0;
  if (self->failed || length == 0)
    return NULL;
  if (length - 1 > (guint64) (self->end - self->at))
    {
      self->failed = TRUE;
      return NULL;
    }

  *size = (gsize) (length - 1);
  self->at += *size;
  return data;
}

char *
foothold_unpack_text (FootholdUnpack *self)
{
  gsize size;
  const guint8 *data = unpack_bytes (self, &size);

  return data != NULL ? g_strndup ((const char *) data, size) : NULL;
}

void
foothold_pack_row (GByteArray *out, const FootholdRow *row)
{
  pack_int (out, row->id);
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];

      if (foothold_field_is_text (field))
        foothold_pack_text (out, foothold_row_get_text (row, field));
      else
        pack_int (out, foothold_row_get_int (row, field));
    }
}

gpointer
foothold_unpack_row (FootholdUnpack *self, const FootholdRowType *type)
{
  FootholdRow *row = foothold_row_new (type);

  row->id = unpack_int (self);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const FootholdField *field = &type->fields[i];

      if (foothold_field_is_text (field))
        G_STRUCT_MEMBER (char *, row, field->offset) = foothold_unpack_text (self);
      else
        G_STRUCT_MEMBER (gint64, row, field->offset) = unpack_int (self);
    }

  return row;
}

static void
pack_rows (GByteArray *out, GPtrArray *rows)
{
  pack_uint (out, rows->len);
  for (guint i = 0; i < rows->len; i++)
    foothold_pack_row (out, g_ptr_array_index (rows, i));
}

static void
unpack_rows (FootholdUnpack *self, const FootholdRowType *type, GPtrArray *rows)
{
  const guint64 n = unpack_uint (self);

  for (guint64 i = 0; i < n && !self->failed; i++)
    g_ptr_array_add (rows, foothold_unpack_row (self, type));
}

void
foothold_pack_dossier (GByteArray *out, const FootholdDossier *dossier)
{
  foothold_pack_text (out, dossier->where);
  foothold_pack_row (out, &dossier->opportunity->row);
  pack_rows (out, dossier->deliverables);
  pack_rows (out, dossier->facts);
  pack_rows (out, dossier->answers);
  pack_rows (out, dossier->history);
  pack_rows (out, dossier->attachments);
  pack_uint (out, dossier->skills->len);
  for (guint i = 0; i < dossier->skills->len; i++)
    foothold_pack_text (out, g_ptr_array_index (dossier->skills, i));
  pack_uint (out, dossier->tags->len);
  for (guint i = 0; i < dossier->tags->len; i++)
    foothold_pack_text (out, g_ptr_array_index (dossier->tags, i));
  for (guint i = 0; i < dossier->attachments->len; i++)
    {
      GBytes *bytes = i < dossier->pages->len ? g_ptr_array_index (dossier->pages, i) : NULL;
      gsize size = 0;
      gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

      if (bytes == NULL)
        pack_uint (out, 0);
      else
        pack_bytes (out, data, size);
    }
}

FootholdDossier *
foothold_unpack_dossier (FootholdUnpack *self)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  guint64 n;

  dossier->where = foothold_unpack_text (self);
  foothold_row_unref (dossier->opportunity);
  dossier->opportunity = foothold_unpack_row (self, &foothold_opportunity_row_type);
  unpack_rows (self, &foothold_deliverable_row_type, dossier->deliverables);
  unpack_rows (self, &foothold_fact_row_type, dossier->facts);
  unpack_rows (self, &foothold_answer_row_type, dossier->answers);
  unpack_rows (self, &foothold_history_row_type, dossier->history);
  unpack_rows (self, &foothold_attachment_row_type, dossier->attachments);
  n = unpack_uint (self);
  for (guint64 i = 0; i < n && !self->failed; i++)
    g_ptr_array_add (dossier->skills, foothold_unpack_text (self));
  n = unpack_uint (self);
  for (guint64 i = 0; i < n && !self->failed; i++)
    g_ptr_array_add (dossier->tags, foothold_unpack_text (self));
  for (guint i = 0; i < dossier->attachments->len && !self->failed; i++)
    {
      gsize size;
      const guint8 *data = unpack_bytes (self, &size);

      g_ptr_array_add (dossier->pages, data != NULL ? g_bytes_new (data, size) : NULL);
    }

  return self->failed ? NULL : g_steal_pointer (&dossier);
}
