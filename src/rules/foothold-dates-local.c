// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include <string.h>

#include "foothold-dates.h"

/*
 * Dates with the month by its name: the one that the locale of the session gives it, and those of the languages in
 * which pages and tables are read in every session. English is read with the rest of foothold_moment_parse ().
 */

/*
 * As the languages themselves write them, folded, with their usual short forms and no full stop: German (with Austria's
 * own), French, Spanish, Polish (as a name and as in a date), Vietnamese (by number and by word).
 */
static const char *const months[12] = {
  "januar|jänner|jan|jän|janvier|janv|enero|ene|styczeń|stycznia|sty|tháng 1|tháng 01|tháng một|tháng giêng",
  "februar|feber|feb|février|févr|fév|febrero|luty|lutego|lut|tháng 2|tháng 02|tháng hai",
  "märz|mär|mrz|mars|marzo|mar|marzec|marca|tháng 3|tháng 03|tháng ba",
  "april|apr|avril|avr|abril|abr|kwiecień|kwietnia|kwi|tháng 4|tháng 04|tháng tư",
  "mai|mayo|may|maj|maja|tháng 5|tháng 05|tháng năm",
  "juni|jun|juin|junio|czerwiec|czerwca|cze|tháng 6|tháng 06|tháng sáu",
  "juli|jul|juillet|juil|julio|lipiec|lipca|lip|tháng 7|tháng 07|tháng bảy",
  "august|aug|août|aout|agosto|ago|sierpień|sierpnia|sie|tháng 8|tháng 08|tháng tám",
  "september|sept|sep|septembre|septiembre|setiembre|wrzesień|września|wrz|tháng 9|tháng 09|tháng chín",
  "oktober|okt|octobre|oct|octubre|październik|października|paź|tháng 10|tháng mười",
  "november|nov|novembre|noviembre|listopad|listopada|lis|tháng 11|tháng mười một",
  "dezember|dez|décembre|déc|diciembre|dic|grudzień|grudnia|gru|tháng 12|tháng mười hai|tháng chạp",
};

/* Tuesday in French and Spanish, too: where another month stands beside it, that one is meant. */
#define TUESDAY "mar"

/* Whether @name stands at @at of @text as a word of its own and not within a longer word or number. */
static gboolean
is_whole (const char *text, const char *at, const char *name)
{
  const gunichar first = g_utf8_get_char (name);
  const char *end = at + strlen (name);
  const gunichar last = g_utf8_get_char (g_utf8_prev_char (end));
  const gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  const gunichar after = g_utf8_get_char (end);

  if (g_unichar_isdigit (first) ? g_unichar_isdigit (before) : g_unichar_isalpha (first) && g_unichar_isalpha (before))
    return FALSE;
  if (g_unichar_isdigit (last))
    return !g_unichar_isdigit (after);
  return !(g_unichar_isalpha (last) && g_unichar_isalpha (after));
}

/* Whether @name (folded) stands in @text and is longer than what was found before. */
static void
find_name (const char *text, const char *name, const char **found, gsize *length)
{
  if (*name == '\0' || strlen (name) <= *length)
    return;
  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    if (is_whole (text, at, name))
      {
        *found = at;
        *length = strlen (name);
        return;
      }
}

/* Where the longest name of @month stands in @text (folded); @length in bytes, 0 for nowhere. */
static const char *
find_month (const char *text, int month, gsize *length)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
  g_auto (GStrv) names = g_strsplit (months[month - 1], "|", -1);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 12, 0, 0);
  const char *found = NULL;

  *length = 0;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_date_time_format (day, formats[i]);
      g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      /* some locales end an abbreviation with a full stop, which a person may leave out */
      if (folded != NULL && g_str_has_suffix (folded, "."))
        folded[strlen (folded) - 1] = '\0';
      if (folded != NULL)
        find_name (text, folded, &found, length);
    }
  for (guint i = 0; names[i] != NULL; i++)
    find_name (text, names[i], &found, length);

  return found;
}

static gboolean
is_tuesday (const char *name, gsize length)
{
  return length == strlen (TUESDAY) && strncmp (name, TUESDAY, length) == 0;
}

char *
foothold_date_parse_local (const char *text)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *date = NULL;
  const char *name = NULL;
  gsize length = 0;
  int month = 0, day = 0, year = 0;

  if (text == NULL || strlen (text) > 100 || !g_utf8_validate (text, -1, NULL))
    return NULL;

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  folded = g_utf8_casefold (composed, -1);
  for (int i = 1; i <= 12; i++)
    {
      gsize n;
      const char *at = find_month (folded, i, &n);
      const gboolean beside = n > 0 && month != 0 && (at >= name + length || name >= at + n);

      if (beside && !is_tuesday (name, length) && !is_tuesday (at, n))
        return NULL;
      if (beside ? is_tuesday (name, length) : n > length)
        {
          name = at;
          length = n;
          month = i;
        }
    }
  if (month == 0)
    return NULL;

  /* what is left holds the day and the year; the year has four digits */
  for (const char *at = folded; *at != '\0';)
    {
      int number = 0;
      guint digits = 0;

      if (at == name)
        at += length;
      for (; g_ascii_isdigit (*at) && at != name; at++, digits++)
        if (digits < 5)
          number = number * 10 + (*at - '0');
      if (digits == 4 && year == 0)
        year = number;
      else if ((digits == 1 || digits == 2) && day == 0)
        day = number;
      else if (digits > 0)
        return NULL;
      if (digits == 0 && *at != '\0' && at != name)
        at++;
    }
  date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return foothold_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}
