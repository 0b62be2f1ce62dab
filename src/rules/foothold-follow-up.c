// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-follow-up.h"

#include <glib/gi18n-lib.h>

/* What strangers wrote must not begin a line of a header. */
static char *
one_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free (line, FALSE);
}

/* What it is about: "“Logo design” at Acme". */
static char *
describe_work (const FootholdFollowUpFacts *facts)
{
  g_autofree char *title = one_line (facts->title);
  g_autofree char *organisation = one_line (facts->organisation);

  if (*organisation == '\0')
    /* Translators: in a mail: the title of an opportunity */
    return g_strdup_printf (C_ ("follow-up", "“%s”"), title);
  /* Translators: in a mail: the title of an opportunity, and the organisation */
  return g_strdup_printf (C_ ("follow-up", "“%1$s” at %2$s"), title, organisation);
}

/* How they know of it: of what happened, the last. */
static char *
write_opening (const FootholdFollowUpFacts *facts)
{
  g_autofree char *work = describe_work (facts);

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
  g_autofree char *title = one_line (facts->title);
  g_autofree char *contact = one_line (facts->contact);
  g_autofree char *sender = one_line (facts->sender);
  g_autofree char *opening = write_opening (facts);
  GString *text = g_string_new (NULL);

  /* Translators: the subject of a mail; %s is the title of an opportunity */
  *subject = g_strdup_printf (_ ("My application for “%s”"), title);

  if (*contact != '\0')
    /* Translators: the greeting of a mail; %s is a name */
    g_string_append_printf (text, _ ("Dear %s,"), contact);
  else
    g_string_append (text, _ ("Hello,"));
  g_string_append_printf (text, "\n\n%s ", opening);
  g_string_append (text,
                   _ ("I am still very interested in it. May I ask whether there is any news, and whether you need "
                      "anything else from me?"));
  g_string_append_printf (text, "\n\n%s\n", _ ("Kind regards"));
  if (*sender != '\0')
    g_string_append_printf (text, "%s\n", sender);
  *body = g_string_free (text, FALSE);
}
