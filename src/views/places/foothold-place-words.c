// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-places"

#include "foothold-place-words.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-worth.h"
#include "widgets/foothold-link.h"

#include <glib/gi18n.h>

#define DAYS_A_WEEK 7
/* Longer ago a date says more than a number of days. */
#define DAYS_COUNTED 60
/* No line begins with it. */
#define SEPARATOR "\u00a0· "

void
foothold_place_today (GDate *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}

char *
foothold_place_due_words (const FootholdPlaceRow *row, const GDate *today, gboolean *due)
{
  int days;
  const FootholdLook look = foothold_rhythm_look (row->looked_on, row->every_days, today, &days);

  *due = look == FOOTHOLD_LOOK_FIRST || look == FOOTHOLD_LOOK_DUE;
  switch (look)
    {
    case FOOTHOLD_LOOK_NONE:
      return g_strdup (row->looked_on == NULL ? _ ("Never looked") : _ ("No rhythm"));
    case FOOTHOLD_LOOK_FIRST:
      return g_strdup (_ ("Never looked"));
    case FOOTHOLD_LOOK_DUE:
      if (days == 0)
        return g_strdup (_ ("Look again today"));
      return g_strdup_printf (ngettext ("Look again, %d day overdue", "Look again, %d days overdue",
                                        (gulong) - (gint64) days),
                              -days);
    case FOOTHOLD_LOOK_LATER:
      if (days == 1)
        return g_strdup (_ ("Look again tomorrow"));
      return g_strdup_printf (ngettext ("Look again in %d day", "Look again in %d days", (gulong) days), days);
    default:
      g_assert_not_reached ();
    }
}

char *
foothold_place_rhythm_words (gint64 every_days)
{
  if (every_days < 1)
    return g_strdup (_ ("no rhythm"));
  if (every_days == 1)
    return g_strdup (_ ("every day"));
  if (every_days == DAYS_A_WEEK)
    return g_strdup (_ ("every week"));
  if (every_days % DAYS_A_WEEK == 0)
    return g_strdup_printf (ngettext ("every %d week", "every %d weeks", (gulong) (every_days / DAYS_A_WEEK)),
                            (int) (every_days / DAYS_A_WEEK));
  return g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong) every_days), (int) every_days);
}

char *
foothold_place_looked_words (const char *looked_on, const GDate *today)
{
  GDate looked;
  int days;

  if (!foothold_rhythm_read_day (looked_on, &looked))
    return NULL;

  days = g_date_days_between (&looked, today);
  if (days == 0)
    return g_strdup (_ ("looked today"));
  if (days == 1)
    return g_strdup (_ ("looked yesterday"));
  if (days > 1 && days <= DAYS_COUNTED)
    return g_strdup_printf (ngettext ("looked %d day ago", "looked %d days ago", (gulong) days), days);

  {
    g_autofree char *date = foothold_format_date (looked_on, NULL);

    /* Translators: %s is a date, "3 Dec 2025" */
    return g_strdup_printf (_ ("looked on %s"), date);
  }
}

char *
foothold_place_yield_words (const FootholdPlaceRow *row)
{
  GString *text;

  if (row->found == GINT64_UNKNOWN || row->found == 0)
    return g_strdup (_ ("Nothing found yet"));

  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("%'d found", "%'d found", (gulong) row->found), (int) row->found);
  if (row->shortlisted > 0)
    {
      g_string_append (text, SEPARATOR);
      g_string_append_printf (text, ngettext ("%'d shortlisted", "%'d shortlisted", (gulong) row->shortlisted),
                              (int) row->shortlisted);
    }
  if (row->fit != GINT64_UNKNOWN)
    {
      double lo, hi;

      foothold_worth_read_sort_key (row->fit, &lo, &hi);
      g_string_append (text, SEPARATOR);
      /* Translators: how well the best of those fits that were found at a place, from 0 to 1 */
      g_string_append_printf (text, _ ("best fit %.2f"), lo);
    }

  return g_string_free (text, FALSE);
}

char *
foothold_place_host (const FootholdPlaceRow *row)
{
  return foothold_link_host (row->url);
}
