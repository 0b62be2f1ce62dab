// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-page-markup.h"

#include <libxml/HTMLtree.h>
#include <string.h>

#include "exchange/foothold-limits.h"

/*
 * Microdata and RDFa are one walk over the page: an element may begin an item, be a
 * property of the item it stands in, or both. The walk has a stack of its own. An
 * item is made once, however many ways lead to it, so that references in a circle end;
 * elements that "itemref" names are walked once for each item that names them, and a
 * budget of steps, of values and of text bounds what a page may make of that.
 */

typedef struct
{
  xmlNode *node;
  JsonObject *item; /* that its properties belong to, or NULL; borrowed */
  guint depth; /* of properties inside each other's text */
} Step;

typedef struct
{
  xmlDoc *document;
  FootholdMarkup markup;
  JsonArray *items;
  GArray *open; /* Step, a stack */
  GHashTable *made; /* xmlNode → JsonObject, borrowed from @items */
  GHashTable *by_id; /* id → xmlNode; made when an item first refers to one */
  GPtrArray *prefixes; /* other names that RDFa gives to schema.org's, with their ":" */
  gsize steps;
  gsize values;
  gsize text; /* bytes */
} Walk;

/* Properties whose text may hold properties, this deep; deeper is nobody's posting. */
#define PROPERTY_DEPTH 16

/* --- attributes --- */

static const char *
find_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
               ? (const char *) attribute->children->content
               : "";

  return NULL;
}

/* An attribute's value; the parser keeps a long one in pieces. */
static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = find_attribute (node, name) != NULL ? xmlGetProp (node, (const xmlChar *) name) : NULL;
  char *copy = value != NULL ? g_strstrip (g_strdup ((const char *) value)) : NULL;

  xmlFree (value);
  return copy;
}

static char **
dup_words (xmlNode *node, const char *name)
{
  g_autofree char *value = dup_attribute (node, name);
  g_auto (GStrv) all = value != NULL ? g_strsplit_set (value, " \t\r\n\f", FOOTHOLD_LIMIT_MARKUP_NAMES) : NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all != NULL && all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);

  return g_strv_builder_end (words);
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* --- names --- */

static const char *
skip_schema_address (const char *name)
{
  static const char *const addresses[] = { "https://schema.org/", "http://schema.org/", "https://www.schema.org/",
                                           "http://www.schema.org/" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (g_ascii_strncasecmp (name, addresses[i], strlen (addresses[i])) == 0)
      return name + strlen (addresses[i]);

  return NULL;
}

/* The name as schema.org has it; NULL for a name of somebody else's ("og:title"). */
static const char *
schema_name (const Walk *walk, const char *name)
{
  const char *rest = skip_schema_address (name);

  if (rest != NULL)
    return rest;
  if (g_str_has_prefix (name, "schema:"))
    return name + strlen ("schema:");
  for (guint i = 0; i < walk->prefixes->len; i++)
    if (g_str_has_prefix (name, g_ptr_array_index (walk->prefixes, i)))
      return name + strlen (g_ptr_array_index (walk->prefixes, i));

  return strchr (name, ':') == NULL && strchr (name, '/') == NULL ? name : NULL;
}

/* prefix="s: http://schema.org/ og: http://ogp.me/ns#" */
static void
take_prefixes (Walk *walk, xmlNode *node)
{
  g_auto (GStrv) words = dup_words (node, "prefix");

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++)
    if (g_str_has_suffix (words[i], ":") && skip_schema_address (words[i + 1]) != NULL
        && walk->prefixes->len < FOOTHOLD_LIMIT_MARKUP_NAMES)
      g_ptr_array_add (walk->prefixes, g_strdup (words[i]));
}

/* --- values --- */

static gboolean
has_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;

  return FALSE;
}

