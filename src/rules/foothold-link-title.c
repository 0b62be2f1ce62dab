// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-link-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The last part of the path that has words in it. */
static char *
words_of_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = g_strv_length (parts); i-- > 0;)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      guint n_letters = 0;
      char *dot = strrchr (parts[i], '.');

      if (dot != NULL)
        *dot = '\0';
      for (const char *p = parts[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          const gunichar c = g_utf8_get_char (p);

          n_letters += g_unichar_isalpha (c);
          g_string_append_unichar (words, c == '-' || c == '_' || c == '+' ? ' ' : c);
        }
      /* Numbers at the end are the portal's, not the title's. */
      while (words->len > 0 && (g_ascii_isdigit (words->str[words->len - 1]) || words->str[words->len - 1] == ' '))
        g_string_truncate (words, words->len - 1);
      if (n_letters >= 6 && strchr (words->str, ' ') != NULL)
        {
          g_autofree char *first = g_utf8_substring (words->str, 0, 1);
          g_autofree char *upper = g_utf8_strup (first, -1);

          return g_strconcat (upper, g_utf8_next_char (words->str), NULL);
        }
    }

  return NULL;
}

char *
foothold_title_from_link (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *words = NULL;

  if (parsed == NULL || g_uri_get_host (parsed) == NULL)
    return NULL;

  words = words_of_path (g_uri_get_path (parsed));
  if (words != NULL)
    return g_steal_pointer (&words);
  /* Translators: %s is the name of a web site. */
  return g_strdup_printf (_ ("Posting on %s"), g_uri_get_host (parsed));
}

const char *
foothold_source_from_link (const char *uri)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  return g_str_equal (host, "linkedin.com") || g_str_has_suffix (host, ".linkedin.com") ? "linkedin" : "web";
}
