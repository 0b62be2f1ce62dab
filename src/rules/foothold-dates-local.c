// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include <string.h>

#include "foothold-dates.h"

/* Dates with the month by the name that the locale of the session gives it. */

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
  return !(g_unichar_isalpha (last) && g_unichar_isalpha (after));
}

/* Where the longest name of @month stands in @text (folded); @length in bytes, 0 for nowhere. */
static const char *
find_month (const char *text, int month, gsize *length)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
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
      if (folded == NULL || *folded == '\0' || strlen (folded) <= *length)
        continue;
      for (const char *at = strstr (text, folded); at != NULL; at = strstr (at + 1, folded))
        if (is_whole (text, at, folded))
          {
            found = at;
            *length = strlen (folded);
            break;
          }
    }

  return found;
}

char *
foothold_date_parse_local (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *date = NULL;
  const char *name = NULL;
  gsize length = 0;
  int month = 0, day = 0, year = 0;

  if (text == NULL || strlen (text) > 100 || !g_utf8_validate (text, -1, NULL))
    return NULL;

  folded = g_utf8_casefold (text, -1);
  for (int i = 1; i <= 12; i++)
    {
      gsize n;
      const char *at = find_month (folded, i, &n);

      if (n > length)
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
