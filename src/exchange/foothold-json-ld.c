// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-json-ld.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foothold-import.h"
#include "foothold-json-guard.h"
#include "foothold-limits.h"

/*
 * Blocks of JSON-LD as one pool of objects: found by type, joined by "@id". The
 * walk through the values has a queue of its own; depth was bounded by the guard.
 */

struct _FootholdJsonLd
{
  GPtrArray *roots; /* JsonNode */
  GPtrArray *objects; /* JsonObject of all roots, in the order of the page; borrowed from them */
  GHashTable *by_id; /* "@id" → JsonObject that says most about it */
};

FootholdJsonLd *
foothold_json_ld_new (void)
{
  FootholdJsonLd *self = g_new0 (FootholdJsonLd, 1);

  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->objects = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
foothold_json_ld_free (FootholdJsonLd *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->roots);
  g_free (self);
}

/* --- putting a block right --- */

static gboolean
eat_prefix (const char **at, const char *end, const char *prefix)
{
  const gsize n = strlen (prefix);

  if ((gsize) (end - *at) < n || memcmp (*at, prefix, n) != 0)
    return FALSE;

  *at += n;
  return TRUE;
}

static gboolean
eat_suffix (const char *at, const char **end, const char *suffix)
{
  const gsize n = strlen (suffix);

  if ((gsize) (*end - at) < n || memcmp (*end - n, suffix, n) != 0)
    return FALSE;

  *end -= n;
  return TRUE;
}

/* Takes off what scripts are wrapped in, so that what is left begins and ends with the data. */
static void
unwrap (const char **at, const char **end)
{
  static const char *const wraps[] = { "<!--", "-->", "<![CDATA[", "]]>", "//", "/*", "*/", ";", "\xef\xbb\xbf" };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      while (*at < *end && g_ascii_isspace (**at))
        (*at)++;
      while (*end > *at && g_ascii_isspace ((*end)[-1]))
        (*end)--;
      for (guint i = 0; i < G_N_ELEMENTS (wraps); i++)
        again |= eat_prefix (at, *end, wraps[i]) || eat_suffix (*at, end, wraps[i]);
    }
}

static gboolean
hex4 (const char *at, const char *end, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (at + i >= end || !g_ascii_isxdigit (at[i]))
        return FALSE;
      *value = *value * 16 + (guint) g_ascii_xdigit_value (at[i]);
    }

  return TRUE;
}

/* Copies a string, @at after its opening quote, with what JSON forbids in it put right. Returns past its end. */
static const char *
relax_string (const char *at, const char *end, GString *out)
{
  g_string_append_c (out, '"');
  while (at < end && *at != '"')
    {
      const guchar c = (guchar) *at;
      guint value, low;

      if (c < 0x20)
        {
          if (c == '\n' || c == '\t')
            g_string_append (out, c == '\n' ? "\\n" : "\\t");
          else if (c != '\r')
            g_string_append (out, " ");
          at++;
        }
      else if (c != '\\')
        g_string_append_c (out, *at++);
      else if (at + 1 >= end)
        at++;
      else if (at[1] == 'u' && hex4 (at + 2, end, &value))
        {
          gsize n = 6;

          if (value >= 0xd800 && value <= 0xdbff && at + 12 <= end && at[6] == '\\' && at[7] == 'u'
              && hex4 (at + 8, end, &low) && low >= 0xdc00 && low <= 0xdfff)
            n = 12;
          else if (value == 0 || (value >= 0xd800 && value <= 0xdfff))
            n = 0;
          if (n > 0)
            g_string_append_len (out, at, (gssize) n);
          else
            g_string_append (out, "\\ufffd");
          at += n > 0 ? n : 6;
        }
      else if (strchr ("\"\\/bfnrt", at[1]) != NULL)
        {
          g_string_append_len (out, at, 2);
          at += 2;
        }
      else
        {
          /* "\'" and other escapes of scripts: the character is meant */
          at++;
        }
    }
  g_string_append_c (out, '"');

  return at < end ? at + 1 : end;
}

