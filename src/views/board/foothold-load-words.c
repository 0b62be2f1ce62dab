// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-load-words.h"

#include "model/foothold-format.h"
#include "rules/foothold-field-words.h"

#include <glib/gi18n.h>

/* The first field that keeps the load from being known, and all of them by name. */
static const char *
missing_fields (const FootholdOpportunityRow *row, GString *names)
{
  const struct
  {
    const char *field;
    gboolean known;
  } needed[] = {
    { "minutes_min", row->minutes_min != GINT64_UNKNOWN || row->minutes_max != GINT64_UNKNOWN },
    { "start_on", row->start_on != NULL },
    { "end_on", row->end_on != NULL },
  };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!needed[i].known)
      {
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", foothold_field_title (needed[i].field));
        first = first != NULL ? first : needed[i].field;
      }
  return first;
}

static const char *
level_words (FootholdLoadLevel level)
{
  switch (level)
    {
    case FOOTHOLD_LOAD_FINE:
      return _ ("Leaves room in your week.");
    case FOOTHOLD_LOAD_TIGHT:
      return _ ("Tight: four fifths of your week or more.");
    case FOOTHOLD_LOAD_OVER:
      return _ ("Too much: it takes, or may take, more than your week has.");
    case FOOTHOLD_LOAD_UNKNOWN:
    default:
      return _ ("How many hours a week you have is not set yet; it is in your profile.");
    }
}

char *
foothold_load_words (const FootholdAppraisal *appraisal, char **amount, const char **missing)
{
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const FootholdLoad *load = &appraisal->load;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) said = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *budget = NULL;
  g_autofree char *others = NULL;

  *amount = NULL;
  *missing = NULL;
  if (!appraisal->has_load)
    {
      *missing = missing_fields (appraisal->given->opportunity, names);
      /* Translators: the names of fields, such as “Hours, Starts On” */
      return names->len > 0 ? g_strdup_printf (_ ("Cannot be said yet. Missing: %s"), names->str)
                            : g_strdup (_ ("Cannot be said: the last day is before the first."));
    }

  said = g_string_new (level_words (load->level));
  hours = foothold_format_week (load->few + load->others, load->many + load->others);
  if (load->level != FOOTHOLD_LOAD_UNKNOWN)
    budget = foothold_format_hours (profile->minutes_per_week, profile->minutes_per_week);
  /* Translators: hours a week that a project takes, and those that the person has */
  *amount = budget != NULL ? g_strdup_printf (_ ("%s of your %s"), hours, budget) : g_steal_pointer (&hours);
  if (load->n_others > 0)
    {
      others = foothold_format_week (load->others, load->others);
      g_string_append_c (said, ' ');
      /* Translators: %u projects that are agreed, %s hours a week: “With 1 other project that is on then: 6 h.” */
      g_string_append_printf (said,
                              ngettext ("With %u other project that is on then: %s.",
                                        "With %u other projects that are on then: %s.", load->n_others),
                              load->n_others, others);
    }
  if (load->n_unweighed > 0)
    {
      g_string_append_c (said, ' ');
      g_string_append_printf (said,
                              ngettext ("%u more that is agreed does not say its hours or days.",
                                        "%u more that are agreed do not say their hours or days.", load->n_unweighed),
                              load->n_unweighed);
    }
  return g_string_free (g_steal_pointer (&said), FALSE);
}
