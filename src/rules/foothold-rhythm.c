// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-rhythm.h"

#include "rules/foothold-dates.h"

#include <stdio.h>

gboolean
foothold_rhythm_read_day (const char *iso, GDate *day)
{
  unsigned year, month, number;

  g_date_clear (day, 1);
  if (iso == NULL || !foothold_date_is_valid (iso) || sscanf (iso, "%4u-%2u-%2u", &year, &month, &number) != 3)
    return FALSE;

  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
foothold_rhythm_day_of_instant (gint64 instant, GTimeZone *zone, GDate *day)
{
  /* rounded down, also before 1970 */
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000 - (instant % 1000 < 0 ? 1 : 0));
  g_autoptr (GTimeZone) own = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_timezone (utc, own) : NULL;

  g_date_clear (day, 1);
  if (here == NULL)
    return FALSE;

  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (here), (GDateMonth) g_date_time_get_month (here),
                  (GDateYear) g_date_time_get_year (here));
  return TRUE;
}

FootholdLook
foothold_rhythm_look (const char *looked_on, gint64 every_days, const GDate *today, int *days)
{
  GDate looked;
  gint64 left;

  *days = 0;
  if (every_days < 1)
    return FOOTHOLD_LOOK_NONE;
  if (!foothold_rhythm_read_day (looked_on, &looked))
    return FOOTHOLD_LOOK_FIRST;

  every_days = MIN (every_days, FOOTHOLD_RHYTHM_MAX);
  left = (gint64) g_date_get_julian (&looked) + every_days - (gint64) g_date_get_julian (today);
  *days = (int) MIN (left, every_days);
  return left > 0 ? FOOTHOLD_LOOK_LATER : FOOTHOLD_LOOK_DUE;
}
