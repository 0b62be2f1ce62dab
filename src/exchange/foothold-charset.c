// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-charset.h"

#include <errno.h>
#include <string.h>

/* Character sets of saved pages. The names are those that pages use, mapped as browsers map them. */

/* How far into a page its <meta charset> is looked for. */
#define PRESCAN 4096

/* Labels that mean another set than they say, because that is what pages under them contain. */
static const char *
real_charset (const char *label)
{
  static const struct
  {
    const char *label, *charset;
  } table[] = {
    { "iso-8859-1", "WINDOWS-1252" },
    { "latin1", "WINDOWS-1252" },
    { "latin-1", "WINDOWS-1252" },
    { "ascii", "WINDOWS-1252" },
    { "us-ascii", "WINDOWS-1252" },
    { "iso8859-1", "WINDOWS-1252" },
    { "ansi", "WINDOWS-1252" },
    { "cp1252", "WINDOWS-1252" },
    { "shift_jis", "CP932" },
    { "shift-jis", "CP932" },
    { "sjis", "CP932" },
    { "x-sjis", "CP932" },
    { "windows-31j", "CP932" },
    { "gb2312", "GB18030" },
    { "gbk", "GB18030" },
    { "euc-kr", "UHC" },
    { "ks_c_5601-1987", "UHC" },
    { "iso-8859-9", "WINDOWS-1254" },
    { "iso-8859-11", "CP874" },
    { "tis-620", "CP874" },
    { "windows-874", "CP874" },
    { "big5", "BIG5-HKSCS" },
    { "utf8", "UTF-8" },
    { "utf-16", "UTF-8" },
    { "utf-16le", "UTF-8" },
    { "utf-16be", "UTF-8" },
    { "unicode", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_ascii_strcasecmp (label, table[i].label) == 0)
      return table[i].charset;

  return label;
}

/* What follows "charset=" in the head of the page, or NULL. */
static char *
find_label (const char *data, gsize length)
{
  const gsize n = MIN (length, PRESCAN);

  for (gsize i = 0; i + 8 < n; i++)
    {
      gsize start, end;

      if (g_ascii_strncasecmp (data + i, "charset", 7) != 0)
        continue;
      for (start = i + 7; start < n && g_ascii_isspace (data[start]); start++)
        ;
      if (start >= n || data[start] != '=')
        continue;
      for (start++; start < n && (g_ascii_isspace (data[start]) || strchr ("\"'\\", data[start]) != NULL); start++)
        if (data[start] == '\0')
          break;
      for (end = start;
           end < n && (g_ascii_isalnum (data[end]) || strchr ("-_:.", data[end]) != NULL) && data[end] != '\0'; end++)
        ;
      if (end > start && end - start < 40)
        return g_strndup (data + start, end - start);
    }

  return NULL;
}

/* Converts all of @data, one U+FFFD for every byte that cannot be. NULL when the set is unknown here. */
static char *
convert (const char *data, gsize length, const char *charset, gsize *out_length, gboolean *lossy)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  GString *out;
  char *in = (char *) data;
  gsize left = length;

  if (converter == (GIConv) -1)
    return NULL;

  *lossy = FALSE;
  out = g_string_sized_new (length + length / 2);
  while (left > 0)
    {
      char buffer[8192];
      char *to = buffer;
      gsize room = sizeof buffer;
      const gsize before = left;
      const gsize result = g_iconv (converter, &in, &left, &to, &room);
      const int code = errno;

      g_string_append_len (out, buffer, to - buffer);
      if (result != (gsize) -1)
        break;
      if (code == E2BIG && (left < before || to > buffer))
        continue;
      g_string_append (out, "\uFFFD");
      *lossy = TRUE;
      in++;
      left--;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  g_iconv_close (converter);

  *out_length = out->len;
  return g_string_free_and_steal (out);
}

/* A NUL would end the text for every reader after us. */
static char *
without_nul (char *text, gsize *length, gboolean *lossy)
{
  g_autofree char *owned = text;
  GString *clean;

  if (memchr (text, '\0', *length) == NULL)
    return g_steal_pointer (&owned);

  *lossy = TRUE;
  clean = g_string_sized_new (*length);
  for (gsize i = 0; i < *length; i++)
    if (text[i] != '\0')
      g_string_append_c (clean, text[i]);

  *length = clean->len;
  return g_string_free_and_steal (clean);
}

/* A copy of UTF-8 with what is wrong replaced. */
static char *
repair (const char *data, gsize length, gsize *out_length, gboolean *lossy)
{
  GString *out = g_string_sized_new (length);
  const char *end = data + length;

  while (data < end)
    {
      const char *bad;

      if (g_utf8_validate_len (data, (gsize) (end - data), &bad))
        {
          g_string_append_len (out, data, end - data);
          break;
        }
      g_string_append_len (out, data, bad - data);
      if (*bad != '\0')
        g_string_append (out, "\uFFFD");
      *lossy = TRUE;
      data = bad + 1;
    }

  *out_length = out->len;
  return g_string_free_and_steal (out);
}

char *
foothold_charset_to_utf8 (const char *data, gsize length, gsize *out_length, gboolean *lossy)
{
  g_autofree char *label = NULL;
  const char *charset = NULL;
  char *text = NULL;

  *lossy = FALSE;
  if (length == 0)
    data = "";
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return repair (data + 3, length - 3, out_length, lossy);
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = convert (data + 2, length - 2, "UTF-16LE", out_length, lossy);
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = convert (data + 2, length - 2, "UTF-16BE", out_length, lossy);
  else if (length >= 4 && data[0] == '<' && data[1] == '\0' && data[3] == '\0')
    text = convert (data, length, "UTF-16LE", out_length, lossy);
  else if (length >= 4 && data[0] == '\0' && data[1] == '<' && data[2] == '\0')
    text = convert (data, length, "UTF-16BE", out_length, lossy);
  if (text != NULL)
    return without_nul (text, out_length, lossy);

  label = find_label (data, length);
  if (label != NULL)
    charset = real_charset (label);
  if (charset == NULL || g_ascii_strcasecmp (charset, "UTF-8") == 0)
    {
      const char *bad;

      if (g_utf8_validate_len (data, length, &bad) || *bad == '\0')
        return repair (data, length, out_length, lossy);
      /* a page that says UTF-8 and is mostly that has a few broken bytes; one that says nothing is older */
      if (charset != NULL)
        return repair (data, length, out_length, lossy);
      charset = "WINDOWS-1252";
    }

  text = convert (data, length, charset, out_length, lossy);
  if (text == NULL && g_utf8_validate_len (data, length, NULL))
    return repair (data, length, out_length, lossy);
  if (text == NULL)
    text = convert (data, length, "WINDOWS-1252", out_length, lossy);
  if (text == NULL)
    return repair (data, length, out_length, lossy);

  return without_nul (text, out_length, lossy);
}

static gboolean
has_mark (const char *data, gsize length)
{
  return (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
         || (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0));
}

char *
foothold_charset_decode (const char *data, gsize length, const char *label, gsize *out_length, gboolean *lossy)
{
  const char *charset = label != NULL ? real_charset (label) : NULL;
  char *text;

  /* nothing may have no place either */
  if (length == 0)
    data = "";
  if (charset == NULL || has_mark (data, length) || g_ascii_strncasecmp (label, "utf-16", 6) == 0)
    return foothold_charset_to_utf8 (data, length, out_length, lossy);

  *lossy = FALSE;
  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    return repair (data, length, out_length, lossy);
  text = convert (data, length, charset, out_length, lossy);
  return text != NULL ? without_nul (text, out_length, lossy)
                      : foothold_charset_to_utf8 (data, length, out_length, lossy);
}