/* What stands inside the element: its markup where it has any, since a description's lists are part of it. */
static char *
inner_text (Walk *walk, xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (walk->text > FOOTHOLD_LIMIT_MARKUP_TEXT)
    return NULL;
  if (!has_elements (node))
    {
      xmlChar *content = xmlNodeGetContent (node);

      g_string_append (text, content != NULL ? (const char *) content : "");
      xmlFree (content);
    }
  else
    {
      xmlBuffer *buffer = xmlBufferCreate ();

      /* that a list is numbered is told by its own tag; that a title is a heading goes without saying */
      if (is_element (node, "ol") || is_element (node, "ul") || is_element (node, "table"))
        htmlNodeDump (buffer, walk->document, node);
      else
        for (xmlNode *child = node->children; child != NULL; child = child->next)
          htmlNodeDump (buffer, walk->document, child);
      g_string_append (text, (const char *) xmlBufferContent (buffer));
      xmlBufferFree (buffer);
    }
  walk->text += text->len;
  if (!g_utf8_validate_len (text->str, text->len, NULL))
    return g_utf8_make_valid (text->str, (gssize) text->len);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* Properties that are an address even where the link around them has a text. */
static gboolean
is_address_property (const char *name)
{
  static const char *const names[] = { "url", "sameAs", "mainEntityOfPage", "image", "logo" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/*
 * What an element says as the value of @property. "content" counts on any element, as
 * pages use it. A link is its text, save where an address is asked for: the standards have
 * the address always, but <a itemprop="title" href="…">Scan</a> is titled Scan. (transfer full)
 */
static char *
element_value (Walk *walk, xmlNode *node, const char *property)
{
  static const struct
  {
    const char *element, *attribute;
  } table[] = {
    { "data", "value" }, { "meter", "value" }, { "time", "datetime" }, { "img", "src" },
    { "embed", "src" },  { "audio", "src" },   { "iframe", "src" },    { "source", "src" },
    { "track", "src" },  { "video", "src" },   { "link", "href" },     { "object", "data" },
  };
  const gboolean is_link = is_element (node, "a") || is_element (node, "area");
  g_autofree char *value = dup_attribute (node, "content");

  for (guint i = 0; i < G_N_ELEMENTS (table) && value == NULL; i++)
    if (is_element (node, table[i].element))
      value = dup_attribute (node, table[i].attribute);
  if (value == NULL && is_link && is_address_property (property))
    value = dup_attribute (node, "href");
  if (value == NULL)
    {
      value = inner_text (walk, node);
      if (value != NULL && is_link && is_blank (value))
        {
          g_free (value);
          value = dup_attribute (node, "href");
        }
    }
  /* <link itemprop="employmentType" href="https://schema.org/FULL_TIME">: a word of the vocabulary, not a page */
  if (value != NULL && skip_schema_address (value) != NULL)
    return g_strdup (skip_schema_address (value));

  return g_steal_pointer (&value);
}

/* --- items --- */

/* A second value of a name makes a list of them. */
static void
add_member (JsonObject *item, const char *name, JsonNode *value)
{
  JsonNode *there = json_object_get_member (item, name);
  JsonArray *list;

  if (there == NULL)
    {
      json_object_set_member (item, name, value);
      return;
    }
  if (JSON_NODE_HOLDS_ARRAY (there))
    list = json_node_get_array (there);
  else
    {
      list = json_array_new ();
      json_array_add_element (list, json_node_copy (there));
      json_object_set_array_member (item, name, list);
    }
  if (json_array_get_length (list) < FOOTHOLD_LIMIT_CHILDREN)
    json_array_add_element (list, value);
  else
    json_node_unref (value);
}

static void
add_property (Walk *walk, xmlNode *node, JsonObject *item, JsonObject *value)
{
  const char *attribute = walk->markup == FOOTHOLD_MARKUP_MICRODATA ? "itemprop" : "property";
  g_auto (GStrv) names = dup_words (node, attribute);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = schema_name (walk, names[i]);

      /* "@id" and "@type" are ours to give */
      if (name == NULL || *name == '\0' || *name == '@' || strlen (name) > FOOTHOLD_LIMIT_JSON_KEY
          || walk->values++ >= FOOTHOLD_LIMIT_MARKUP_VALUES)
        continue;
      if (value != NULL)
        {
          JsonObject *reference = json_object_new ();

          json_object_set_string_member (reference, "@id", json_object_get_string_member (value, "@id"));
          add_member (item, name, json_node_init_object (json_node_alloc (), reference));
          json_object_unref (reference);
        }
      else
        {
          g_autofree char *text = element_value (walk, node, name);

          if (text != NULL)
            add_member (item, name, json_node_init_string (json_node_alloc (), text));
        }
    }
}

static gboolean
begins_item (const Walk *walk, xmlNode *node)
{
  if (walk->markup == FOOTHOLD_MARKUP_MICRODATA)
    return find_attribute (node, "itemscope") != NULL;

  /* a resource without a property is what those inside are about */
  return find_attribute (node, "typeof") != NULL
         || (find_attribute (node, "property") == NULL && find_attribute (node, "rel") == NULL
             && (find_attribute (node, "resource") != NULL || find_attribute (node, "about") != NULL));
}

static JsonObject *
make_item (Walk *walk, xmlNode *node)
{
  const gboolean microdata = walk->markup == FOOTHOLD_MARKUP_MICRODATA;
  g_auto (GStrv) types = dup_words (node, microdata ? "itemtype" : "typeof");
  g_autofree char *id = dup_attribute (node, microdata ? "itemid" : "resource");
  JsonObject *item = json_object_new ();

  if (id == NULL && !microdata)
    id = dup_attribute (node, "about");
  if (id == NULL || *id == '\0')
    g_set_str (&id, NULL);
  if (id == NULL)
    id = g_strdup_printf ("_:%u", json_array_get_length (walk->items) + 1);
  json_object_set_string_member (item, "@id", id);
  for (guint i = 0; types[i] != NULL; i++)
    {
      const char *name = schema_name (walk, types[i]);

      if (name != NULL && *name != '\0')
        add_member (item, "@type", json_node_init_string (json_node_alloc (), name));
    }

  json_array_add_object_element (walk->items, item);
  g_hash_table_insert (walk->made, node, item);
  return item;
}

/* The node that follows @node when its children are done with. */
static xmlNode *
next_node (xmlNode *node, xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;

  return node == NULL || node == top ? NULL : node->next;
}

static void
index_ids (Walk *walk)
{
  walk->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (xmlNode *node = walk->document->children; node != NULL; node = next_node (node, (xmlNode *) walk->document))
    if (node->type == XML_ELEMENT_NODE)
      {
        g_autofree char *id = dup_attribute (node, "id");

        /* the first of a name is meant */
        if (id != NULL && !g_hash_table_contains (walk->by_id, id))
          g_hash_table_insert (walk->by_id, g_steal_pointer (&id), node);
      }
}

static void
open_references (Walk *walk, xmlNode *node, JsonObject *item)
{
  g_auto (GStrv) names = dup_words (node, "itemref");

  if (names[0] != NULL && walk->by_id == NULL)
    index_ids (walk);
  for (guint i = g_strv_length (names); i > 0; i--)
    {
      xmlNode *named = g_hash_table_lookup (walk->by_id, names[i - 1]);

      if (named != NULL && named != node)
        g_array_append_vals (walk->open, &(Step) { named, item, 0 }, 1);
    }
}

static void
visit (Walk *walk, const Step *step)
{
  const char *property = walk->markup == FOOTHOLD_MARKUP_MICRODATA ? "itemprop" : "property";
  xmlNode *node = step->node;
  const gboolean is_property = step->item != NULL && find_attribute (node, property) != NULL;
  JsonObject *item = step->item;
  guint depth = step->depth;

  if (begins_item (walk, node))
    {
      JsonObject *known = g_hash_table_lookup (walk->made, node);

      item = known != NULL ? known : make_item (walk, node);
      if (is_property)
        add_property (walk, node, step->item, item);
      /* it has its own already, by whichever way it was reached first */
      if (known != NULL)
        return;
      depth = 0;
      if (walk->markup == FOOTHOLD_MARKUP_MICRODATA)
        open_references (walk, node, item);
    }
  else if (is_property && depth < PROPERTY_DEPTH)
    {
      add_property (walk, node, step->item, NULL);
      depth++;
    }

  for (xmlNode *child = node->last; child != NULL; child = child->prev)
    if (child->type == XML_ELEMENT_NODE)
      g_array_append_vals (walk->open, &(Step) { child, item, depth }, 1);
}

JsonNode *
foothold_page_markup_read (xmlDoc *document, FootholdMarkup markup)
{
  Walk walk = {
    .document = document,
    .markup = markup,
    .items = json_array_new (),
    .open = g_array_new (FALSE, FALSE, sizeof (Step)),
    .made = g_hash_table_new (NULL, NULL),
    .prefixes = g_ptr_array_new_with_free_func (g_free),
  };
  xmlNode *root = xmlDocGetRootElement (document);
  JsonNode *node = NULL;

  if (root != NULL)
    g_array_append_vals (walk.open, &(Step) { root, NULL, 0 }, 1);
  while (walk.open->len > 0 && walk.steps++ < FOOTHOLD_LIMIT_MARKUP_STEPS
         && json_array_get_length (walk.items) < FOOTHOLD_LIMIT_JSON_LD_NODES)
    {
      const Step step = g_array_index (walk.open, Step, walk.open->len - 1);

      g_array_set_size (walk.open, walk.open->len - 1);
      if (markup == FOOTHOLD_MARKUP_RDFA && find_attribute (step.node, "prefix") != NULL)
        take_prefixes (&walk, step.node);
      visit (&walk, &step);
    }

  if (json_array_get_length (walk.items) > 0)
    node = json_node_init_array (json_node_alloc (), walk.items);
  json_array_unref (walk.items);
  g_array_unref (walk.open);
  g_hash_table_unref (walk.made);
  g_clear_pointer (&walk.by_id, g_hash_table_unref);
  g_ptr_array_unref (walk.prefixes);

  return node;
}
