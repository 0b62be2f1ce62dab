// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "foothold-html-text.h"
#include "foothold-json-ld.h"
#include "foothold-limits.h"
#include "foothold-page-markup.h"

/*
 * What a saved page says of itself: its blocks of JSON-LD, title, address. The
 * parser only extracts; nothing of its tree is ever shown. The walk goes along the tree's own
 * links, so that no depth of nesting is a depth of calls.
 */

void
foothold_json_ld_init (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      g_once_init_leave (&done, 1);
    }
}

void
foothold_page_head_free (FootholdPageHead *self)
{
  g_ptr_array_unref (self->scripts);
  g_clear_pointer (&self->microdata, json_node_unref);
  g_clear_pointer (&self->rdfa, json_node_unref);
  g_free (self->title);
  g_free (self->url);
  g_free (self->site);
  g_free (self->base);
  g_free (self);
}

/* An address a person may go to, else NULL. */
static char *
web_address (const char *text)
{
  g_autofree char *url = NULL;

  if (text == NULL)
    return NULL;

  url = g_strstrip (g_strdup (text));
  if (strlen (url) > FOOTHOLD_LIMIT_URL || !g_utf8_validate (url, -1, NULL)
      || (g_ascii_strncasecmp (url, "https://", 8) != 0 && g_ascii_strncasecmp (url, "http://", 7) != 0))
    return NULL;
  for (const char *at = url; *at != '\0'; at++)
    if ((guchar) *at <= 0x20 || *at == 0x7f || strchr ("<>\"", *at) != NULL)
      return NULL;

  return g_steal_pointer (&url);
}

void
foothold_page_head_offer_url (FootholdPageHead *self, const char *url)
{
  if (self->url == NULL)
    self->url = web_address (url);
}

char *
foothold_page_head_dup_base (const FootholdPageHead *self)
{
  g_autofree char *base = web_address (self->base);
  g_autofree char *resolved = NULL;

  if (base != NULL || self->base == NULL || self->url == NULL)
    return base != NULL ? g_steal_pointer (&base) : g_strdup (self->url);

  resolved = g_uri_resolve_relative (self->url, self->base, G_URI_FLAGS_PARSE_RELAXED, NULL);
  base = web_address (resolved);
  return base != NULL ? g_steal_pointer (&base) : g_strdup (self->url);
}

