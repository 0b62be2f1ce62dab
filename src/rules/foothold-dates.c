// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-dates.h"

#include <string.h>

#include "rules/foothold-zone.h"

/*
 * Dates and times by plain arithmetic on the proleptic Gregorian calendar; GLib's
 * zones only where an instant is asked for.
 */

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

static gboolean
is_day (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month (year, month);
}

/* Days since 1970-01-01; counts years from March, so that the leap day comes last. */
static gint64
day_number (int year, int month, int day)
{
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (gint64) era * 146097 + day_of_era - 719468;
}

static void
from_day_number (gint64 number, int *year, int *month, int *day)
{
  const gint64 shifted = number + 719468;
  const int era = (int) (shifted / 146097);
  const int day_of_era = (int) (shifted - (gint64) era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int m = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

/* Reads exactly @n digits at *@at and moves past them. */
static gboolean
take_digits (const char **at, guint n, int *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *value = *value * 10 + (**at - '0');
      (*at)++;
    }

  return TRUE;
}

static gboolean
take_char (const char **at, char c)
{
  if (**at != c)
    return FALSE;

  (*at)++;
  return TRUE;
}

/* One digit or two. */
static gboolean
take_number (const char **at, int *value)
{
  return take_digits (at, g_ascii_isdigit (**at) && g_ascii_isdigit ((*at)[1]) ? 2 : 1, value);
}

static gboolean
take_date (const char **at, int *year, int *month, int *day)
{
  const char *start = *at;

  if (take_digits (at, 4, year) && take_char (at, '-') && take_digits (at, 2, month) && take_char (at, '-')
      && take_digits (at, 2, day))
    return is_day (*year, *month, *day);

  *at = start;
  return take_digits (at, 4, year) && take_digits (at, 2, month) && take_digits (at, 2, day)
         && is_day (*year, *month, *day);
}

static gboolean
is_plausible_year (int year)
{
  return year >= FOOTHOLD_YEAR_MIN && year <= FOOTHOLD_YEAR_MAX;
}

gboolean
foothold_date_is_valid (const char *text)
{
  int year, month, day;

  return text != NULL && strlen (text) == 10 && take_date (&text, &year, &month, &day) && *text == '\0'
         && is_plausible_year (year);
}

gboolean
foothold_time_is_valid (const char *text)
{
  int hour, minute;

  return text != NULL && take_digits (&text, 2, &hour) && take_char (&text, ':') && take_digits (&text, 2, &minute)
         && *text == '\0' && hour < 24 && minute < 60;
}

/* The rest of an ISO time after its "T": hh, hh:mm, hh:mm:ss(.fff), without colons too. Midnight as 24:00 is refused.
 */
static gboolean
take_time (const char **at, int *hour, int *minute)
{
  int second;

  *minute = 0;
  if (!take_digits (at, 2, hour) || *hour > 23)
    return FALSE;
  if (**at == ':' || g_ascii_isdigit (**at))
    {
      const gboolean colons = take_char (at, ':');

      if (!take_digits (at, 2, minute) || *minute > 59)
        return FALSE;
      if ((colons && **at == ':') || (!colons && g_ascii_isdigit (**at)))
        {
          if (colons)
            (*at)++;
          if (!take_digits (at, 2, &second) || second > 60)
            return FALSE;
        }
    }
  if (**at == '.' || **at == ',')
    {
      (*at)++;
      if (!g_ascii_isdigit (**at))
        return FALSE;
      while (g_ascii_isdigit (**at))
        (*at)++;
    }

  return TRUE;
}

/* "", "Z", "+hh", "+hhmm", "+hh:mm", "UTC", "GMT". *@has says whether there was one. */
static gboolean
take_offset (const char **at, gboolean *has, int *minutes)
{
  int sign, hour, minute = 0;

  *has = FALSE;
  *minutes = 0;
  while (**at == ' ')
    (*at)++;
  if (**at == '\0')
    return TRUE;

  *has = TRUE;
  if (g_ascii_strcasecmp (*at, "Z") == 0 || g_ascii_strcasecmp (*at, "UTC") == 0
      || g_ascii_strcasecmp (*at, "GMT") == 0)
    {
      *at += strlen (*at);
      return TRUE;
    }
  if (**at != '+' && **at != '-')
    return FALSE;
  sign = **at == '-' ? -1 : 1;
  (*at)++;
  if (!take_digits (at, 2, &hour))
    return FALSE;
  if (**at != '\0')
    {
      take_char (at, ':');
      if (!take_digits (at, 2, &minute))
        return FALSE;
    }

  *minutes = sign * (hour * 60 + minute);
  return **at == '\0' && hour <= 14 && minute < 60;
}

static gboolean
set_moment (FootholdMoment *moment, int year, int month, int day)
{
  if (!is_day (year, month, day) || !is_plausible_year (year))
    return FALSE;

  g_snprintf (moment->date, sizeof moment->date, "%04d-%02d-%02d", year, month, day);
  return TRUE;
}

/* The zone's name: Etc has one for each whole hour, with the sign turned round; the rest is told in UTC. */
static gboolean
set_zoned (FootholdMoment *moment, int year, int month, int day, int hour, int minute, int offset)
{
  if (offset % 60 != 0 || offset / 60 < -12 || offset / 60 > 14)
    {
      const gint64 minutes = day_number (year, month, day) * 1440 + hour * 60 + minute - offset;

      from_day_number (minutes / 1440, &year, &month, &day);
      hour = (int) (minutes % 1440 / 60);
      minute = (int) (minutes % 60);
      offset = 0;
    }

  if (offset == 0)
    g_strlcpy (moment->zone, "Etc/UTC", sizeof moment->zone);
  else
    g_snprintf (moment->zone, sizeof moment->zone, "Etc/GMT%+d", -offset / 60);
  g_snprintf (moment->time, sizeof moment->time, "%02d:%02d", hour % 24, minute % 60);

  return set_moment (moment, year, month, day);
}

static gboolean
parse_iso (const char *at, FootholdMoment *moment)
{
  int year, month, day, hour, minute, offset;
  gboolean zoned;

  if (!take_date (&at, &year, &month, &day) || !is_plausible_year (year))
    return FALSE;
  if (*at == '\0')
    return set_moment (moment, year, month, day);
  if (*at == 'Z' || *at == '+' || *at == '-')
    return take_offset (&at, &zoned, &offset) && set_moment (moment, year, month, day);
  if (*at != 'T' && *at != 't' && *at != ' ')
    return FALSE;

  while (*at == ' ')
    at++;
  take_char (&at, 'T');
  take_char (&at, 't');
  if (!take_time (&at, &hour, &minute) || !take_offset (&at, &zoned, &offset))
    return FALSE;
  if (zoned)
    return set_zoned (moment, year, month, day, hour, minute, offset);

  /* midnight without a zone is how programs write a date */
  if (hour != 0 || minute != 0)
    g_snprintf (moment->time, sizeof moment->time, "%02d:%02d", hour % 24, minute % 60);
  return set_moment (moment, year, month, day);
}

static int
month_by_name (const char *word, gsize length)
{
  static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (length >= 3 && length <= strlen (months[i]) && g_ascii_strncasecmp (months[i], word, length) == 0)
      return (int) i + 1;

  return 0;
}

/* "1 December 2026", "Dec 1st, 2026", "Tue, 01 Dec 2026 10:00:00 GMT", "01.12.2026". The time of a mail date is left
 * out. */
static gboolean
parse_words (const char *at, FootholdMoment *moment)
{
  int numbers[3] = { 0, 0, 0 };
  guint n = 0;
  int month = 0;
  gboolean abbreviated = FALSE;

  for (; *at != '\0' && *at != ':' && n < 3;)
    {
      if (g_ascii_isdigit (*at))
        {
          guint digits = 0;

          for (; g_ascii_isdigit (*at); at++, digits++)
            if (digits < 5)
              numbers[n] = numbers[n] * 10 + (*at - '0');
          if (digits > 4)
            return FALSE;
          n++;
          if (*at == '/')
            return FALSE;
        }
      else if (g_ascii_isalpha (*at))
        {
          const char *start = at;

          while (g_ascii_isalpha (*at))
            at++;
          /* "mar. 3 mai 2026": a Tuesday, and of which month another reads */
          if (month == 3 && abbreviated && at - start > 2)
            return FALSE;
          if (month == 0)
            {
              month = month_by_name (start, (gsize) (at - start));
              abbreviated = at - start == 3;
            }
        }
      else if (strchr (" ,.", *at) != NULL)
        at++;
      else
        return FALSE;

      if (month != 0 && n == 2)
        break;
    }

  if (month != 0 && n == 2)
    return set_moment (moment, numbers[1], month, numbers[0]);
  if (month == 0 && n == 3 && *at == '\0')
    return set_moment (moment, numbers[2], numbers[1], numbers[0]);

  return FALSE;
}

/*
 * "Wed Sep 02 02:00:00 UTC 2026", as programs in Java and C print one: the year comes after time and zone. A zone
 * by its letters ("IST") is several at once: then date and time are what stands there.
 */
static gboolean
parse_printed (const char *at, FootholdMoment *moment)
{
  const char *word;
  int month, day, hour, minute, year;
  int offset = 0;
  gboolean zoned = FALSE;

  for (word = at; g_ascii_isalpha (*at); at++)
    ;
  if (at - word != 3 || !take_char (&at, ' '))
    return FALSE;
  for (word = at; g_ascii_isalpha (*at); at++)
    ;
  month = month_by_name (word, (gsize) (at - word));
  if (month == 0 || !take_char (&at, ' '))
    return FALSE;
  /* C fills up with a blank, Java with a zero */
  if (!(*at == ' ' ? take_char (&at, ' ') && take_digits (&at, 1, &day) : take_digits (&at, 2, &day))
      || !take_char (&at, ' ') || !take_time (&at, &hour, &minute) || !take_char (&at, ' '))
    return FALSE;

  if (!g_ascii_isdigit (*at))
    {
      g_autofree char *zone = g_strndup (at, strcspn (at, " "));
      const char *rest = g_str_has_prefix (zone, "GMT") && zone[3] != '\0' ? zone + 3 : zone;

      at += strlen (zone);
      if (!take_char (&at, ' '))
        return FALSE;
      if (!take_offset (&rest, &zoned, &offset))
        {
          zoned = FALSE;
          if (strspn (zone, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen (zone))
            return FALSE;
        }
    }
  if (!take_digits (&at, 4, &year) || *at != '\0' || !is_plausible_year (year) || !is_day (year, month, day))
    return FALSE;
  if (zoned)
    return set_zoned (moment, year, month, day, hour, minute, offset);
  if (hour != 0 || minute != 0)
    g_snprintf (moment->time, sizeof moment->time, "%02d:%02d", hour % 24, minute % 60);
  return set_moment (moment, year, month, day);
}

/* "2026/11/06", "2026.11.06." and "2026-11-6", with or without a time behind it: with the year first nobody reads
 * another day. */
static gboolean
parse_year_first (const char *at, FootholdMoment *moment)
{
  int year, month, day;
  char separator;
  g_autofree char *iso = NULL;

  if (!take_digits (&at, 4, &year))
    return FALSE;
  separator = *at;
  if (separator == '\0' || strchr ("/.-", separator) == NULL)
    return FALSE;
  at++;
  if (!take_number (&at, &month) || !take_char (&at, separator) || !take_number (&at, &day))
    return FALSE;
  /* as the ordinal numbers of Hungary end */
  if (separator == '.')
    take_char (&at, '.');
  if (strchr ("Tt ", *at) == NULL)
    return FALSE;

  iso = g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, at);
  return parse_iso (iso, moment);
}

gboolean
foothold_moment_parse (const char *text, FootholdMoment *moment)
{
  g_autofree char *trimmed = NULL;
  gboolean ok;

  memset (moment, 0, sizeof *moment);
  if (text == NULL || strlen (text) > 100)
    return FALSE;

  trimmed = g_strstrip (g_strdup (text));
  ok = parse_iso (trimmed, moment);
  if (!ok)
    {
      memset (moment, 0, sizeof *moment);
      ok = parse_year_first (trimmed, moment);
    }
  if (!ok)
    {
      memset (moment, 0, sizeof *moment);
      ok = parse_printed (trimmed, moment);
    }
  if (!ok)
    {
      memset (moment, 0, sizeof *moment);
      ok = strspn (trimmed, "0123456789") < 4 && parse_words (trimmed, moment);
    }
  if (!ok)
    memset (moment, 0, sizeof *moment);

  return ok;
}

char *
foothold_date_parse (const char *text)
{
  FootholdMoment moment;

  return foothold_moment_parse (text, &moment) ? g_strdup (moment.date) : foothold_date_parse_local (text);
}

gboolean
foothold_deadline_to_instant (const char *date, const char *time, const char *zone, GTimeZone *local, gint64 *instant)
{
  g_autoptr (GTimeZone) own = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) earlier = NULL;
  int year, month, day;
  int hour = 23;
  int minute = 59;
  const gboolean whole_day = time == NULL;

  if (!foothold_date_is_valid (date) || !take_date (&date, &year, &month, &day))
    return FALSE;
  if (!whole_day)
    {
      if (!foothold_time_is_valid (time))
        return FALSE;
      take_digits (&time, 2, &hour);
      take_char (&time, ':');
      take_digits (&time, 2, &minute);
    }

  if (zone != NULL)
    {
      own = foothold_zone_find (zone);
      if (own == NULL)
        return FALSE;
    }
  else
    own = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();

  at = g_date_time_new (own, year, month, day, hour, minute, whole_day ? 59 : 0);
  if (at == NULL)
    return FALSE;

  /* an hour that comes twice: the first, unless the whole day is meant, which lasts to the second */
  for (int back = whole_day ? 0 : 60; back > 0; back -= 30)
    {
      g_autoptr (GDateTime) other = g_date_time_add (at, -back * G_TIME_SPAN_MINUTE);

      if (other != NULL && g_date_time_get_hour (other) == hour && g_date_time_get_minute (other) == minute
          && g_date_time_get_day_of_month (other) == day)
        {
          g_clear_pointer (&at, g_date_time_unref);
          at = g_steal_pointer (&other);
          break;
        }
    }

  *instant = g_date_time_to_unix (at) * 1000 + (whole_day ? 999 : 0);
  return TRUE;
}

