/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "foothold-fold.h"

#include <string.h>

#include "sqlite/foothold-tokenizer.h"

/* Keys for comparing, written beside what they were made from (foothold-row-sql.c) and indexed. */

char *
foothold_fold_name (const char *name)
{
  return foothold_text_fold (name);
}

char *
foothold_fold_phone (const char *phone)
{
  g_autofree char *plain = foothold_text_fold (phone);
  GString *out = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at++)
    /* the nought that is dialled at home only */
    if (g_str_has_prefix (at, "(0)") && out->len > 0)
      at += strlen ("(0)") - 1;
    else if (strchr (" \t-./()", *at) == NULL)
      g_string_append_c (out, *at);
  if (g_str_has_prefix (out->str, "00"))
    g_string_replace (out, "00", "+", 1);

  return g_string_free_and_steal (out);
}

/* Parameters that say how one came to a page, not which page it is. */
static gboolean
is_tracking (const char *parameter)
{
  static const char *const prefixes[] = { "utm_",    "fbclid=", "gclid=",      "msclkid=", "mc_cid=",
                                          "mc_eid=", "trk=",    "trackingId=", "refId=" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (parameter, prefixes[i]))
      return TRUE;

  return FALSE;
}

char *
foothold_fold_url (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);
  const char *rest;
  gsize length;
  g_autofree char *authority = NULL;
  g_autoptr (GString) out = NULL;

  if (scheme == NULL || (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0))
    return NULL;
  rest = url + strlen (scheme) + 1;
  if (!g_str_has_prefix (rest, "//"))
    return NULL;
  rest += 2;

  length = strcspn (rest, "/?#");
  authority = g_ascii_strdown (rest, (gssize) length);
  rest += length;
  out = g_string_new (g_str_has_prefix (authority, "www.") ? authority + 4 : authority);

  length = strcspn (rest, "?#");
  g_string_append_len (out, rest, (gssize) length);
  while (out->len > 0 && out->str[out->len - 1] == '/')
    g_string_truncate (out, out->len - 1);
  rest += length;

  if (*rest == '?')
    {
      g_autofree char *query = g_strndup (rest + 1, strcspn (rest + 1, "#"));
      g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
      char separator = '?';

      for (char **p = parameters; *p != NULL; p++)
        if (**p != '\0' && !is_tracking (*p))
          {
            g_string_append_c (out, separator);
            g_string_append (out, *p);
            separator = '&';
          }
    }

  /* a page that changes without being loaded again names itself in the fragment: "#/jobs/42", "#!jobs/42" */
  rest = strchr (rest, '#');
  if (rest != NULL && (rest[1] == '/' || rest[1] == '!') && rest[2] != '\0')
    g_string_append (out, rest);

  return out->len > 0 ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
}

/* Parameters that say how one came to a page, but are one word, which is another thing on another site: the address
 * keeps them, and two values are no two pages. */
static gboolean
says_the_way (const char *name)
{
  static const char *const ways[] = {
    "ref",     "ref_",     "refid",      "referrer",     "referer",  "referral",  "src",  "source",      "jobsource",
    "from",    "via",      "origin",     "medium",       "campaign", "channel",   "sid",  "session",     "sessionid",
    "token",   "trk",      "tracking",   "trackingid",   "tk",       "gh_src",    "lang", "language",    "locale",
    "hl",      "lipi",     "page",       "pagenum",      "position", "start",     "sort", "q",           "query",
    "keyword", "keywords", "searchterm", "lever-source", "utm",      "utmsource", "_ga",  "recommended", NULL,
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return is_tracking (name) || g_strv_contains (ways, lower);
}

/* The parameters of a folded address: name → value; one without "=" is a value without a name. */
static GHashTable *
read_query (const char *key)
{
  GHashTable *parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *query = key + strcspn (key, "?#");
  g_autofree char *text = *query == '?' ? g_strndup (query + 1, strcspn (query + 1, "#")) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      const char *equals = strchr (*part, '=');

      if (equals != NULL)
        g_hash_table_replace (parameters, g_strndup (*part, (gsize) (equals - *part)), g_strdup (equals + 1));
      else if (**part != '\0')
        g_hash_table_replace (parameters, g_strdup (""), g_strdup (*part));
    }

  return parameters;
}

gboolean
foothold_fold_queries_differ (const char *one, const char *other)
{
  g_autoptr (GHashTable) first = read_query (one);
  g_autoptr (GHashTable) second = read_query (other);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const char *there = g_hash_table_lookup (second, name);

      if (there != NULL && !g_str_equal (value, there) && !says_the_way (name))
        return TRUE;
    }

  return FALSE;
}

char *
foothold_fold_host (const char *url)
{
  char *key = foothold_fold_url (url);

  if (key != NULL)
    key[strcspn (key, "/?#")] = '\0';
  return key;
}
