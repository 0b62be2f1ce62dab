// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "exchange/foothold-field-key.h"
#include "exchange/foothold-import-row.h"
#include "exchange/foothold-json-cursor.h"
#include "exchange/foothold-json-import.h"
#include "exchange/foothold-limits.h"
#include "rules/foothold-lists.h"
#include "sqlite/foothold-digest.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* An object of our own export, with the lists that are nested in it. */

typedef struct
{
  FootholdJsonImport *import;
  const FootholdRowReading *reading;
  const FootholdFamily *family;
  GPtrArray *const *parts;
  GPtrArray *bytes; /* GBytes or NULL, beside the files */
} Children;

/* @names: to add to; @field: what they are called. */
static gboolean
take_names (Children *self, FootholdJsonSlice array, GPtrArray *names, const char *field, GError **error)
{
  const char *unusable = strcmp (field, "tags") == 0 ? _ ("A tag has no usable name; it was left out.")
                                                     : _ ("A skill has no usable name; it was left out.");
  FootholdJsonCursor cursor = foothold_json_cursor (array);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  FootholdJsonSlice value;

  while (foothold_json_next_element (&cursor, &value))
    {
      g_autofree char *name = foothold_json_string (value);

      if (name == NULL || *name == '\0' || strlen (name) > FOOTHOLD_LIMIT_TITLE
          || names->len >= FOOTHOLD_LIMIT_CHILDREN)
        {
          if (!foothold_import_problem (self->reading, field, unusable, error))
            return FALSE;
        }
      else if (!g_hash_table_contains (seen, name))
        {
          g_ptr_array_add (names, g_steal_pointer (&name));
          g_hash_table_add (seen, g_ptr_array_index (names, names->len - 1));
        }
    }

  return TRUE;
}

/* The field that a fact names by its key; NULL for none. Files of before name it as its table does. */
static const FootholdField *
find_fact_field (const char *key)
{
  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    if (foothold_field_key_is (&foothold_opportunity_row_type.fields[i], key, strlen (key)))
      return &foothold_opportunity_row_type.fields[i];

  return foothold_row_type_find (&foothold_opportunity_row_type, key);
}

/* A fact about a field that is, and about each one once; one answer to a question. */
static gboolean
check (Children *self, FootholdRow *row, GPtrArray *before, gboolean *good, GError **error)
{
  *good = TRUE;
  if (row->type == &foothold_fact_row_type)
    {
      FootholdFactRow *fact = (FootholdFactRow *) row;
      const FootholdField *field = find_fact_field (fact->field);

      *good = field != NULL;
      if (field != NULL)
        g_set_str (&fact->field, field->name);
      for (guint i = 0; i < before->len && *good; i++)
        *good = strcmp (((FootholdFactRow *) g_ptr_array_index (before, i))->field, fact->field) != 0;
      return *good
             || foothold_import_problem (self->reading, "facts",
                                         _ ("A fact is about no field, or about one twice; it was left out."), error);
    }
  if (row->type == &foothold_answer_row_type)
    {
      *good = foothold_dossier_find_answer (before, ((const FootholdAnswerRow *) row)->item) == NULL;
      return *good
             || foothold_import_problem (self->reading, "answers",
                                         _ ("A question is answered twice; the first answer counts."), error);
    }

  return TRUE;
}

/* The bytes of a kept file, checked against its name. NULL, reported, where they are not there or not those. */
static gboolean
find_bytes (Children *self, const char *part, const char *sha256, const char *name, GBytes **bytes, GError **error)
{
  const FootholdJsonSlice *data = g_hash_table_lookup (self->import->files, sha256);
  g_autoptr (GByteArray) decoded = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *reason = NULL;
  gint state = 0;
  guint save = 0;

  *bytes = NULL;
  if (data != NULL && data->length / 4 * 3 <= FOOTHOLD_LIMIT_ATTACHMENT + 3)
    {
      decoded = g_byte_array_sized_new ((guint) (data->length / 4 * 3 + 4));
      g_byte_array_set_size (decoded, (guint) (data->length / 4 * 3 + 4));
      g_byte_array_set_size (decoded,
                             (guint) g_base64_decode_step (data->at, data->length, decoded->data, &state, &save));
      sum = foothold_digest_of (decoded->data, decoded->len);
      if (strcmp (sum, sha256) == 0)
        {
          *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&decoded));
          return TRUE;
        }
    }

  reason = data == NULL ? g_strdup_printf (_ ("The file “%s” is not in the export; it was left out."), name)
                        : g_strdup_printf (_ ("The file “%s” is damaged in the export; it was left out."), name);
  return foothold_import_problem (self->reading, part, reason, error);
}

