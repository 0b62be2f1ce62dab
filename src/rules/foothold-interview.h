// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-rule-data.h"

/* What one gets ready for an interview: the questions that are likely, and what nobody has confirmed yet; pure. */

G_BEGIN_DECLS

/* A question that is likely to be asked. */
typedef struct
{
  /* By which the same one is recognised in another application: "general/about-you", "area/software-bug",
   * "skill/python" with the folded name. */
  char *key;
  char *text;
  char *hint; /* what they listen for */
  char *skill; /* that it is about, or NULL */
} FootholdLikelyQuestion;

/*
 * Those of @rules ("interview"): the general ones, those of @area (a slug, or NULL), then one for each of @skills
 * (ends with NULL), whose folded names are @folded. (element-type FootholdLikelyQuestion) (transfer full)
 */
GPtrArray *foothold_interview_questions (const FootholdRuleFile *rules,
                                         const char *area,
                                         const char *const *skills,
                                         const char *const *folded);

/* What is known of an interview. */
typedef struct
{
  const char *day, *time, *zone; /* NULL: not known, as the next */
  const char *kind; /* slug of foothold_interview_kinds */
  const char *place, *url;
  guint n_people;
} FootholdInterviewFacts;

typedef enum
{
  FOOTHOLD_OPEN_DAY,
  FOOTHOLD_OPEN_TIME,
  FOOTHOLD_OPEN_ZONE, /* only where one does not go there: the host's clock may be another */
  FOOTHOLD_OPEN_PLACE, /* where to go */
  FOOTHOLD_OPEN_LINK, /* what to open, or which number is called */
  FOOTHOLD_OPEN_WHERE, /* either, while nobody knows how they meet */
  FOOTHOLD_OPEN_PEOPLE,
} FootholdInterviewOpen;

/* What of it is not known, in the order of asking. A task that is done at home needs neither a place nor people.
 * (element-type FootholdInterviewOpen) (transfer full) */
GArray *foothold_interview_open (const FootholdInterviewFacts *facts);

G_END_DECLS
