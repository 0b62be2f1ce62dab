// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-json-ld.h"
#include "fuzz-sink.h"
#include "fuzz.h"

/* Microdata and RDFa alone: every reference among the items is followed, whatever they say. */

static void
check_items (JsonNode *items)
{
  FootholdJsonLd *ld = foothold_json_ld_new ();
  JsonArray *array = json_node_get_array (items);

  foothold_json_ld_add_node (ld, items);
  g_assert_cmpuint (json_array_get_length (array), <=, FOOTHOLD_LIMIT_JSON_LD_NODES);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);
      g_autoptr (GList) names = json_object_get_members (item);

      g_assert_true (json_object_has_member (item, "@id"));
      for (GList *l = names; l != NULL; l = l->next)
        {
          g_autofree char *text = foothold_json_ld_text (ld, json_object_get_member (item, l->data));

          g_assert_true (g_utf8_validate (l->data, -1, NULL));
          g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
        }
    }
  foothold_json_ld_free (ld);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *html = size > 0 ? g_utf8_make_valid ((const char *) data, (gssize) size) : g_strdup ("");
  g_autoptr (FootholdPageHead) head = foothold_page_head_new (html, strlen (html));
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  gboolean ok;

  if (head->microdata != NULL)
    check_items (head->microdata);
  if (head->rdfa != NULL)
    check_items (head->rdfa);
  ok = foothold_import_page (bytes, NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
