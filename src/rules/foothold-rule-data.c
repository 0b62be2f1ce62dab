// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-rule-data.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "foothold-core-resources.h"
#include "foothold-rule-parse.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-facts.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money.h"
#include "rules/foothold-phrases.h"

#define FOLDER "/io/github/foothold_app/Foothold/rules/"

G_DEFINE_QUARK (foothold-rule-error-quark, foothold_rule_error)

/* Which members the items of a kind have. */
typedef enum
{
  NAME = 1 << 0,
  QUESTION = 1 << 1,
  WHY = 1 << 2,
  TEXT = 1 << 3,
  FIELDS = 1 << 4, /* and settled_by */
  GATE = 1 << 5,
  AMOUNT = 1 << 6,
  MINUTES = 1 << 7,
  AREAS = 1 << 9,
  SIGNS = 1 << 8, /* checks, patterns, unless_stated, and what the file says about words */
} Members;

static const struct
{
  const char *kind;
  guint needed, allowed;
} kinds[] = {
  { "payment-facts", NAME | QUESTION | FIELDS, GATE },
  { "clarity", NAME | QUESTION | FIELDS, 0 },
  { "worth-facts", NAME | QUESTION | FIELDS, 0 },
  { "pay-floors", NAME | AMOUNT | MINUTES, 0 },
  { "suitability", NAME | QUESTION, 0 },
  { "unpaid", NAME | QUESTION, WHY },
  { "also-asked", NAME | QUESTION | WHY, 0 },
  { "warning-signs", NAME | QUESTION | WHY, SIGNS },
  { "work-time", NAME | MINUTES, 0 },
  { "question-mail", TEXT, 0 },
  { "interview", QUESTION | WHY, AREAS },
};

static void
item_free (gpointer data)
{
  FootholdRuleItem *item = data;

  g_free (item->id);
  g_free (item->name);
  g_free (item->question);
  g_free (item->why);
  g_free (item->text);
  g_clear_pointer (&item->fields, g_ptr_array_unref);
  g_free (item->settled_field);
  g_strfreev (item->settled_slugs);
  g_free (item->currency);
  g_strfreev (item->areas);
  g_strfreev (item->checks);
  g_clear_pointer (&item->patterns, g_ptr_array_unref);
  g_strfreev (item->unless_stated);
  g_free (item);
}

void
foothold_rule_file_free (FootholdRuleFile *file)
{
  g_free (file->kind);
  g_free (file->country);
  g_free (file->source);
  g_free (file->as_of);
  g_free (file->language);
  g_ptr_array_unref (file->items);
  g_clear_pointer (&file->negations, g_ptr_array_unref);
  g_strfreev (file->private_domains);
  g_free (file);
}

