// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-rhythm.h"

#include "rules/foothold-dates.h"

#define SECONDS_A_DAY (24 * 3600)
/* 1970-01-01 and 9999-12-31 as GDate counts days. */
#define JULIAN_OF_1970 719163
#define JULIAN_OF_9999_END 3652059

static guint
read_digits (const char *text, guint n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (guint) g_ascii_digit_value (text[i]);

  return number;
}

gboolean
foothold_rhythm_read_day (const char *iso, GDate *day)
{
  g_date_clear (day, 1);
  if (!foothold_date_is_valid (iso))
    return FALSE;

  g_date_set_dmy (day, (GDateDay) read_digits (iso + 8, 2), (GDateMonth) read_digits (iso + 5, 2),
                  (GDateYear) read_digits (iso, 4));
  return TRUE;
}

void
foothold_rhythm_write_day (const GDate *day, char *iso)
{
  g_return_if_fail (g_date_valid (day));

  g_snprintf (iso, FOOTHOLD_DAY_SIZE, "%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day),
              g_date_get_day (day));
}

/* Thousands of instants are asked for their day at once: the offset of the zone is enough, and makes no objects. */
gboolean
foothold_rhythm_day_of_instant (gint64 instant, GTimeZone *zone, GDate *day)
{
  /* rounded down, also before 1970 */
  const gint64 second = instant / 1000 - (instant % 1000 < 0 ? 1 : 0);
  g_autoptr (GTimeZone) own = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  const int interval = g_time_zone_find_interval (own, G_TIME_TYPE_UNIVERSAL, second);
  const gint64 here = second + g_time_zone_get_offset (own, interval);
  const gint64 number = here / SECONDS_A_DAY - (here % SECONDS_A_DAY < 0 ? 1 : 0) + JULIAN_OF_1970;

  g_date_clear (day, 1);
  if (number < 1 || number > JULIAN_OF_9999_END)
    return FALSE;

  g_date_set_julian (day, (guint32) number);
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
