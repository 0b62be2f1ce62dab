// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>

#include "exchange/foothold-import-row.h"
#include "exchange/foothold-job-posting.h"
#include "exchange/foothold-json-import.h"
#include "exchange/foothold-limits.h"

/*
 * JobPosting objects in a JSON file: one, an array of them, or a graph. An array is
 * taken entry by entry, so that a long one costs the memory of one.
 */

/* An object that says no type but has what only a posting has. */
static gboolean
looks_like_posting (JsonObject *object)
{
  static const char *const names[] = { "hiringOrganization", "datePosted", "validThrough", "jobLocation",
                                       "description" };

  if (json_object_has_member (object, "@type") || json_object_has_member (object, "type")
      || !json_object_has_member (object, "title"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (object, names[i]))
      return TRUE;

  return FALSE;
}

static JsonParser *
parse (FootholdJsonSlice value, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, value.at, (gssize) value.length, error))
    return NULL;

  return g_steal_pointer (&parser);
}

/* The postings in one value. @pool: where they refer to, or NULL when that is the value itself. */
static gboolean
take_postings (FootholdJsonImport *import,
               FootholdJsonSlice value,
               FootholdJsonLd *pool,
               const char *where,
               guint *n_found,
               GError **error)
{
  const FootholdRowReading reading = { import->sink, where, NULL };
  g_autoptr (FootholdJsonLd) ld = foothold_json_ld_new ();
  g_autoptr (GPtrArray) postings = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) broken = NULL;
  JsonNode *root;

  *n_found = 0;
  if (value.length > FOOTHOLD_LIMIT_JSON_OBJECT)
    return foothold_import_problem (&reading, NULL, _ ("It is too large, so it was left out."), error);
  parser = parse (value, &broken);
  if (parser == NULL)
    return foothold_import_problem (&reading, NULL, broken->message, error);
  root = json_parser_get_root (parser);
  if (root == NULL)
    return TRUE;

  foothold_json_ld_add_node (ld, root);
  postings = foothold_json_ld_find (ld, "JobPosting");
  if (postings->len == 0 && JSON_NODE_HOLDS_OBJECT (root) && looks_like_posting (json_node_get_object (root)))
    g_ptr_array_add (postings, json_node_get_object (root));
  *n_found = postings->len;

  for (guint i = 0; i < postings->len; i++)
    {
      g_autofree char *here =
        postings->len > 1 ? g_strdup_printf (_ ("%s, posting %u"), where, i + 1) : g_strdup (where);
      const FootholdPostingContext context = {
        .where = here, .fact_source = "file", .source = "import", .dates = &import->dates
      };
      FootholdDossier *dossier;

      if (!foothold_json_import_step (import, 0, error)
          || !foothold_job_posting_read (pool != NULL ? pool : ld, g_ptr_array_index (postings, i), &context,
                                         import->sink, &dossier, error))
        return FALSE;
      if (dossier == NULL)
        continue;
      if (!import->sink->take_dossier (import->sink->user_data, dossier, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_posting_array (FootholdJsonImport *import, FootholdJsonSlice root, guint *n_found, GError **error)
{
  FootholdJsonCursor cursor = foothold_json_cursor (root);
  g_autoptr (FootholdJsonLd) pool = NULL;
  FootholdJsonSlice element;
  guint found, n = 0;

  /* entries of a small file may refer to each other */
  if (root.length <= FOOTHOLD_LIMIT_JSON_LD_BLOCK / 4)
    {
      g_autoptr (JsonParser) parser = parse (root, NULL);

      if (parser != NULL && json_parser_get_root (parser) != NULL)
        {
          pool = foothold_json_ld_new ();
          foothold_json_ld_add_node (pool, json_parser_get_root (parser));
        }
    }

  while (foothold_json_next_element (&cursor, &element))
    {
      g_autofree char *where = NULL;
      FootholdRowReading reading = { import->sink, NULL, NULL };

      if (++n > FOOTHOLD_LIMIT_ENTRIES)
        return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                                            _ ("The file has more than a million entries. Nothing was imported."));
      if (!foothold_json_import_step (import, element.length, error))
        return FALSE;
      /* Translators: a place in a file */
      where = g_strdup_printf (_ ("Entry %u, line %u"), n, foothold_json_import_line (import, element.at));
      reading.where = where;
      if (!take_postings (import, element, pool, where, &found, error))
        return FALSE;
      *n_found += found;
      if (found == 0 && element.length <= FOOTHOLD_LIMIT_JSON_OBJECT
          && !foothold_import_problem (&reading, NULL, _ ("It is not a JobPosting, so it was left out."), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_json_import_postings (FootholdJsonImport *import, FootholdJsonSlice root, GError **error)
{
  guint n_found = 0;

  if (foothold_json_kind (root) == '[')
    {
      if (!take_posting_array (import, root, &n_found, error))
        return FALSE;
    }
  else if (!take_postings (import, root, NULL, _ ("The file"), &n_found, error))
    return FALSE;

  if (n_found == 0)
    return foothold_json_import_refuse (error, FOOTHOLD_IMPORT_ERROR_EMPTY,
                                        _ ("The file is JSON, but neither an export of Foothold nor JobPosting "
                                           "objects. Nothing was "
                                           "imported."));
  return foothold_import_dates_report (&import->dates, _ ("The file"), import->sink, error);
}