static char *
attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static char *
content (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static gboolean
is_json_ld (const char *type)
{
  /* with parameters too: 'application/ld+json; charset=utf-8' */
  return type != NULL && g_ascii_strncasecmp (type + strspn (type, " \t\r\n"), "application/ld+json", 19) == 0;
}

/* The note that browsers leave: <!-- saved from url=(0022)https://example.org/jobs --> */
static void
take_comment (FootholdPageHead *head, const char *text, int *rank)
{
  const char *at = strstr (text, "saved from url=(");
  g_autofree char *rest = NULL;

  if (at == NULL || *rank > 0)
    return;
  at = strchr (at, ')');
  if (at == NULL)
    return;

  rest = g_strndup (at + 1, strcspn (at + 1, " \t\r\n"));
  if (head->url == NULL)
    head->url = web_address (rest);
}

static void
set_url (FootholdPageHead *head, const char *text, int found, int *rank)
{
  g_autofree char *url = web_address (text);

  if (url != NULL && found > *rank)
    {
      g_free (head->url);
      head->url = g_steal_pointer (&url);
      *rank = found;
    }
}

static void
take_element (FootholdPageHead *head, xmlNode *node, int *rank)
{
  const char *name = (const char *) node->name;

  if (g_ascii_strcasecmp (name, "script") == 0)
    {
      g_autofree char *type = attribute (node, "type");

      if (is_json_ld (type) && head->scripts->len < FOOTHOLD_LIMIT_JSON_LD_BLOCKS)
        {
          char *text = content (node);

          if (text != NULL)
            g_ptr_array_add (head->scripts, text);
        }
    }
  else if (g_ascii_strcasecmp (name, "title") == 0 && head->title == NULL)
    {
      g_autofree char *text = content (node);

      if (text != NULL && g_utf8_validate (text, -1, NULL))
        {
          head->title = foothold_html_to_line (text, -1);
          if (*head->title == '\0')
            g_clear_pointer (&head->title, g_free);
        }
    }
  else if (g_ascii_strcasecmp (name, "link") == 0)
    {
      g_autofree char *rel = attribute (node, "rel");
      g_autofree char *href = attribute (node, "href");

      if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
        set_url (head, href, 2, rank);
    }
  else if (g_ascii_strcasecmp (name, "base") == 0 && head->base == NULL)
    {
      g_autofree char *href = attribute (node, "href");

      /* the first that has one counts */
      if (href != NULL && g_utf8_validate (href, -1, NULL))
        head->base = g_strdup (g_strstrip (href));
    }
  else if (g_ascii_strcasecmp (name, "meta") == 0)
    {
      g_autofree char *property = attribute (node, "property");
      g_autofree char *value = attribute (node, "content");

      if (property == NULL)
        property = attribute (node, "name");
      if (property == NULL || value == NULL || !g_utf8_validate (value, -1, NULL))
        return;
      if (g_ascii_strcasecmp (property, "og:url") == 0)
        set_url (head, value, 1, rank);
      else if (g_ascii_strcasecmp (property, "og:site_name") == 0 && head->site == NULL)
        head->site = foothold_html_to_line (value, -1);
      else if (g_ascii_strcasecmp (property, "og:title") == 0 && head->title == NULL && *value != '\0')
        head->title = foothold_html_to_line (value, -1);
    }
}

/* The node that follows @node when its children are done with. */
static xmlNode *
next_beside (xmlNode *node, xmlNode *top)
{
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;

  return node == NULL || node == top ? NULL : node->next;
}

FootholdPageHead *
foothold_page_head_new (const char *html, gsize length)
{
  FootholdPageHead *head = g_new0 (FootholdPageHead, 1);
  int rank = 0;
  htmlDocPtr document;

  foothold_json_ld_init ();
  head->scripts = g_ptr_array_new_with_free_func (g_free);
  if (length == 0 || length > FOOTHOLD_LIMIT_PAGE)
    return head;

  document = htmlReadMemory (html, (int) length, NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                               | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (document == NULL)
    return head;

  for (xmlNode *node = document->children; node != NULL;)
    {
      if (node->type == XML_ELEMENT_NODE)
        take_element (head, node, &rank);
      else if (node->type == XML_COMMENT_NODE && node->content != NULL)
        take_comment (head, (const char *) node->content, &rank);

      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        node = node->children;
      else
        node = next_beside (node, (xmlNode *) document);
    }
  head->microdata = foothold_page_markup_read (document, FOOTHOLD_MARKUP_MICRODATA);
  head->rdfa = foothold_page_markup_read (document, FOOTHOLD_MARKUP_RDFA);
  xmlFreeDoc (document);

  return head;
}

GPtrArray *
foothold_page_hidden_scripts (const char *html, gsize length)
{
  GPtrArray *scripts = g_ptr_array_new_with_free_func (g_free);
  const char *const end = html + length;
  const char *at = html;

  while (scripts->len < FOOTHOLD_LIMIT_JSON_LD_BLOCKS && (at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      const char *open, *close;
      g_autofree char *tag = NULL;

      if (end - at < 8 || g_ascii_strncasecmp (at, "<script", 7) != 0)
        {
          at++;
          continue;
        }
      open = memchr (at, '>', (gsize) (end - at));
      if (open == NULL)
        break;
      for (close = open; (close = memchr (close, '<', (gsize) (end - close))) != NULL; close++)
        if (end - close >= 8 && g_ascii_strncasecmp (close, "</script", 8) == 0)
          break;
      if (close == NULL)
        close = end;
      tag = g_ascii_strdown (at, open - at);
      if (strstr (tag, "application/ld+json") != NULL)
        g_ptr_array_add (scripts, g_strndup (open + 1, (gsize) (close - open - 1)));
      at = close < end ? close + 1 : end;
    }

  return scripts;
}
