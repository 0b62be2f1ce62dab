// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Silence as a managed state: when to follow up, and when no answer is one (PRODUCT, "Application", Clock). By days of
 * the calendar where the person is, never by hours, so that neither zones nor the changes of the clocks move anything;
 * foothold_rhythm_day_of_instant() makes days of instants. Pure.
 */

G_BEGIN_DECLS

/* PRODUCT: "follow up?" 10 days after sending; "no answer" at the later of 28 days and three times one's own median
 * reply, once there are five replies. */
#define FOOTHOLD_FOLLOW_UP_DAYS 10
#define FOOTHOLD_NO_ANSWER_DAYS 28
#define FOOTHOLD_NO_ANSWER_MEDIANS 3
#define FOOTHOLD_NO_ANSWER_REPLIES 5

/* What is known of one application that waits for its host (ask only where foothold_application_turn() says so). ISO
 * dates; NULL, or what is no date, is none. */
typedef struct
{
  const char *sent_on;
  const char *last_word_on; /* the host's last sign of life, a receipt among them */
  const char *followed_up_on; /* the last time */
  const char *snoozed_until; /* the person wants to hear nothing before that day */
  const char *noted_on; /* when it was noted as sent: its clock begins there where nobody knows the day it was */
} FootholdSilence;

typedef enum
{
  FOOTHOLD_SILENCE_NONE, /* it was not sent */
  FOOTHOLD_SILENCE_WAIT, /* nothing to do yet */
  FOOTHOLD_SILENCE_FOLLOW_UP,
  FOOTHOLD_SILENCE_NO_ANSWER, /* suggested: it is never set unasked */
} FootholdSilenceStep;

typedef struct
{
  FootholdSilenceStep step;
  int days; /* of silence: since it was sent (or noted as sent) or, later, since the host's last word; never negative */
  GDate follow_up_on; /* cleared for FOOTHOLD_SILENCE_NONE */
  GDate no_answer_on;
} FootholdSilenceClock;

/* How many days of silence are an answer: 28, or three times the median of one's own @replies (days, @n_replies of
 * them, in any order) where that is longer. */
guint foothold_silence_patience (const int *replies, gsize n_replies);

/*
 * @patience: as foothold_silence_patience () has it.
 *
 * Silence begins when it was sent (where no day is known: when that was noted), and again with the host's every word. A
 * follow-up is due 10 days after that or after the last follow-up. No answer is suggested at the end of @patience.
 * "Never before a due follow-up" reads: never before the day on which the next follow-up falls due, so that each
 * follow-up is given its 10 days, and one that was put off comes first. A follow-up that is due and not sent does not
 * hold it back for ever: somebody who never follows up is also told. Where both are due, the step is no answer; the
 * view offers the follow-up beside it.
 *
 * Days still to come (a clock that went back, a journey) count as @today: nothing is negative, and nothing is further
 * away than its own number of days.
 */
void foothold_silence_look (const FootholdSilence *silence,
                            guint patience,
                            const GDate *today,
                            FootholdSilenceClock *clock);

/* The median, of an even count the mean of the middle two; less than no days (a clock that went back) is none. FALSE
 * and 0 for no replies at all. */
gboolean foothold_reply_median (const int *days, gsize n_days, double *median);

G_END_DECLS
