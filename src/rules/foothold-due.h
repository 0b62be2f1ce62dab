// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-lists.h"

/*
 * The due list: what of all applications and people wants something from the person, and when (PRODUCT, "Application
 * tracker": clocks, a due list; "each state says who must act next and by when"). Late is a date, never a dead end.
 * Pure.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_DUE_INTERVIEW,
  FOOTHOLD_DUE_OFFER_ANSWER,
  FOOTHOLD_DUE_APPLY_BY,
  FOOTHOLD_DUE_FOLLOW_UP,
  FOOTHOLD_DUE_NO_ANSWER,
  FOOTHOLD_DUE_NEXT_STEP,
  FOOTHOLD_DUE_KEEP_IN_TOUCH,
} FootholdDueKind;

/* "interview" … "keep-in-touch", in the order of the type. */
extern const FootholdList foothold_due_kinds;

typedef struct
{
  FootholdDueKind kind;
  const char *date; /* ISO */
  const char *time; /* "10:00" of that zone, or NULL for the whole day */
  const char *zone; /* IANA; NULL, or one nobody knows, is where the person is */
  const char *snoozed_until; /* ISO or NULL: nothing before that day where the person is */
} FootholdDueItem;

typedef enum
{
  FOOTHOLD_DUE_NEVER, /* it has no date */
  FOOTHOLD_DUE_OVERDUE,
  FOOTHOLD_DUE_TODAY,
  FOOTHOLD_DUE_WEEK, /* the seven days after today: a Sunday, too, looks ahead */
  FOOTHOLD_DUE_LATER,
  FOOTHOLD_DUE_SNOOZED,
} FootholdDueGroup;

/* "never", "overdue", "today", "week", "later", "snoozed", in the order of the type. */
extern const FootholdList foothold_due_groups;

typedef struct
{
  FootholdDueGroup group;
  int days; /* from today to @day, negative in the past; 0 for FOOTHOLD_DUE_NEVER */
  GDate day; /* where the person is; cleared for FOOTHOLD_DUE_NEVER */
  char time[6]; /* of that day where the person is, or "" */
} FootholdDueWhen;

/*
 * @now: UTC milliseconds; @local: where the person is, NULL for this machine's zone.
 *
 * What lapses (an offer, an application) is overdue as soon as its moment has passed where it is set, even on the same
 * day; without a time that is the end of its day there. It stands under the day as it was written or, where the
 * moment comes sooner here, under that: the safe one of the two; and under today while it can still be done. All else
 * is overdue on the day after. An interview is shown at its time here.
 *
 * A snooze moves what may wait to its day. What lapses, and an interview, is only put out of sight, and is back on its
 * day at the latest.
 */
FootholdDueGroup foothold_due_look (const FootholdDueItem *item, gint64 now, GTimeZone *local, FootholdDueWhen *when);

/* Whether a snooze moves it to another day. */
gboolean foothold_due_may_wait (FootholdDueKind kind);

/* For sorting: by group, then day, then time (those without one last), then kind. Negative, 0 or positive. */
int foothold_due_compare (FootholdDueKind kind_a,
                          const FootholdDueWhen *a,
                          FootholdDueKind kind_b,
                          const FootholdDueWhen *b);

/*
 * What to do, in words: "Follow up", "Answer the offer by Thu 3 Dec", "Interview tomorrow at 10:00". @day and @time as
 * the model formats them for a person ("tomorrow", "Thu 3 Dec"; never "in 6 days"); NULL where there is none. (transfer
 * full)
 */
char *foothold_due_sentence (FootholdDueKind kind, const char *day, const char *time);

G_END_DECLS
