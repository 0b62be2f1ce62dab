// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-silence.h"

#include "rules/foothold-rhythm.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const int one = *(const int *) a, other = *(const int *) b;

  return (one > other) - (one < other);
}

gboolean
foothold_reply_median (const int *days, gsize n_days, double *median)
{
  g_autofree int *sorted = NULL;

  *median = 0;
  if (n_days == 0)
    return FALSE;

  sorted = g_new (int, n_days);
  for (gsize i = 0; i < n_days; i++)
    sorted[i] = CLAMP (days[i], 0, FOOTHOLD_RHYTHM_MAX);
  qsort (sorted, n_days, sizeof *sorted, compare_days);
  *median = (sorted[(n_days - 1) / 2] + sorted[n_days / 2]) / 2.0;

  return TRUE;
}

guint
foothold_silence_patience (const int *replies, gsize n_replies)
{
  double median;

  if (n_replies < FOOTHOLD_NO_ANSWER_REPLIES || !foothold_reply_median (replies, n_replies, &median))
    return FOOTHOLD_NO_ANSWER_DAYS;

  return MAX (FOOTHOLD_NO_ANSWER_DAYS, (guint) ceil (FOOTHOLD_NO_ANSWER_MEDIANS * median));
}

/* Reads a day that has been; one that has yet to come is today. */
static gboolean
read_past (const char *iso, const GDate *today, GDate *day)
{
  if (!foothold_rhythm_read_day (iso, day))
    return FALSE;
  if (g_date_compare (day, today) > 0)
    *day = *today;

  return TRUE;
}

static void
push_back (GDate *day, const GDate *earliest)
{
  if (g_date_compare (day, earliest) < 0)
    *day = *earliest;
}

void
foothold_silence_look (const FootholdSilence *silence, guint patience, const GDate *today, FootholdSilenceClock *clock)
{
  GDate since, day;

  clock->step = FOOTHOLD_SILENCE_NONE;
  clock->days = 0;
  g_date_clear (&clock->follow_up_on, 1);
  g_date_clear (&clock->no_answer_on, 1);
  if (!read_past (silence->sent_on, today, &since) && !read_past (silence->noted_on, today, &since))
    return;

  if (read_past (silence->last_word_on, today, &day))
    push_back (&since, &day);
  clock->days = g_date_days_between (&since, today);

  clock->follow_up_on = since;
  if (read_past (silence->followed_up_on, today, &day))
    push_back (&clock->follow_up_on, &day);
  g_date_add_days (&clock->follow_up_on, FOOTHOLD_FOLLOW_UP_DAYS);
  if (foothold_rhythm_read_day (silence->snoozed_until, &day))
    push_back (&clock->follow_up_on, &day);

  clock->no_answer_on = since;
  g_date_add_days (&clock->no_answer_on, patience);
  push_back (&clock->no_answer_on, &clock->follow_up_on);

  if (g_date_compare (&clock->no_answer_on, today) <= 0)
    clock->step = FOOTHOLD_SILENCE_NO_ANSWER;
  else if (g_date_compare (&clock->follow_up_on, today) <= 0)
    clock->step = FOOTHOLD_SILENCE_FOLLOW_UP;
  else
    clock->step = FOOTHOLD_SILENCE_WAIT;
}
