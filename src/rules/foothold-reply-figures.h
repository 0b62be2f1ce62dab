// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Who answers, and how soon: response rate and median reply by source, organisation or area, and the funnel from
 * submitted to accepted (PRODUCT, "Application tracker"). Pure, and whatever the order of the records.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_FUNNEL_SUBMITTED,
  FOOTHOLD_FUNNEL_ANSWERED, /* by a person, a no among them; a machine's receipt answers nothing */
  FOOTHOLD_FUNNEL_INTERVIEW,
  FOOTHOLD_FUNNEL_OFFER,
  FOOTHOLD_FUNNEL_ACCEPTED,
  FOOTHOLD_N_FUNNEL_STEPS,
} FootholdFunnelStep;

/* One application. */
typedef struct
{
  const char *key; /* what it is grouped by: a source, an organisation, an area; NULL: nobody knows */
  const char *reached_on[FOOTHOLD_N_FUNNEL_STEPS]; /* ISO, the first time; NULL, or what is no date: not reached */
  /* The host's last sign of life, as the person keeps it; NULL or what is no date: nobody knows. No word of the host is
   * later: an answer that was noted weeks after it came took as long as this says. */
  const char *heard_on;
  gboolean undated; /* that there was an answer is known, and not when: the days say nothing */
} FootholdReplyRecord;

typedef struct
{
  char *key; /* of the group; NULL for all, and for those without one */
  /* How many came so far. Who reached a step has passed those before it, recorded or not: hosts skip steps, and the
   * counts never rise from one step to the next. */
  guint reached[FOOTHOLD_N_FUNNEL_STEPS];
  double rate; /* answered ÷ submitted, 0 to 1; 0 where nothing was sent: look at reached first */
  double median_days; /* from sending to the first answer; 0 where n_replies is */
  guint n_replies; /* those of which both days are known */
} FootholdReplyFigures;

/* Of all @records. The key is NULL. */
void foothold_reply_figures (const FootholdReplyRecord *records, gsize n_records, FootholdReplyFigures *figures);

/*
 * One group for each key, the one with most applications first, then by key, those without a key last. What was not
 * submitted is in none. (element-type FootholdReplyFigures) (transfer full)
 */
GPtrArray *foothold_reply_figures_by_key (const FootholdReplyRecord *records, gsize n_records);

void foothold_reply_figures_free (FootholdReplyFigures *figures);

/* How many days the first answer took: from sending to the first step after it that has a date, or to the host's last
 * sign of life where that was earlier, and not before the sending; an answer before the sending (a clock that went
 * back) took none. FALSE and 0 when either day is not known. */
gboolean foothold_reply_days (const FootholdReplyRecord *record, int *days);

G_END_DECLS
