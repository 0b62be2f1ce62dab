// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-vcard-lines.h"

#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-limits.h"

/* Pictures come as values of megabytes: what is longer than any text is walked over, and only its beginning kept. */

void
foothold_vcard_reader_init (FootholdVcardReader *self, const char *text, gsize length)
{
  /* no bytes may be none at all */
  if (length == 0)
    text = "";
  *self = (FootholdVcardReader) { text, text + length, 1 };
}

void
foothold_vcard_line_free (FootholdVcardLine *self)
{
  g_free (self->group);
  g_free (self->name);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_free (self->encoding);
  g_free (self->charset);
  g_free (self->value);
  g_free (self);
}

gboolean
foothold_vcard_line_has_type (const FootholdVcardLine *self, const char *type)
{
  for (guint i = 0; i < self->types->len; i++)
    if (g_str_equal (g_ptr_array_index (self->types, i), type))
      return TRUE;

  return FALSE;
}

/* ---- physical lines ---- */

/* The line at @self without its end, whatever that is; moves past it. */
static void
take_line (FootholdVcardReader *self, const char **start, gsize *length)
{
  const char *newline = memchr (self->at, '\n', (gsize) (self->end - self->at));
  const char *end = newline != NULL ? newline : self->end;

  *start = self->at;
  self->at = newline != NULL ? newline + 1 : self->end;
  self->line++;
  if (end > *start && end[-1] == '\r')
    end--;
  *length = (gsize) (end - *start);
}

static gboolean
is_folded (const FootholdVcardReader *self)
{
  return self->at < self->end && (*self->at == ' ' || *self->at == '\t');
}

static void
append (GString *text, const char *more, gsize length, gboolean *cut)
{
  const gsize room = FOOTHOLD_LIMIT_LONG_TEXT - MIN (text->len, (gsize) FOOTHOLD_LIMIT_LONG_TEXT);

  if (length > room)
    *cut = TRUE;
  length = MIN (length, room);
  /* a NUL would end the text for whoever reads it */
  while (length > 0)
    {
      const char *nul = memchr (more, '\0', length);
      const gsize n = nul != NULL ? (gsize) (nul - more) : length;

      g_string_append_len (text, more, (gssize) n);
      more += MIN (n + 1, length);
      length -= MIN (n + 1, length);
    }
}

/* ---- parameters ---- */

/* "^n" and the like of vCard 4.0; others stay as they are. */
static char *
unescape_parameter (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] == '^' && i + 1 < length && strchr ("n^'", text[i + 1]) != NULL)
      g_string_append_c (out, text[++i] == 'n' ? ' ' : text[i] == '^' ? '^' : '"');
    else
      g_string_append_c (out, text[i]);

  return g_string_free_and_steal (out);
}

/* Words of a list between commas, which may stand in quotes as a whole. */
static void
add_types (FootholdVcardLine *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", FOOTHOLD_LIMIT_MARKUP_NAMES);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_make_valid (g_strstrip (words[i]), -1);

      if (*word != '\0' && !foothold_vcard_line_has_type (self, word))
        g_ptr_array_add (self->types, g_utf8_strdown (word, -1));
    }
}

/* What stands alone in vCard 2.1: a type, or an encoding. */
static void
take_word (FootholdVcardLine *self, const char *word)
{
  if (g_ascii_strcasecmp (word, "quoted-printable") == 0 || g_ascii_strcasecmp (word, "base64") == 0)
    {
      g_free (self->encoding);
      self->encoding = g_ascii_strdown (word, -1);
      return;
    }
  add_types (self, word);
}

static void
take_parameter (FootholdVcardLine *self, const char *text, gsize length)
{
  const char *equals = memchr (text, '=', length);
  g_autofree char *name = g_strndup (text, equals != NULL ? (gsize) (equals - text) : length);
  g_autofree char *value = NULL;

  if (equals == NULL)
    {
      take_word (self, name);
      return;
    }

  value = unescape_parameter (equals + 1, length - (gsize) (equals + 1 - text));
  if (g_ascii_strcasecmp (name, "TYPE") == 0)
    add_types (self, value);
  else if (g_ascii_strcasecmp (name, "PREF") == 0)
    self->preference = CLAMP ((guint) g_ascii_strtoull (value, NULL, 10), 1, FOOTHOLD_VCARD_LAST_PREFERENCE);
  else if (g_ascii_strcasecmp (name, "ENCODING") == 0)
    {
      g_free (self->encoding);
      self->encoding = g_ascii_strdown (value, -1);
    }
  else if (g_ascii_strcasecmp (name, "CHARSET") == 0)
    g_set_str (&self->charset, value);
}

/* The name and the parameters of a line up to its colon, which is returned; NULL where it has none. */
static const char *
read_head (FootholdVcardLine *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *dot, *at = text;
  g_autofree char *name = NULL;

  while (at < end && *at != ':' && *at != ';')
    at++;
  if (at == end || at == text)
    return NULL;
  name = g_utf8_make_valid (text, at - text);
  g_strstrip (name);
  dot = strrchr (name, '.');
  if (dot != NULL)
    {
      g_autofree char *group = g_strndup (name, (gsize) (dot - name));

      self->group = g_ascii_strdown (group, -1);
    }
  self->name = g_ascii_strup (dot != NULL ? dot + 1 : name, -1);

  while (at < end && *at == ';')
    {
      const char *start = ++at;
      GString *parameter = g_string_new (NULL);
      gboolean quoted = FALSE;

      for (; at < end && (quoted || (*at != ':' && *at != ';')); at++)
        if (*at == '"')
          quoted = !quoted;
        else
          g_string_append_c (parameter, *at);
      if (at > start)
        take_parameter (self, parameter->str, parameter->len);
      g_string_free (parameter, TRUE);
    }

  return at < end && *at == ':' ? at : NULL;
}

