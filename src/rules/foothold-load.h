// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * What a project takes of a week, against the hours that a person has for all of them. It is spread evenly from its
 * first day to its last: no posting says more. What else is on can be added, spread likewise.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_LOAD_UNKNOWN, /* nobody said how many hours a week there are */
  FOOTHOLD_LOAD_FINE, /* under 80 % of them */
  FOOTHOLD_LOAD_TIGHT,
  FOOTHOLD_LOAD_OVER, /* more than all of them */
} FootholdLoadLevel;

typedef struct
{
  gint64 few, many; /* minutes a week */
  gint64 others; /* minutes that other work takes in the fullest week of its time */
  guint n_others; /* how much of that there is */
  guint n_unweighed; /* other work of which hours or days are not known */
  FootholdLoadLevel level; /* of the larger, with the others */
} FootholdLoad;

/* Work that is agreed already. */
typedef struct
{
  gint64 minutes; /* in all, or FOOTHOLD_FACT_UNKNOWN */
  char *start_on, *end_on; /* or NULL */
} FootholdLoadOther;

/* How the work stands to what a micro-internship is, 5 to 40 hours: a label, never a verdict. */
typedef enum
{
  FOOTHOLD_SIZE_USUAL, /* or not known, or not for certain */
  FOOTHOLD_SIZE_SHORT, /* under 5 hours */
  FOOTHOLD_SIZE_LONG, /* over 40 */
  FOOTHOLD_SIZE_VERY_LONG, /* over 120 */
} FootholdSize;

/* What is certain: of a range that reaches into the usual nothing is said. FOOTHOLD_FACT_UNKNOWN where nobody said. */
FootholdSize foothold_size_of (gint64 minutes_min, gint64 minutes_max);

/*
 * @minutes_min, @minutes_max: of the whole work; FOOTHOLD_FACT_UNKNOWN where nobody said, one for both. @budget:
 * minutes a week, or FOOTHOLD_FACT_UNKNOWN. FALSE where hours or days are not known, or the last day is before the
 * first. Less than a week counts as one.
 */
gboolean foothold_load_weigh (gint64 minutes_min,
                              gint64 minutes_max,
                              const char *start_on,
                              const char *end_on,
                              gint64 budget,
                              FootholdLoad *load);

/* Adds what else is on between @start_on and @end_on, as given to the above. @others: FootholdLoadOther */
void foothold_load_add_others (FootholdLoad *load,
                               const char *start_on,
                               const char *end_on,
                               const GArray *others,
                               gint64 budget);

G_END_DECLS
