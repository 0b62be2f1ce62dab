// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-zone.h"

#include <string.h>

#define MAX_ZONES 1000 /* that are kept; there are some six hundred, and ways to write one that nobody uses */

/* Those that Etc has. */
#define HOURS_AHEAD_MAX 14
#define HOURS_BEHIND_MAX 12

/*
 * What could be a name: never a path or an offset, which GLib would read too ("/etc/localtime", "+01"), nor a rule as
 * POSIX has it ("UTC+2", "CET-1CEST"). Such a rule has a digit before any slash; of the names seven do, and what a rule
 * of that text says is the same.
 */
gboolean
foothold_zone_is_name (const char *text)
{
  static const char *const numbered[] = { "GMT+0", "GMT-0", "GMT0", "CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT", NULL };

  if (text == NULL || !g_ascii_isupper (*text) || strlen (text) > 64 || strstr (text, "..") != NULL)
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("/_+-", *at) == NULL)
      return FALSE;

  return strcspn (text, "0123456789") >= strcspn (text, "/") || g_strv_contains (numbered, text);
}

/* Zones that were asked for are kept: GLib reads the file of one anew where nobody holds it, which for a screen of
 * cards takes longer than to draw it. */
GTimeZone *
foothold_zone_find (const char *text)
{
  static GMutex mutex;
  static GHashTable *kept;
  GTimeZone *zone;

  if (!foothold_zone_is_name (text))
    return NULL;

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
  zone = g_hash_table_lookup (kept, text);
  if (zone == NULL)
    {
      zone = g_time_zone_new_identifier (text);
      if (zone != NULL && g_hash_table_size (kept) < MAX_ZONES)
        g_hash_table_insert (kept, g_strdup (text), g_time_zone_ref (zone));
    }
  else
    {
      g_time_zone_ref (zone);
    }
  g_mutex_unlock (&mutex);

  return zone;
}

gboolean
foothold_zone_is_valid (const char *text)
{
  g_autoptr (GTimeZone) zone = foothold_zone_find (text);

  return zone != NULL;
}

/* One digit or two, at *@at and past them. */
static gboolean
take_number (const char **at, int *number)
{
  if (!g_ascii_isdigit (**at))
    return FALSE;
  *number = *(*at)++ - '0';
  if (g_ascii_isdigit (**at))
    *number = *number * 10 + (*(*at)++ - '0');

  return TRUE;
}

/* "UTC+2", "gmt -3", "+02:00", "UTC−0530": minutes ahead; FALSE where it is not that. */
static gboolean
read_minutes_ahead (const char *at, int *ahead)
{
  int sign = 1, hours = 0, minutes = 0;

  if (g_ascii_strncasecmp (at, "UTC", 3) == 0 || g_ascii_strncasecmp (at, "GMT", 3) == 0)
    for (at += 3; *at == ' '; at++)
      ;
  if (g_str_has_prefix (at, "\u2212"))
    {
      sign = -1;
      at += strlen ("\u2212");
    }
  else if (*at == '+' || *at == '-')
    sign = *at++ == '-' ? -1 : 1;
  else
    return FALSE;
  while (*at == ' ')
    at++;

  if (!take_number (&at, &hours))
    return FALSE;
  if (*at != '\0')
    {
      if (*at == ':')
        at++;
      if (!g_ascii_isdigit (*at) || !g_ascii_isdigit (at[1]) || !take_number (&at, &minutes) || *at != '\0')
        return FALSE;
    }
  *ahead = sign * (hours * 60 + minutes);

  return minutes < 60 && *ahead >= -HOURS_BEHIND_MAX * 60 && *ahead <= HOURS_AHEAD_MAX * 60;
}

/*
 * Where clocks go so many hours and a half ahead, all the year: nobody else's do (tzdata 2025b). Those that also have a
 * summer time, such as Newfoundland's, are not meant by an offset alone.
 */
static const char *
find_broken_offset (int ahead)
{
  static const struct
  {
    int ahead;
    const char *name;
  } zones[] = {
    { -9 * 60 - 30, "Pacific/Marquesas" }, { 3 * 60 + 30, "Asia/Tehran" },      { 4 * 60 + 30, "Asia/Kabul" },
    { 5 * 60 + 30, "Asia/Kolkata" },       { 5 * 60 + 45, "Asia/Kathmandu" },   { 6 * 60 + 30, "Asia/Yangon" },
    { 8 * 60 + 45, "Australia/Eucla" },    { 9 * 60 + 30, "Australia/Darwin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (zones[i].ahead == ahead)
      return zones[i].name;

  return NULL;
}

/*
 * What invitations call a zone, as the city whose clocks it is. Winter's and summer's name are one: who writes EST in
 * July means the time of New York. Those that two parts of the world use (CST, IST, AST) are not here.
 */
static const char *
find_abbreviation (const char *text)
{
  static const struct
  {
    const char *names, *zone;
  } zones[] = {
    { "CET CEST MEZ MESZ", "Europe/Brussels" },
    { "EET EEST", "Europe/Athens" },
    { "WET WEST", "Europe/Lisbon" },
    { "BST", "Europe/London" },
    { "MSK", "Europe/Moscow" },
    { "ET EST EDT", "America/New_York" },
    { "CT CDT", "America/Chicago" },
    { "MT MST MDT", "America/Denver" },
    { "PT PST PDT", "America/Los_Angeles" },
    { "BRT", "America/Sao_Paulo" },
    { "ICT", "Asia/Bangkok" },
    { "SGT", "Asia/Singapore" },
    { "HKT", "Asia/Hong_Kong" },
    { "JST", "Asia/Tokyo" },
    { "KST", "Asia/Seoul" },
    { "AEST AEDT", "Australia/Sydney" },
    { "NZST NZDT", "Pacific/Auckland" },
  };
  g_autofree char *upper = g_ascii_strup (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_auto (GStrv) names = g_strsplit (zones[i].names, " ", -1);

      if (g_strv_contains ((const char *const *) names, upper))
        return zones[i].zone;
    }

  return NULL;
}

char *
foothold_zone_parse (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *known = find_abbreviation (clean);
  g_autofree char *name = NULL;
  int ahead;

  if (known != NULL && foothold_zone_is_valid (known))
    return g_strdup (known);
  if (foothold_zone_is_valid (clean))
    return g_steal_pointer (&clean);
  if (!read_minutes_ahead (clean, &ahead))
    return NULL;

  if (ahead % 60 != 0)
    name = g_strdup (find_broken_offset (ahead));
  else
    name = ahead == 0 ? g_strdup ("Etc/UTC") : g_strdup_printf ("Etc/GMT%+d", -ahead / 60);
  return name != NULL && foothold_zone_is_valid (name) ? g_steal_pointer (&name) : NULL;
}

char *
foothold_zone_to_text (const char *zone)
{
  const char *at = zone;
  int ahead;

  if (!g_str_has_prefix (at, "Etc/GMT"))
    return g_strdup (g_strcmp0 (zone, "Etc/UTC") == 0 ? "UTC" : zone);
  if (!read_minutes_ahead (at + strlen ("Etc/"), &ahead))
    return g_strdup (zone);
  return ahead != 0 ? g_strdup_printf ("UTC%+d", -ahead / 60) : g_strdup ("UTC");
}
