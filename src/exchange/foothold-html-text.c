// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-html-text.h"

#include <string.h>

#include "exchange/foothold-html-tokens.h"

/*
 * From HTML to text in one pass over the bytes, without a tree: descriptions in
 * postings are fragments, often broken, and only their text is wanted. Tags are
 * recognised as the HTML standard's tokenizer does it, and thrown away; nothing of
 * a tag ever reaches the text, save where a link leads.
 */

/* How often text that still holds tags is read again: escaped twice, and once for luck. */
#define ROUNDS 4
#define LIST_DEPTH 8

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
  /* most of every text */
  if (c > 0x20 && c < 0x7f)
    {
      if (writer->newlines > 0 || writer->space || writer->cell || writer->bullet)
        write_owed (writer);
      g_string_append_c (writer->out, (char) c);
      return;
    }
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

/* A title is no heading and no item of a list; marks that its writer set are no marks of ours. */
static gboolean
wants_mark (const Writer *writer)
{
  return writer->out->len > 0 || !(writer->flags & FOOTHOLD_HTML_BARE_START);
}

static void
write_mark (Writer *writer, guint depth)
{
  guint *number = &writer->numbers[MIN (depth, LIST_DEPTH) - 1];

  if (!wants_mark (writer))
    {
      *number += *number > 0 ? 1 : 0;
      return;
    }
  for (guint i = 1; i < MIN (depth, LIST_DEPTH); i++)
    g_string_append (writer->out, "  ");
  if (*number > 0)
    g_string_append_printf (writer->out, "%u. ", (*number)++);
  else
    g_string_append (writer->out, "- ");
}

