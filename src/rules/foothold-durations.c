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
    { " h hr hrs hour hours std stunde stunden heures heure godz godzin godziny horas hora giờ tiếng ", 60 },
    { " min mins minute minutes minuten ", 1 },
    { " d day days tag tage tagen jour jours día días dni dzień ngày ", FOOTHOLD_MINUTES_PER_WORKDAY },
  };
  g_autofree char *wanted = g_strndup (word, length);
  g_autofree char *lower = g_utf8_strdown (wanted, -1);
  g_autofree char *spaced = g_strconcat (" ", lower, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, spaced) != NULL)
      return units[i].minutes;

  return 0;
}

/* Whether @word is one of @words, which stand between blanks. */
static gboolean
is_among (const char *words, const char *word, gsize length)
{
  g_autofree char *folded = g_utf8_casefold (word, (gssize) length);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *spaced = g_strconcat (" ", composed, " ", NULL);

  return strstr (words, spaced) != NULL;
}

/* Behind the unit they make it a rate: "20 hours per week". */
static const char rate_words[] =
  " per a an each every pro je week weekly wk woche wochen wöchentlich day daily pd tag täglich month monthly pm pw "
  "monat "
  "monatlich tydzień tygodniu tygodniowo dzień dziennie miesiąc miesięcznie na par por chaque cada al semaine semaines "
  "hebdomadaire hebdomadaires jour mois mensuel semana semanas semanal semanales día diario diarias diarios mes "
  "mensuales "
  "tuần mỗi hàng ngày tháng sáng chiều tối x × ";
/* Before the number they say that it is the most: "up to 20 hours". */
static const char most_words[] = " up max maximum maximal höchstens bis jusqu hasta do under below < ≤ ";
/* What may stand between such a word and the number: "bis zu etwa 20 h". */
static const char most_goes_on[] = " to zu à a đa about around approx etwa rund ca circa environ około ";
/* Between numbers they are sums, which nobody does here. */
static const char sum_words[] = " x × ";

/* How what stands between the first unit and the next number ties the two. */
typedef enum
{
  ANOTHER_MATTER, /* "40 hours, 8 weeks" */
  UP_TO, /* "10 hours to 20 hours" */
  TOGETHER, /* "2 hours and 30 minutes", if what comes is of a smaller unit */
} Tie;

static Tie
tie_of (const char *from, const char *to)
{
  static const char up_to[] = " - – — to bis do đến à until ", together[] = " and und i y et & + ";
  g_autofree char *between = g_strndup (from, (gsize) (to - from));
  g_autofree char *spaced = NULL;

  if (*from == '.')
    *between = ' ';
  if (*g_strstrip (between) == '\0')
    return TOGETHER;
  spaced = g_strconcat (" ", between, " ", NULL);
  if (strstr (up_to, spaced) != NULL)
    return UP_TO;
  return strstr (together, spaced) != NULL ? TOGETHER : ANOTHER_MATTER;
}

static const char *
skip_word (const char *at)
{
  while (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* A duration in words while it is read; thousandths, of minutes once a unit is known. */
typedef struct
{
  gint64 numbers[2];
  guint n;
  gint64 unit; /* of the first number, or of both; 0: not read yet */
  const char *past; /* behind the first number, then behind its unit */
  gboolean is_clock;
  gboolean is_letter; /* the unit is "h" alone, as in a time of the clock: "9h-17h" */
  gboolean at_most;
} Words;

/* The number at *@at, behind the unit of an earlier one. */
static gboolean
take_second (Words *words, const char **at)
{
  const char *start = *at;
  const Tie tie = tie_of (words->past, start);
  const char *word, *end;
  gint64 value, unit;

  if (words->is_clock || !take_thousandths (at, &value))
    return FALSE;
  word = *at + strspn (*at, " ");
  end = skip_word (word);
  unit = unit_minutes (word, (gsize) (end - word));
  /* other hours besides: which are meant nobody knows */
  if ((tie == ANOTHER_MATTER || words->n != 1) && (unit == 60 || unit == 1))
    return FALSE;
  if (words->n != 1 || tie == ANOTHER_MATTER)
    return TRUE;
  if (tie == TOGETHER && unit >= words->unit)
    return FALSE;
  if (tie == UP_TO && words->is_letter && end - word == 1 && g_ascii_tolower (*word) == 'h')
    return FALSE;
  if (tie == TOGETHER && unit == 0)
    {
      /* "2h30" */
      if (words->unit != 60 || *word != '\0' || *at - start != 2)
        return TRUE;
      unit = 1;
    }
  if (tie == TOGETHER)
    words->numbers[0] += value * unit;
  else
    {
      words->numbers[1] = value * (unit != 0 ? unit : words->unit);
      words->n = 2;
    }
  if (unit != 0)
    *at = end;
  words->past = *at;

  return TRUE;
}

static void
take_unit (Words *words, const char *start, const char *end)
{
  words->unit = unit_minutes (start, (gsize) (end - start));
  if (words->unit == 0)
    return;
  words->past = end;
  for (guint i = 0; i < words->n; i++)
    words->numbers[i] *= words->unit;
  /* "8 giờ - 17 giờ", "8 giờ 30": from when until when, and when */
  words->is_clock = words->n == 1 && g_str_has_prefix (start, "gi");
  words->is_letter = end - start == 1;
}

static gboolean
parse_duration_words (const char *at, gint64 *min, gint64 *max)
{
  Words words = { 0 };

  while (*at != '\0')
    {
      const char *start = at;

      if (g_ascii_isdigit (*at))
        {
          if (words.unit != 0)
            {
              if (!take_second (&words, &at))
                return FALSE;
              continue;
            }
          if (words.n == 2 || (words.n == 1 && tie_of (words.past, start) != UP_TO)
              || !take_thousandths (&at, &words.numbers[words.n]))
            return FALSE;
          words.n++;
          words.past = at;
          continue;
        }
      at = skip_word (at);
      if (at == start)
        {
          if (strchr ("/*", *at) != NULL && words.unit != 0)
            return FALSE;
          at = g_utf8_next_char (at);
          words.at_most = words.at_most || (words.n == 0 && is_among (most_words, start, (gsize) (at - start)));
          if (words.n > 0 && is_among (sum_words, start, (gsize) (at - start)))
            return FALSE;
        }
      else if (words.unit != 0 && is_among (rate_words, start, (gsize) (at - start)))
        return FALSE;
      else if (words.n == 0)
        /* "by Friday, 20 hours" says it of the day */
        words.at_most = is_among (most_words, start, (gsize) (at - start))
                        || (words.at_most && is_among (most_goes_on, start, (gsize) (at - start)));
      else if (words.unit == 0 && words.n > 0)
        take_unit (&words, start, at);
    }
  if (words.n == 0 || words.unit == 0)
    return FALSE;

  *min = (words.numbers[0] + 500) / 1000;
  *max = words.n == 2 ? (words.numbers[1] + 500) / 1000 : *min;
  if (*min <= 0 || *max < *min)
    return FALSE;
  if (words.at_most && words.n == 1)
    *min = FOOTHOLD_FACT_UNKNOWN;
  return TRUE;
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
  return g_regex_match_simple ("^(?:(?:about|around|approx\\.?|ca\\.?|circa|etwa|rund|environ|unos|około|khoảng|~)\\s?)"
                               "?" NUMBER "(?:\\s?(?:-|–|to|bis)\\s?" NUMBER ")?$",
                               trimmed, G_REGEX_CASELESS, 0)
         && foothold_duration_parse (hours, min, max);
}
