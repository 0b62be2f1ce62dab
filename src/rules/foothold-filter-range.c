/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-filter-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "rules/foothold-dates.h"
#include "rules/foothold-money.h"

/* Numbers and days behind a “:”. */

#define MINUTES_PER_HOUR 60
#define DISTANCE_MOST 3660

/* One end of a range. @last: of what it names (a whole day, a whole hour). */
typedef struct
{
  gint64 first, last;
} Point;

/* “2w”, “10d”: so many days. FALSE for anything else. */
static gboolean
read_distance (const char *text, int *days)
{
  /* Translators: one letter each for day, week, month, year, as in “due:<2w”. */
  const char *units = C_ ("letters for day, week, month, year", "dwmy");
  static const char english[] = "dwmy";
  static const int lengths[] = { 1, 7, 30, 365 };
  char *end;
  const guint64 n = g_ascii_strtoull (text, &end, 10);
  const char *unit;
  glong at;

  if (end == text || !g_ascii_isdigit (*text) || *end == '\0' || g_utf8_strlen (end, -1) != 1 || n > DISTANCE_MOST)
    return FALSE;

  unit = g_utf8_strchr (units, -1, g_unichar_tolower (g_utf8_get_char (end)));
  at = unit != NULL ? g_utf8_pointer_to_offset (units, unit) : -1;
  if (at < 0 && strchr (english, g_ascii_tolower (*end)) != NULL)
    at = strchr (english, g_ascii_tolower (*end)) - english;
  if (at < 0 || at >= (glong) G_N_ELEMENTS (lengths) || (gint64) n * lengths[at] > DISTANCE_MOST)
    return FALSE;

  *days = (int) n * lengths[at];
  return TRUE;
}

