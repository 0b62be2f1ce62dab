// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-letter.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-letter-words.h"

/* The lines that say what shows each skill; "" where there are none. */
static char *
write_skills (const FootholdLetterFacts *facts)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < facts->n_skills; i++)
    {
      g_autofree char *name = foothold_letter_one_line (facts->skills[i].name);
      g_autofree char *evidence = foothold_letter_one_line (facts->skills[i].evidence);

      if (*name == '\0' || *evidence == '\0')
        continue;
      g_string_append (lines, "• ");
      /* Translators: a line of a letter: a skill, and what shows that one has it */
      g_string_append_printf (lines, C_ ("letter", "%1$s: %2$s"), name, evidence);
      g_string_append_c (lines, '\n');
    }

  return g_string_free (lines, FALSE);
}

void
foothold_letter_write (const FootholdLetterFacts *facts, char **subject, char **body)
{
  g_autofree char *title = foothold_letter_one_line (facts->title);
  g_autofree char *work = foothold_letter_describe_work (facts->title, facts->organisation);
  g_autofree char *greeting = foothold_letter_greeting (facts->contact);
  g_autofree char *skills = write_skills (facts);
  GString *text = g_string_new (greeting);

  /* Translators: the subject of a mail; %s is the title of an opportunity */
  *subject = g_strdup_printf (_ ("Application for “%s”"), title);

  g_string_append (text, "\n\n");
  /* Translators: in a letter: what it is about: "“Logo design” at Acme" */
  g_string_append_printf (text, _ ("I would like to apply for %s."), work);
  if (*skills != '\0')
    g_string_append_printf (text, " %s\n\n%s\n", _ ("This is what I bring to it:"), skills);
  else
    g_string_append (text, "\n\n");
  g_string_append (text, _ ("I would be glad to tell you more, and to hear what matters most to you in this work."));
  g_string_append (text, "\n\n");
  foothold_letter_append_closing (text, facts->sender);
  *body = g_string_free (text, FALSE);
}
