// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * What a project takes of a week, against the hours that a person has for all of them. It is spread evenly from its
 * first day to its last: no posting says more. What else is on is not known here.
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
  FootholdLoadLevel level; /* of the larger */
} FootholdLoad;

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

G_END_DECLS
