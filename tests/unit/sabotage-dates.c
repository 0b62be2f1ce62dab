/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The teeth of F25: a deadline is taken for one in UTC, or for one in the zone of this machine. */

#include "rules/foothold-dates.h"

gboolean __real_foothold_deadline_to_instant (const char *date,
                                              const char *time,
                                              const char *zone,
                                              GTimeZone *local,
                                              gint64 *instant);
gboolean __wrap_foothold_deadline_to_instant (const char *date,
                                              const char *time,
                                              const char *zone,
                                              GTimeZone *local,
                                              gint64 *instant);

gboolean
__wrap_foothold_deadline_to_instant (const char *date,
                                     const char *time,
                                     const char *zone,
                                     GTimeZone *local,
                                     gint64 *instant)
{
  const char *sabotage = g_getenv ("TEST_SABOTAGE");

  if (g_strcmp0 (sabotage, "zone-ignored") == 0 && zone != NULL)
    zone = "Etc/UTC";
  if (g_strcmp0 (sabotage, "machine-zone") == 0)
    zone = NULL;

  return __real_foothold_deadline_to_instant (date, time, zone, local, instant);
}
