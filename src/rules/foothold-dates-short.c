// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include <locale.h>
#include <string.h>

#include "foothold-dates.h"

/* Dates in digits alone, of which two readers may read two days. */

char *
foothold_date_parse_short (const char *text, FootholdDayOrder order)
{
  guint numbers[3];
  gsize n;
  char *end = (char *) text;
  char separator = '\0';
  g_autofree char *date = NULL;
  guint day, month, year;

  for (guint i = 0; i < 3; i++)
    {
      const char *start = end;

      if (!g_ascii_isdigit (*start))
        return NULL;
      numbers[i] = (guint) MIN (g_ascii_strtoull (start, &end, 10), 10000);
      n = (gsize) (end - start);
      if (i < 2 && (n > 2 || *end == '\0' || strchr ("/-.", *end) == NULL || (i == 1 && *end != separator)))
        return NULL;
      separator = i < 2 ? *end : separator;
      if (i < 2)
        end++;
      else if (n != 2 && n != 4)
        return NULL;
      else if (n == 2)
        numbers[2] += 2000;
    }
  if (*end != '\0' && *end != ' ' && *end != ',')
    return NULL;
  /* "31.12.26": with points the day is first; with a year of four digits any reader of dates knows it */
  if (separator == '.' && n != 2)
    return NULL;
  /* a day that cannot be a month says so itself */
  if (separator == '.' || numbers[0] > 12)
    order = FOOTHOLD_DAY_ORDER_DAY;
  else if (numbers[1] > 12)
    order = FOOTHOLD_DAY_ORDER_MONTH;
  else if (numbers[0] == numbers[1])
    order = FOOTHOLD_DAY_ORDER_DAY;
  if (order != FOOTHOLD_DAY_ORDER_DAY && order != FOOTHOLD_DAY_ORDER_MONTH)
    return NULL;
  day = order == FOOTHOLD_DAY_ORDER_DAY ? numbers[0] : numbers[1];
  month = order == FOOTHOLD_DAY_ORDER_DAY ? numbers[1] : numbers[0];
  year = numbers[2];
  date = g_strdup_printf ("%04u-%02u-%02u", year, month, day);

  return foothold_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

FootholdDayOrder
foothold_day_order_of_locale (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  g_autoptr (GDateTime) sample = g_date_time_new_utc (1999, 11, 22, 0, 0, 0);
  g_autofree char *written = NULL;
  const char *day, *month, *year;

  if (locale == NULL || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") || g_str_equal (locale, "POSIX"))
    return FOOTHOLD_DAY_ORDER_NONE;

  written = g_date_time_format (sample, "%x");
  day = written != NULL ? strstr (written, "22") : NULL;
  month = written != NULL ? strstr (written, "11") : NULL;
  year = written != NULL ? strstr (written, "99") : NULL;
  if (day == NULL || month == NULL || year == NULL || year < day)
    return FOOTHOLD_DAY_ORDER_NONE;
  return day < month ? FOOTHOLD_DAY_ORDER_DAY : FOOTHOLD_DAY_ORDER_MONTH;
}