/* A kept file comes with its bytes, from which the store gives the hash again. *@good: whether they are there. */
static gboolean
take_file (Children *self, FootholdRow *row, GPtrArray *before, gboolean *good, GError **error)
{
  const FootholdField *sha256 = foothold_row_type_find (row->type, "sha256");
  const FootholdField *name = foothold_row_type_find (row->type, "name");
  const FootholdField *size = foothold_row_type_find (row->type, "size");
  GBytes *bytes;

  *good = TRUE;
  if (sha256 == NULL)
    return TRUE;
  if (!find_bytes (self, self->reading->part, foothold_row_get_text (row, sha256), foothold_row_get_text (row, name),
                   &bytes, error))
    return FALSE;
  *good = bytes != NULL;
  if (bytes == NULL)
    return TRUE;

  foothold_row_set_text (row, sha256, NULL);
  foothold_row_set_int (row, size, (gint64) g_bytes_get_size (bytes));
  g_ptr_array_set_size (self->bytes, (int) before->len);
  g_ptr_array_add (self->bytes, bytes);
  return TRUE;
}

static gboolean
take_rows (Children *self, guint part, FootholdJsonSlice array, GError **error)
{
  const FootholdFamilyPart *what = &self->family->parts[part];
  const FootholdRowReading reading = { self->reading->sink, self->reading->where, what->key, self->family->owner };
  Children inside = { self->import, &reading, self->family, self->parts, self->bytes };
  GPtrArray *rows = self->parts[part];
  FootholdJsonCursor cursor = foothold_json_cursor (array);
  FootholdJsonSlice element;
  guint n = 0;

  while (foothold_json_next_element (&cursor, &element))
    {
      g_autoptr (FootholdRow) row = NULL;
      gboolean good;

      if (++n > FOOTHOLD_LIMIT_CHILDREN)
        return foothold_import_problem (&reading, what->key, _ ("There are too many; the rest was left out."), error);
      if (!foothold_import_row (&reading, what->type, element, NULL, NULL, &row, error))
        return FALSE;
      if (row == NULL)
        continue;
      if (!check (&inside, row, rows, &good, error) || (good && !take_file (&inside, row, rows, &good, error)))
        return FALSE;
      if (good)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return TRUE;
}

static gboolean
take_list (gpointer user_data, FootholdJsonSlice key, FootholdJsonSlice value, gboolean *taken, GError **error)
{
  Children *self = user_data;
  const int part = foothold_family_find (self->family, key.at, key.length);

  *taken = part >= 0;
  if (part < 0)
    return TRUE;
  if (self->family->parts[part].type == NULL)
    return take_names (self, value, self->parts[part], self->family->parts[part].key, error);

  return take_rows (self, (guint) part, value, error);
}

/* States of what was found and of what one wrote are two lists. */
static gboolean
check_state (const FootholdRowReading *reading, FootholdOpportunityRow *row, GError **error)
{
  const gboolean written = g_str_equal (row->origin, "written");
  g_autofree char *reason = NULL;

  if (foothold_list_find (written ? &foothold_written_states : &foothold_found_states, row->state) != NULL)
    return TRUE;

  reason = g_strdup_printf (written ? _ ("“%s” is not a state of a project that one wrote; it was left out.")
                                    : _ ("“%s” is not a state of an opportunity that was found; it was left out."),
                            row->state);
  g_set_str (&row->state, written ? "draft" : "spotted");
  return foothold_import_problem (reading, "state", reason, error);
}

static gboolean
import_dossier (FootholdJsonImport *import, FootholdJsonSlice object, const char *where, GError **error)
{
  const FootholdRowReading reading = { import->sink, where, NULL, NULL };
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  GPtrArray *parts[FOOTHOLD_N_OPPORTUNITY_PARTS];
  Children children = { import, &reading, &foothold_opportunity_family, parts, dossier->pages };
  FootholdRow *row;

  foothold_dossier_get_parts (dossier, parts);
  dossier->where = g_strdup (where);
  if (!foothold_import_row (&reading, &foothold_opportunity_row_type, object, take_list, &children, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;

  foothold_row_unref (dossier->opportunity);
  dossier->opportunity = (FootholdOpportunityRow *) row;
  if (!check_state (&reading, dossier->opportunity, error))
    return FALSE;

  return import->sink->take_dossier (import->sink->user_data, g_steal_pointer (&dossier), error);
}

gboolean
foothold_json_import_object (FootholdJsonImport *import,
                             const FootholdFamily *family,
                             FootholdJsonSlice object,
                             const char *where,
                             GError **error)
{
  const FootholdRowReading reading = { import->sink, where, NULL, NULL };
  g_autoptr (FootholdNest) nest = NULL;
  Children children = { import, &reading, family, NULL, NULL };
  FootholdRow *row;

  if (family->form == FOOTHOLD_FAMILY_DOSSIERS)
    return import_dossier (import, object, where, error);

  nest = foothold_nest_new (family);
  nest->where = g_strdup (where);
  children.parts = nest->parts;
  children.bytes = nest->bytes;
  if (!foothold_import_row (&reading, family->type, object, family->n_parts > 0 ? take_list : NULL, &children, &row,
                            error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  if (family->form == FOOTHOLD_FAMILY_ROWS)
    return import->sink->take_row (import->sink->user_data, row, error);

  foothold_row_unref (nest->row);
  nest->row = row;
  return import->sink->take_nest (import->sink->user_data, g_steal_pointer (&nest), error);
}
