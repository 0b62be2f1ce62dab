// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/*
 * From HTML to text in one pass over the bytes, without a tree: descriptions in
 * postings are fragments, often broken, and only their text is wanted. Tags are
 * recognised as the HTML standard's tokenizer does it, and thrown away; nothing of
 * a tag ever reaches the text, save where a link leads.
 */

/* How often text that still holds tags is read again: escaped twice, and once for luck. */
#define ROUNDS 4
#define LIST_DEPTH 8

typedef enum
{
  TAG_OTHER, /* inline or unknown: no trace */
  TAG_BREAK,
  TAG_LINE, /* on a line of its own: div, tr */
  TAG_PARAGRAPH, /* with an empty line around it */
  TAG_HEADING,
  TAG_LIST,
  TAG_NUMBERED,
  TAG_ITEM,
  TAG_CELL,
  TAG_LINK,
  TAG_PRE,
  TAG_HIDDEN, /* what is inside is no text of the page: script, style */
  TAG_FURNITURE, /* likewise, in whole pages: nav, form */
} TagKind;

static const struct
{
  const char *name;
  TagKind kind;
} tags[] = {
  { "a", TAG_LINK },
  { "address", TAG_LINE },
  { "article", TAG_PARAGRAPH },
  { "aside", TAG_FURNITURE },
  { "blockquote", TAG_PARAGRAPH },
  { "br", TAG_BREAK },
  { "button", TAG_FURNITURE },
  { "canvas", TAG_HIDDEN },
  { "caption", TAG_LINE },
  { "center", TAG_LINE },
  { "dd", TAG_LINE },
  { "details", TAG_LINE },
  { "dialog", TAG_FURNITURE },
  { "dir", TAG_LIST },
  { "div", TAG_LINE },
  { "dl", TAG_PARAGRAPH },
  { "dt", TAG_LINE },
  { "embed", TAG_OTHER },
  { "fieldset", TAG_LINE },
  { "figcaption", TAG_LINE },
  { "figure", TAG_LINE },
  { "footer", TAG_FURNITURE },
  { "form", TAG_LINE },
  { "h1", TAG_HEADING },
  { "h2", TAG_HEADING },
  { "h3", TAG_HEADING },
  { "h4", TAG_HEADING },
  { "h5", TAG_HEADING },
  { "h6", TAG_HEADING },
  { "head", TAG_HIDDEN },
  { "header", TAG_LINE },
  { "hr", TAG_PARAGRAPH },
  { "iframe", TAG_HIDDEN },
  { "label", TAG_OTHER },
  { "legend", TAG_LINE },
  { "li", TAG_ITEM },
  { "main", TAG_PARAGRAPH },
  { "math", TAG_HIDDEN },
  { "menu", TAG_LIST },
  { "nav", TAG_FURNITURE },
  { "noscript", TAG_FURNITURE },
  { "object", TAG_HIDDEN },
  { "ol", TAG_NUMBERED },
  { "optgroup", TAG_HIDDEN },
  { "option", TAG_FURNITURE },
  { "p", TAG_PARAGRAPH },
  { "pre", TAG_PRE },
  { "script", TAG_HIDDEN },
  { "section", TAG_PARAGRAPH },
  { "select", TAG_FURNITURE },
  { "style", TAG_HIDDEN },
  { "summary", TAG_LINE },
  { "svg", TAG_HIDDEN },
  { "table", TAG_PARAGRAPH },
  { "tbody", TAG_LINE },
  { "td", TAG_CELL },
  { "template", TAG_HIDDEN },
  { "textarea", TAG_HIDDEN },
  { "tfoot", TAG_LINE },
  { "th", TAG_CELL },
  { "thead", TAG_LINE },
  { "title", TAG_HIDDEN },
  { "tr", TAG_LINE },
  { "ul", TAG_LIST },
  { "video", TAG_HIDDEN },
  { "audio", TAG_HIDDEN },
};

typedef struct
{
  char name[16]; /* lower case, cut */
  gboolean closing;
  const char *href; /* its value, raw, or NULL */
  gsize href_length;
} Tag;

