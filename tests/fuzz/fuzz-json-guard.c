// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <json-glib/json-glib.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-json-cursor.h"
#include "exchange/foothold-json-guard.h"
#include "exchange/foothold-json-ld.h"
#include "fuzz.h"

/*
 * What the guard lets through, json-glib reads too, and the cursor walks from end to
 * end; what a page's block is made into is never refused for a reason that was to be put right.
 */

/* The number of values in @value, counted with a queue. */
static guint
walk (FootholdJsonSlice value)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (FootholdJsonSlice));
  guint n = 0;

  g_array_append_val (open, value);
  while (open->len > 0)
    {
      const FootholdJsonSlice next = g_array_index (open, FootholdJsonSlice, open->len - 1);
      FootholdJsonCursor cursor = foothold_json_cursor (next);
      FootholdJsonSlice key, inner;
      g_autofree char *text = foothold_json_string (next);

      g_array_set_size (open, open->len - 1);
      n++;
      g_assert_true ((foothold_json_kind (next) == '"') == (text != NULL));
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
      if (foothold_json_kind (next) == '{')
        while (foothold_json_next_member (&cursor, &key, &inner))
          g_array_append_val (open, inner);
      else if (foothold_json_kind (next) == '[')
        while (foothold_json_next_element (&cursor, &inner))
          g_array_append_val (open, inner);
    }

  return n;
}

static guint
count (JsonNode *root)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint n = 0;

  g_ptr_array_add (open, root);
  while (open->len > 0)
    {
      JsonNode *node = g_ptr_array_steal_index (open, open->len - 1);

      n++;
      if (JSON_NODE_HOLDS_ARRAY (node))
        for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
          g_ptr_array_add (open, json_array_get_element (json_node_get_array (node), i));
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

          for (GList *l = values; l != NULL; l = l->next)
            g_ptr_array_add (open, l->data);
        }
    }

  return n;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdJsonLd) ld = foothold_json_ld_new ();

  if (foothold_json_guard (text, size, FOOTHOLD_JSON_STRICT, NULL, NULL, NULL, &error))
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      FootholdJsonSlice root;

      root.at = foothold_json_skip_blanks (text, text + size);
      root.length = (gsize) (foothold_json_skip_value (root.at, text + size) - root.at);
      g_assert_true (foothold_json_skip_blanks (root.at + root.length, text + size) == text + size);

      json_parser_set_strict (parser, TRUE);
      json_parser_load_from_data (parser, text, (gssize) size, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (walk (root), ==, count (json_parser_get_root (parser)));
    }
  else
    g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED);

  if (g_utf8_validate_len (text, size, NULL))
    foothold_json_ld_add_block (ld, text, size, NULL);
  return 0;
}
