// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-reminding.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"

#include <glib/gi18n.h>

#define MINUTE_MS (60 * 1000)
#define MINUTES_A_DAY (24 * 60)

void
foothold_reminder_free (FootholdReminder *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_clear_pointer (&self->entry, foothold_due_entry_unref);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static void
reminder_free (gpointer data)
{
  foothold_reminder_free (data);
}

static GDateTime *
here_and_now (gint64 now, GTimeZone *local)
{
  g_autoptr (GTimeZone) zone = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* The occasion on which to be reminded of @entry at @hour; NULL: none now. */
static const char *
occasion (const FootholdDueEntry *entry, int hour)
{
  switch (entry->when.group)
    {
    case FOOTHOLD_DUE_OVERDUE:
      return "due";
    case FOOTHOLD_DUE_TODAY:
      if (entry->kind == FOOTHOLD_DUE_INTERVIEW)
        return hour >= FOOTHOLD_REMIND_INTERVIEW_HOUR ? "morning" : NULL;
      return hour >= FOOTHOLD_REMIND_HOUR ? "due" : NULL;
    case FOOTHOLD_DUE_WEEK:
      return entry->kind == FOOTHOLD_DUE_INTERVIEW && entry->when.days == 1 && hour >= FOOTHOLD_REMIND_EVENING_HOUR
               ? "evening"
               : NULL;
    case FOOTHOLD_DUE_NEVER:
    case FOOTHOLD_DUE_LATER:
    case FOOTHOLD_DUE_SNOOZED:
    default:
      return NULL;
    }
}

static char *
make_mark (const FootholdDueEntry *entry, const char *when)
{
  char iso[FOOTHOLD_DAY_SIZE] = "";

  /* another day, as after a snooze, is another occasion */
  if (g_date_valid (&entry->when.day))
    foothold_rhythm_write_day (&entry->when.day, iso);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%s", foothold_due_entry_get_key (entry), iso, when);
}

static char *
sentence (const FootholdDueEntry *entry, GDateTime *now)
{
  char iso[FOOTHOLD_DAY_SIZE];
  g_autofree char *day = NULL;

  if (g_date_valid (&entry->when.day))
    {
      foothold_rhythm_write_day (&entry->when.day, iso);
      day = foothold_format_date_said (iso, now);
    }
  return foothold_due_entry_sentence (entry, day, *entry->when.time != '\0' ? entry->when.time : NULL);
}

static gboolean
can_wait (const FootholdDueEntry *entry)
{
  return entry->kind == FOOTHOLD_DUE_FOLLOW_UP || entry->kind == FOOTHOLD_DUE_NO_ANSWER
         || entry->kind == FOOTHOLD_DUE_NEXT_STEP || entry->kind == FOOTHOLD_DUE_KEEP_IN_TOUCH;
}

static FootholdReminder *
reminder_new (FootholdDueEntry *entry, const char *when, GDateTime *now)
{
  FootholdReminder *self = g_new0 (FootholdReminder, 1);

  self->id = g_strdup_printf (FOOTHOLD_REMINDER_ID "%" G_GINT64_FORMAT, foothold_due_entry_get_key (entry));
  self->title = sentence (entry, now);
  self->body = foothold_due_entry_subject (entry);
  self->entry = foothold_due_entry_ref (entry);
  self->can_wait = can_wait (entry);
  self->marks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->marks, make_mark (entry, when));
  return self;
}

/* (transfer full): one for all of @several, which are not needed any more. */
static FootholdReminder *
put_together (GPtrArray *several)
{
  FootholdReminder *self = g_new0 (FootholdReminder, 1);
  GString *body = g_string_new (NULL);

  self->id = g_strdup (FOOTHOLD_REMINDER_SEVERAL);
  self->title = g_strdup_printf (ngettext ("%'u thing is due", "%'u things are due", several->len), several->len);
  self->marks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < several->len; i++)
    {
      const FootholdReminder *one = g_ptr_array_index (several, i);

      if (i < FOOTHOLD_REMIND_MOST)
        /* Translators: what to do, and for whom */
        g_string_append_printf (body, _ ("%1$s: %2$s\n"), one->title, one->body);
      for (guint k = 0; k < one->marks->len; k++)
        g_ptr_array_add (self->marks, g_strdup (g_ptr_array_index (one->marks, k)));
    }
  g_string_append (body, _ ("and more"));
  self->body = g_string_free (body, FALSE);
  return self;
}

GPtrArray *
foothold_reminders_plan (GPtrArray *entries, gint64 now, GTimeZone *local)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (reminder_free);
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func (reminder_free);
  g_autoptr (GDateTime) here = here_and_now (now, local);

  for (guint i = 0; here != NULL && i < entries->len; i++)
    {
      FootholdDueEntry *entry = g_ptr_array_index (entries, i);
      const char *when = occasion (entry, g_date_time_get_hour (here));

      if (when != NULL)
        g_ptr_array_add (entry->kind == FOOTHOLD_DUE_INTERVIEW ? plan : due, reminder_new (entry, when, here));
    }

  if (due->len > FOOTHOLD_REMIND_MOST)
    g_ptr_array_add (plan, put_together (due));
  else
    g_ptr_array_extend_and_steal (plan, g_steal_pointer (&due));
  return g_steal_pointer (&plan);
}

gint64
foothold_reminders_wait (gint64 now, GTimeZone *local)
{
  static const int hours[] = { FOOTHOLD_REMIND_INTERVIEW_HOUR, FOOTHOLD_REMIND_HOUR, FOOTHOLD_REMIND_EVENING_HOUR, 24 };
  g_autoptr (GDateTime) here = here_and_now (now, local);
  const int minute =
    here != NULL ? g_date_time_get_hour (here) * 60 + g_date_time_get_minute (here) : MINUTES_A_DAY - 60;

  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    if (minute < hours[i] * 60)
      return (gint64) (hours[i] * 60 - minute) * MINUTE_MS;

  g_assert_not_reached ();
}
