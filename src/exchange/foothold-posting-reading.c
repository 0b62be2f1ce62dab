// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-posting-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"

/*
 * How a value of a JobPosting becomes text, whichever of the shapes that people write
 * it in, and how a field that was left out is reported.
 */

void
foothold_posting_problem (FootholdPostingReading *self, const char *field, const char *reason)
{
  if (self->error == NULL)
    self->sink->problem (self->sink->user_data, self->context->where, field, reason, &self->error);
}

void
foothold_posting_bad_value (FootholdPostingReading *self, const char *field, const char *sentence, const char *value)
{
  g_autofree char *shown = foothold_html_to_line (value, -1);
  g_autofree char *reason = NULL;

  if (foothold_text_truncate (shown, 80))
    {
      char *longer = g_strconcat (shown, "…", NULL);

      g_free (shown);
      shown = longer;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  reason = g_strdup_printf (sentence, shown);
#pragma GCC diagnostic pop
  foothold_posting_problem (self, field, reason);
}

JsonNode *
foothold_posting_get (FootholdPostingReading *self, const char *name)
{
  return foothold_json_ld_get (self->ld, self->posting, name);
}

char *
foothold_posting_line (FootholdPostingReading *self, JsonNode *node)
{
  g_autofree char *raw = foothold_json_ld_text (self->ld, node);
  g_autofree char *line = raw != NULL ? foothold_html_to_line (raw, -1) : NULL;

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

char *
foothold_posting_term (FootholdPostingReading *self, JsonNode *node)
{
  static const char *const prefixes[] = { "https://schema.org/", "http://schema.org/", "schema:" };
  char *text = foothold_posting_line (self, node);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (prefixes); i++)
    {
      const gsize length = strlen (prefixes[i]);

      if (g_ascii_strncasecmp (text, prefixes[i], length) == 0 && text[length] != '\0')
        memmove (text, text + length, strlen (text + length) + 1);
    }

  return text;
}

GPtrArray *
foothold_posting_elements (FootholdPostingReading *self, JsonNode *node)
{
  GPtrArray *elements = g_ptr_array_new ();

  if (node == NULL)
    return elements;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    g_ptr_array_add (elements, node);
  else
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), FOOTHOLD_LIMIT_CHILDREN); i++)
        {
          JsonNode *element = foothold_json_ld_resolve (self->ld, json_array_get_element (array, i));

          if (element != NULL)
            g_ptr_array_add (elements, element);
        }
    }

  return elements;
}

/* What an object says where a text is expected: a requirement, a credential, a term. */
static char *
object_text (FootholdPostingReading *self, JsonNode *node)
{
  static const char *const names[] = { "description", "credentialCategory", "text" };
  JsonObject *object = json_node_get_object (node);
  g_autofree char *name = foothold_json_ld_text (self->ld, node);
  g_autofree char *more = NULL;
  JsonNode *months;

  for (guint i = 0; i < G_N_ELEMENTS (names) && more == NULL; i++)
    more = foothold_json_ld_text (self->ld, foothold_json_ld_get (self->ld, object, names[i]));
  if (name != NULL && more != NULL)
    return g_strdup_printf ("%s: %s", name, more);
  if (name != NULL)
    return g_steal_pointer (&name);
  if (more != NULL)
    return g_steal_pointer (&more);

  months = foothold_json_ld_get (self->ld, object, "monthsOfExperience");
  if (months != NULL && json_node_get_value_type (months) == G_TYPE_INT64)
    {
      const gint64 n = CLAMP (json_node_get_int (months), 0, 1200);

      return g_strdup_printf (ngettext ("%d month of experience", "%d months of experience", (gulong) n), (int) n);
    }

  return NULL;
}

char *
foothold_posting_text (FootholdPostingReading *self, JsonNode *node)
{
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, node);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      JsonNode *element = g_ptr_array_index (elements, i);
      g_autofree char *raw =
        JSON_NODE_HOLDS_OBJECT (element) ? object_text (self, element) : foothold_json_ld_text (self->ld, element);
      g_autofree char *text = raw != NULL ? foothold_html_to_text (raw, -1, FOOTHOLD_HTML_FRAGMENT) : NULL;

      if (text == NULL || *text == '\0')
        continue;
      if (elements->len > 1)
        g_string_append_printf (all, "%s- %s", all->len > 0 ? "\n" : "", text);
      else
        g_string_append (all, text);
    }

  return all->len > 0 ? g_string_free_and_steal (g_steal_pointer (&all)) : NULL;
}