static gboolean
read_named_day (const char *text, const GDate *today, gint64 *day)
{
  const struct
  {
    const char *english, *local;
    int offset;
  } names[] = {
    { "yesterday", C_ ("typed after a colon", "yesterday"), -1 },
    { "today", C_ ("typed after a colon", "today"), 0 },
    { "tomorrow", C_ ("typed after a colon", "tomorrow"), 1 },
  };
  g_autofree char *word = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *local = g_utf8_casefold (names[i].local, -1);

      if (strcmp (word, names[i].english) == 0 || strcmp (word, local) == 0)
        {
          *day = (gint64) g_date_get_julian (today) + names[i].offset;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_day (const char *text, FootholdFilterKind kind, const GDate *today, Point *point)
{
  g_autofree char *iso = NULL;
  int days, year, month, day;
  GDate date;

  if (read_named_day (text, today, &point->first))
    {
      point->last = point->first;
      return TRUE;
    }
  if (read_distance (text, &days))
    {
      const gint64 now = g_date_get_julian (today);

      point->first = point->last = kind == FOOTHOLD_FILTER_DAY_BACK ? now - days : now + days;
      return TRUE;
    }

  iso = foothold_date_parse (text);
  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  point->first = point->last = (gint64) g_date_get_julian (&date);
  return TRUE;
}

/* “20”, “20usd”, “€20”; the currency of the term is the first that was said. */
static gboolean
read_money (FootholdFilterTerm *term, const char *text, const FootholdFilterContext *context, Point *point)
{
  const char *digits = text + strcspn (text, "0123456789.,");
  gsize length = strspn (digits, "0123456789.,");
  g_autofree char *before = g_strndup (text, (gsize) (digits - text));
  g_autofree char *after = g_strstrip (g_strdup (digits + length));
  const char *word = *g_strstrip (before) != '\0' ? before : after;
  const char *currency = NULL;

  if (length == 0 || (*before != '\0' && *after != '\0'))
    return FALSE;
  if (*word != '\0')
    {
      currency = foothold_currency_lookup (word);
      if (currency == NULL || (term->currency != NULL && strcmp (term->currency, currency) != 0))
        return FALSE;
      term->currency = currency;
    }
  if (!foothold_money_parse (digits, (gssize) length, currency != NULL ? currency : context->currency, &point->first))
    return FALSE;

  point->last = point->first;
  return TRUE;
}

/* “0.6”, “0,6”, “.6”, “1”, “60%”; exact, without a float. */
static gboolean
read_share (const char *text, Point *point)
{
  const gboolean percent = g_str_has_suffix (text, "%");
  gint64 unit = percent ? FOOTHOLD_FILTER_WHOLE / 100 : FOOTHOLD_FILTER_WHOLE, value = 0;
  const char *at = text;
  gboolean any = FALSE;

  for (; g_ascii_isdigit (*at) && value <= FOOTHOLD_FILTER_WHOLE; at++, any = TRUE)
    value = value * 10 + g_ascii_digit_value (*at) * unit;
  if (*at == '.' || *at == ',')
    for (at++; g_ascii_isdigit (*at); at++, any = TRUE)
      {
        unit /= 10;
        value += g_ascii_digit_value (*at) * unit;
      }
  if (!any || value > FOOTHOLD_FILTER_WHOLE || at[percent ? 1 : 0] != '\0')
    return FALSE;

  point->first = point->last = value;
  return TRUE;
}

static gboolean
read_point (FootholdFilterTerm *term, const char *text, const FootholdFilterContext *context, Point *point)
{
  g_autofree char *number = NULL;

  switch (foothold_filter_keys[term->key].kind)
    {
    case FOOTHOLD_FILTER_DAY_AHEAD:
    case FOOTHOLD_FILTER_DAY_BACK:
      return read_day (text, foothold_filter_keys[term->key].kind, &context->today, point);
    case FOOTHOLD_FILTER_MONEY:
      return read_money (term, text, context, point);
    case FOOTHOLD_FILTER_TIME:
      number = g_str_has_suffix (text, "h") ? g_strndup (text, strlen (text) - 1) : g_strdup (text);
      if (!foothold_hours_from_text (number, &point->first))
        return FALSE;
      point->last = point->first;
      return TRUE;
    case FOOTHOLD_FILTER_SHARE:
      return read_share (text, point);
    case FOOTHOLD_FILTER_LIST:
    case FOOTHOLD_FILTER_NAME:
    default:
      return FALSE;
    }
}

/* A distance in days counts from today, and what lies on the other side of today is not meant. */
static gboolean
is_distance (const FootholdFilterTerm *term, const char *text)
{
  int days;

  return foothold_filter_keys[term->key].kind >= FOOTHOLD_FILTER_DAY_AHEAD && read_distance (text, &days);
}

/* @less: up to the point, else from it on; @equal: with it. */
static void
set_half (FootholdFilterTerm *term,
          const char *text,
          const FootholdFilterContext *context,
          Point point,
          gboolean less,
          gboolean equal)
{
  const gint64 today = g_date_get_julian (&context->today);
  const gboolean distance = is_distance (term, text);

  /* of a share, “over” is “at least”: nobody means the ten-thousandth above */
  equal = equal || foothold_filter_keys[term->key].kind == FOOTHOLD_FILTER_SHARE;
  /* “posted:<2w” is younger than two weeks: a later day */
  if (distance && foothold_filter_keys[term->key].kind == FOOTHOLD_FILTER_DAY_BACK)
    less = !less;

  term->strict = !equal;
  if (less)
    {
      term->max = equal ? point.last : point.first - 1;
      if (distance && foothold_filter_keys[term->key].kind == FOOTHOLD_FILTER_DAY_AHEAD)
        term->min = today;
    }
  else
    {
      term->min = equal ? point.first : point.last + 1;
      if (distance && foothold_filter_keys[term->key].kind == FOOTHOLD_FILTER_DAY_BACK)
        term->max = today;
    }
}

gboolean
foothold_filter_read_range (FootholdFilterTerm *term, const char *text, const FootholdFilterContext *context)
{
  const char *dots = strstr (text, "..");
  const gboolean equal =
    *text != '\0' && (text[1] == '=' || g_str_has_prefix (text, "≥") || g_str_has_prefix (text, "≤"));
  Point point, other;

  term->min = FOOTHOLD_FILTER_LEAST;
  term->max = FOOTHOLD_FILTER_MOST;
  if (g_str_has_prefix (text, "≥") || g_str_has_prefix (text, "≤") || *text == '<' || *text == '>')
    {
      const gboolean less = *text == '<' || g_str_has_prefix (text, "≤");
      const char *number = *text == '<' || *text == '>' ? text + (equal ? 2 : 1) : text + strlen ("≥");

      if (!read_point (term, number, context, &point))
        return FALSE;
      set_half (term, number, context, point, less, equal);
      return TRUE;
    }

  if (dots == NULL)
    dots = strstr (text, "–");
  /* dates have hyphens of their own */
  if (dots == NULL && foothold_filter_keys[term->key].kind < FOOTHOLD_FILTER_DAY_AHEAD)
    dots = strchr (text, '-');
  if (dots != NULL)
    {
      g_autofree char *from = g_strndup (text, (gsize) (dots - text));
      const char *to = dots + (*dots == '.' ? strlen ("..") : *dots == '-' ? strlen ("-") : strlen ("–"));

      if ((*from == '\0' && *to == '\0') || (*from != '\0' && !read_point (term, from, context, &point))
          || (*to != '\0' && !read_point (term, to, context, &other)))
        return FALSE;
      if (*from != '\0')
        term->min = point.first;
      if (*to != '\0')
        term->max = other.last;
      /* “posted:1w..4w” is said from the nearer end */
      if (*from != '\0' && *to != '\0' && term->min > term->max)
        {
          const gint64 least = term->max;

          term->max = term->min;
          term->min = least;
        }
      return TRUE;
    }

  if (!read_point (term, text, context, &point))
    return FALSE;
  /* a distance alone is the time up to it */
  if (is_distance (term, text))
    {
      set_half (term, text, context, point, TRUE, TRUE);
      return TRUE;
    }
  term->min = point.first;
  term->max = point.last;
  return TRUE;
}
