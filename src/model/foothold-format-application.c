// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-format-application.h"

#include <glib/gi18n-lib.h>

#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-due.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-zone.h"

/* Fewer days than this are no hurry. */
#define URGENT_DAYS 3

static GDate
day_of (GDateTime *now)
{
  g_autoptr (GDateTime) clock = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (clock), (GDateMonth) g_date_time_get_month (clock),
                  (GDateYear) g_date_time_get_year (clock));
  return day;
}

static gint64
instant_of (GDateTime *now)
{
  g_autoptr (GDateTime) clock = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();

  return g_date_time_to_unix (clock) * 1000;
}

/* How a date of the person's list stands to now. */
static FootholdDueWhen
look_at (FootholdDueKind kind, const char *day, const char *time, const char *zone, GDateTime *now)
{
  g_autoptr (GTimeZone) local = now != NULL ? g_time_zone_ref (g_date_time_get_timezone (now)) : NULL;
  const FootholdDueItem item = { kind, day, time != NULL && *time != '\0' ? time : NULL,
                                 zone != NULL && *zone != '\0' ? zone : NULL, NULL };
  FootholdDueWhen when;

  foothold_due_look (&item, instant_of (now), local, &when);
  return when;
}

/* Walks the interviews of @row, first the earliest. *@held: the day here of the last whose day has passed; cleared
 * for none. */
static gboolean
find_next_interview (const FootholdApplicationRow *row,
                     GDateTime *now,
                     char **day,
                     char **time,
                     char **zone,
                     GDate *held)
{
  g_auto (GStrv) lines = row->interviews != NULL ? g_strsplit (row->interviews, "\n", -1) : NULL;

  g_date_clear (held, 1);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      FootholdDueWhen when;

      if (g_strv_length (parts) != 3)
        continue;
      when = look_at (FOOTHOLD_DUE_INTERVIEW, parts[0], parts[1], parts[2], now);
      if (when.group == FOOTHOLD_DUE_NEVER)
        continue;
      if (when.group == FOOTHOLD_DUE_OVERDUE)
        {
          if (!g_date_valid (held) || g_date_compare (held, &when.day) < 0)
            *held = when.day;
          continue;
        }

      *day = g_strdup (parts[0]);
      *time = g_strdup (parts[1]);
      *zone = g_strdup (parts[2]);
      return TRUE;
    }

  return FALSE;
}

/* On which day here it was noted as sent, where nobody knows when it was; FALSE for none. */
static gboolean
find_noted (const FootholdApplicationRow *row, GDateTime *now, char *iso)
{
  gint64 at;
  GDate day;

  if (row->noted_at == NULL || !g_ascii_string_to_signed (row->noted_at, 10, G_MININT64, G_MAXINT64, &at, NULL)
      || !foothold_rhythm_day_of_instant (at, now != NULL ? g_date_time_get_timezone (now) : NULL, &day))
    return FALSE;

  foothold_rhythm_write_day (&day, iso);
  return TRUE;
}

gboolean
foothold_application_next_interview (const FootholdApplicationRow *row,
                                     GDateTime *now,
                                     char **day,
                                     char **time,
                                     char **zone)
{
  GDate held;

  return find_next_interview (row, now, day, time, zone, &held);
}

void
foothold_application_look (const FootholdApplicationRow *row,
                           guint patience,
                           GDateTime *now,
                           FootholdSilenceClock *clock)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;
  GDate held;
  const gboolean ahead = find_next_interview (row, now, &day, &time, &zone, &held);
  const GDate today = day_of (now);
  FootholdSilence silence = { row->sent_on, row->heard_on, row->followed_up_on, NULL, NULL };
  char held_on[16], noted_on[FOOTHOLD_DAY_SIZE];

  /* an interview that was held is a word of theirs */
  if (g_date_valid (&held) && g_date_strftime (held_on, sizeof held_on, "%Y-%m-%d", &held) > 0
      && g_strcmp0 (held_on, row->heard_on) > 0)
    silence.last_word_on = held_on;
  if (find_noted (row, now, noted_on))
    silence.noted_on = noted_on;
  if (foothold_application_turn (row->state, ahead) != FOOTHOLD_TURN_HOST)
    silence.sent_on = silence.noted_on = NULL;
  foothold_silence_look (&silence, patience, &today, clock);
}

char *
foothold_format_silence (const FootholdSilenceClock *clock)
{
  if (clock->step == FOOTHOLD_SILENCE_NONE || clock->days < 1)
    return NULL;

  return g_strdup_printf (ngettext ("silent for %d day", "silent for %d days", (gulong) clock->days), clock->days);
}

