// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-mime.h"

#include <string.h>

#include "exchange/foothold-limits.h"

/*
 * Heads are read line by line, bodies are found by their boundaries; each level of
 * nesting reads the bytes once more, and levels are few. No recursion, no copies before a body is decoded.
 */

void
foothold_mime_part_free (FootholdMimePart *self)
{
  g_free (self->type);
  g_free (self->charset);
  g_free (self->boundary);
  g_free (self->start);
  g_free (self->encoding);
  g_free (self->id);
  g_free (self->location);
  g_free (self->page);
  g_free (self);
}

/* --- heads --- */

/* "x" out of "<x>". */
static char *
without_brackets (const char *text)
{
  char *bare = g_strdup (*text == '<' ? text + 1 : text);

  if (g_str_has_suffix (bare, ">"))
    bare[strlen (bare) - 1] = '\0';
  return bare;
}

/* The value of one parameter at @at, quoted or not; returns past it. */
static const char *
take_value (const char *at, char **value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (*at == '"')
    {
      for (at++; *at != '\0' && *at != '"'; at++)
        {
          if (*at == '\\' && at[1] != '\0')
            at++;
          g_string_append_c (text, *at);
        }
      if (*at == '"')
        at++;
    }
  else
    for (; *at != '\0' && *at != ';' && !g_ascii_isspace (*at); at++)
      g_string_append_c (text, *at);

  *value = g_string_free_and_steal (g_steal_pointer (&text));
  return at;
}

/* multipart/related; type="text/html"; boundary="----x" */
static void
take_content_type (FootholdMimePart *self, const char *text)
{
  const gsize n = strcspn (text, "; \t");
  const char *at = text + n;

  g_free (self->type);
  self->type = g_ascii_strdown (text, (gssize) n);
  while (*at != '\0')
    {
      const struct
      {
        const char *name;
        char **field;
      } parameters[] = { { "charset", &self->charset }, { "boundary", &self->boundary }, { "start", &self->start } };
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;
      const char *start;

      while (*at == ';' || g_ascii_isspace (*at))
        at++;
      for (start = at; *at != '\0' && *at != '=' && *at != ';' && !g_ascii_isspace (*at); at++)
        ;
      name = g_strndup (start, (gsize) (at - start));
      while (g_ascii_isspace (*at))
        at++;
      if (*at != '=')
        {
          if (*at != '\0' && at == start)
            at++;
          continue;
        }
      for (at++; g_ascii_isspace (*at); at++)
        ;
      at = take_value (at, &value);
      for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
        if (g_ascii_strcasecmp (name, parameters[i].name) == 0 && *parameters[i].field == NULL && *value != '\0')
          *parameters[i].field = g_steal_pointer (&value);
    }
}

static void
take_field (FootholdMimePart *self, const char *name, const char *value)
{
  if (g_ascii_strcasecmp (name, "Content-Type") == 0)
    take_content_type (self, value);
  else if (g_ascii_strcasecmp (name, "Content-Transfer-Encoding") == 0)
    g_set_str (&self->encoding, value);
  else if (g_ascii_strcasecmp (name, "Content-Location") == 0)
    g_set_str (&self->location, value);
  else if (g_ascii_strcasecmp (name, "Snapshot-Content-Location") == 0)
    g_set_str (&self->page, value);
  else if (g_ascii_strcasecmp (name, "MIME-Version") == 0)
    self->is_mime = TRUE;
  else if (g_ascii_strcasecmp (name, "Content-ID") == 0)
    {
      g_free (self->id);
      self->id = without_brackets (value);
    }
}

/* The end of the line at @at, and in *@next where the next one begins. */
static const char *
line_end (const char *at, const char *end, const char **next)
{
  const char *newline = memchr (at, '\n', (gsize) (end - at));

  *next = newline != NULL ? newline + 1 : end;
  if (newline == NULL)
    return end;
  return newline > at && newline[-1] == '\r' ? newline - 1 : newline;
}

/* "Name: value": how long the name is, 0 for any other line. */
static gsize
name_length (const char *at, const char *end)
{
  gsize n = 0;

  while (at + n < end && (g_ascii_isalnum (at[n]) || at[n] == '-'))
    n++;
  return at + n < end && at[n] == ':' ? n : 0;
}

FootholdMimePart *
foothold_mime_part_new (const char *data, gsize length)
{
  g_autoptr (FootholdMimePart) self = g_new0 (FootholdMimePart, 1);
  /* nothing may have no place either */
  const char *at = length > 0 ? data : "";
  const char *const end = at + length;
  const char *const head_end = at + MIN (length, FOOTHOLD_LIMIT_MIME_HEAD);

  self->type = g_strdup ("text/plain");
  while (at < head_end)
    {
      const char *next, *stop = line_end (at, end, &next);
      const gsize n = name_length (at, stop);
      g_autofree char *name = NULL;
      g_autoptr (GString) value = NULL;

      if (stop == at)
        {
          self->body = next;
          self->length = (gsize) (end - next);
          return g_steal_pointer (&self);
        }
      if (n == 0)
        return NULL;
      name = g_strndup (at, n);
      value = g_string_new_len (at + n + 1, stop - at - (gssize) n - 1);
      /* a line that begins with a blank goes on with the one before */
      for (at = next; at < head_end && (*at == ' ' || *at == '\t'); at = next)
        {
          stop = line_end (at, end, &next);
          g_string_append_len (value, at, stop - at);
        }
      g_strstrip (value->str);
      take_field (self, name, value->str);
    }

  return NULL;
}

