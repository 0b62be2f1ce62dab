// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Time, in its three kinds that are never mixed (DESIGN §3): an instant is UTC
 * milliseconds; a calendar date is ISO text and has no zone; a deadline is a date
 * with an optional local time and IANA zone. And reading what pages write.
 */

G_BEGIN_DECLS

/* Years outside are a program's way to say nothing ("9999-12-31", "1970-01-01"): unknown. */
#define FOOTHOLD_YEAR_MIN 1971
#define FOOTHOLD_YEAR_MAX 2100

/* A day and a week of work, for durations that mean work. */
#define FOOTHOLD_MINUTES_PER_WORKDAY (8 * 60)
#define FOOTHOLD_WORKDAYS_PER_WEEK 5

/* "2026-11-22", in the calendar and in the years above. */
gboolean foothold_date_is_valid (const char *text);
/* "23:59". */
gboolean foothold_time_is_valid (const char *text);

/* What a page says about a point in time: the date is what stands there, whatever the zone. */
typedef struct
{
  char date[11]; /* "2026-11-22" */
  char time[6]; /* "23:59", or "" for the whole day */
  char zone[16]; /* IANA name where the text gives an offset: "Etc/UTC", "Etc/GMT-7"; or "" */
} FootholdMoment;

/*
 * Reads ISO 8601 dates and date-times (with or without zone, "T" or a space),
 * mail dates ("Tue, 01 Dec 2026 …"), Java's ("Wed Sep 02 02:00:00 UTC 2026"), "1 December 2026", "Dec 1, 2026",
 * "01.12.2026" and, year first, "2026/12/1" and "2026.12.01". FALSE for everything else, for days that do not exist,
 * for impossible years and for "1/2/2026", which two readers read differently. An offset without an IANA name of its
 * own (+05:30) gives date and time in UTC.
 */
gboolean foothold_moment_parse (const char *text, FootholdMoment *moment);

/* The date alone of the same, and what foothold_date_parse_local () reads; or NULL. (transfer full) */
char *foothold_date_parse (const char *text);

/* Which comes first in "3/4/2026". */
typedef enum
{
  FOOTHOLD_DAY_ORDER_NONE, /* no such date in the column; nothing was said */
  FOOTHOLD_DAY_ORDER_DAY,
  FOOTHOLD_DAY_ORDER_MONTH,
  FOOTHOLD_DAY_ORDER_ASK, /* the rows do not tell, or contradict each other: such dates are left out until somebody says
                           */
} FootholdDayOrder;

/*
 * "3/4/2026" and "3-4-26" by @order, and "3.4.26", where the day is always first; a number that cannot be a month says
 * itself which it is. NULL for everything else and where the order is not known. (transfer full)
 */
char *foothold_date_parse_short (const char *text, FootholdDayOrder order);
/* How the locale of the session writes them: FOOTHOLD_DAY_ORDER_NONE where the year is first, and without a locale. */
FootholdDayOrder foothold_day_order_of_locale (void);

/*
 * Day, month by name and year as the locale or German, French, Spanish, Polish or Vietnamese write them, whatever the
 * order and the weekday: "Donnerstag, 3. Dezember 2026", "3 grudnia 2026", "ngày 3 tháng 12 năm 2026". NULL for
 * everything else, and for two months. (transfer full)
 */
char *foothold_date_parse_local (const char *text);

/*
 * When a deadline falls, UTC milliseconds: at its time, or the last millisecond
 * of its day. @zone NULL is @local, where the person is (NULL: this machine's zone).
 * A time that the clocks skip is the moment of the change; one that they show
 * twice is the first of the two: for a deadline, the safe one.
 */
gboolean foothold_deadline_to_instant (const char *date,
                                       const char *time,
                                       const char *zone,
                                       GTimeZone *local,
                                       gint64 *instant);

/* "2026-11-22T19:08:27.123Z" and back; exact to the millisecond, years 1 to 9999. (transfer full) */
char *foothold_instant_to_text (gint64 instant);
gboolean foothold_instant_from_text (const char *text, gint64 *instant);

/*
 * A duration of work in minutes: ISO 8601 ("PT40H", "P3D" as workdays, "P2W" as
 * working weeks; months and years are no amount of work), or words ("10-20 hours",
 * "about 15 h", "3 days"). @min and @max are equal without a range; @min is FOOTHOLD_FACT_UNKNOWN for "up
 * to 20 hours". FALSE also for "40 hours per week", which says nothing about the whole, and where other hours stand
 * beside.
 */
gboolean foothold_duration_parse (const char *text, gint64 *min, gint64 *max);
/*
 * The same of what stands under @name: where that says hours ("Hours", "Estimated hours"), a number, a range or about a
 * number alone are hours ("20", "10–20", "ca. 15"). @max is FOOTHOLD_FACT_UNKNOWN for "20+" and "at least 20".
 */
gboolean foothold_duration_parse_named (const char *name, const char *text, gint64 *min, gint64 *max);
/* Whether it counts days or more ("P6W", "10 days"): of what runs beside one's studies that is time that passes, not
 * work. @text: UTF-8. */
gboolean foothold_duration_is_calendar (const char *text);

G_END_DECLS
