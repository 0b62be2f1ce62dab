// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-due-list.h"

/*
 * Of what the desktop reminds, and when: what is due, in the morning of its day and as long as it is overdue; an
 * interview on the evening before and in the morning. Pure: now and the person's zone are given.
 */

G_BEGIN_DECLS

/* Hours of the day where the person is. */
#define FOOTHOLD_REMIND_INTERVIEW_HOUR 7
#define FOOTHOLD_REMIND_HOUR 8
#define FOOTHOLD_REMIND_EVENING_HOUR 18
/* What the id of a notification about one thing begins with, before its key; and that of several together. */
#define FOOTHOLD_REMINDER_ID "due-"
#define FOOTHOLD_REMINDER_SEVERAL "due-several"
/* More than these at once are said together. */
#define FOOTHOLD_REMIND_MOST 3

typedef struct
{
  char *id; /* of the notification: the same as long as it is about the same thing */
  char *title, *body; /* translated */
  FootholdDueEntry *entry; /* NULL: of several together */
  gboolean can_wait; /* it may be put off until tomorrow */
  /* What it reminds of and on what occasion: who was reminded of all of these once is not reminded again. */
  GPtrArray *marks; /* utf8: the key of the line, "/", the day, "/", the occasion */
} FootholdReminder;

void foothold_reminder_free (FootholdReminder *self);

/* All that may be shown at @now, in the order of @entries (FootholdDueEntry, as of foothold_due_list_load()).
 * (element-type FootholdReminder) (transfer full) */
GPtrArray *foothold_reminders_plan (GPtrArray *entries, gint64 now, GTimeZone *local);
/* In how many milliseconds the answer may be another because of the time of day. */
gint64 foothold_reminders_wait (gint64 now, GTimeZone *local);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdReminder, foothold_reminder_free)

G_END_DECLS
