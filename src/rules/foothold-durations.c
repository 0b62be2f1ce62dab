// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include <string.h>

#include "foothold-dates.h"
#include "rules/foothold-facts.h"

/* How much work a duration means: ISO 8601, and words. */

/* Digits with an optional fraction, in thousandths. */
static gboolean
take_thousandths (const char **at, gint64 *value)
{
  gint64 scale = 1000;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (*value = 0; g_ascii_isdigit (**at); (*at)++)
    {
      *value = *value * 10 + (**at - '0') * 1000;
      if (*value > G_GINT64_CONSTANT (1000000000))
        return FALSE;
    }
  if ((**at == '.' || **at == ',') && g_ascii_isdigit ((*at)[1]))
    for ((*at)++; g_ascii_isdigit (**at); (*at)++)
      {
        scale /= 10;
        *value += (**at - '0') * scale;
      }

  return TRUE;
}

static gboolean
parse_iso_duration (const char *at, gint64 *minutes)
{
  gboolean in_time = FALSE;
  gboolean any = FALSE;
  gint64 total = 0;

  for (at++; *at != '\0'; at++)
    {
      gint64 value, unit;

      if (*at == 'T' && !in_time)
        {
          in_time = TRUE;
          continue;
        }
      if (!take_thousandths (&at, &value))
        return FALSE;
      switch (*at)
        {
        case 'W':
          unit = FOOTHOLD_WORKDAYS_PER_WEEK * FOOTHOLD_MINUTES_PER_WORKDAY;
          break;
        case 'D':
          unit = FOOTHOLD_MINUTES_PER_WORKDAY;
          break;
        case 'H':
          unit = 60;
          break;
        case 'M':
        case 'S':
          if (!in_time)
            unit = 0;
          else
            unit = *at == 'M' ? 1 : -60;
          break;
        case 'Y':
          unit = 0;
          break;
        default:
          return FALSE;
        }
      /* months and years are time that passes, not work; "P0Y" before the hours says nothing */
      if (unit == 0 && value != 0)
        return FALSE;
      if (in_time != (*at == 'H' || *at == 'S' || (*at == 'M' && unit != 0)))
        return FALSE;
      total += unit < 0 ? value / -unit : value * unit;
      any = TRUE;
    }

  *minutes = (total + 500) / 1000;
  return any && *minutes > 0;
}

/* What a unit's word is worth in minutes, 0 for no unit. */
static gint64
unit_minutes (const char *word, gsize length)
{
  static const struct
  {
    const char *words;
    gint64 minutes;
  } units[] = {
    { " h hr hrs hour hours std stunde stunden heures heure godz godzin godziny horas giờ ", 60 },
    { " min mins minute minutes minuten ", 1 },
    { " d day days tag tage tagen dni ngày ", FOOTHOLD_MINUTES_PER_WORKDAY },
  };
  g_autofree char *wanted = g_strndup (word, length);
  g_autofree char *lower = g_utf8_strdown (wanted, -1);
  g_autofree char *spaced = g_strconcat (" ", lower, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, spaced) != NULL)
      return units[i].minutes;

  return 0;
}

