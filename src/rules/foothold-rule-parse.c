// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-rule-parse.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-facts.h"
#include "rules/foothold-rule-data.h"

/* The language that every rule file speaks. */
#define MAIN_LANGUAGE "en"

void
foothold_rule_parse_fail (FootholdRuleParse *parse, const char *where, const char *member, const char *what)
{
  const char *dot = *where != '\0' && *member != '\0' ? "." : "";

  if (parse->error == NULL)
    g_set_error (&parse->error, FOOTHOLD_RULE_ERROR, FOOTHOLD_RULE_ERROR_MALFORMED,
                 /* Translators: the first %s is a file, the next three together a place in it, the last what is wrong
                    there. */
                 _ ("The rules in “%s” cannot be used. At “%s%s%s”: %s"), parse->name, where, dot, member, what);
}

void
foothold_rule_parse_clear (FootholdRuleParse *parse)
{
  g_clear_pointer (&parse->spoken, g_strfreev);
  g_clear_pointer (&parse->language, g_free);
  g_clear_error (&parse->error);
}

gboolean
foothold_rule_object_begin (FootholdRuleObject *self, FootholdRuleParse *parse, JsonNode *node, const char *where)
{
  if (parse->error != NULL)
    return FALSE;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      foothold_rule_parse_fail (parse, where, "", _ ("an object is expected."));
      return FALSE;
    }

  self->parse = parse;
  self->object = json_node_get_object (node);
  self->where = g_strdup (where);
  self->taken = g_hash_table_new (g_str_hash, g_str_equal);

  return TRUE;
}

void
foothold_rule_object_end (FootholdRuleObject *self)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    if (!g_hash_table_contains (self->taken, member))
      foothold_rule_parse_fail (self->parse, self->where, member, _ ("nothing by this name belongs here."));
  g_free (self->where);
  g_hash_table_unref (self->taken);
}

static void
fail (FootholdRuleObject *self, const char *member, const char *what)
{
  foothold_rule_parse_fail (self->parse, self->where, member, what);
}

JsonNode *
foothold_rule_object_take (FootholdRuleObject *self, const char *member, gboolean needed)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL && needed)
    fail (self, member, _ ("it is missing."));
  g_hash_table_add (self->taken, (gpointer) member);

  return self->parse->error == NULL ? node : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                       ? json_node_get_string (node)
                       : NULL;

  return text != NULL && *text != '\0' && !g_ascii_isspace (*text);
}

char *
foothold_rule_object_take_string (FootholdRuleObject *self, const char *member, gboolean needed)
{
  JsonNode *node = foothold_rule_object_take (self, member, needed);

  if (node == NULL || (!needed && JSON_NODE_HOLDS_NULL (node)))
    return NULL;
  if (!is_text (node))
    {
      fail (self, member, _ ("a text is expected."));
      return NULL;
    }

  return json_node_dup_string (node);
}

/* "de", "pt_BR", "sr@latin". */
static gboolean
is_language (const char *name)
{
  return g_regex_match_simple ("^[a-z]{2,3}(_[A-Z]{2})?(@[a-z]+)?$", name, 0, 0);
}

/* Each text of a file is in the same languages: else half of a page would be in another one. */
static gboolean
check_languages (FootholdRuleObject *self, const char *member, JsonObject *texts)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (texts), (GCompareFunc) g_strcmp0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) spoken = NULL;

  for (GList *at = names; at != NULL; at = at->next)
    {
      if (!is_language (at->data))
        {
          fail (self, member, _ ("a language is expected, such as “de” or “pt_BR”."));
          return FALSE;
        }
      if (!is_text (json_object_get_member (texts, at->data)))
        {
          fail (self, member, _ ("a text is expected."));
          return FALSE;
        }
      g_strv_builder_add (builder, at->data);
    }
  spoken = g_strv_builder_end (builder);

  if (!g_strv_contains ((const char *const *) spoken, MAIN_LANGUAGE))
    fail (self, member, _ ("it has no English text."));
  else if (self->parse->spoken == NULL)
    self->parse->spoken = g_steal_pointer (&spoken);
  else if (!g_strv_equal ((const char *const *) self->parse->spoken, (const char *const *) spoken))
    fail (self, member, _ ("its languages are not those of the file’s first text."));

  return self->parse->error == NULL;
}

static const char *
choose_language (FootholdRuleParse *parse, JsonObject *texts)
{
  for (const char *const *language = parse->languages; *language != NULL; language++)
    if (json_object_has_member (texts, *language))
      return *language;

  return MAIN_LANGUAGE;
}

char *
foothold_rule_object_take_text (FootholdRuleObject *self, const char *member, gboolean needed)
{
  JsonNode *node = foothold_rule_object_take (self, member, needed);
  const char *language;
  JsonObject *texts;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (self, member, _ ("a text in each language is expected."));
      return NULL;
    }
  texts = json_node_get_object (node);
  if (!check_languages (self, member, texts))
    return NULL;

  language = choose_language (self->parse, texts);
  if (self->parse->language == NULL)
    self->parse->language = g_strdup (language);

  return g_strdup (json_object_get_string_member (texts, language));
}

GStrv
foothold_rule_node_strings (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_text (element))
        return NULL;
      g_strv_builder_add (builder, json_node_get_string (element));
    }

  return g_strv_builder_end (builder);
}

GStrv
foothold_rule_object_take_strings (FootholdRuleObject *self, const char *member, gboolean needed)
{
  JsonNode *node = foothold_rule_object_take (self, member, needed);
  GStrv strings = node != NULL ? foothold_rule_node_strings (node) : NULL;

  if (node != NULL && strings == NULL)
    fail (self, member, _ ("a list of texts is expected."));

  return strings;
}

gint64
foothold_rule_object_take_number (FootholdRuleObject *self, const char *member, gboolean needed)
{
  JsonNode *node = foothold_rule_object_take (self, member, needed);

  if (node == NULL)
    return FOOTHOLD_FACT_UNKNOWN;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) <= 0)
    {
      fail (self, member, _ ("a whole number above 0 is expected."));
      return FOOTHOLD_FACT_UNKNOWN;
    }

  return json_node_get_int (node);
}

gboolean
foothold_rule_object_take_flag (FootholdRuleObject *self, const char *member)
{
  JsonNode *node = foothold_rule_object_take (self, member, FALSE);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      fail (self, member, _ ("true or false is expected."));
      return FALSE;
    }

  return json_node_get_boolean (node);
}