/* Lower case, digits and "-". */
static gboolean
is_id (const char *text)
{
  return text != NULL && g_ascii_islower (*text)
         && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* "fields": each element is a field, or a list of fields one of which is enough. */
static GPtrArray *
take_fields (FootholdRuleObject *object)
{
  JsonNode *node = foothold_rule_object_take (object, "fields", TRUE);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gboolean good = array != NULL && json_array_get_length (array) > 0;

  for (guint i = 0; good && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      GStrv group = NULL;

      if (JSON_NODE_HOLDS_ARRAY (element))
        group = foothold_rule_node_strings (element);
      else if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        group = g_strsplit (json_node_get_string (element), "\n", 1);
      good = group != NULL && group[0] != NULL;
      if (good)
        g_ptr_array_add (groups, group);
      else
        g_strfreev (group);
    }
  if (!good)
    foothold_rule_parse_fail (object->parse, object->where, "fields",
                              _ ("a list of fields, or of lists of fields, is expected."));

  return groups;
}

/* "settled_by": { "pay_kind": ["unpaid"] }. */
static void
take_settled (FootholdRuleObject *object, FootholdRuleItem *item)
{
  JsonNode *node = foothold_rule_object_take (object, "settled_by", FALSE);
  g_autofree char *where = g_strconcat (object->where, ".settled_by", NULL);
  g_autoptr (GList) members = NULL;
  FootholdRuleObject settled;

  if (node == NULL || !foothold_rule_object_begin (&settled, object->parse, node, where))
    return;
  members = json_object_get_members (settled.object);
  if (members == NULL || members->next != NULL)
    foothold_rule_parse_fail (object->parse, where, "", _ ("one field with a list of values is expected."));
  else
    {
      item->settled_field = g_strdup (members->data);
      item->settled_slugs = foothold_rule_object_take_strings (&settled, members->data, TRUE);
    }
  foothold_rule_object_end (&settled);
}

/* "patterns": { "en": [["buy|purchase", "gift card*"]] }: every language is looked for, whatever the reader speaks. */
static GPtrArray *
take_patterns (FootholdRuleObject *object)
{
  JsonNode *node = foothold_rule_object_take (object, "patterns", FALSE);
  g_autofree char *where = g_strconcat (object->where, ".patterns", NULL);
  GPtrArray *patterns;
  FootholdRuleObject languages;
  g_autoptr (GList) members = NULL;

  if (node == NULL || !foothold_rule_object_begin (&languages, object->parse, node, where))
    return NULL;
  patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  members = json_object_get_members (languages.object);
  for (GList *at = members; at != NULL; at = at->next)
    {
      JsonNode *list = foothold_rule_object_take (&languages, at->data, TRUE);
      JsonArray *array = list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;
      gboolean good = array != NULL && json_array_get_length (array) > 0;

      for (guint i = 0; good && i < json_array_get_length (array); i++)
        {
          g_auto (GStrv) groups = foothold_rule_node_strings (json_array_get_element (array, i));
          GPtrArray *pattern = groups != NULL ? foothold_phrases_pattern ((const char *const *) groups) : NULL;

          good = pattern != NULL;
          if (good)
            g_ptr_array_add (patterns, pattern);
        }
      if (!good)
        foothold_rule_parse_fail (object->parse, where, at->data, _ ("a list of patterns is expected."));
    }
  foothold_rule_object_end (&languages);

  return patterns;
}

static FootholdRuleItem *
parse_item (FootholdRuleParse *parse, JsonNode *node, const char *where, guint needed, guint allowed)
{
  FootholdRuleItem *item = g_new0 (FootholdRuleItem, 1);
  const guint may = needed | allowed;
  g_autofree char *amount = NULL;
  FootholdRuleObject object;

  item->amount = FOOTHOLD_FACT_UNKNOWN;
  item->minutes = FOOTHOLD_FACT_UNKNOWN;
  if (!foothold_rule_object_begin (&object, parse, node, where))
    return item;

  item->id = foothold_rule_object_take_string (&object, "id", TRUE);
  if (item->id != NULL && !is_id (item->id))
    foothold_rule_parse_fail (parse, where, "id", _ ("small letters, digits and “-” are expected."));
  if (may & NAME)
    item->name = foothold_rule_object_take_text (&object, "name", needed & NAME);
  if (may & QUESTION)
    item->question = foothold_rule_object_take_text (&object, "question", needed & QUESTION);
  if (may & WHY)
    item->why = foothold_rule_object_take_text (&object, "why", needed & WHY);
  if (may & TEXT)
    item->text = foothold_rule_object_take_text (&object, "text", needed & TEXT);
  if (may & FIELDS)
    {
      item->fields = take_fields (&object);
      take_settled (&object, item);
    }
  if (may & GATE)
    item->gate = foothold_rule_object_take_flag (&object, "gate");
  if (may & MINUTES)
    item->minutes = foothold_rule_object_take_number (&object, "minutes", needed & MINUTES);
  if (may & AMOUNT)
    {
      item->currency = foothold_rule_object_take_string (&object, "currency", TRUE);
      amount = foothold_rule_object_take_string (&object, "amount", TRUE);
      if (item->currency != NULL && foothold_list_find (&foothold_currencies, item->currency) == NULL)
        foothold_rule_parse_fail (parse, where, "currency", _ ("this currency is not known."));
      if (amount != NULL && !foothold_money_from_text (amount, item->currency, &item->amount))
        foothold_rule_parse_fail (parse, where, "amount", _ ("an amount is expected, such as “20.00”."));
    }
  if (may & AREAS)
    {
      item->areas = foothold_rule_object_take_strings (&object, "areas", FALSE);
      for (guint i = 0; item->areas != NULL && item->areas[i] != NULL; i++)
        if (foothold_list_find (&foothold_areas, item->areas[i]) == NULL)
          foothold_rule_parse_fail (parse, where, "areas", _ ("this area is not known."));
    }
  if (may & SIGNS)
    {
      item->checks = foothold_rule_object_take_strings (&object, "checks", FALSE);
      item->patterns = take_patterns (&object);
      item->unless_stated = foothold_rule_object_take_strings (&object, "unless_stated", FALSE);
    }
  foothold_rule_object_end (&object);

  return item;
}

static void
parse_items (FootholdRuleParse *parse, FootholdRuleObject *object, FootholdRuleFile *file, guint needed, guint allowed)
{
  JsonNode *node = foothold_rule_object_take (object, "items", TRUE);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    foothold_rule_parse_fail (parse, "", "items", _ ("a list of items is expected."));
  for (guint i = 0; array != NULL && i < json_array_get_length (array) && parse->error == NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("items[%u]", i);
      FootholdRuleItem *item = parse_item (parse, json_array_get_element (array, i), where, needed, allowed);

      if (item->id != NULL && foothold_rule_file_find_item (file, item->id) != NULL)
        foothold_rule_parse_fail (parse, where, "id", _ ("another item has it already."));
      g_ptr_array_add (file->items, item);
    }
}

static void
parse_file (FootholdRuleParse *parse, FootholdRuleObject *object, FootholdRuleFile *file)
{
  guint needed = 0, allowed = 0;
  g_auto (GStrv) negations = NULL;

  file->kind = foothold_rule_object_take_string (object, "kind", TRUE);
  file->country = foothold_rule_object_take_string (object, "country", FALSE);
  file->source = foothold_rule_object_take_text (object, "source", TRUE);
  file->as_of = foothold_rule_object_take_string (object, "as_of", TRUE);
  if (parse->error != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, file->kind))
      {
        needed = kinds[i].needed;
        allowed = kinds[i].allowed;
      }
  if (needed == 0)
    foothold_rule_parse_fail (parse, "", "kind", _ ("there are no rules of this kind."));
  if (file->country != NULL && foothold_list_find (&foothold_countries, file->country) == NULL)
    foothold_rule_parse_fail (parse, "", "country", _ ("a code of two letters is expected, such as “US”."));
  if (!json_object_has_member (object->object, "country"))
    foothold_rule_parse_fail (parse, "", "country", _ ("it is missing; null stands for all countries."));
  if (!foothold_date_is_valid (file->as_of))
    foothold_rule_parse_fail (parse, "", "as_of", _ ("a date is expected, such as 2026-11-22."));
  if (allowed & SIGNS)
    {
      negations = foothold_rule_object_take_strings (object, "negations", TRUE);
      file->private_domains = foothold_rule_object_take_strings (object, "private_domains", TRUE);
      file->negations = negations != NULL ? foothold_phrases_group ((const char *const *) negations) : NULL;
    }
  parse_items (parse, object, file, needed, allowed);
}