char *
foothold_instant_to_text (gint64 instant)
{
  const gint64 days = instant / MS_PER_DAY - (instant % MS_PER_DAY < 0 ? 1 : 0);
  const gint64 rest = instant - days * MS_PER_DAY;
  int year, month, day;

  if (days < day_number (1, 1, 1) || days > day_number (9999, 12, 31))
    return NULL;

  from_day_number (days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", year, month, day, (int) (rest / 3600000),
                          (int) (rest / 60000 % 60), (int) (rest / 1000 % 60), (int) (rest % 1000));
}

gboolean
foothold_instant_from_text (const char *text, gint64 *instant)
{
  int year, month, day, hour, minute, second;
  int ms = 0;

  if (text == NULL || !take_digits (&text, 4, &year) || !take_char (&text, '-') || !take_digits (&text, 2, &month)
      || !take_char (&text, '-') || !take_digits (&text, 2, &day) || !take_char (&text, 'T')
      || !take_digits (&text, 2, &hour) || !take_char (&text, ':') || !take_digits (&text, 2, &minute)
      || !take_char (&text, ':') || !take_digits (&text, 2, &second))
    return FALSE;
  if (take_char (&text, '.') && !take_digits (&text, 3, &ms))
    return FALSE;
  if (!take_char (&text, 'Z') || *text != '\0' || !is_day (year, month, day) || hour > 23 || minute > 59 || second > 59)
    return FALSE;

  *instant = day_number (year, month, day) * MS_PER_DAY + hour * G_GINT64_CONSTANT (3600000) + minute * 60000
             + second * 1000 + ms;
  return TRUE;
}
