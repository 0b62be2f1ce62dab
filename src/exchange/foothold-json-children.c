// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "exchange/foothold-import-row.h"
#include "exchange/foothold-json-cursor.h"
#include "exchange/foothold-json-import.h"
#include "exchange/foothold-limits.h"
#include "sqlite/foothold-digest.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* An opportunity of our own export, with all that hangs on it. */

typedef struct
{
  FootholdJsonImport *import;
  const FootholdRowReading *reading;
  FootholdDossier *dossier;
} Children;

/* @names: of the dossier, to add to; @field: what they are called; @unusable: what is said of one that is none. */
static gboolean
take_names (Children *self,
            FootholdJsonSlice array,
            GPtrArray *names,
            const char *field,
            const char *unusable,
            GError **error)
{
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

/* A fact about a field that is, and about each one once. */
static gboolean
check_fact (Children *self, FootholdFactRow *fact, gboolean *good, GError **error)
{
  const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, fact->field);

  *good = field != NULL;
  for (guint i = 0; i < self->dossier->facts->len && *good; i++)
    *good = strcmp (((FootholdFactRow *) g_ptr_array_index (self->dossier->facts, i))->field, fact->field) != 0;

  return *good
         || foothold_import_problem (self->reading, "facts",
                                     _ ("A fact is about no field, or about one twice; it was left out."), error);
}

/* The bytes of a kept file, checked against its name. NULL, reported, where they are not there or not those. */
static gboolean
find_bytes (Children *self, const FootholdAttachmentRow *row, GBytes **bytes, GError **error)
{
  const FootholdJsonSlice *data = g_hash_table_lookup (self->import->files, row->sha256);
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
      if (strcmp (sum, row->sha256) == 0)
        {
          *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&decoded));
          return TRUE;
        }
    }

  reason = data == NULL ? g_strdup_printf (_ ("The file “%s” is not in the export; it was left out."), row->name)
                        : g_strdup_printf (_ ("The file “%s” is damaged in the export; it was left out."), row->name);
  return foothold_import_problem (self->reading, "attachments", reason, error);
}

static gboolean
take_child (Children *self, const FootholdRowType *type, FootholdRow *row, GError **error)
{
  g_autoptr (FootholdRow) owned = row;
  FootholdDossier *dossier = self->dossier;
  gboolean good = TRUE;

  if (type == &foothold_deliverable_row_type)
    {
      ((FootholdDeliverableRow *) row)->position = dossier->deliverables->len;
      g_ptr_array_add (dossier->deliverables, g_steal_pointer (&owned));
    }
  else if (type == &foothold_answer_row_type)
    {
      if (foothold_dossier_find_answer (dossier->answers, ((FootholdAnswerRow *) row)->item) != NULL)
        return foothold_import_problem (self->reading, "answers",
                                        _ ("A question is answered twice; the first answer counts."), error);
      g_ptr_array_add (dossier->answers, g_steal_pointer (&owned));
    }
  else if (type == &foothold_history_row_type)
    g_ptr_array_add (dossier->history, g_steal_pointer (&owned));
  else if (type == &foothold_fact_row_type)
    {
      if (!check_fact (self, (FootholdFactRow *) row, &good, error))
        return FALSE;
      if (good)
        g_ptr_array_add (dossier->facts, g_steal_pointer (&owned));
    }
  else
    {
      FootholdAttachmentRow *attachment = (FootholdAttachmentRow *) row;
      GBytes *bytes;

      if (!find_bytes (self, attachment, &bytes, error))
        return FALSE;
      if (bytes == NULL)
        return TRUE;
      /* the store gives the hash again, from the bytes it keeps */
      g_clear_pointer (&attachment->sha256, g_free);
      attachment->size = (gint64) g_bytes_get_size (bytes);
      g_ptr_array_add (dossier->attachments, g_steal_pointer (&owned));
      g_ptr_array_set_size (dossier->pages, (int) dossier->attachments->len - 1);
      g_ptr_array_add (dossier->pages, bytes);
    }

  return TRUE;
}

static gboolean
take_children (gpointer user_data, FootholdJsonSlice key, FootholdJsonSlice value, gboolean *taken, GError **error)
{
  static const struct
  {
    const char *key;
    const FootholdRowType *type;
  } arrays[] = {
    { "deliverables", &foothold_deliverable_row_type }, { "facts", &foothold_fact_row_type },
    { "answers", &foothold_answer_row_type },           { "history", &foothold_history_row_type },
    { "attachments", &foothold_attachment_row_type },
  };
  Children *self = user_data;

  *taken = foothold_json_kind (value) == '[';
  if (*taken && foothold_json_key_is (key, "skills"))
    return take_names (self, value, self->dossier->skills, "skills", _ ("A skill has no usable name; it was left out."),
                       error);
  if (*taken && foothold_json_key_is (key, "tags"))
    return take_names (self, value, self->dossier->tags, "tags", _ ("A tag has no usable name; it was left out."),
                       error);

  for (guint i = 0; *taken && i < G_N_ELEMENTS (arrays); i++)
    if (foothold_json_key_is (key, arrays[i].key))
      {
        const FootholdRowReading part = { self->reading->sink, self->reading->where, arrays[i].key };
        FootholdJsonCursor cursor = foothold_json_cursor (value);
        FootholdJsonSlice element;
        guint n = 0;

        while (foothold_json_next_element (&cursor, &element))
          {
            FootholdRow *row;

            if (++n > FOOTHOLD_LIMIT_CHILDREN)
              return foothold_import_problem (self->reading, arrays[i].key,
                                              _ ("There are too many; the rest was left out."), error);
            if (!foothold_import_row (&part, arrays[i].type, element, NULL, NULL, &row, error)
                || (row != NULL && !take_child (self, arrays[i].type, row, error)))
              return FALSE;
          }
        return TRUE;
      }

  *taken = FALSE;
  return TRUE;
}

gboolean
foothold_json_import_opportunity (FootholdJsonImport *import,
                                  FootholdJsonSlice object,
                                  const char *where,
                                  GError **error)
{
  const FootholdRowReading reading = { import->sink, where, NULL };
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  Children children = { import, &reading, dossier };
  FootholdRow *row;

  dossier->where = g_strdup (where);
  if (!foothold_import_row (&reading, &foothold_opportunity_row_type, object, take_children, &children, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;

  foothold_row_unref (dossier->opportunity);
  dossier->opportunity = (FootholdOpportunityRow *) row;

  return import->sink->take_dossier (import->sink->user_data, g_steal_pointer (&dossier), error);
}
