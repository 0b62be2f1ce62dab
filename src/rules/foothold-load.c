// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-load.h"

#include "rules/foothold-facts.h"
#include "rules/foothold-rhythm.h"

#define DAYS_A_WEEK 7
/* Longer than any project: what a typing error makes of hours must not overflow. */
#define MINUTES_MOST (1000 * 1000 * 60)
/* From here on there is no room for what goes wrong. */
#define TIGHT_PERCENT 80

static FootholdLoadLevel
judge (gint64 many, gint64 budget)
{
  if (budget == FOOTHOLD_FACT_UNKNOWN || budget <= 0)
    return FOOTHOLD_LOAD_UNKNOWN;
  if (many > budget)
    return FOOTHOLD_LOAD_OVER;
  return many * 100 < budget * TIGHT_PERCENT ? FOOTHOLD_LOAD_FINE : FOOTHOLD_LOAD_TIGHT;
}

gboolean
foothold_load_weigh (gint64 minutes_min,
                     gint64 minutes_max,
                     const char *start_on,
                     const char *end_on,
                     gint64 budget,
                     FootholdLoad *load)
{
  const gint64 few = minutes_min != FOOTHOLD_FACT_UNKNOWN ? minutes_min : minutes_max;
  const gint64 many = minutes_max != FOOTHOLD_FACT_UNKNOWN ? minutes_max : minutes_min;
  GDate first, last;
  gint64 days;

  if (few == FOOTHOLD_FACT_UNKNOWN || few < 0 || many < few || many > MINUTES_MOST
      || !foothold_rhythm_read_day (start_on, &first) || !foothold_rhythm_read_day (end_on, &last)
      || g_date_compare (&last, &first) < 0)
    return FALSE;

  days = MAX (g_date_days_between (&first, &last) + 1, DAYS_A_WEEK);
  load->few = few * DAYS_A_WEEK / days;
  load->many = many * DAYS_A_WEEK / days;
  load->level = judge (load->many, budget);
  return TRUE;
}