/* Numbers no reader can hold say nothing: null. */
static const char *
relax_number (const char *at, const char *end, GString *out)
{
  const char *start = at;
  char digits[64];
  gsize n;
  double value;

  while (at < end && (g_ascii_isalnum (*at) || strchr ("+-.", *at) != NULL) && *at != '\0')
    at++;
  n = (gsize) (at - start);
  if (n < sizeof digits)
    {
      memcpy (digits, start, n);
      digits[n] = '\0';
      value = g_ascii_strtod (digits, NULL);
      if (value >= -9007199254740992.0 && value <= 9007199254740992.0)
        {
          g_string_append_len (out, start, (gssize) n);
          return at;
        }
    }
  g_string_append (out, "null");

  return at;
}

/* What pages get wrong without anybody noticing, put right, so that a strict parser may read it. */
static char *
relax (const char *at, const char *end, gsize *length)
{
  GString *out = g_string_sized_new ((gsize) (end - at) + 64);

  while (at < end)
    {
      if (*at == '"')
        at = relax_string (at + 1, end, out);
      else if (*at == '-' || g_ascii_isdigit (*at))
        at = relax_number (at, end, out);
      else if (*at == ',')
        {
          const char *next = foothold_json_skip_blanks (at + 1, end);

          if (next >= end || (*next != '}' && *next != ']' && *next != ','))
            g_string_append_c (out, ',');
          at = next;
        }
      else if ((guchar) *at < 0x20 || (end - at >= 2 && memcmp (at, "\u00a0", 2) == 0))
        {
          /* line ends stay, so that the lines of the report are the block's */
          g_string_append_c (out, *at == '\n' ? '\n' : ' ');
          at += *at == '\xc2' ? 2 : 1;
        }
      else
        g_string_append_c (out, *at++);
    }

  *length = out->len;
  return g_string_free_and_steal (out);
}

static JsonNode *
parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  json_parser_set_strict (parser, TRUE);
  if (!foothold_json_guard (text, length, FOOTHOLD_JSON_DUPLICATES, NULL, NULL, NULL, error)
      || !json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;

  return json_parser_steal_root (parser);
}

gboolean
foothold_json_ld_add_block (FootholdJsonLd *self, const char *text, gsize length, GError **error)
{
  const char *at = text;
  const char *end = text + length;
  g_autofree char *relaxed = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (length > FOOTHOLD_LIMIT_JSON_LD_BLOCK)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                           _ ("The block is too large."));
      return FALSE;
    }
  unwrap (&at, &end);
  if (at == end)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY, _ ("The block is empty."));
      return FALSE;
    }

  /* a whole block with its quotes escaped for HTML */
  if (memchr (at, '"', (gsize) (end - at)) == NULL && g_strstr_len (at, end - at, "&quot;") != NULL)
    {
      g_autoptr (GString) plain = g_string_new_len (at, end - at);

      g_string_replace (plain, "&quot;", "\"", 0);
      g_string_replace (plain, "&#34;", "\"", 0);
      g_string_replace (plain, "&amp;", "&", 0);
      relaxed = relax (plain->str, plain->str + plain->len, &length);
    }
  else
    relaxed = relax (at, end, &length);

  root = parse (relaxed, length, error);
  if (root == NULL)
    return FALSE;

  foothold_json_ld_add_node (self, root);
  return TRUE;
}

/* --- the pool --- */

static void
take_object (FootholdJsonLd *self, JsonObject *object)
{
  const char *id = json_object_get_string_member_with_default (object, "@id", NULL);

  g_ptr_array_add (self->objects, object);
  if (id != NULL)
    {
      JsonObject *known = g_hash_table_lookup (self->by_id, id);

      if (known == NULL || json_object_get_size (known) < json_object_get_size (object))
        g_hash_table_insert (self->by_id, (gpointer) id, object);
    }
}

void
foothold_json_ld_add_node (FootholdJsonLd *self, JsonNode *node)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (self->roots, json_node_ref (node));
  g_ptr_array_add (open, node);

  /* a stack, children last to first, so that objects come in the order of the page */
  while (open->len > 0 && self->objects->len < FOOTHOLD_LIMIT_JSON_LD_NODES)
    {
      JsonNode *next = g_ptr_array_steal_index (open, open->len - 1);

      if (JSON_NODE_HOLDS_OBJECT (next))
        {
          JsonObject *object = json_node_get_object (next);
          g_autoptr (GList) names = json_object_get_members (object);

          take_object (self, object);
          for (GList *l = g_list_last (names); l != NULL; l = l->prev)
            if (strcmp (l->data, "@context") != 0)
              g_ptr_array_add (open, json_object_get_member (object, l->data));
        }
      else if (JSON_NODE_HOLDS_ARRAY (next))
        {
          JsonArray *array = json_node_get_array (next);

          for (guint i = json_array_get_length (array); i > 0; i--)
            g_ptr_array_add (open, json_array_get_element (array, i - 1));
        }
    }
}

