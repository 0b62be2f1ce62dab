// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-html-tokens.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/*
 * Where a tag or a reference begins and ends, as the HTML standard's tokenizer has
 * it, except that a tag ends where another begins. All in one pass; no function reads a
 * byte more often than a few times, whatever the text is made of.
 */

static const struct
{
  const char *name;
  FootholdHtmlTagKind kind;
} tags[] = {
  { "a", FOOTHOLD_HTML_TAG_LINK },
  { "address", FOOTHOLD_HTML_TAG_LINE },
  { "article", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "aside", FOOTHOLD_HTML_TAG_FURNITURE },
  { "blockquote", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "br", FOOTHOLD_HTML_TAG_BREAK },
  { "button", FOOTHOLD_HTML_TAG_FURNITURE },
  { "canvas", FOOTHOLD_HTML_TAG_HIDDEN },
  { "caption", FOOTHOLD_HTML_TAG_LINE },
  { "center", FOOTHOLD_HTML_TAG_LINE },
  { "dd", FOOTHOLD_HTML_TAG_LINE },
  { "details", FOOTHOLD_HTML_TAG_LINE },
  { "dialog", FOOTHOLD_HTML_TAG_FURNITURE },
  { "dir", FOOTHOLD_HTML_TAG_LIST },
  { "div", FOOTHOLD_HTML_TAG_LINE },
  { "dl", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "dt", FOOTHOLD_HTML_TAG_LINE },
  { "embed", FOOTHOLD_HTML_TAG_OTHER },
  { "fieldset", FOOTHOLD_HTML_TAG_LINE },
  { "figcaption", FOOTHOLD_HTML_TAG_LINE },
  { "figure", FOOTHOLD_HTML_TAG_LINE },
  { "footer", FOOTHOLD_HTML_TAG_FURNITURE },
  { "form", FOOTHOLD_HTML_TAG_LINE },
  { "h1", FOOTHOLD_HTML_TAG_HEADING },
  { "h2", FOOTHOLD_HTML_TAG_HEADING },
  { "h3", FOOTHOLD_HTML_TAG_HEADING },
  { "h4", FOOTHOLD_HTML_TAG_HEADING },
  { "h5", FOOTHOLD_HTML_TAG_HEADING },
  { "h6", FOOTHOLD_HTML_TAG_HEADING },
  { "head", FOOTHOLD_HTML_TAG_HIDDEN },
  { "header", FOOTHOLD_HTML_TAG_LINE },
  { "hr", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "iframe", FOOTHOLD_HTML_TAG_HIDDEN },
  { "label", FOOTHOLD_HTML_TAG_OTHER },
  { "legend", FOOTHOLD_HTML_TAG_LINE },
  { "li", FOOTHOLD_HTML_TAG_ITEM },
  { "main", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "math", FOOTHOLD_HTML_TAG_HIDDEN },
  { "menu", FOOTHOLD_HTML_TAG_LIST },
  { "nav", FOOTHOLD_HTML_TAG_FURNITURE },
  { "noscript", FOOTHOLD_HTML_TAG_FURNITURE },
  { "object", FOOTHOLD_HTML_TAG_HIDDEN },
  { "ol", FOOTHOLD_HTML_TAG_NUMBERED },
  { "optgroup", FOOTHOLD_HTML_TAG_HIDDEN },
  { "option", FOOTHOLD_HTML_TAG_FURNITURE },
  { "p", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "pre", FOOTHOLD_HTML_TAG_PRE },
  { "script", FOOTHOLD_HTML_TAG_HIDDEN },
  { "section", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "select", FOOTHOLD_HTML_TAG_FURNITURE },
  { "style", FOOTHOLD_HTML_TAG_HIDDEN },
  { "summary", FOOTHOLD_HTML_TAG_LINE },
  { "svg", FOOTHOLD_HTML_TAG_HIDDEN },
  { "table", FOOTHOLD_HTML_TAG_PARAGRAPH },
  { "tbody", FOOTHOLD_HTML_TAG_LINE },
  { "td", FOOTHOLD_HTML_TAG_CELL },
  { "template", FOOTHOLD_HTML_TAG_HIDDEN },
  { "textarea", FOOTHOLD_HTML_TAG_HIDDEN },
  { "tfoot", FOOTHOLD_HTML_TAG_LINE },
  { "th", FOOTHOLD_HTML_TAG_CELL },
  { "thead", FOOTHOLD_HTML_TAG_LINE },
  { "title", FOOTHOLD_HTML_TAG_HIDDEN },
  { "tr", FOOTHOLD_HTML_TAG_LINE },
  { "ul", FOOTHOLD_HTML_TAG_LIST },
  { "video", FOOTHOLD_HTML_TAG_HIDDEN },
  { "audio", FOOTHOLD_HTML_TAG_HIDDEN },
};

