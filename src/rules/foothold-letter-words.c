// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-letter-words.h"

#include <glib/gi18n-lib.h>

char *
foothold_letter_one_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free (line, FALSE);
}

char *
foothold_letter_describe_work (const char *title, const char *organisation)
{
  g_autofree char *what = foothold_letter_one_line (title);
  g_autofree char *host = foothold_letter_one_line (organisation);

  if (*host == '\0')
    /* Translators: in a mail: the title of an opportunity */
    return g_strdup_printf (C_ ("follow-up", "“%s”"), what);
  /* Translators: in a mail: the title of an opportunity, and the organisation */
  return g_strdup_printf (C_ ("follow-up", "“%1$s” at %2$s"), what, host);
}

char *
foothold_letter_greeting (const char *contact)
{
  g_autofree char *name = foothold_letter_one_line (contact);

  if (*name == '\0')
    return g_strdup (_ ("Hello,"));
  /* Translators: the greeting of a mail; %s is a name */
  return g_strdup_printf (_ ("Dear %s,"), name);
}

void
foothold_letter_append_closing (GString *text, const char *sender)
{
  g_autofree char *name = foothold_letter_one_line (sender);

  g_string_append_printf (text, "%s\n", _ ("Kind regards"));
  if (*name != '\0')
    g_string_append_printf (text, "%s\n", name);
}
