// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * How often something is to be looked at. Days of the calendar where the person is, never hours: what was looked at
 * in the evening is due in the morning of its day, in whatever zone and whether or not the clocks changed between.
 */

G_BEGIN_DECLS

/* Ten years: longer is no rhythm. */
#define FOOTHOLD_RHYTHM_MAX 3650

typedef enum
{
  FOOTHOLD_LOOK_NONE, /* no rhythm: it never asks */
  FOOTHOLD_LOOK_FIRST, /* due: never looked at yet */
  FOOTHOLD_LOOK_DUE, /* due today or since some days */
  FOOTHOLD_LOOK_LATER,
} FootholdLook;

/*
 * @looked_on: ISO date of the last look, NULL for never; a date that is none is never. @every_days: less than 1 for no
 * rhythm. *@days: until the next look, 0 or less when due; 0 where there is none. It is never further away than the
 * rhythm itself, so that a look on a day that has yet to come (a wrong clock, a journey) is not forgotten for years.
 */
FootholdLook foothold_rhythm_look (const char *looked_on, gint64 every_days, const GDate *today, int *days);

/* "2026-11-22"; FALSE and cleared for what is none. */
gboolean foothold_rhythm_read_day (const char *iso, GDate *day);

/* "2026-11-22" and its end. */
#define FOOTHOLD_DAY_SIZE 11
/* The same of a valid @day, to @iso, which has room for FOOTHOLD_DAY_SIZE. */
void foothold_rhythm_write_day (const GDate *day, char *iso);

/* The day that an instant (UTC milliseconds) falls on where the person is; @zone NULL: this machine's. FALSE and
 * cleared for one that no calendar has. */
gboolean foothold_rhythm_day_of_instant (gint64 instant, GTimeZone *zone, GDate *day);

G_END_DECLS
