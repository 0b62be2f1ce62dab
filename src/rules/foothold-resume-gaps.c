// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-resume-gaps.h"

#include <string.h>

/* Letters and digits, and what makes "c++" and "c#" other words than "c". */
static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '+' || c == '#';
}

static gboolean
stands_alone (const char *text, const char *found, gsize length)
{
  const char *after = found + length;

  return (found == text || !is_of_word (g_utf8_get_char (g_utf8_prev_char (found))))
         && (*after == '\0' || !is_of_word (g_utf8_get_char (after)));
}

static gboolean
has_word (const char *text, const char *word)
{
  const gsize length = strlen (word);

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    if (stands_alone (text, found, length))
      return TRUE;

  return FALSE;
}

/* The words of @name, NUL after each; what is no part of a word parts them. */
static GPtrArray *
words_of (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *at = name;; at = g_utf8_next_char (at))
    {
      const gboolean inside = *at != '\0' && is_of_word (g_utf8_get_char (at));

      if (inside && start == NULL)
        start = at;
      if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (at - start)));
          start = NULL;
        }
      if (*at == '\0')
        break;
    }

  return words;
}

static gboolean
is_named (const char *skill, const char *resume)
{
  g_autoptr (GPtrArray) words = words_of (skill);

  for (guint i = 0; i < words->len; i++)
    if (!has_word (resume, g_ptr_array_index (words, i)))
      return FALSE;

  /* a name of signs alone is looked for as it is */
  return words->len > 0 || strstr (resume, skill) != NULL;
}

GArray *
foothold_resume_gaps (const char *const *skills, const char *resume)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; skills[i] != NULL; i++)
    if (!is_named (skills[i], resume))
      g_array_append_val (gaps, i);

  return gaps;
}