typedef struct
{
  FootholdHtmlFlags flags;
  GString *out;
  guint newlines; /* owed before the next text */
  gboolean space; /* owed likewise */
  gboolean pre;
  gboolean row; /* text of a table's cell stood before on this line */
  gboolean cell; /* a cell begins: a separator is owed if there was one before */
  gboolean bullet; /* a bullet was written and nothing after it yet */
  guint depth; /* of lists */
  guint numbers[LIST_DEPTH];
  char hidden[16]; /* the tag that hides what comes, or "" */
  guint hidden_depth;
  char *href; /* of the link that is open */
  gsize link_start;
} Writer;

static TagKind
tag_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tags[i].name, name) == 0)
      return tags[i].kind;

  return TAG_OTHER;
}

/* --- tokens --- */

/* Past the tag at @at ("<" and a letter, or "</" and a letter); NULL when it never closes before another begins. */
static const char *
scan_tag (const char *at, const char *end, Tag *tag)
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

static gboolean
starts_tag (const char *at, const char *end)
{
  return end - at >= 3 && at[0] == '<'
         && (g_ascii_isalpha (at[1]) || (at[1] == '/' && g_ascii_isalpha (at[2])) || at[1] == '!' || at[1] == '?');
}

/* Past a comment, doctype, CDATA section or processing instruction; @end where it never closes. */
static const char *
skip_declaration (const char *at, const char *end)
{
  const gsize left = (gsize) (end - at);
  const char *close = at[1] == '!' && left >= 4 && at[2] == '-' && at[3] == '-' ? "-->" : ">";
  const char *found = g_strstr_len (at + 2, (gssize) left - 2, close);

  return found != NULL ? found + strlen (close) : end;
}

/* The character of the reference at @at ("&"), and past it; 0 when it is none. */
static gunichar
scan_reference (const char *at, const char *end, const char **after)
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

/* --- writing --- */

static void
owe_newlines (Writer *writer, guint n)
{
  writer->newlines = MAX (writer->newlines, n);
  writer->space = FALSE;
  writer->row = FALSE;
  writer->cell = FALSE;
}

static void
write_owed (Writer *writer)
{
  GString *out = writer->out;

  if (writer->bullet)
    {
      /* the item's first paragraph stays beside its bullet */
      writer->bullet = FALSE;
      writer->newlines = 0;
      writer->space = FALSE;
    }
  if (out->len > 0 && writer->newlines > 0)
    {
      g_string_append (out, writer->newlines > 1 ? "\n\n" : "\n");
      if (writer->depth > 0)
        for (guint i = 0; i < MIN (writer->depth, LIST_DEPTH); i++)
          g_string_append (out, "  ");
    }
  else if (out->len > 0 && writer->cell && writer->row)
    g_string_append (out, " | ");
  else if (out->len > 0 && writer->space && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  if (writer->cell)
    writer->row = TRUE;
  writer->newlines = 0;
  writer->space = FALSE;
  writer->cell = FALSE;
}

/* Characters that show nothing and hide something. */
static gboolean
is_invisible (gunichar c)
{
  return (c < 0x20) || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x200b || c == 0xfeff
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x2060 || (c >= 0xfff9 && c <= 0xfffb);
}

static void
write_char (Writer *writer, gunichar c)
{
  if (writer->pre && c == '\n')
    {
      writer->newlines = MIN (writer->newlines + 1, 2);
      writer->space = FALSE;
      return;
    }
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xa0 || g_unichar_isspace (c))
    {
      writer->space = TRUE;
      return;
    }
  if (is_invisible (c))
    return;

  write_owed (writer);
  g_string_append_unichar (writer->out, c);
}