FootholdHtmlTagKind
foothold_html_tag_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tags[i].name, name) == 0)
      return tags[i].kind;

  return FOOTHOLD_HTML_TAG_OTHER;
}

const char *
foothold_html_scan_tag (const char *at, const char *end, FootholdHtmlTag *tag)
{
  gsize n = 0;

  memset (tag, 0, sizeof *tag);
  at++;
  if (*at == '/')
    {
      tag->closing = TRUE;
      at++;
    }
  for (; at < end && !g_ascii_isspace (*at) && *at != '/' && *at != '>' && *at != '<'; at++)
    if (n < sizeof tag->name - 1)
      tag->name[n++] = g_ascii_tolower (*at);

  while (at < end && *at != '>')
    {
      const char *name, *name_end, *value = NULL;
      gsize length = 0;

      /* another tag begins before this one ended: it was none */
      if (*at == '<')
        return NULL;

      if (g_ascii_isspace (*at) || *at == '/')
        {
          at++;
          continue;
        }
      for (name = at; at < end && !g_ascii_isspace (*at) && *at != '=' && *at != '>' && (*at != '/' || at == name);
           at++)
        ;
      name_end = at;
      while (at < end && g_ascii_isspace (*at))
        at++;
      if (at < end && *at == '=')
        {
          for (at++; at < end && g_ascii_isspace (*at); at++)
            ;
          if (at < end && (*at == '"' || *at == '\''))
            {
              const char quote = *at++;

              value = at;
              at = memchr (at, quote, (gsize) (end - at));
              /* a quote that never closes swallows the tag it is in, not the rest of the text */
              if (at == NULL)
                at = memchr (value, '>', (gsize) (end - value));
              if (at == NULL)
                return NULL;
              length = (gsize) (at - value);
              at += *at == quote ? 1 : 0;
            }
          else
            {
              for (value = at; at < end && !g_ascii_isspace (*at) && *at != '>' && *at != '<'; at++)
                ;
              length = (gsize) (at - value);
            }
        }
      else if (name_end == name)
        at++;
      if (value != NULL && tag->href == NULL && name_end - name == 4 && g_ascii_strncasecmp (name, "href", 4) == 0)
        {
          tag->href = value;
          tag->href_length = length;
        }
    }

  return at < end ? at + 1 : NULL;
}

gboolean
foothold_html_starts_tag (const char *at, const char *end)
{
  return end - at >= 3 && at[0] == '<'
         && (g_ascii_isalpha (at[1]) || (at[1] == '/' && g_ascii_isalpha (at[2])) || at[1] == '!' || at[1] == '?');
}

const char *
foothold_html_skip_declaration (const char *at, const char *end)
{
  const gsize left = (gsize) (end - at);
  const char *close = at[1] == '!' && left >= 4 && at[2] == '-' && at[3] == '-' ? "-->" : ">";
  const char *found = g_strstr_len (at + 2, (gssize) left - 2, close);

  return found != NULL ? found + strlen (close) : end;
}

