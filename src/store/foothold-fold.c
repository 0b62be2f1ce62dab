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

char *
foothold_fold_host (const char *url)
{
  char *key = foothold_fold_url (url);

  if (key != NULL)
    key[strcspn (key, "/?#")] = '\0';
  return key;
}
