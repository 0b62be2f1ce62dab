// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-zones.h"

#include <string.h>

#include "store/foothold-fold.h"

/* A list of some four hundred lines. */
#define LIST_LARGEST (1024 * 1024)

typedef struct
{
  char *name; /* "America/New_York" */
  char *folded; /* "america/new york" */
  const char *city; /* of it: "new york" */
} Zone;

/* Better ones are smaller. */
typedef enum
{
  MATCH_CITY, /* it begins so */
  MATCH_WORD, /* a further word of it does */
  MATCH_NAME, /* the whole does */
  N_MATCHES,
} Match;

static void
zone_free (gpointer data)
{
  Zone *zone = data;

  g_free (zone->name);
  g_free (zone->folded);
  g_free (zone);
}

static char *
fold (const char *name)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (name), "_", ' ');

  return foothold_fold_name (spaced);
}

static void
add_zone (GPtrArray *zones, const char *name)
{
  Zone *zone = g_new0 (Zone, 1);
  const char *slash;

  zone->name = g_strdup (name);
  zone->folded = fold (name);
  slash = strrchr (zone->folded, '/');
  zone->city = slash != NULL ? slash + 1 : zone->folded;
  g_ptr_array_add (zones, zone);
}

/* A country a line: its code, where it lies, the zone, and sometimes a comment. */
static void
read_list (GPtrArray *zones, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = *lines[i] != '#' ? g_strsplit (lines[i], "\t", -1) : NULL;

      if (parts != NULL && g_strv_length (parts) >= 3 && g_utf8_validate (parts[2], -1, NULL))
        add_zone (zones, parts[2]);
    }
}

static int
compare_zones (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Zone *const *) a)->city, (*(const Zone *const *) b)->city);
}

/* Read when one is first asked for. zone.tab names a city of each country; where that is missing, a city for each way
 * that clocks went. */
static GPtrArray *
get_zones (void)
{
  static const char *const lists[] = { "zone.tab", "zone1970.tab" };
  static GPtrArray *zones;
  const char *folder = g_getenv ("TZDIR");

  if (zones != NULL)
    return zones;

  zones = g_ptr_array_new_with_free_func (zone_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists) && zones->len == 0; i++)
    {
      g_autofree char *path = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", lists[i], NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_get_contents (path, &text, &length, NULL) && length < LIST_LARGEST)
        read_list (zones, text);
    }
  if (zones->len > 0)
    add_zone (zones, "UTC");
  g_ptr_array_sort (zones, compare_zones);
  return zones;
}

static Match
match (const Zone *zone, const char *typed, const char *later)
{
  if (g_str_has_prefix (zone->city, typed))
    return MATCH_CITY;
  if (strstr (zone->city, later) != NULL)
    return MATCH_WORD;
  return g_str_has_prefix (zone->folded, typed) ? MATCH_NAME : N_MATCHES;
}

GPtrArray *
foothold_zones_complete (const char *typed, guint most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *folded = fold (stripped);
  g_autofree char *later = g_strconcat (" ", folded, NULL);
  GPtrArray *zones = *folded != '\0' ? get_zones () : NULL;

  for (guint i = 0; zones != NULL && i < zones->len; i++)
    if (g_str_equal (((const Zone *) zones->pdata[i])->name, stripped))
      return found;
  for (int wanted = MATCH_CITY; zones != NULL && wanted < N_MATCHES; wanted++)
    for (guint i = 0; i < zones->len && found->len < most; i++)
      {
        const Zone *zone = zones->pdata[i];

        if ((int) match (zone, folded, later) == wanted)
          g_ptr_array_add (found, g_strdup (zone->name));
      }

  return found;
}