gunichar
foothold_html_scan_reference (const char *at, const char *end, const char **after)
{
  /* what the numbers 128 to 159 mean, since pages count in windows-1252 */
  static const gunichar windows[32] = { 0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                        0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                        0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                        0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178 };
  char name[16];
  gsize n = 0;
  const htmlEntityDesc *entity;
  gunichar c = 0;

  at++;
  if (at < end && *at == '#')
    {
      const gboolean hex = at + 1 < end && (at[1] == 'x' || at[1] == 'X');
      const char *digits = at + (hex ? 2 : 1);

      for (at = digits; at < end && at - digits < 8 && (hex ? g_ascii_isxdigit (*at) : g_ascii_isdigit (*at)); at++)
        c = c * (hex ? 16 : 10) + (guint) g_ascii_xdigit_value (*at);
      if (at == digits)
        return 0;
      *after = at < end && *at == ';' ? at + 1 : at;
      if (c >= 128 && c < 160)
        c = windows[c - 128];
      return g_unichar_validate (c) && c != 0 ? c : 0xfffd;
    }

  while (at < end && n < sizeof name - 1 && g_ascii_isalnum (*at))
    name[n++] = *at++;
  name[n] = '\0';
  if (n == 0 || at >= end || *at != ';')
    return 0;
  *after = at + 1;
  if (strcmp (name, "apos") == 0)
    return '\'';
  entity = htmlEntityLookup ((const xmlChar *) name);

  return entity != NULL ? entity->value : 0;
}

const char *
foothold_html_skip_raw (const char *at, const char *end, const char *name)
{
  const gsize n = strlen (name);

  for (; (at = memchr (at, '<', (gsize) (end - at))) != NULL; at++)
    if ((gsize) (end - at) > n + 2 && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, n) == 0
        && !g_ascii_isalnum (at[n + 2]))
      return at;

  return end;
}

static gboolean
is_known (const char *name)
{
  return htmlTagLookup ((const xmlChar *) name) != NULL || foothold_html_tag_kind (name) != FOOTHOLD_HTML_TAG_OTHER;
}

/* Whether the tag at @at ("<" and a letter, or "</") has a name of HTML. */
static gboolean
is_known_at (const char *at, const char *end)
{
  char name[16];
  gsize n = 0;

  for (at += at[1] == '/' ? 2 : 1; at < end && n < sizeof name - 1 && strchr (" \t\r\n\f/><", *at) == NULL; at++)
    name[n++] = g_ascii_tolower (*at);
  name[n] = '\0';

  return is_known (name);
}

const char *
foothold_html_find_tag (const char *at, const char *end)
{
  while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      FootholdHtmlTag tag;

      if (!foothold_html_starts_tag (at, end))
        {
          at++;
          continue;
        }
      if (at[1] == '!' || at[1] == '?')
        {
          if (end - at >= 4 && at[2] == '-' && at[3] == '-')
            return at;
          at += 2;
          continue;
        }
      if (is_known_at (at, end) && foothold_html_scan_tag (at, end, &tag) != NULL)
        return at;
      at++;
    }

  return NULL;
}

gboolean
foothold_html_holds_references (const char *text, const char *end)
{
  for (const char *at = text; (at = memchr (at, '&', (gsize) (end - at))) != NULL; at++)
    {
      const char *after;

      if (foothold_html_scan_reference (at, end, &after) != 0 && after[-1] == ';')
        return TRUE;
    }

  return FALSE;
}

gboolean
foothold_html_holds_escaped_tag (const char *text, const char *end)
{
  for (const char *at = text; (at = g_strstr_len (at, end - at, "&lt;")) != NULL; at += 4)
    {
      char name[16];
      gsize n = 0;

      for (const char *p = at + (at[4] == '/' ? 5 : 4); n < sizeof name - 1 && g_ascii_isalnum (*p); p++)
        name[n++] = g_ascii_tolower (*p);
      name[n] = '\0';
      if (n > 0 && is_known (name))
        return TRUE;
    }

  return FALSE;
}