static gboolean
parse_duration_words (const char *at, gint64 *min, gint64 *max)
{
  gint64 numbers[2] = { 0, 0 };
  guint n = 0;
  gint64 unit = 0;
  gboolean is_clock = FALSE;

  for (; *at != '\0';)
    {
      const char *start = at;

      if (g_ascii_isdigit (*at))
        {
          /* "40 hours, 8 weeks": what comes after the unit is another matter, but not a rate */
          if (n == 2 || is_clock || !take_thousandths (&at, &numbers[n]))
            return FALSE;
          n++;
          continue;
        }
      if (!g_unichar_isalpha (g_utf8_get_char (at)))
        {
          if (*at == '/' && unit != 0)
            return FALSE;
          at = g_utf8_next_char (at);
          continue;
        }
      while (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (unit == 0 && n > 0)
        {
          unit = unit_minutes (start, (gsize) (at - start));
          /* "8 giờ - 17 giờ", "8 giờ 30": from when until when, and when */
          is_clock = unit != 0 && n == 1 && g_str_has_prefix (start, "gi");
        }
      else if (unit != 0)
        {
          static const char *const rates[] = { "per",        "a",     "an",     "each",    "pro",
                                               "je",         "week",  "weekly", "woche",   "wöchentlich",
                                               "day",        "daily", "month",  "monthly", "tydzień",
                                               "tygodniowo", "na",    "tuần",   "mỗi",     "hàng",
                                               "ngày",       "tháng", "sáng",   "chiều",   "tối" };

          for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
            if (strlen (rates[i]) == (gsize) (at - start)
                && g_ascii_strncasecmp (rates[i], start, strlen (rates[i])) == 0)
              return FALSE;
        }
    }
  if (n == 0 || unit == 0)
    return FALSE;

  *min = (numbers[0] * unit + 500) / 1000;
  *max = n == 2 ? (numbers[1] * unit + 500) / 1000 : *min;
  if (*max < *min)
    return FALSE;
  return *min > 0;
}

gboolean
foothold_duration_is_calendar (const char *text)
{
  const char *at = text + strspn (text, " ");

  if (*at == 'P' && g_ascii_isdigit (at[1]))
    return TRUE;
  for (; *at != '\0';)
    {
      const char *start = at;

      while (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (unit_minutes (start, (gsize) (at - start)) == FOOTHOLD_MINUTES_PER_WORKDAY)
        return TRUE;
      if (at == start)
        at = g_utf8_next_char (at);
    }

  return FALSE;
}

gboolean
foothold_duration_parse (const char *text, gint64 *min, gint64 *max)
{
  g_autofree char *trimmed = NULL;

  if (text == NULL || strlen (text) > 100 || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  trimmed = g_strstrip (g_strdup (text));
  /* "-PT5H": nothing takes less than no time */
  if (g_str_has_prefix (trimmed, "-P"))
    return FALSE;
  if (trimmed[0] == 'P' && (trimmed[1] == 'T' || g_ascii_isdigit (trimmed[1])))
    {
      if (!parse_iso_duration (trimmed, min))
        return FALSE;
      *max = *min;
      return TRUE;
    }

  return parse_duration_words (trimmed, min, max);
}

/* --- under a name --- */

#define NUMBER "\\d{1,3}(?:[.,]\\d{1,2})?"

static gboolean
names_hours (const char *name)
{
  static const char *const words[] = { "hour", "stunde", "heure", "godzin", "hora", "giờ" };
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* "20+", "20+ hours", "at least 20": how much it is at most nobody says. */
static gboolean
parse_at_least (const char *text, const char *unit, gint64 *min, gint64 *max)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("^(?:(" NUMBER ")\\s?\\+|(?:at least|min\\.|mind\\.|mindestens|≥)\\s?(" NUMBER "))\\s?(\\p{L}*)$",
                 G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  g_autofree char *own = NULL;
  g_autofree char *plain = NULL;

  if (!g_regex_match (regex, text, 0, &info))
    return FALSE;
  before = g_match_info_fetch (info, 1);
  behind = g_match_info_fetch (info, 2);
  own = g_match_info_fetch (info, 3);
  plain = g_strconcat (before, behind, " ", *own != '\0' ? own : unit, NULL);
  if (!foothold_duration_parse (plain, min, max))
    return FALSE;

  *max = FOOTHOLD_FACT_UNKNOWN;
  return TRUE;
}

gboolean
foothold_duration_parse_named (const char *name, const char *text, gint64 *min, gint64 *max)
{
  const char *unit = names_hours (name) ? "h" : "";
  g_autofree char *trimmed = NULL;
  g_autofree char *hours = NULL;

  if (text == NULL || strlen (text) > 100 || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  trimmed = g_strstrip (g_strdup (text));
  if (parse_at_least (trimmed, unit, min, max) || foothold_duration_parse (trimmed, min, max))
    return TRUE;
  hours = g_strconcat (trimmed, " ", unit, NULL);
  return g_regex_match_simple ("^(?:(?:about|around|approx\\.?|ca\\.?|circa|etwa|rund|~)\\s?)?" NUMBER
                               "(?:\\s?(?:-|–|to|bis)\\s?" NUMBER ")?$",
                               trimmed, G_REGEX_CASELESS, 0)
         && foothold_duration_parse (hours, min, max);
}
