// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-format.h"

#include "rules/foothold-load.h"
#include "rules/foothold-worth.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* What is said of the judgement of an opportunity, of what it brings and what it takes. */

/* Nobody plans a week in minutes. */
#define MINUTES_ROUND 30

static gint64
round_minutes (gint64 minutes)
{
  return (minutes + MINUTES_ROUND / 2) / MINUTES_ROUND * MINUTES_ROUND;
}

char *
foothold_format_week (gint64 few, gint64 many)
{
  return foothold_format_hours (round_minutes (few), round_minutes (many));
}

static const char *
size_word (FootholdSize size)
{
  switch (size)
    {
    case FOOTHOLD_SIZE_SHORT:
      return C_ ("size of the work", "short");
    case FOOTHOLD_SIZE_LONG:
      return C_ ("size of the work", "long");
    case FOOTHOLD_SIZE_VERY_LONG:
      return C_ ("size of the work", "very long");
    case FOOTHOLD_SIZE_USUAL:
    default:
      return NULL;
    }
}

char *
foothold_format_size (gint64 minutes_min, gint64 minutes_max)
{
  const char *word = size_word (foothold_size_of (minutes_min, minutes_max));
  char *hours = foothold_format_hours (minutes_min, minutes_max);
  g_autofree char *plain = NULL;

  if (word == NULL || hours == NULL)
    return hours;

  plain = hours;
  return g_strdup_printf ("%s · %s", plain, word);
}

const char *
foothold_format_size_sentence (gint64 minutes_min, gint64 minutes_max)
{
  switch (foothold_size_of (minutes_min, minutes_max))
    {
    case FOOTHOLD_SIZE_SHORT:
      return _ ("Shorter than most: a micro-internship takes 5 to 40 hours");
    case FOOTHOLD_SIZE_LONG:
      return _ ("Longer than most: a micro-internship takes 5 to 40 hours");
    case FOOTHOLD_SIZE_VERY_LONG:
      return _ ("Over 120 hours: a micro-internship takes 5 to 40");
    case FOOTHOLD_SIZE_USUAL:
    default:
      return NULL;
    }
}

gboolean
foothold_read_fit (const FootholdOpportunityRow *row, double *lo, double *hi)
{
  *lo = 0;
  *hi = 1;
  if (row->fit == GINT64_UNKNOWN)
    return FALSE;

  foothold_worth_read_sort_key (row->fit, lo, hi);
  return TRUE;
}

char *
foothold_format_known (const FootholdOpportunityRow *row)
{
  if (row->known == GINT64_UNKNOWN || row->asked <= 0)
    return NULL;

  /* Translators: how many of the facts are known that a judgement asks for, "5 of 10 facts known". */
  return g_strdup_printf (ngettext ("%d of %d fact known", "%d of %d facts known", (gulong) row->asked),
                          (int) row->known, (int) row->asked);
}

char *
foothold_format_clarity (const FootholdOpportunityRow *row)
{
  if (row->clarity == GINT64_UNKNOWN)
    return NULL;

  /* Translators: how clear a brief is, of 100: "Clarity 63". */
  return g_strdup_printf (_ ("Clarity %d"), (int) row->clarity);
}

char *
foothold_format_warnings (const FootholdOpportunityRow *row)
{
  if (row->warnings == GINT64_UNKNOWN || row->warnings == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%d warning", "%d warnings", (gulong) row->warnings), (int) row->warnings);
}

char *
foothold_format_skills (const FootholdOpportunityRow *row)
{
  if (row->skills_asked == GINT64_UNKNOWN || row->skills_asked == 0)
    return NULL;

  /* Translators: how many of the skills that a posting asks for the person has, "3 of 5 skills". */
  return g_strdup_printf (ngettext ("%d of %d skill", "%d of %d skills", (gulong) row->skills_asked),
                          (int) row->skills_had, (int) row->skills_asked);
}

char *
foothold_format_amounts (const FootholdAmounts *amounts, const char *currency)
{
  g_autofree char *lo =
    foothold_format_money (amounts->lo == FOOTHOLD_FACT_UNKNOWN ? GINT64_UNKNOWN : amounts->lo, currency);
  g_autofree char *hi =
    foothold_format_money (amounts->hi == FOOTHOLD_FACT_UNKNOWN ? GINT64_UNKNOWN : amounts->hi, currency);

  if (lo != NULL && hi != NULL)
    return amounts->lo == amounts->hi ? g_steal_pointer (&lo)
                                      /* Translators: a range of money, both with the currency */
                                      : g_strdup_printf (_ ("%s to %s"), lo, hi);
  if (lo != NULL)
    return g_strdup_printf (_ ("at least %s"), lo);
  return hi != NULL ? g_strdup_printf (_ ("at most %s"), hi) : NULL;
}