static void
write_item (Writer *writer)
{
  const guint depth = MAX (writer->depth, 1);
  guint *number = &writer->numbers[MIN (depth, LIST_DEPTH) - 1];

  writer->newlines = MAX (writer->newlines, 1);
  if (writer->out->len > 0)
    {
      /* an item that said nothing leaves no bullet behind */
      g_string_append (writer->out, writer->newlines > 1 ? "\n\n" : "\n");
    }
  for (guint i = 1; i < MIN (depth, LIST_DEPTH); i++)
    g_string_append (writer->out, "  ");
  if (*number > 0)
    g_string_append_printf (writer->out, "%u. ", (*number)++);
  else
    g_string_append (writer->out, "- ");
  writer->newlines = 0;
  writer->space = FALSE;
  writer->bullet = TRUE;
}

/* An empty item leaves nothing behind: its bullet goes with the next. */
static void
drop_bullet (Writer *writer)
{
  if (!writer->bullet)
    return;

  writer->bullet = FALSE;
  while (writer->out->len > 0 && writer->out->str[writer->out->len - 1] != '\n')
    g_string_truncate (writer->out, writer->out->len - 1);
  while (writer->out->len > 0 && writer->out->str[writer->out->len - 1] == '\n')
    g_string_truncate (writer->out, writer->out->len - 1);
  writer->newlines = MAX (writer->newlines, 1);
}

static void
close_link (Writer *writer)
{
  g_autofree char *href = g_steal_pointer (&writer->href);

  /* an address that the text shows already is not said twice */
  if (href == NULL || writer->link_start >= writer->out->len
      || strstr (writer->out->str + writer->link_start, href) != NULL)
    return;
  g_string_append_printf (writer->out, " (%s)", href);
}

/* Addresses worth keeping are whole and lead somewhere a person may go. */
static char *
link_target (const Tag *tag)
{
  g_autoptr (GString) target = NULL;

  if (tag->href == NULL || tag->href_length > 2000)
    return NULL;

  target = g_string_new (NULL);
  for (const char *at = tag->href, *end = at + tag->href_length; at < end;)
    {
      const char *after = g_utf8_next_char (at);
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        {
          const gunichar meant = scan_reference (at, end, &after);

          c = meant != 0 ? meant : c;
        }
      if (c == '<' || c == '>' || c == '"' || is_invisible (c) || g_unichar_isspace (c))
        return NULL;
      g_string_append_unichar (target, c);
      at = after;
    }
  if (g_ascii_strncasecmp (target->str, "https://", 8) != 0 && g_ascii_strncasecmp (target->str, "http://", 7) != 0)
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&target));
}

static void
write_tag (Writer *writer, const Tag *tag)
{
  const TagKind kind = tag_kind (tag->name);

  if (writer->hidden[0] != '\0')
    {
      /* a head need not be closed */
      if (strcmp (writer->hidden, "head") == 0 && !tag->closing && kind != TAG_HIDDEN && kind != TAG_FURNITURE
          && (kind != TAG_OTHER || strcmp (tag->name, "body") == 0))
        {
          writer->hidden[0] = '\0';
          write_tag (writer, tag);
          return;
        }
      if (strcmp (writer->hidden, tag->name) == 0)
        writer->hidden_depth += tag->closing ? -1u : 1u;
      if (writer->hidden_depth == 0)
        writer->hidden[0] = '\0';
      return;
    }
  if ((kind == TAG_HIDDEN || (kind == TAG_FURNITURE && writer->flags & FOOTHOLD_HTML_WHOLE_PAGE)) && !tag->closing)
    {
      g_strlcpy (writer->hidden, tag->name, sizeof writer->hidden);
      writer->hidden_depth = 1;
      writer->space = TRUE;
      return;
    }

  switch (kind)
    {
    case TAG_BREAK:
      writer->newlines = MIN (writer->newlines + 1, 2);
      writer->space = FALSE;
      writer->row = FALSE;
      break;
    case TAG_LINE:
      owe_newlines (writer, 1);
      break;
    case TAG_PARAGRAPH:
      owe_newlines (writer, 2);
      break;
    case TAG_PRE:
      owe_newlines (writer, 2);
      writer->pre = !tag->closing;
      break;
    case TAG_HEADING:
      drop_bullet (writer);
      owe_newlines (writer, 2);
      if (!tag->closing)
        {
          write_owed (writer);
          g_string_append (writer->out, tag->name[1] <= '3' ? "## " : "### ");
          writer->bullet = TRUE;
        }
      else if (writer->bullet)
        drop_bullet (writer);
      break;
    case TAG_LIST:
    case TAG_NUMBERED:
      drop_bullet (writer);
      if (tag->closing)
        writer->depth -= writer->depth > 0 ? 1 : 0;
      else
        {
          writer->depth++;
          writer->numbers[MIN (writer->depth, LIST_DEPTH) - 1] = kind == TAG_NUMBERED ? 1 : 0;
        }
      owe_newlines (writer, writer->depth > (tag->closing ? 0u : 1u) ? 1 : 2);
      break;
    case TAG_ITEM:
      drop_bullet (writer);
      owe_newlines (writer, 1);
      if (!tag->closing)
        write_item (writer);
      break;
    case TAG_CELL:
      if (!tag->closing)
        writer->cell = TRUE;
      writer->space = TRUE;
      break;
    case TAG_LINK:
      close_link (writer);
      if (!tag->closing)
        {
          writer->href = link_target (tag);
          writer->link_start = writer->out->len;
        }
      break;
    case TAG_HIDDEN:
    case TAG_FURNITURE:
      owe_newlines (writer, 1);
      break;
    case TAG_OTHER:
    default:
      break;
    }
}