/* --- parts --- */

/* Where a line begins that is "--boundary", from @at on; NULL for none. */
static const char *
find_boundary (const char *at, const char *start, const char *end, const char *boundary)
{
  const gsize n = strlen (boundary);

  for (; (at = memchr (at, '-', (gsize) (end - at))) != NULL; at++)
    if ((gsize) (end - at) >= n + 2 && (at == start || at[-1] == '\n') && at[1] == '-'
        && memcmp (at + 2, boundary, n) == 0 && (at + 2 + n == end || strchr ("- \t\r\n", at[2 + n]) != NULL)
        && (at + 2 + n == end || at[2 + n] != '\0'))
      return at;

  return NULL;
}

static void
add_parts (const FootholdMimePart *whole, GPtrArray *parts)
{
  const char *const end = whole->body + whole->length;
  const gsize n = strlen (whole->boundary) + 2;
  const char *at = find_boundary (whole->body, whole->body, end, whole->boundary);

  while (at != NULL && parts->len < FOOTHOLD_LIMIT_MIME_PARTS)
    {
      const char *begin, *next, *stop;
      FootholdMimePart *part;

      if (end - at >= (gssize) n + 2 && memcmp (at + n, "--", 2) == 0)
        return;
      line_end (at, end, &begin);
      next = find_boundary (begin, whole->body, end, whole->boundary);
      /* the line end before a boundary is the boundary's */
      stop = next != NULL ? next : end;
      if (next != NULL && stop > begin)
        stop -= stop - begin >= 2 && stop[-2] == '\r' ? 2 : 1;
      part = foothold_mime_part_new (begin, (gsize) (stop - begin));
      if (part != NULL)
        g_ptr_array_add (parts, part);
      at = next;
    }
}

static gboolean
is_whole (const FootholdMimePart *part)
{
  return g_str_has_prefix (part->type, "multipart/") && part->boundary != NULL;
}

GPtrArray *
foothold_mime_part_leaves (FootholdMimePart *self)
{
  g_autoptr (GPtrArray) level = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_mime_part_free);

  if (!is_whole (self))
    {
      FootholdMimePart *same = g_new0 (FootholdMimePart, 1);

      *same = (FootholdMimePart) { .body = self->body, .length = self->length, .is_mime = self->is_mime };
      same->type = g_strdup (self->type);
      same->charset = g_strdup (self->charset);
      same->encoding = g_strdup (self->encoding);
      same->location = g_strdup (self->location);
      g_ptr_array_add (level, same);
      return g_steal_pointer (&level);
    }

  add_parts (self, level);
  /* one level after the other; parts stay in their order */
  for (guint depth = 1;; depth++)
    {
      g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_mime_part_free);
      gboolean again = FALSE;

      g_ptr_array_set_free_func (level, NULL);
      for (guint i = 0; i < level->len; i++)
        {
          FootholdMimePart *part = g_ptr_array_index (level, i);

          if (!is_whole (part))
            {
              g_ptr_array_add (next, part);
              continue;
            }
          if (depth < FOOTHOLD_LIMIT_MIME_DEPTH)
            {
              add_parts (part, next);
              again = TRUE;
            }
          foothold_mime_part_free (part);
        }
      g_ptr_array_unref (level);
      level = g_steal_pointer (&next);
      if (!again)
        return g_steal_pointer (&level);
    }
}

/* --- bodies --- */

static GByteArray *
decode_quoted (const char *at, const char *end)
{
  GByteArray *out = g_byte_array_sized_new ((guint) (end - at) + 1);

  while (at < end)
    {
      guint8 byte = (guint8) *at;

      if (*at != '=')
        at++;
      else if (end - at >= 3 && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2]));
          at += 3;
        }
      else
        {
          /* a line that goes on: "=", blanks that some mail program added, the line end */
          const char *rest = at + 1;

          while (rest < end && (*rest == ' ' || *rest == '\t'))
            rest++;
          if (rest < end && *rest == '\r')
            rest++;
          if (rest >= end || *rest == '\n')
            {
              at = rest < end ? rest + 1 : end;
              continue;
            }
          at++;
        }
      g_byte_array_append (out, &byte, 1);
    }

  return out;
}

static GByteArray *
decode_base64 (const char *text, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  int state = 0;
  guint save = 0;

  g_byte_array_set_size (out, (guint) (length / 4 * 3 + 3));
  g_byte_array_set_size (out, (guint) g_base64_decode_step (text, length, out->data, &state, &save));
  return out;
}

GByteArray *
foothold_mime_part_decode (const FootholdMimePart *self)
{
  GByteArray *out;

  if (self->encoding != NULL && g_ascii_strcasecmp (self->encoding, "quoted-printable") == 0)
    return decode_quoted (self->body, self->body + self->length);
  if (self->encoding != NULL && g_ascii_strcasecmp (self->encoding, "base64") == 0)
    return decode_base64 (self->body, self->length);

  out = g_byte_array_sized_new ((guint) self->length + 1);
  g_byte_array_append (out, (const guint8 *) self->body, (guint) self->length);
  return out;
}
