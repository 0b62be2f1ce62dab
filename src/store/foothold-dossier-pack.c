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
pack_parts (GByteArray *out, const FootholdFamily *family, GPtrArray *const *parts)
{
  for (guint i = 0; i < family->n_parts; i++)
    {
      pack_uint (out, parts[i]->len);
      for (guint k = 0; k < parts[i]->len; k++)
        if (family->parts[i].type == NULL)
          foothold_pack_text (out, g_ptr_array_index (parts[i], k));
        else
          foothold_pack_row (out, g_ptr_array_index (parts[i], k));
    }
}

static void
unpack_parts (FootholdUnpack *self, const FootholdFamily *family, GPtrArray *const *parts)
{
  for (guint i = 0; i < family->n_parts; i++)
    {
      const FootholdRowType *type = family->parts[i].type;
      const guint64 n = unpack_uint (self);

      for (guint64 k = 0; k < n && !self->failed; k++)
        g_ptr_array_add (parts[i],
                         type == NULL ? (gpointer) foothold_unpack_text (self) : foothold_unpack_row (self, type));
    }
}

/* What is to be kept of files, each beside its row. */
static void
pack_files (GByteArray *out, GPtrArray *files)
{
  pack_uint (out, files->len);
  for (guint i = 0; i < files->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (files, i);
      gsize size = 0;
      gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

      if (bytes == NULL)
        pack_uint (out, 0);
      else
        pack_bytes (out, data, size);
    }
}

static void
unpack_files (FootholdUnpack *self, GPtrArray *files)
{
  const guint64 n = unpack_uint (self);

  for (guint64 i = 0; i < n && !self->failed; i++)
    {
      gsize size;
      const guint8 *data = unpack_bytes (self, &size);

      g_ptr_array_add (files, data != NULL ? g_bytes_new (data, size) : NULL);
    }
}

void
foothold_pack_nest (GByteArray *out, const FootholdNest *nest)
{
  foothold_pack_text (out, nest->where);
  foothold_pack_row (out, nest->row);
  pack_parts (out, nest->family, nest->parts);
  pack_files (out, nest->bytes);
}

FootholdNest *
foothold_unpack_nest (FootholdUnpack *self, const FootholdFamily *family)
{
  g_autoptr (FootholdNest) nest = foothold_nest_new (family);

  nest->where = foothold_unpack_text (self);
  foothold_row_unref (nest->row);
  nest->row = foothold_unpack_row (self, family->type);
  unpack_parts (self, family, nest->parts);
  unpack_files (self, nest->bytes);

  return self->failed ? NULL : g_steal_pointer (&nest);
}

void
foothold_pack_dossier (GByteArray *out, const FootholdDossier *dossier)
{
  GPtrArray *parts[FOOTHOLD_N_OPPORTUNITY_PARTS];

  foothold_dossier_get_parts (dossier, parts);
  foothold_pack_text (out, dossier->where);
  foothold_pack_row (out, &dossier->opportunity->row);
  pack_parts (out, &foothold_opportunity_family, parts);
  pack_files (out, dossier->pages);
  pack_uint (out, dossier->applications->len);
  for (guint i = 0; i < dossier->applications->len; i++)
    foothold_pack_nest (out, g_ptr_array_index (dossier->applications, i));
  pack_uint (out, dossier->people->len);
  for (guint i = 0; i < dossier->people->len; i++)
    foothold_pack_row (out, g_ptr_array_index (dossier->people, i));
}

FootholdDossier *
foothold_unpack_dossier (FootholdUnpack *self)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  GPtrArray *parts[FOOTHOLD_N_OPPORTUNITY_PARTS];
  guint64 n;

  foothold_dossier_get_parts (dossier, parts);
  dossier->where = foothold_unpack_text (self);
  foothold_row_unref (dossier->opportunity);
  dossier->opportunity = foothold_unpack_row (self, &foothold_opportunity_row_type);
  unpack_parts (self, &foothold_opportunity_family, parts);
  unpack_files (self, dossier->pages);
  n = unpack_uint (self);
  for (guint64 i = 0; i < n && !self->failed; i++)
    {
      FootholdNest *nest = foothold_unpack_nest (self, &foothold_application_family);

      if (nest != NULL)
        g_ptr_array_add (dossier->applications, nest);
    }
  n = unpack_uint (self);
  for (guint64 i = 0; i < n && !self->failed; i++)
    g_ptr_array_add (dossier->people, foothold_unpack_row (self, &foothold_person_row_type));

  return self->failed ? NULL : g_steal_pointer (&dossier);
}