/* Past the end of an element whose content is no markup; @end where it never closes. */
static const char *
skip_raw (const char *at, const char *end, const char *name)
{
  const gsize n = strlen (name);

  for (; (at = memchr (at, '<', (gsize) (end - at))) != NULL; at++)
    if ((gsize) (end - at) > n + 2 && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, n) == 0
        && !g_ascii_isalnum (at[n + 2]))
      return at;

  return end;
}

/* One round: what tags, comments and references stand for. */
static char *
convert (const char *at, const char *end, FootholdHtmlFlags flags)
{
  Writer writer = { .flags = flags, .out = g_string_sized_new ((gsize) (end - at)) };

  while (at < end)
    {
      const char *after = at;

      if (starts_tag (at, end))
        {
          Tag tag;

          if (at[1] == '!' || at[1] == '?')
            {
              at = skip_declaration (at, end);
              continue;
            }
          after = scan_tag (at, end, &tag);
          if (after == NULL)
            {
              if (writer.hidden[0] == '\0')
                write_char (&writer, '<');
              at++;
              continue;
            }
          write_tag (&writer, &tag);
          if (!tag.closing && (strcmp (tag.name, "script") == 0 || strcmp (tag.name, "style") == 0))
            after = skip_raw (after, end, tag.name);
          at = after;
          continue;
        }

      {
        gunichar c = g_utf8_get_char (at);

        if (c == '&' && (c = scan_reference (at, end, &after)) != 0)
          at = after;
        else
          {
            c = g_utf8_get_char (at);
            at = g_utf8_next_char (at);
          }
        if (writer.hidden[0] == '\0')
          write_char (&writer, c);
      }
    }
  close_link (&writer);
  drop_bullet (&writer);

  return g_string_free_and_steal (writer.out);
}

static gboolean
is_known (const char *name)
{
  return htmlTagLookup ((const xmlChar *) name) != NULL || tag_kind (name) != TAG_OTHER;
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

/* The next tag of HTML, a known name that is closed, or the next comment; NULL for none. */
static const char *
find_tag (const char *at, const char *end)
{
  while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      Tag tag;

      if (!starts_tag (at, end))
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
      if (is_known_at (at, end) && scan_tag (at, end, &tag) != NULL)
        return at;
      at++;
    }

  return NULL;
}

static gboolean
holds_references (const char *text, const char *end)
{
  for (const char *at = text; (at = memchr (at, '&', (gsize) (end - at))) != NULL; at++)
    {
      const char *after;

      if (scan_reference (at, end, &after) != 0 && after[-1] == ';')
        return TRUE;
    }

  return FALSE;
}

/* A tag whose brackets are still escaped: the text was escaped more often than it was read. */
static gboolean
holds_escaped_tag (const char *text, const char *end)
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