FootholdRuleFile *
foothold_rule_file_parse (GBytes *json, const char *name, const char *const *languages, GError **error)
{
  FootholdRuleParse parse = {
    .name = name,
    .languages = languages != NULL ? languages : g_get_language_names (),
  };
  g_autoptr (FootholdRuleFile) file = g_new0 (FootholdRuleFile, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  FootholdRuleObject object;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  file->items = g_ptr_array_new_with_free_func (item_free);
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &local))
    foothold_rule_parse_fail (&parse, "", "", local->message);
  else if (foothold_rule_object_begin (&object, &parse, json_parser_get_root (parser), ""))
    {
      parse_file (&parse, &object, file);
      foothold_rule_object_end (&object);
    }
  file->language = g_steal_pointer (&parse.language);
  if (parse.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parse.error));
      foothold_rule_file_free (g_steal_pointer (&file));
    }
  foothold_rule_parse_clear (&parse);

  return g_steal_pointer (&file);
}

GStrv
foothold_rule_file_names (GError **error)
{
  return g_resource_enumerate_children (foothold_core_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

FootholdRuleFile *
foothold_rule_file_load (const char *name, const char *const *languages, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) json =
    g_resource_lookup_data (foothold_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return json != NULL ? foothold_rule_file_parse (json, name, languages, error) : NULL;
}

/* The name says kind and country, so that nothing is read to find a file; a test holds every file to it. */
static char *
file_name (const char *kind, const char *country)
{
  g_autofree char *lower = country != NULL ? g_ascii_strdown (country, -1) : NULL;

  return lower != NULL ? g_strdup_printf ("%s-%s.json", kind, lower) : g_strconcat (kind, ".json", NULL);
}

FootholdRuleFile *
foothold_rule_file_find (const char *kind, const char *country, const char *const *languages, GError **error)
{
  g_auto (GStrv) names = foothold_rule_file_names (error);
  g_autofree char *own = file_name (kind, country);
  g_autofree char *general = file_name (kind, NULL);

  if (names == NULL)
    return NULL;
  if (g_strv_contains ((const char *const *) names, own))
    return foothold_rule_file_load (own, languages, error);
  if (g_strv_contains ((const char *const *) names, general))
    return foothold_rule_file_load (general, languages, error);

  g_set_error (error, FOOTHOLD_RULE_ERROR, FOOTHOLD_RULE_ERROR_NOT_FOUND,
               _ ("There are no rules “%s” for your country."), kind);
  return NULL;
}

/* Whether @name is that of a file of @kind, for whatever country. */
static gboolean
is_of_kind (const char *name, const char *kind)
{
  const gsize length = strlen (kind);
  const char *rest = name + length;

  return strncmp (name, kind, length) == 0 && (*rest == '.' || (*rest == '-' && strlen (rest) == strlen ("-us.json")));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
foothold_rule_files_digest (const char *const *wanted)
{
  g_auto (GStrv) names = foothold_rule_file_names (NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (names != NULL, NULL);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    for (guint k = 0; wanted[k] != NULL; k++)
      {
        g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
        g_autoptr (GBytes) json = NULL;

        if (!is_of_kind (names[i], wanted[k]))
          continue;
        json = g_resource_lookup_data (foothold_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
        g_checksum_update (checksum, (const guchar *) names[i], (gssize) strlen (names[i]));
        g_checksum_update (checksum, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
      }

  return g_strdup (g_checksum_get_string (checksum));
}

GPtrArray *
foothold_rule_file_list (const char *kind, const char *const *languages, GError **error)
{
  g_auto (GStrv) names = foothold_rule_file_names (error);
  g_autoptr (GPtrArray) files = NULL;

  if (names == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_rule_file_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      FootholdRuleFile *file;

      if (!is_of_kind (names[i], kind))
        continue;
      file = foothold_rule_file_load (names[i], languages, error);
      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }

  return g_steal_pointer (&files);
}

const FootholdRuleItem *
foothold_rule_file_find_item (const FootholdRuleFile *file, const char *id)
{
  for (guint i = 0; i < file->items->len; i++)
    {
      const FootholdRuleItem *item = g_ptr_array_index (file->items, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }

  return NULL;
}
