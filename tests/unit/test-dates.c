// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/foothold-dates.h"
#include "rules/foothold-facts.h"
#include "rules/foothold-zone.h"

#include <locale.h>

/* Dates, deadlines and durations; F25 of the fault list: zones and changes of clocks. */

static const char *const zones[] = {
  "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Asia/Kathmandu",  "America/Vancouver",
  "Europe/Berlin",      "America/New_York",  "Asia/Ho_Chi_Minh",    "Asia/Kolkata",    "America/St_Johns",
  "Pacific/Chatham",    "Africa/Cairo",      "America/Sao_Paulo",   "Europe/London",   "Asia/Tehran",
  "Africa/Casablanca",  "Australia/Sydney",  "America/Havana",      "Atlantic/Azores", "UTC",
};

static void
test_valid (void)
{
  static const char *const good[] = { "2026-11-22", "2024-02-29", "1971-01-01", "2100-12-31" };
  static const char *const bad[] = { "9999-12-31", "1970-01-01", "2026-02-29", "2026-13-01",       "2026-00-10",
                                     "2026-1-1",   "20261122",   "2101-01-01", "2026-11-22T00:00", "" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (foothold_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (foothold_date_is_valid (bad[i]));
  g_assert_false (foothold_date_is_valid (NULL));

  g_assert_true (foothold_time_is_valid ("23:59"));
  g_assert_false (foothold_time_is_valid ("24:00"));
  g_assert_false (foothold_time_is_valid ("9:00"));
  g_assert_false (foothold_time_is_valid ("09:60"));

  g_assert_true (foothold_zone_is_valid ("Europe/Berlin"));
  g_assert_true (foothold_zone_is_valid ("Etc/GMT-7"));
  g_assert_false (foothold_zone_is_valid ("Europe/Nowhere"));
  g_assert_false (foothold_zone_is_valid ("../../etc/passwd"));
  g_assert_false (foothold_zone_is_valid ("/etc/localtime"));
  g_assert_false (foothold_zone_is_valid ("+01"));
}

/* GLib reads "UTC+2" as POSIX does, two hours behind; who writes it means two hours ahead. */
static void
test_zones (void)
{
  static const char *const bad[] = { "UTC+2", "GMT-3",     "UTC+02:00",  "CET-1CEST",     "MEZ-1",
                                     "utc",   "localtime", "posixrules", "europe/berlin", "AAA3/Berlin" };
  static const struct
  {
    const char *typed, *name; /* name NULL: refused */
  } cases[] = {
    { "Europe/Berlin", "Europe/Berlin" },
    { " Etc/GMT-7 ", "Etc/GMT-7" },
    { "UTC", "UTC" },
    { "UTC+2", "Etc/GMT-2" },
    { "utc +2", "Etc/GMT-2" },
    { "UTC+02:00", "Etc/GMT-2" },
    { "GMT-3", "Etc/GMT+3" },
    { "UTC\u22125", "Etc/GMT+5" },
    { "+0700", "Etc/GMT-7" },
    { "-11", "Etc/GMT+11" },
    { "UTC+14", "Etc/GMT-14" },
    { "UTC+0", "Etc/UTC" },
    { "UTC+15", NULL },
    { "UTC-13", NULL },
    { "UTC+5:30", "Asia/Kolkata" },
    { "-09:30", "Pacific/Marquesas" },
    { "UTC-3:30", NULL },
    { "UTC+1:15", NULL },
    { "UTC+1:60", NULL },
    { "CET", "Europe/Brussels" },
    { "cest", "Europe/Brussels" },
    { "EST", "America/New_York" },
    { "PT", "America/Los_Angeles" },
    { "ICT", "Asia/Bangkok" },
    { "CST", NULL },
    { "IST", NULL },
    { "UTC+2 hours", NULL },
    { "UTC+", NULL },
    { "UTC+123", NULL },
    { "CET-1CEST", NULL },
    { "Europe/Nowhere", NULL },
    { "2", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  static const char *const shown[][2] = {
    { "Etc/GMT-2", "UTC+2" }, { "Etc/GMT+11", "UTC-11" },           { "Etc/UTC", "UTC" },
    { "Etc/GMT", "Etc/GMT" }, { "Europe/Berlin", "Europe/Berlin" }, { "UTC+2", "UTC+2" },
  };
  gint64 instant, utc;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_false (foothold_zone_is_valid (bad[i]));
      g_assert_false (foothold_deadline_to_instant ("2026-12-01", "20:30", bad[i], NULL, &instant));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = foothold_zone_parse (cases[i].typed);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = foothold_zone_to_text (shown[i][0]);

      g_assert_cmpstr (text, ==, shown[i][1]);
    }

  for (int hours = -12; hours <= 14; hours++)
    {
      g_autofree char *typed = g_strdup_printf ("UTC%+d", hours);
      g_autofree char *name = foothold_zone_parse (typed);

      g_assert_true (foothold_deadline_to_instant ("2026-12-01", "20:30", name, NULL, &instant));
      g_assert_true (foothold_deadline_to_instant ("2026-12-01", "20:30", "Etc/UTC", NULL, &utc));
      g_assert_cmpint (instant, ==, utc - hours * G_GINT64_CONSTANT (3600000));
    }
}

/* A name says of what a number is; without one it is of nothing. */
static void
test_named_durations (void)
{
  static const struct
  {
    const char *name, *text;
    gint64 min, max; /* 0: says nothing */
  } cases[] = {
    { "Hours", "20", 1200, 1200 },
    { "Hours", "10-20", 600, 1200 },
    { "Hours", "10 \u2013 20", 600, 1200 },
    { "Estimated hours", "10 to 20", 600, 1200 },
    { "Stunden", "ca. 15", 900, 900 },
    { "S\u1ed1 gi\u1edd", "15", 900, 900 },
    { "Hours", "20+", 1200, FOOTHOLD_FACT_UNKNOWN },
    { "Hours", "at least 7,5", 450, FOOTHOLD_FACT_UNKNOWN },
    { "Effort", "20+ hours", 1200, FOOTHOLD_FACT_UNKNOWN },
    { "Effort", "10-20 h", 600, 1200 },
    { "Duration", "10-20", 0, 0 },
    { "Duration", "20+", 0, 0 },
    { "Hours", "20 per week", 0, 0 },
    { "Hours", "20+ per week", 0, 0 },
    { "Hours", "20-10", 0, 0 },
    { "Hours", "0", 0, 0 },
    { "Hours", "", 0, 0 },
    { "Hours", NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 min = 0;
      gint64 max = 0;
      const gboolean ok = foothold_duration_parse_named (cases[i].name, cases[i].text, &min, &max);

      g_test_message ("%s: “%s”", cases[i].name, cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].min != 0);
      if (ok)
        {
          g_assert_cmpint (min, ==, cases[i].min);
          g_assert_cmpint (max, ==, cases[i].max);
        }
    }
}

/* Tables and texts in other languages are read in every session, as their headers are. */
static void
test_month_names (void)
{
  static const struct
  {
    const char *text, *date;
  } cases[] = {
    { "31. Dezember 2026", "2026-12-31" },
    { "31 Dez 2026", "2026-12-31" },
    { "3. M\u00e4rz 2027", "2027-03-03" },
    { "3. Ma\u0308rz 2027", "2027-03-03" },
    { "5. Mai 2027", "2027-05-05" },
    { "5 Okt. 2027", "2027-10-05" },
    { "1. J\u00e4nner 2027", "2027-01-01" },
    { "Donnerstag, den 3. Dezember 2026", "2026-12-03" },
    { "3 d\u00e9cembre 2026", "2026-12-03" },
    { "1er ao\u00fbt 2027", "2027-08-01" },
    { "mar. 15 d\u00e9c. 2026", "2026-12-15" },
    { "mar. 3 mai 2027", "2027-05-03" },
    { "15 mar. 2027", "2027-03-15" },
    { "Mar 3rd, 2027", "2027-03-03" },
    { "3 de diciembre de 2026", "2026-12-03" },
    { "15 ene 2027", "2027-01-15" },
    { "3 grudnia 2026", "2026-12-03" },
    { "15 pa\u017a 2027", "2027-10-15" },
    { "ng\u00e0y 31 th\u00e1ng 12 n\u0103m 2026", "2026-12-31" },
    { "31 Th\u00e1ng 1, 2027", "2027-01-31" },
    { "5 th\u00e1ng m\u01b0\u1eddi hai 2026", "2026-12-05" },
    { "3. Mai \u2013 Juni 2027", NULL },
    { "th\u00e1ng 13 n\u0103m 2026", NULL },
    { "31. Februar 2026", NULL },
    { "Dezember 2026", NULL },
    { "3. Maitag 2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = foothold_date_parse (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

/* What a locale writes is read in that locale; there is German wherever the tests run with languages. */
static void
test_local (void)
{
  static const struct
  {
    const char *text, *date;
  } cases[] = {
    { "Donnerstag, 3. Dezember 2026", "2026-12-03" },
    { "Sonntag, 6. Dezember 2026", "2026-12-06" },
    { "Montag, 1. M\u00e4rz 2027", "2027-03-01" },
    { "3. Dez. 2026", "2026-12-03" },
    { "3. dez 2026", "2026-12-03" },
    { "2027, Mai 9", "2027-05-09" },
    { "31. Februar 2026", NULL },
    { "3. Dezember", NULL },
    { "Dezember 2026", NULL },
    { "3. Maitag 2026", NULL },
    { "irgendwann 2026", NULL },
    { "\xff", NULL },
  };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  g_assert_null (foothold_date_parse_local (NULL));
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German here.");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = foothold_date_parse (cases[i].text);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, month, 28, 12, 0, 0);
      g_autofree char *full = g_date_time_format (day, "%A, %-e. %B %Y");
      g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
      g_autofree char *date = foothold_date_parse (full);

      g_assert_cmpstr (date, ==, iso);
    }
  setlocale (LC_ALL, before);
}

static void
test_moments (void)
{
  static const struct
  {
    const char *text, *date, *time, *zone; /* date NULL: unknown */
  } cases[] = {
    { "2026-12-01", "2026-12-01", "", "" },
    { " 2026-12-01 ", "2026-12-01", "", "" },
    { "20261201", "2026-12-01", "", "" },
    { "2026-12-01T23:59:59Z", "2026-12-01", "23:59", "Etc/UTC" },
    { "2026-12-01T23:59:59+07:00", "2026-12-01", "23:59", "Etc/GMT-7" },
    { "2026-12-01T23:59:59.123-0500", "2026-12-01", "23:59", "Etc/GMT+5" },
    { "2026-12-01T23:59+05:30", "2026-12-01", "18:29", "Etc/UTC" },
    { "2026-12-01T01:00+05:45", "2026-11-30", "19:15", "Etc/UTC" },
    { "2026-12-01T23:59", "2026-12-01", "23:59", "" },
    { "2026-12-01 23:59:59", "2026-12-01", "23:59", "" },
    { "2026-12-01 23:59:59 UTC", "2026-12-01", "23:59", "Etc/UTC" },
    { "2026-12-01T00:00", "2026-12-01", "", "" },
    { "2026-12-01T00:00:00+01:00", "2026-12-01", "00:00", "Etc/GMT-1" },
    { "2026-12-01T12", "2026-12-01", "12:00", "" },
    { "20261201T235900Z", "2026-12-01", "23:59", "Etc/UTC" },
    { "2026-12-01+02:00", "2026-12-01", "", "" },
    { "Tue, 01 Dec 2026 10:00:00 GMT", "2026-12-01", "", "" },
    { "Wed Sep 02 02:00:00 UTC 2026", "2026-09-02", "02:00", "Etc/UTC" },
    { "Wed Sep 02 00:00:00 GMT 2026", "2026-09-02", "00:00", "Etc/UTC" },
    { "Wed Sep 02 02:00:00 GMT+02:00 2026", "2026-09-02", "02:00", "Etc/GMT-2" },
    { "Wed Sep 02 02:00:00 +0530 2026", "2026-09-01", "20:30", "Etc/UTC" },
    { "Wed Sep 02 17:30:00 CEST 2026", "2026-09-02", "17:30", "" },
    { "Wed Sep  2 17:30:00 2026", "2026-09-02", "17:30", "" },
    { "Wed Sep 02 00:00:00 2026", "2026-09-02", "", "" },
    { "Wed Feb 30 02:00:00 UTC 2026", NULL, NULL, NULL },
    { "Wed Sep 02 25:00:00 UTC 2026", NULL, NULL, NULL },
    { "Wed Sep 02 02:00:00 UTC 9999", NULL, NULL, NULL },
    { "Wed Sep 02 02:00:00 nowhere 2026", NULL, NULL, NULL },
    { "1 December 2026", "2026-12-01", "", "" },
    { "Dec 1, 2026", "2026-12-01", "", "" },
    { "December 1st, 2026", "2026-12-01", "", "" },
    { "01.12.2026", "2026-12-01", "", "" },
    { "1. Dec. 2026", "2026-12-01", "", "" },
    { "2026/11/06", "2026-11-06", "", "" },
    { "2026/1/6", "2026-01-06", "", "" },
    { "2026.11.06", "2026-11-06", "", "" },
    { "2026.11.06.", "2026-11-06", "", "" },
    { "2026-11-6", "2026-11-06", "", "" },
    { "2026/11/06 14:30", "2026-11-06", "14:30", "" },
    { "2026/11/06 14:30:00 +0200", "2026-11-06", "14:30", "Etc/GMT-2" },
    { "2026/11.06", NULL, NULL, NULL },
    { "2026/13/06", NULL, NULL, NULL },
    { "2026/11/31", NULL, NULL, NULL },
    { "2026/11/061", NULL, NULL, NULL },
    { "2026/11/06.", NULL, NULL, NULL },
    { "2026/11", NULL, NULL, NULL },
    { "1.2/2026", NULL, NULL, NULL },
    { "9999-12-31", NULL, NULL, NULL },
    { "9999-12-31T23:59:59Z", NULL, NULL, NULL },
    { "1970-01-01T00:00:00Z", NULL, NULL, NULL },
    { "0001-01-01", NULL, NULL, NULL },
    { "2026-02-30", NULL, NULL, NULL },
    { "2026-12-01T25:00", NULL, NULL, NULL },
    { "2026-12-01T10:00+99:00", NULL, NULL, NULL },
    { "1/2/2026", NULL, NULL, NULL },
    { "12/25/2026", NULL, NULL, NULL },
    { "2026-12", NULL, NULL, NULL },
    { "2026", NULL, NULL, NULL },
    { "soon", NULL, NULL, NULL },
    { "1764547200000", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
    { "2026-12-01T10:00 to noon", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdMoment moment;
      const gboolean ok = foothold_moment_parse (cases[i].text, &moment);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].date != NULL);
      g_assert_cmpstr (moment.date, ==, ok ? cases[i].date : "");
      g_assert_cmpstr (moment.time, ==, ok ? cases[i].time : "");
      g_assert_cmpstr (moment.zone, ==, ok ? cases[i].zone : "");
      g_assert_true (*moment.zone == '\0' || foothold_zone_is_valid (moment.zone));
    }
}

static GDateTime *
in_zone (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);

  return g_date_time_to_timezone (utc, zone);
}

/* A 23:59 deadline stays 23:59 on its day in its zone, and a whole day ends with it, every day of two years. */
static void
test_deadlines_in_zones (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2025, 12, 25, 12, 0, 0);

  for (guint n = 0; n < 740; n++)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
        {
          g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
          g_autoptr (GDateTime) at = NULL;
          g_autoptr (GDateTime) end = NULL;
          g_autofree char *shown = NULL;
          g_autofree char *shown_end = NULL;
          gint64 instant, whole;

          g_assert_nonnull (zone);
          g_assert_true (foothold_deadline_to_instant (date, "23:59", zones[i], NULL, &instant));
          at = in_zone (instant, zone);
          shown = g_date_time_format (at, "%Y-%m-%d %H:%M");
          g_assert_true (g_str_has_prefix (shown, date));
          g_assert_true (g_str_has_suffix (shown, "23:59"));

          g_assert_true (foothold_deadline_to_instant (date, NULL, NULL, zone, &whole));
          end = in_zone (whole, zone);
          shown_end = g_date_time_format (end, "%Y-%m-%d %H:%M:%S");
          g_assert_true (g_str_has_prefix (shown_end, date));
          g_assert_true (g_str_has_suffix (shown_end, "23:59:59"));
          g_assert_cmpint (whole % 1000, ==, 999);
        }
      g_date_time_unref (day);
      day = g_steal_pointer (&next);
    }
}

/* The zone of the machine changes nothing about a deadline that has one, nor what a page says. */
static void
test_machine_zone (void)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  gint64 expected;

  g_assert_true (foothold_deadline_to_instant ("2026-03-29", "23:59", "Europe/Berlin", NULL, &expected));
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      FootholdMoment moment;
      gint64 instant, local, same;

      g_setenv ("TZ", zones[i], TRUE);
      g_assert_true (foothold_deadline_to_instant ("2026-03-29", "23:59", "Europe/Berlin", NULL, &instant));
      g_assert_cmpint (instant, ==, expected);
      g_assert_true (foothold_moment_parse ("2026-03-29T23:59:00+02:00", &moment));
      g_assert_cmpstr (moment.date, ==, "2026-03-29");
      g_assert_cmpstr (moment.time, ==, "23:59");

      /* without a zone it is where the person is */
      g_assert_true (foothold_deadline_to_instant ("2026-03-29", "12:00", NULL, NULL, &local));
      g_assert_true (foothold_deadline_to_instant ("2026-03-29", "12:00", zones[i], NULL, &same));
      g_assert_cmpint (local, ==, same);
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_folds (void)
{
  gint64 first, next;

  /* Berlin, 25 October 2026: 2:30 comes twice; the first is 0:30 UTC */
  g_assert_true (foothold_deadline_to_instant ("2026-10-25", "02:30", "Europe/Berlin", NULL, &first));
  g_assert_true (foothold_instant_from_text ("2026-10-25T00:30:00.000Z", &next));
  g_assert_cmpint (first, ==, next);
  /* 3:00 comes once, after the change */
  g_assert_true (foothold_deadline_to_instant ("2026-10-25", "03:00", "Europe/Berlin", NULL, &first));
  g_assert_true (foothold_instant_from_text ("2026-10-25T02:00:00.000Z", &next));
  g_assert_cmpint (first, ==, next);
  /* 1:59 is before the change */
  g_assert_true (foothold_deadline_to_instant ("2026-10-25", "01:59", "Europe/Berlin", NULL, &first));
  g_assert_true (foothold_instant_from_text ("2026-10-24T23:59:00.000Z", &next));
  g_assert_cmpint (first, ==, next);

  /* Berlin, 29 March 2026: 2:30 is skipped; the change is at 1:00 UTC */
  g_assert_true (foothold_deadline_to_instant ("2026-03-29", "02:30", "Europe/Berlin", NULL, &first));
  g_assert_true (foothold_instant_from_text ("2026-03-29T01:00:00.000Z", &next));
  g_assert_cmpint (first, ==, next);

  /* Lord Howe moves by half an hour: 1:45 on 5 April 2026 comes twice, first at UTC+11 */
  g_assert_true (foothold_deadline_to_instant ("2026-04-05", "01:45", "Australia/Lord_Howe", NULL, &first));
  g_assert_true (foothold_instant_from_text ("2026-04-04T14:45:00.000Z", &next));
  g_assert_cmpint (first, ==, next);

  /* a whole day lasts to its second midnight hour (the Azores, 25 October 2026 has 25 hours, from 0:00 twice) */
  g_assert_true (foothold_deadline_to_instant ("2026-10-25", NULL, "Atlantic/Azores", NULL, &first));
  g_assert_true (foothold_deadline_to_instant ("2026-10-24", NULL, "Atlantic/Azores", NULL, &next));
  g_assert_cmpint (first - next, ==, 25 * G_GINT64_CONSTANT (3600000));
}

static void
test_instants (void)
{
  gint64 instant;

  for (guint i = 0; i < 20000; i++)
    {
      const gint64 wanted = (gint64) g_test_rand_int () * 16384 + g_test_rand_int_range (0, 16384)
                            - (i % 2 ? G_GINT64_CONSTANT (20000000000000) : 0);
      g_autofree char *text = foothold_instant_to_text (wanted);

      g_assert_nonnull (text);
      g_assert_true (foothold_instant_from_text (text, &instant));
      g_assert_cmpint (instant, ==, wanted);
    }

  /* against GLib's own calendar */
  for (gint64 seconds = -G_GINT64_CONSTANT (10000000000); seconds < G_GINT64_CONSTANT (10000000000);
       seconds += 86399999)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
      g_autofree char *expected = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S.000Z");
      g_autofree char *text = foothold_instant_to_text (seconds * 1000);

      g_assert_cmpstr (text, ==, expected);
    }

  g_assert_false (foothold_instant_from_text ("2026-11-22", &instant));
  g_assert_false (foothold_instant_from_text ("2026-02-30T00:00:00.000Z", &instant));
  g_assert_false (foothold_instant_from_text ("2026-11-22T19:08:27.123+01:00", &instant));
  g_assert_null (foothold_instant_to_text (G_MAXINT64));
  g_assert_null (foothold_instant_to_text (G_MININT64));
}

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    gint64 min, max; /* 0: says nothing */
  } cases[] = {
    { "PT40H", 2400, 2400 },
    { "P3D", 1440, 1440 },
    { "P2W", 4800, 4800 },
    { "PT1H30M", 90, 90 },
    { "PT1.5H", 90, 90 },
    { "P1DT4H", 720, 720 },
    { "PT90M", 90, 90 },
    { "PT7200S", 120, 120 },
    { "10-20 hours", 600, 1200 },
    { "about 15 h", 900, 900 },
    { "2 hours 30 minutes", 150, 150 },
    { "2 hours and 30 minutes", 150, 150 },
    { "1 Std. 45 Min.", 105, 105 },
    { "2h30", 150, 150 },
    { "1 day 4 hours", 720, 720 },
    { "10 hours to 20 hours", 600, 1200 },
    { "4 hours - 2 days", 240, 960 },
    { "40 hours, 8 weeks", 2400, 2400 },
    { "2 hours 4 days", 0, 0 },
    { "20h par semaine", 0, 0 },
    { "20 horas semanales", 0, 0 },
    { "20h pw", 0, 0 },
    { "15 Stunden im Monat", 0, 0 },
    { "8-10h TÄGLICH", 0, 0 },
    { "4 Wochen à 5 Stunden", 0, 0 },
    { "3 x 4h", 0, 0 },
    { "4h x 3", 0, 0 },
    { "20 h + 5 h", 0, 0 },
    { "20h, 30h", 0, 0 },
    { "9h-17h", 0, 0 },
    { "3 jours", 1440, 1440 },
    { "3 días", 1440, 1440 },
    { "15 tiếng", 900, 900 },
    { "up to 20 hours", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "bis zu 20 Stunden", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "jusqu’à 20 h", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "hasta 20 horas", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "bis zu etwa 20 Stunden", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "bis Freitag, 20 Stunden", 1200, 1200 },
    { "do 20 godzin", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "< 20 h", FOOTHOLD_FACT_UNKNOWN, 1200 },
    { "max. 10-20 h", 600, 1200 },
    { "5 to 10 hours", 300, 600 },
    { "7,5 Stunden", 450, 450 },
    { "3 days", 1440, 1440 },
    { "20 godzin", 1200, 1200 },
    { "40 giờ", 2400, 2400 },
    { "20-30 giờ", 1200, 1800 },
    { "8 giờ - 17 giờ", 0, 0 },
    { "8 giờ 30", 0, 0 },
    { "8 giờ sáng", 0, 0 },
    { "8 giờ mỗi ngày", 0, 0 },
    { "-PT5H", 0, 0 },
    { "P1M", 0, 0 },
    { "P1Y", 0, 0 },
    { "P", 0, 0 },
    { "PT", 0, 0 },
    { "40 hours per week", 0, 0 },
    { "40 h/week", 0, 0 },
    { "20 Stunden pro Woche", 0, 0 },
    { "forty", 0, 0 },
    { "PT0H", 0, 0 },
    { "20", 0, 0 },
    { "20-10 hours", 0, 0 },
    { "PT99999999999999H", 0, 0 },
    { "9 to 5, 3 days", 0, 0 },
    { "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 min = 0;
      gint64 max = 0;
      const gboolean ok = foothold_duration_parse (cases[i].text, &min, &max);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].max > 0);
      if (ok)
        {
          g_assert_cmpint (min, ==, cases[i].min);
          g_assert_cmpint (max, ==, cases[i].max);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/valid", test_valid);
  g_test_add_func ("/dates/month-names", test_month_names);
  g_test_add_func ("/dates/local", test_local);
  g_test_add_func ("/dates/moments", test_moments);
  g_test_add_func ("/dates/deadlines-in-zones", test_deadlines_in_zones);
  g_test_add_func ("/dates/machine-zone", test_machine_zone);
  g_test_add_func ("/dates/folds", test_folds);
  g_test_add_func ("/dates/instants", test_instants);
  g_test_add_func ("/dates/durations", test_durations);
  g_test_add_func ("/dates/named-durations", test_named_durations);
  g_test_add_func ("/dates/zones", test_zones);
  return g_test_run ();
}
