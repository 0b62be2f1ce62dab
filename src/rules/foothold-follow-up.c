// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-follow-up.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-letter-words.h"

/* How they know of it: of what happened, the last. */
static char *
write_opening (const FootholdFollowUpFacts *facts)
{
  g_autofree char *work = foothold_letter_describe_work (facts->title, facts->organisation);

  if (facts->asked_on != NULL)
    /* Translators: in a mail: what it is about, a day */
    return g_strdup_printf (_ ("I am writing again about my application for %1$s, of which I last asked on %2$s."),
                            work, facts->asked_on);
  if (facts->interviewed_on != NULL)
    /* Translators: in a mail: what it is about, a day */
    return g_strdup_printf (_ ("Thank you again for talking with me about %1$s on %2$s."), work, facts->interviewed_on);
  if (facts->sent_on != NULL)
    /* Translators: in a mail: what it is about, a day */
    return g_strdup_printf (_ ("I applied for %1$s on %2$s."), work, facts->sent_on);
  /* Translators: in a mail: what it is about */
  return g_strdup_printf (_ ("I applied for %s some time ago."), work);
}

void
foothold_follow_up_write (const FootholdFollowUpFacts *facts, char **subject, char **body)
{
  g_autofree char *title = foothold_letter_one_line (facts->title);
  g_autofree char *greeting = foothold_letter_greeting (facts->contact);
  g_autofree char *opening = write_opening (facts);
  GString *text = g_string_new (greeting);

  /* Translators: the subject of a mail; %s is the title of an opportunity */
  *subject = g_strdup_printf (_ ("My application for “%s”"), title);

  g_string_append_printf (text, "\n\n%s ", opening);
  g_string_append (text,
                   _ ("I am still very interested in it. May I ask whether there is any news, and whether you need "
                      "anything else from me?"));
  g_string_append (text, "\n\n");
  foothold_letter_append_closing (text, facts->sender);
  *body = g_string_free (text, FALSE);
}
