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
/* A micro-internship takes 5 to 40 hours; up to 120 it is a long one. */
#define SHORT_HOURS 5
#define USUAL_HOURS 40
#define LONG_HOURS 120

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
  *load = (FootholdLoad) { 0 };
  load->few = few * DAYS_A_WEEK / days;
  load->many = many * DAYS_A_WEEK / days;
  load->level = judge (load->many, budget);
  return TRUE;
}

typedef struct
{
  GDate first, last;
  gint64 week; /* minutes */
} Weighed;

static gboolean
weigh_other (const FootholdLoadOther *other, Weighed *weighed)
{
  FootholdLoad load;

  if (!foothold_load_weigh (other->minutes, other->minutes, other->start_on, other->end_on, FOOTHOLD_FACT_UNKNOWN,
                            &load))
    return FALSE;
  weighed->week = load.many;
  return foothold_rhythm_read_day (other->start_on, &weighed->first)
         && foothold_rhythm_read_day (other->end_on, &weighed->last);
}

static gint64
sum_on (const GArray *weighed, const GDate *day)
{
  gint64 sum = 0;

  for (guint i = 0; i < weighed->len; i++)
    {
      const Weighed *other = &g_array_index (weighed, Weighed, i);

      if (g_date_compare (day, &other->first) >= 0 && g_date_compare (day, &other->last) <= 0)
        sum += other->week;
    }
  return sum;
}

void
foothold_load_add_others (FootholdLoad *load,
                          const char *start_on,
                          const char *end_on,
                          const GArray *others,
                          gint64 budget)
{
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (Weighed));
  GDate start, end;

  if (!foothold_rhythm_read_day (start_on, &start) || !foothold_rhythm_read_day (end_on, &end))
    return;

  for (guint i = 0; i < others->len; i++)
    {
      Weighed other;

      if (!weigh_other (&g_array_index (others, FootholdLoadOther, i), &other))
        load->n_unweighed++;
      else if (g_date_compare (&other.first, &end) <= 0 && g_date_compare (&other.last, &start) >= 0)
        g_array_append_val (weighed, other);
    }
  load->n_others = weighed->len;
  /* the sum only grows where one begins: the first day and those days are all there is to look at */
  load->others = sum_on (weighed, &start);
  for (guint i = 0; i < weighed->len; i++)
    {
      const Weighed *other = &g_array_index (weighed, Weighed, i);

      if (g_date_compare (&other->first, &start) > 0)
        load->others = MAX (load->others, sum_on (weighed, &other->first));
    }
  load->level = judge (load->many + load->others, budget);
}

FootholdSize
foothold_size_of (gint64 minutes_min, gint64 minutes_max)
{
  if (minutes_max != FOOTHOLD_FACT_UNKNOWN && minutes_max >= 0 && minutes_max < SHORT_HOURS * 60)
    return FOOTHOLD_SIZE_SHORT;
  if (minutes_min == FOOTHOLD_FACT_UNKNOWN || minutes_min <= USUAL_HOURS * 60)
    return FOOTHOLD_SIZE_USUAL;
  return minutes_min > LONG_HOURS * 60 ? FOOTHOLD_SIZE_VERY_LONG : FOOTHOLD_SIZE_LONG;
}
