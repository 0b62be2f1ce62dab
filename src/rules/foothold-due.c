// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-due.h"

#include "rules/foothold-dates.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const FootholdListEntry kinds[] = {
  { "interview", N_ ("Interview"), NULL },
  { "offer-answer", N_ ("Answer an Offer"), NULL },
  { "apply-by", N_ ("Apply"), NULL },
  { "follow-up", N_ ("Follow Up"), NULL },
  { "no-answer", N_ ("No Answer Yet"), NULL },
  { "next-step", N_ ("Next Step"), NULL },
  { "keep-in-touch", N_ ("Keep in Touch"), NULL },
};

const FootholdList foothold_due_kinds = { "due", kinds, G_N_ELEMENTS (kinds) };

static const FootholdListEntry groups[] = {
  { "never", N_ ("Without a Date"), NULL }, { "overdue", N_ ("Overdue"), NULL },
  { "today", N_ ("Today"), NULL },          { "week", N_ ("The Next Seven Days"), NULL },
  { "later", N_ ("Later"), NULL },          { "snoozed", N_ ("Snoozed"), NULL },
};

const FootholdList foothold_due_groups = { "due when", groups, G_N_ELEMENTS (groups) };

/* Whether it can no longer be done once its moment has passed. */
static gboolean
lapses (FootholdDueKind kind)
{
  return kind == FOOTHOLD_DUE_OFFER_ANSWER || kind == FOOTHOLD_DUE_APPLY_BY;
}

gboolean
foothold_due_may_wait (FootholdDueKind kind)
{
  return !lapses (kind) && kind != FOOTHOLD_DUE_INTERVIEW;
}

static FootholdDueGroup
group_of (int days)
{
  if (days < 0)
    return FOOTHOLD_DUE_OVERDUE;
  if (days == 0)
    return FOOTHOLD_DUE_TODAY;
  return days <= 7 ? FOOTHOLD_DUE_WEEK : FOOTHOLD_DUE_LATER;
}

/* Day and time where the person is; FALSE when it has no date. *@moment: when it has passed, of what lapses or has a
 * time.
 */
static gboolean
place (const FootholdDueItem *item, GTimeZone *local, FootholdDueWhen *when, gint64 *moment)
{
  const char *time = item->time != NULL && foothold_time_is_valid (item->time) ? item->time : NULL;
  const char *zone = item->zone != NULL && foothold_zone_is_valid (item->zone) ? item->zone : NULL;
  GDate here;

  *moment = 0;
  if (!foothold_rhythm_read_day (item->date, &when->day))
    return FALSE;
  /* most of a long list: a day as it was written, which no moment ends */
  if (time == NULL && !lapses (item->kind))
    return TRUE;
  if (!foothold_deadline_to_instant (item->date, time, zone, local, moment)
      || !foothold_rhythm_day_of_instant (*moment, local, &here))
    return FALSE;

  if (time != NULL)
    {
      g_autoptr (GTimeZone) own = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (*moment / 1000);
      g_autoptr (GDateTime) at = g_date_time_to_timezone (utc, own);

      g_snprintf (when->time, sizeof when->time, "%02d:%02d", g_date_time_get_hour (at) % 24,
                  g_date_time_get_minute (at) % 60);
      when->day = here;
    }
  else if (lapses (item->kind) && g_date_compare (&here, &when->day) < 0)
    when->day = here;

  return TRUE;
}

FootholdDueGroup
foothold_due_look (const FootholdDueItem *item, gint64 now, GTimeZone *local, FootholdDueWhen *when)
{
  const gboolean movable = foothold_due_may_wait (item->kind);
  GDate today, snoozed;
  gint64 moment;

  memset (when, 0, sizeof *when);
  when->group = FOOTHOLD_DUE_NEVER;
  if (!foothold_rhythm_day_of_instant (now, local, &today) || !place (item, local, when, &moment))
    {
      g_date_clear (&when->day, 1);
      return when->group;
    }

  if (!foothold_rhythm_read_day (item->snoozed_until, &snoozed))
    g_date_set_julian (&snoozed, 1); /* long ago */
  if (movable && g_date_compare (&when->day, &snoozed) < 0)
    {
      when->day = snoozed;
      when->time[0] = '\0';
    }

  when->days = g_date_days_between (&today, &when->day);
  when->group = group_of (when->days);
  if (lapses (item->kind))
    when->group = moment < now ? FOOTHOLD_DUE_OVERDUE : MAX (when->group, FOOTHOLD_DUE_TODAY);
  if (when->group > FOOTHOLD_DUE_TODAY && g_date_compare (&snoozed, &today) > 0)
    when->group = FOOTHOLD_DUE_SNOOZED;

  return when->group;
}

int
foothold_due_compare (FootholdDueKind kind_a,
                      const FootholdDueWhen *a,
                      FootholdDueKind kind_b,
                      const FootholdDueWhen *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  if (a->days != b->days)
    return a->days < b->days ? -1 : 1;
  if ((*a->time == '\0') != (*b->time == '\0'))
    return *a->time == '\0' ? 1 : -1;
  if (strcmp (a->time, b->time) != 0)
    return strcmp (a->time, b->time);
  return (kind_a > kind_b) - (kind_a < kind_b);
}

char *
foothold_due_sentence (FootholdDueKind kind, const char *day, const char *time)
{
  switch (kind)
    {
    case FOOTHOLD_DUE_INTERVIEW:
      if (day == NULL)
        return g_strdup (_ ("Interview"));
      if (time == NULL)
        /* Translators: a day: "Interview tomorrow", "Interview Thu 3 Dec". */
        return g_strdup_printf (_ ("Interview %s"), day);
      /* Translators: a day and a time: "Interview tomorrow at 10:00". */
      return g_strdup_printf (_ ("Interview %1$s at %2$s"), day, time);
    case FOOTHOLD_DUE_OFFER_ANSWER:
      if (day == NULL)
        return g_strdup (_ ("Answer the offer"));
      if (time == NULL)
        /* Translators: a day: "Answer the offer by Thu 3 Dec". */
        return g_strdup_printf (_ ("Answer the offer by %s"), day);
      /* Translators: a day and a time. */
      return g_strdup_printf (_ ("Answer the offer by %1$s at %2$s"), day, time);
    case FOOTHOLD_DUE_APPLY_BY:
      if (day == NULL)
        return g_strdup (_ ("Send the application"));
      if (time == NULL)
        /* Translators: a day: "Send the application by Thu 3 Dec". */
        return g_strdup_printf (_ ("Send the application by %s"), day);
      /* Translators: a day and a time. */
      return g_strdup_printf (_ ("Send the application by %1$s at %2$s"), day, time);
    case FOOTHOLD_DUE_FOLLOW_UP:
      return g_strdup (_ ("Follow up"));
    case FOOTHOLD_DUE_NO_ANSWER:
      return g_strdup (_ ("No answer so far: follow up, or let it rest"));
    case FOOTHOLD_DUE_NEXT_STEP:
      return g_strdup (_ ("Next step"));
    case FOOTHOLD_DUE_KEEP_IN_TOUCH:
      return g_strdup (_ ("Keep in touch"));
    default:
      g_assert_not_reached ();
    }
}