/* "JobPosting" out of "https://schema.org/JobPosting" or "schema:JobPosting". */
static gboolean
names_type (const char *text, const char *type)
{
  const char *last = text;

  for (const char *at = text; *at != '\0'; at++)
    if (strchr ("/#:", *at) != NULL)
      last = at + 1;

  return g_ascii_strcasecmp (last, type) == 0;
}

gboolean
foothold_json_ld_is_a (JsonObject *object, const char *type)
{
  JsonNode *node = json_object_get_member (object, "@type");

  if (node == NULL)
    node = json_object_get_member (object, "type");
  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING && names_type (json_node_get_string (node), type);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (json_node_get_value_type (element) == G_TYPE_STRING && names_type (json_node_get_string (element), type))
            return TRUE;
        }
    }

  return FALSE;
}

GPtrArray *
foothold_json_ld_find (FootholdJsonLd *self, const char *type)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (self->objects, i);
      const char *id;
      JsonNode *node;

      if (!foothold_json_ld_is_a (object, type))
        continue;
      id = json_object_get_string_member_with_default (object, "@id", NULL);
      if (id != NULL)
        object = g_hash_table_lookup (self->by_id, id);
      /* the same posting twice on a page is one, whether by name or by all it says */
      if (!foothold_json_ld_is_a (object, type) || g_ptr_array_find (found, object, NULL))
        continue;
      node = json_node_init_object (json_node_alloc (), object);
      if (g_hash_table_add (seen, json_to_string (node, FALSE)))
        g_ptr_array_add (found, object);
      json_node_unref (node);
    }

  return found;
}

JsonNode *
foothold_json_ld_resolve (FootholdJsonLd *self, JsonNode *node)
{
  JsonObject *object, *known;
  const char *id;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return node;

  object = json_node_get_object (node);
  id = json_object_get_string_member_with_default (object, "@id", NULL);
  if (id == NULL || json_object_get_size (object) > 2 || (known = g_hash_table_lookup (self->by_id, id)) == NULL
      || known == object)
    return node;

  /* the referred object has no node of its own any more: make one that lives as long as the pool */
  node = json_node_init_object (json_node_alloc (), known);
  g_ptr_array_add (self->roots, node);
  return node;
}

JsonNode *
foothold_json_ld_get (FootholdJsonLd *self, JsonObject *object, const char *name)
{
  static const char *const prefixes[] = { "", "schema:", "https://schema.org/", "http://schema.org/" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *full = i == 0 ? NULL : g_strconcat (prefixes[i], name, NULL);
      JsonNode *node = json_object_get_member (object, full != NULL ? full : name);

      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        continue;
      /* an array of one is that one */
      if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 1)
        node = json_array_get_element (json_node_get_array (node), 0);
      return foothold_json_ld_resolve (self, node);
    }

  return NULL;
}

static char *
value_text (JsonNode *node)
{
  const GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      /* fifteen digits are what a double holds of a decimal number without inventing any */
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (node)));
    }

  return NULL;
}

/* The member that names an object, or holds its value; NULL for none. */
static JsonNode *
naming_member (FootholdJsonLd *self, JsonObject *object)
{
  static const char *const names[] = { "@value", "name", "title", "value", "legalName" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *member = foothold_json_ld_get (self, object, names[i]);

      if (member != NULL)
        return member;
    }

  return NULL;
}

char *
foothold_json_ld_text (FootholdJsonLd *self, JsonNode *node)
{
  node = foothold_json_ld_resolve (self, node);

  /* a name may itself be an object with a language, an identifier one with a value: a few steps, never a circle */
  for (guint i = 0; i < 4 && node != NULL; i++)
    {
      if (JSON_NODE_HOLDS_VALUE (node))
        return value_text (node);
      if (JSON_NODE_HOLDS_OBJECT (node))
        node = naming_member (self, json_node_get_object (node));
      else if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
        node = foothold_json_ld_resolve (self, json_array_get_element (json_node_get_array (node), 0));
      else
        return NULL;
    }

  return NULL;
}