static void
forget_head (FootholdVcardLine *self)
{
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_ptr_array_set_size (self->types, 0);
  self->preference = 0;
}

/* ---- values ---- */

static gboolean
is_quoted_printable (const FootholdVcardLine *self)
{
  return g_strcmp0 (self->encoding, "quoted-printable") == 0;
}

static int
hex (char c)
{
  return g_ascii_isxdigit (c) ? g_ascii_xdigit_value (c) : -1;
}

/* Its bytes are in the character set that it names, whatever that of the file is. */
static char *
decode_quoted (const char *value, const char *charset, gboolean *lossy)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  gsize length;

  for (const char *at = value; *at != '\0'; at++)
    if (*at == '=' && hex (at[1]) >= 0 && hex (at[2]) >= 0)
      {
        g_string_append_c (bytes, (char) (hex (at[1]) * 16 + hex (at[2])));
        at += 2;
      }
    else
      g_string_append_c (bytes, *at);

  return foothold_charset_decode (bytes->str, bytes->len, charset, &length, lossy);
}

/* Only now, since a line may be folded within a character, and for each line alone, since one with a wrong character
 * set says nothing of the others. */
static char *
decode_plain (GString *value, const FootholdVcardLine *line, gboolean *lossy)
{
  const char *end;
  gsize length;
  gboolean valid;

  valid = g_utf8_validate_len (value->str, value->len, &end);
  /* what was cut may end within a character */
  if (!valid && line->cut && value->str + value->len - end < 4)
    {
      g_string_truncate (value, (gsize) (end - value->str));
      valid = TRUE;
    }
  if (valid && (line->charset == NULL || !g_str_is_ascii (value->str)))
    return g_strdup (value->str);

  return foothold_charset_decode (value->str, value->len, line->charset != NULL ? line->charset : "windows-1252",
                                  &length, lossy);
}

/* Lines that go on: folded ones, and of quoted-printable those that end with "=". */
static void
read_value (FootholdVcardReader *self, FootholdVcardLine *line, const char *rest, gsize length)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const gboolean quoted = is_quoted_printable (line);
  const char *start = rest;

  append (value, rest, length, &line->cut);
  while (self->at < self->end)
    {
      if (quoted && value->len > 0 && value->str[value->len - 1] == '=' && !line->cut)
        {
          g_string_truncate (value, value->len - 1);
          take_line (self, &start, &length);
        }
      else if (is_folded (self))
        {
          take_line (self, &start, &length);
          start++;
          length--;
        }
      else
        break;
      append (value, start, length, &line->cut);
    }

  line->value =
    quoted ? decode_quoted (value->str, line->charset, &line->lossy) : decode_plain (value, line, &line->lossy);
}

FootholdVcardLine *
foothold_vcard_reader_next (FootholdVcardReader *self)
{
  while (self->at < self->end)
    {
      g_autoptr (FootholdVcardLine) line = g_new0 (FootholdVcardLine, 1);
      g_autoptr (GString) head = NULL;
      const char *start, *colon;
      gsize length;

      line->line = self->line;
      line->types = g_ptr_array_new_with_free_func (g_free);
      take_line (self, &start, &length);
      colon = read_head (line, start, length);
      if (colon == NULL && is_folded (self))
        {
          /* the parameters themselves are folded */
          head = g_string_new_len (start, (gssize) length);
          while (is_folded (self))
            {
              take_line (self, &start, &length);
              append (head, start + 1, length - 1, &line->cut);
            }
          forget_head (line);
          start = head->str;
          length = head->len;
          colon = read_head (line, start, length);
        }
      if (colon == NULL || line->name == NULL || *line->name == '\0')
        continue;

      read_value (self, line, colon + 1, length - (gsize) (colon + 1 - start));
      return g_steal_pointer (&line);
    }

  return NULL;
}

/* ---- escapes ---- */

char *
foothold_vcard_unescape (const char *value, gsize length, gboolean line_ends)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      const char next = value[i] == '\\' && i + 1 < length ? value[i + 1] : '\0';

      if ((next == 'n' || next == 'N') && line_ends)
        g_string_append_c (out, '\n');
      else if (next != '\0' && strchr ("\\;,:\"", next) != NULL)
        g_string_append_c (out, next);
      else
        {
          g_string_append_c (out, value[i]);
          continue;
        }
      i++;
    }

  return g_string_free_and_steal (out);
}

char **
foothold_vcard_split (const char *value, char separator, gboolean line_ends)
{
  GPtrArray *parts = g_ptr_array_new ();
  const char *start = value;

  for (const char *at = value;; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          continue;
        }
      if (*at != separator && *at != '\0')
        continue;
      if (parts->len < FOOTHOLD_LIMIT_MARKUP_NAMES)
        g_ptr_array_add (parts, foothold_vcard_unescape (start, (gsize) (at - start), line_ends));
      if (*at == '\0')
        break;
      start = at + 1;
    }

  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (parts, FALSE);
}
