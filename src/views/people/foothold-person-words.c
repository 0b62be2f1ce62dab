// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-person-words.h"

#include "model/foothold-format.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-rhythm.h"

#include <glib/gi18n.h>

/* Longer ago a date says more than a number of days. */
#define DAYS_COUNTED 60

void
foothold_people_today (GDate *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}

void
foothold_people_append_part (GString *parts, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (parts->len > 0)
    g_string_append (parts, " · ");
  g_string_append (parts, part);
}

char *
foothold_person_subtitle (const FootholdPersonRow *row)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  foothold_people_append_part (parts, row->job_title);
  foothold_people_append_part (parts, row->organisation);
  foothold_people_append_part (parts, foothold_list_name (&foothold_person_roles, row->role));
  return parts->len > 0 ? g_string_free_and_steal (g_steal_pointer (&parts)) : NULL;
}

char *
foothold_people_contact_words (const GDate *day, const GDate *today)
{
  const int days = g_date_days_between (day, today);
  char iso[11];

  if (days == 0)
    return g_strdup (_ ("Last contact today"));
  if (days == 1)
    return g_strdup (_ ("Last contact yesterday"));
  if (days > 1 && days <= DAYS_COUNTED)
    return g_strdup_printf (ngettext ("Last contact %d day ago", "Last contact %d days ago", (gulong) days), days);

  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", day);
  {
    g_autofree char *date = foothold_format_date (iso, NULL);

    /* Translators: %s is a date, "3 Dec 2025" */
    return g_strdup_printf (_ ("Last contact %s"), date);
  }
}

char *
foothold_person_contact_words (const FootholdPersonRow *row, const GDate *today)
{
  GDate day;

  return foothold_rhythm_read_day (row->contacted_on, &day) ? foothold_people_contact_words (&day, today)
                                                            : g_strdup (_ ("No contact yet"));
}

char *
foothold_person_step_words (const FootholdPersonRow *row, const GDate *today, gboolean *due)
{
  g_autofree char *date = row->next_step_on != NULL ? foothold_format_date (row->next_step_on, NULL) : NULL;
  GDate day;

  *due = foothold_rhythm_read_day (row->next_step_on, &day) && g_date_compare (&day, today) <= 0;
  if (row->next_step == NULL && date == NULL)
    return NULL;
  if (date == NULL)
    return g_strdup (row->next_step);
  if (row->next_step == NULL)
    /* Translators: %s is a day, "tomorrow", "Thu 3 Dec" */
    return g_strdup_printf (_ ("Next step %s"), date);
  /* Translators: what to do next and when: "Call her, Thu 3 Dec" */
  return g_strdup_printf (_ ("%s, %s"), row->next_step, date);
}

FootholdReference
foothold_person_reference (const FootholdPersonRow *row, const GDate *today)
{
  GDate until;

  if (row->reference == NULL)
    return FOOTHOLD_REFERENCE_UNKNOWN;
  if (g_str_equal (row->reference, "asked"))
    return FOOTHOLD_REFERENCE_ASKED;
  if (g_str_equal (row->reference, "no"))
    return FOOTHOLD_REFERENCE_REFUSED;
  return foothold_rhythm_read_day (row->reference_until, &until) && g_date_compare (&until, today) < 0
           ? FOOTHOLD_REFERENCE_EXPIRED
           : FOOTHOLD_REFERENCE_GIVEN;
}

char *
foothold_person_reference_words (const FootholdPersonRow *row, const GDate *today)
{
  g_autofree char *until = row->reference_until != NULL ? foothold_format_day (row->reference_until) : NULL;

  switch (foothold_person_reference (row, today))
    {
    case FOOTHOLD_REFERENCE_ASKED:
      return g_strdup (_ ("Reference asked"));
    case FOOTHOLD_REFERENCE_GIVEN:
      /* Translators: somebody may be named as a reference; %s is a date, "3 Dec 2026" */
      return until != NULL ? g_strdup_printf (_ ("Reference until %s"), until) : g_strdup (_ ("Reference"));
    case FOOTHOLD_REFERENCE_EXPIRED:
      /* Translators: somebody may be named as a reference no more; %s is a date, "3 Dec 2026" */
      return g_strdup_printf (_ ("Reference expired %s"), until);
    case FOOTHOLD_REFERENCE_REFUSED:
      return g_strdup (_ ("No reference"));
    case FOOTHOLD_REFERENCE_UNKNOWN:
    default:
      return NULL;
    }
}
