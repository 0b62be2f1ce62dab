// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-today-words.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"

#include <glib/gi18n.h>

/* No line begins with it. */
#define SEPARATOR "\u00a0· "
#define DAYS_A_WEEK 7

/* FALSE without a date. */
static gboolean
write_iso (const FootholdDueEntry *entry, char *iso)
{
  if (!g_date_valid (&entry->when.day))
    return FALSE;

  foothold_rhythm_write_day (&entry->when.day, iso);
  return TRUE;
}

static const char *
time_of (const FootholdDueEntry *entry)
{
  return *entry->when.time != '\0' ? entry->when.time : NULL;
}

char *
foothold_today_what (const FootholdDueEntry *entry, GDateTime *now)
{
  char iso[FOOTHOLD_DAY_SIZE];
  g_autofree char *day = write_iso (entry, iso) ? foothold_format_date_said (iso, now) : NULL;

  return foothold_due_entry_sentence (entry, day, time_of (entry));
}

char *
foothold_today_when (const FootholdDueEntry *entry, GDateTime *now, gboolean *urgent)
{
  char iso[FOOTHOLD_DAY_SIZE];

  *urgent = entry->when.group == FOOTHOLD_DUE_OVERDUE || entry->when.group == FOOTHOLD_DUE_TODAY;
  return write_iso (entry, iso) ? foothold_format_date (iso, now) : NULL;
}

char *
foothold_today_when_full (const FootholdDueEntry *entry)
{
  char iso[FOOTHOLD_DAY_SIZE];
  g_autofree char *day = NULL;

  if (!write_iso (entry, iso))
    return NULL;

  day = foothold_format_date_full (iso);
  if (time_of (entry) == NULL)
    return g_steal_pointer (&day);
  /* Translators: a date and a time: "Thursday, 3 December 2026, 10:00" */
  return g_strdup_printf (C_ ("date and time", "%s, %s"), day, time_of (entry));
}

char *
foothold_today_whom (const FootholdDueEntry *entry)
{
  g_autofree char *subject = foothold_due_entry_subject (entry);
  const int days = entry->silent_days;

  if (entry->kind != FOOTHOLD_DUE_FOLLOW_UP && entry->kind != FOOTHOLD_DUE_NO_ANSWER)
    return g_steal_pointer (&subject);

  {
    g_autofree char *silence =
      g_strdup_printf (ngettext ("%d day of silence", "%d days of silence", (gulong) days), days);

    return g_strconcat (subject, SEPARATOR, silence, NULL);
  }
}

const char *
foothold_today_group (FootholdDueGroup group)
{
  /* the next seven days, in this view's words */
  return group == FOOTHOLD_DUE_WEEK ? _ ("This Week") : _ (foothold_due_groups.entries[group].name);
}

char *
foothold_today_summary (guint n_overdue, guint n_today)
{
  g_autofree char *overdue =
    n_overdue > 0 ? g_strdup_printf (ngettext ("%'u overdue", "%'u overdue", n_overdue), n_overdue) : NULL;
  g_autofree char *today = n_today > 0 ? g_strdup_printf (ngettext ("%'u today", "%'u today", n_today), n_today) : NULL;

  if (overdue != NULL && today != NULL)
    return g_strconcat (overdue, SEPARATOR, today, NULL);
  return overdue != NULL ? g_steal_pointer (&overdue) : g_steal_pointer (&today);
}

char *
foothold_today_iso (GDateTime *now, int days)
{
  g_autoptr (GDateTime) clock = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();
  GDate day;
  char iso[FOOTHOLD_DAY_SIZE];

  /* by the calendar: a day more is not always 24 hours */
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (clock), (GDateMonth) g_date_time_get_month (clock),
                  (GDateYear) g_date_time_get_year (clock));
  g_date_add_days (&day, (guint) days);
  foothold_rhythm_write_day (&day, iso);
  return g_strdup (iso);
}

char *
foothold_today_next_week (GDateTime *now)
{
  g_autoptr (GDateTime) clock = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();

  return foothold_today_iso (clock, DAYS_A_WEEK + 1 - g_date_time_get_day_of_week (clock));
}