/* "Interview tomorrow at 10:00" of what stands on @day. */
static char *
say_due (FootholdDueKind kind, const char *day, const char *time, const char *zone, GDateTime *now, gboolean *urgent)
{
  const FootholdDueWhen when = look_at (kind, day, time, zone, now);
  char iso[16];
  g_autofree char *said = NULL;

  if (when.group == FOOTHOLD_DUE_NEVER)
    return NULL;
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &when.day);
  said = foothold_format_date_said (iso, now);
  *urgent = when.days <= URGENT_DAYS;
  return foothold_due_sentence (kind, said, when.time[0] != '\0' ? when.time : NULL);
}

char *
foothold_format_application_due (const FootholdApplicationRow *row, GDateTime *now, gboolean *urgent)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;

  *urgent = FALSE;
  switch (foothold_application_phase (row->state))
    {
    case FOOTHOLD_APPLICATION_PREPARING:
      return row->apply_by != NULL
               ? say_due (FOOTHOLD_DUE_APPLY_BY, row->apply_by, row->apply_by_time, row->apply_by_zone, now, urgent)
               : NULL;
    case FOOTHOLD_APPLICATION_SENT:
      if (g_strcmp0 (row->state, "offer") == 0)
        return row->offer_by != NULL ? say_due (FOOTHOLD_DUE_OFFER_ANSWER, row->offer_by, row->offer_by_time,
                                                row->offer_by_zone, now, urgent)
                                     : NULL;
      return foothold_application_next_interview (row, now, &day, &time, &zone)
               ? say_due (FOOTHOLD_DUE_INTERVIEW, day, time, zone, now, urgent)
               : NULL;
    case FOOTHOLD_APPLICATION_NONE:
    case FOOTHOLD_APPLICATION_SILENT:
    case FOOTHOLD_APPLICATION_ENDED:
    default:
      return NULL;
    }
}

char *
foothold_format_next_step (const char *next_step,
                           const char *next_step_on,
                           GDateTime *now,
                           gboolean *overdue,
                           char **day)
{
  g_autofree char *on = next_step_on != NULL ? foothold_format_date (next_step_on, now) : NULL;
  int days;

  *day = NULL;
  *overdue = foothold_days_until (next_step_on, now, &days) && days < 0;
  if (next_step == NULL)
    /* Translators: %s is a date like "tomorrow" or "Thu 3 Dec" */
    return on != NULL ? g_strdup_printf (_ ("Next step %s"), on) : NULL;
  *day = g_steal_pointer (&on);
  return g_strdup (next_step);
}

char *
foothold_format_own_time (const char *day, const char *time, const char *zone, GTimeZone *local)
{
  g_autoptr (GTimeZone) own = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) here = NULL;
  g_autofree char *own_day = NULL;
  g_autofree char *own_time = NULL;
  g_autofree char *full = NULL;
  g_autofree char *said = NULL;
  gint64 instant;

  if (day == NULL || time == NULL || zone == NULL || !foothold_deadline_to_instant (day, time, zone, NULL, &instant))
    return NULL;

  utc = g_date_time_new_from_unix_utc (instant / 1000);
  here = utc != NULL ? g_date_time_to_timezone (utc, own) : NULL;
  if (here == NULL)
    return NULL;
  said = foothold_zone_to_text (zone);
  own_day = g_date_time_format (here, "%Y-%m-%d");
  own_time = g_date_time_format (here, "%H:%M");
  if (g_str_equal (own_day, day))
    /* Translators: when an interview is: a time, its time zone, and the person's own time at that moment */
    return g_str_equal (own_time, time) ? NULL : g_strdup_printf (_ ("%1$s in %2$s, %3$s here"), time, said, own_time);

  full = foothold_format_date_full (own_day);
  /* Translators: when an interview is: a time, its time zone, then the person's own day and time at that moment */
  return g_strdup_printf (_ ("%1$s in %2$s, here %3$s at %4$s"), time, said, full, own_time);
}

char *
foothold_format_application_step (const FootholdApplicationRow *row, GDateTime *now, gboolean *overdue, char **day)
{
  const gboolean ended = foothold_application_phase (row->state) == FOOTHOLD_APPLICATION_ENDED;

  return foothold_format_next_step (ended ? NULL : row->next_step, ended ? NULL : row->next_step_on, now, overdue, day);
}
