// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-organisation-words.h"

#include "rules/foothold-lists.h"
#include "views/people/foothold-person-words.h"

#include <glib/gi18n.h>

char *
foothold_organisation_subtitle (const FootholdOrganisationRow *row)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  foothold_people_append_part (parts, foothold_list_name (&foothold_organisation_types, row->type));
  foothold_people_append_part (parts, row->industry_name != NULL
                                        ? row->industry_name
                                        : foothold_list_name (&foothold_industries, row->industry));
  foothold_people_append_part (parts, row->size);
  foothold_people_append_part (parts, foothold_list_name (&foothold_countries, row->country));
  return parts->len > 0 ? g_string_free_and_steal (g_steal_pointer (&parts)) : NULL;
}

static void
add_part (char **text, char *part)
{
  g_autofree char *taken = part;
  g_autofree char *before = g_steal_pointer (text);

  /* Translators: things of a list, one after another: “your profile, 3 goals” */
  *text = before != NULL ? g_strdup_printf (C_ ("list", "%s, %s"), before, taken) : g_strdup (taken);
}

char *
foothold_organisation_counts (const FootholdOrganisationRow *row)
{
  char *text = NULL;

  if (row->opportunities > 0)
    add_part (&text, g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", (gulong) row->opportunities),
                                      (guint) row->opportunities));
  if (row->applications > 0)
    add_part (&text, g_strdup_printf (ngettext ("%u application", "%u applications", (gulong) row->applications),
                                      (guint) row->applications));
  if (row->people > 0)
    add_part (&text, g_strdup_printf (ngettext ("%u person", "%u people", (gulong) row->people), (guint) row->people));
  if (row->asked > 0)
    /* Translators: an organisation is asked although it advertises nothing, as in “2 people, outreach” */
    add_part (&text, g_strdup (C_ ("within a list", "outreach")));
  return text != NULL ? text : g_strdup (_ ("Nothing names it"));
}

char *
foothold_organisation_contact_words (const FootholdOrganisationRow *row, const GDate *today)
{
  GDate day;

  if (row->contacted == GINT64_UNKNOWN)
    return NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) row->contacted);
  return foothold_people_contact_words (&day, today);
}