static void
write_item (Writer *writer)
{
  writer->newlines = MAX (writer->newlines, 1);
  if (writer->out->len > 0)
    {
      /* an item that said nothing leaves no bullet behind */
      g_string_append (writer->out, writer->newlines > 1 ? "\n\n" : "\n");
    }
  write_mark (writer, MAX (writer->depth, 1));
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
link_target (const FootholdHtmlTag *tag)
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
          const gunichar meant = foothold_html_scan_reference (at, end, &after);

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
write_tag (Writer *writer, const FootholdHtmlTag *tag)
{
  const FootholdHtmlTagKind kind = foothold_html_tag_kind (tag->name);

  if (writer->hidden[0] != '\0')
    {
      /* a head need not be closed */
      if (strcmp (writer->hidden, "head") == 0 && !tag->closing && kind != FOOTHOLD_HTML_TAG_HIDDEN
          && kind != FOOTHOLD_HTML_TAG_FURNITURE
          && (kind != FOOTHOLD_HTML_TAG_OTHER || strcmp (tag->name, "body") == 0))
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
  if ((kind == FOOTHOLD_HTML_TAG_HIDDEN
       || (kind == FOOTHOLD_HTML_TAG_FURNITURE && writer->flags & FOOTHOLD_HTML_WHOLE_PAGE))
      && !tag->closing)
    {
      g_strlcpy (writer->hidden, tag->name, sizeof writer->hidden);
      writer->hidden_depth = 1;
      writer->space = TRUE;
      return;
    }

  switch (kind)
    {
    case FOOTHOLD_HTML_TAG_BREAK:
      writer->newlines = MIN (writer->newlines + 1, 2);
      writer->space = FALSE;
      writer->row = FALSE;
      break;
    case FOOTHOLD_HTML_TAG_LINE:
      owe_newlines (writer, 1);
      break;
    case FOOTHOLD_HTML_TAG_PARAGRAPH:
      owe_newlines (writer, 2);
      break;
    case FOOTHOLD_HTML_TAG_PRE:
      owe_newlines (writer, 2);
      writer->pre = !tag->closing;
      break;
    case FOOTHOLD_HTML_TAG_HEADING:
      drop_bullet (writer);
      owe_newlines (writer, 2);
      if (!tag->closing)
        {
          write_owed (writer);
          if (wants_mark (writer))
            g_string_append (writer->out, tag->name[1] <= '3' ? "## " : "### ");
          writer->bullet = TRUE;
        }
      else if (writer->bullet)
        drop_bullet (writer);
      break;
    case FOOTHOLD_HTML_TAG_LIST:
    case FOOTHOLD_HTML_TAG_NUMBERED:
      drop_bullet (writer);
      if (tag->closing)
        writer->depth -= writer->depth > 0 ? 1 : 0;
      else
        {
          writer->depth++;
          writer->numbers[MIN (writer->depth, LIST_DEPTH) - 1] = kind == FOOTHOLD_HTML_TAG_NUMBERED ? 1 : 0;
        }
      owe_newlines (writer, writer->depth > (tag->closing ? 0u : 1u) ? 1 : 2);
      break;
    case FOOTHOLD_HTML_TAG_ITEM:
      drop_bullet (writer);
      owe_newlines (writer, 1);
      if (!tag->closing)
        write_item (writer);
      break;
    case FOOTHOLD_HTML_TAG_CELL:
      if (!tag->closing)
        writer->cell = TRUE;
      writer->space = TRUE;
      break;
    case FOOTHOLD_HTML_TAG_LINK:
      close_link (writer);
      if (!tag->closing)
        {
          writer->href = link_target (tag);
          writer->link_start = writer->out->len;
        }
      break;
    case FOOTHOLD_HTML_TAG_HIDDEN:
    case FOOTHOLD_HTML_TAG_FURNITURE:
      owe_newlines (writer, 1);
      break;
    case FOOTHOLD_HTML_TAG_OTHER:
    default:
      break;
    }
}

/* One round: what tags, comments and references stand for. */
static char *
convert (const char *at, const char *end, FootholdHtmlFlags flags)
{
  Writer writer = { .flags = flags, .out = g_string_sized_new ((gsize) (end - at)) };

  while (at < end)
    {
      const char *after = at;

      if (foothold_html_starts_tag (at, end))
        {
          FootholdHtmlTag tag;

          if (at[1] == '!' || at[1] == '?')
            {
              at = foothold_html_skip_declaration (at, end);
              continue;
            }
          after = foothold_html_scan_tag (at, end, &tag);
          if (after == NULL)
            {
              if (writer.hidden[0] == '\0')
                write_char (&writer, '<');
              at++;
              continue;
            }
          write_tag (&writer, &tag);
          if (!tag.closing && (strcmp (tag.name, "script") == 0 || strcmp (tag.name, "style") == 0))
            after = foothold_html_skip_raw (after, end, tag.name);
          at = after;
          continue;
        }

      {
        gunichar c = g_utf8_get_char (at);

        if (c == '&' && (c = foothold_html_scan_reference (at, end, &after)) != 0)
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

/* Text without tags keeps its lines: blanks at their ends go, and more than one empty line between them. */
static char *
tidy (const char *at, const char *end, gboolean references)
{
  GString *out = g_string_sized_new ((gsize) (end - at));
  guint newlines = 0;
  guint spaces = 0;

  while (at < end)
    {
      const char *after;
      gunichar c;

      /* most of every text: a run of letters goes over as it is */
      if (newlines == 0 && spaces == 0 && *at > 0x20 && *at < 0x7f && *at != '&')
        {
          const char *run = at;

          while (at < end && *at > 0x20 && *at < 0x7f && *at != '&')
            at++;
          g_string_append_len (out, run, at - run);
          continue;
        }

      after = g_utf8_next_char (at);
      c = g_utf8_get_char (at);
      if (c == '&' && references)
        {
          const gunichar meant = foothold_html_scan_reference (at, end, &after);

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

  for (const char *at = text; (at = foothold_html_find_tag (at, end)) != NULL; at++)
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
      const gboolean has_tags =
        foothold_html_find_tag (text, end) != NULL || (round == 0 && flags & FOOTHOLD_HTML_WHOLE_PAGE);
      char *next;

      if (!has_tags
          && (round == 0 ? !foothold_html_holds_references (text, end) : !foothold_html_holds_escaped_tag (text, end)))
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
  char *line = foothold_html_to_text (html, length, FOOTHOLD_HTML_BARE_START);
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

  return line;
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
