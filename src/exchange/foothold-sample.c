// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-sample.h"

#include <gio/gio.h>
#include <string.h>

#include "foothold-core-resources.h"

/*
 * Works on the text of the JSON file and touches only whole strings that are a
 * counted date, so that the file keeps the form its exporter would give it.
 */

/* More digits than a century of days has are no counted date. */
#define MAX_DIGITS 5

static gboolean
take_number (const char **at, const char *end, guint min_digits, guint max_digits, int *number)
{
  guint n = 0;

  *number = 0;
  for (; *at < end && n < max_digits && g_ascii_isdigit (**at); (*at)++, n++)
    *number = *number * 10 + g_ascii_digit_value (**at);

  return n >= min_digits;
}

static gboolean
take_char (const char **at, const char *end, char c)
{
  if (*at >= end || **at != c)
    return FALSE;

  (*at)++;
  return TRUE;
}

/* Returns: (transfer full) (nullable): what the counted date between @at and @end means, NULL if it is none. */
static char *
resolve_text (const char *at, const char *end, GDateTime *today)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;
  int days, hour, minute;
  gboolean back;

  if (at >= end || (*at != '+' && *at != '-'))
    return NULL;
  back = *at++ == '-';
  if (!take_number (&at, end, 1, MAX_DIGITS, &days) || !take_char (&at, end, 'd'))
    return NULL;

  day = g_date_time_add_days (today, back ? -days : days);
  if (day == NULL)
    return NULL;
  if (at == end)
    return g_date_time_format (day, "%Y-%m-%d");

  if (!take_char (&at, end, ' ') || !take_number (&at, end, 2, 2, &hour) || !take_char (&at, end, ':')
      || !take_number (&at, end, 2, 2, &minute) || at != end)
    return NULL;
  local = g_date_time_new (g_date_time_get_timezone (today), g_date_time_get_year (day), g_date_time_get_month (day),
                           g_date_time_get_day_of_month (day), hour, minute, 0);
  utc = local != NULL ? g_date_time_to_utc (local) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000Z") : NULL;
}

/* The quote that ends the string which begins after @at, or @end. */
static const char *
find_quote (const char *at, const char *end)
{
  for (; at < end && *at != '"'; at++)
    if (*at == '\\' && at + 1 < end)
      at++;

  return at;
}

GBytes *
foothold_sample_resolve (GBytes *source, GDateTime *today)
{
  gsize size;
  const char *at = g_bytes_get_data (source, &size);
  const char *end = at + size;
  GString *text = g_string_sized_new (size + size / 16);

  while (at < end)
    {
      const char *open = memchr (at, '"', end - at);
      const char *close;
      g_autofree char *date = NULL;

      if (open == NULL)
        break;
      close = find_quote (open + 1, end);
      date = resolve_text (open + 1, close, today);
      if (date != NULL)
        {
          g_string_append_len (text, at, open + 1 - at);
          g_string_append (text, date);
        }
      else
        g_string_append_len (text, at, close - at);
      /* The closing quote belongs to this string, not to the next. */
      if (close < end)
        g_string_append_c (text, '"');
      at = MIN (close + 1, end);
    }
  if (at < end)
    g_string_append_len (text, at, end - at);

  return g_string_free_to_bytes (text);
}

GBytes *
foothold_sample_load (GDateTime *today, GError **error)
{
  /* Asked for by its own resource, so that it is there before any store was opened. */
  g_autoptr (GBytes) source = g_resource_lookup_data (foothold_core_get_resource (), FOOTHOLD_SAMPLE_RESOURCE,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return source != NULL ? foothold_sample_resolve (source, today) : NULL;
}