/* Text without tags keeps its lines: blanks at their ends go, and more than one empty line between them. */
static char *
tidy (const char *at, const char *end, gboolean references)
{
  GString *out = g_string_sized_new ((gsize) (end - at));
  guint newlines = 0;
  guint spaces = 0;

  while (at < end)
    {
      const char *after = g_utf8_next_char (at);
      gunichar c = g_utf8_get_char (at);

      if (c == '&' && references)
        {
          const gunichar meant = scan_reference (at, end, &after);

          if (meant != 0)
            c = meant;
          else
            after = at + 1;
        }
      at = after;
      if (c == '\r')
        {
          if (at < end && *at == '\n')
            continue;
          c = '\n';
        }
      if (c == '\n' || c == 0x2028 || c == 0x2029 || c == '\v' || c == '\f')
        {
          newlines++;
          spaces = 0;
          continue;
        }
      if (c == '\t' || g_unichar_isspace (c))
        {
          spaces += c == '\t' ? 2 : 1;
          continue;
        }
      if (is_invisible (c))
        continue;

      if (out->len > 0)
        for (guint i = 0; i < MIN (newlines, 2); i++)
          g_string_append_c (out, '\n');
      /* a line's indentation is kept for lists in lists, inside a line one blank will do */
      if (out->len > 0)
        for (guint i = 0; i < (newlines > 0 ? MIN (spaces, 16) : MIN (spaces, 1)); i++)
          g_string_append_c (out, ' ');
      newlines = 0;
      spaces = 0;
      g_string_append_unichar (out, c);
    }

  return g_string_free_and_steal (out);
}

/* What is still a tag after all rounds loses its bracket, so that no text of ours is ever markup. */
static void
blunt (char *text)
{
  const char *end = text + strlen (text);

  for (const char *at = text; (at = find_tag (at, end)) != NULL; at++)
    text[at - text] = '(';
}

char *
foothold_html_to_text (const char *html, gssize length, FootholdHtmlFlags flags)
{
  g_autofree char *text = g_strndup (html, length < 0 ? strlen (html) : (gsize) length);
  char *result;

  /* feeds wrap their descriptions so; what is inside is the text */
  if (strstr (text, "<![CDATA[") != NULL)
    {
      GString *open = g_string_new_take (g_steal_pointer (&text));

      g_string_replace (open, "<![CDATA[", "", 0);
      g_string_replace (open, "]]>", "", 0);
      text = g_string_free_and_steal (open);
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      const char *end = text + strlen (text);
      const gboolean has_tags = find_tag (text, end) != NULL || (round == 0 && flags & FOOTHOLD_HTML_WHOLE_PAGE);
      char *next;

      if (!has_tags && (round == 0 ? !holds_references (text, end) : !holds_escaped_tag (text, end)))
        break;
      next = has_tags ? convert (text, end, flags) : tidy (text, end, TRUE);
      g_free (text);
      text = next;
    }
  /* last, since taking away what shows nothing may bring a bracket and a name together */
  result = tidy (text, text + strlen (text), FALSE);
  blunt (result);

  return result;
}

char *
foothold_html_to_line (const char *html, gssize length)
{
  static const char *const marks[] = { "## ", "### ", "- ", "1. " };
  g_autofree char *line = foothold_html_to_text (html, length, FOOTHOLD_HTML_FRAGMENT);
  char *to = line;
  gboolean space = FALSE;

  for (const char *at = line; *at != '\0'; at++)
    if (g_ascii_isspace (*at))
      space = to > line;
    else
      {
        if (space)
          *to++ = ' ';
        space = FALSE;
        *to++ = *at;
      }
  *to = '\0';

  /* a title is no heading and no item of a list */
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line, marks[i]))
      return g_strdup (line + strlen (marks[i]));

  return g_steal_pointer (&line);
}

gboolean
foothold_text_truncate (char *text, gsize max)
{
  char *cut;

  if (strlen (text) <= max)
    return FALSE;

  cut = g_utf8_find_prev_char (text, text + max + 1);
  *(cut != NULL ? cut : text) = '\0';
  return TRUE;
}
