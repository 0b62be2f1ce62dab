// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-reply-figures.h"

#include "rules/foothold-rhythm.h"
#include "rules/foothold-silence.h"

gboolean
foothold_reply_days (const FootholdReplyRecord *record, int *days)
{
  GDate sent, first, day;

  *days = 0;
  g_date_clear (&first, 1);
  if (record->undated || !foothold_rhythm_read_day (record->reached_on[FOOTHOLD_FUNNEL_SUBMITTED], &sent))
    return FALSE;

  for (guint i = FOOTHOLD_FUNNEL_ANSWERED; i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    if (foothold_rhythm_read_day (record->reached_on[i], &day)
        && (!g_date_valid (&first) || g_date_compare (&day, &first) < 0))
      first = day;
  if (!g_date_valid (&first))
    return FALSE;
  if (foothold_rhythm_read_day (record->heard_on, &day) && g_date_compare (&day, &sent) >= 0
      && g_date_compare (&day, &first) < 0)
    first = day;

  *days = MAX (0, g_date_days_between (&sent, &first));
  return TRUE;
}

/* The furthest step it reached, -1 for none. */
static int
furthest (const FootholdReplyRecord *record)
{
  GDate day;

  for (int i = FOOTHOLD_N_FUNNEL_STEPS - 1; i >= 0; i--)
    if (foothold_rhythm_read_day (record->reached_on[i], &day))
      return i;

  return -1;
}

/* A group while it is being counted. */
typedef struct
{
  FootholdReplyFigures *figures;
  GArray *days; /* of int */
} Count;

static Count *
count_new (const char *key)
{
  Count *count = g_new0 (Count, 1);

  count->figures = g_new0 (FootholdReplyFigures, 1);
  count->figures->key = g_strdup (key);
  count->days = g_array_new (FALSE, FALSE, sizeof (int));

  return count;
}

static void
count_free (Count *count)
{
  g_clear_pointer (&count->figures, foothold_reply_figures_free); /* where it was not finished */
  g_array_unref (count->days);
  g_free (count);
}

static void
count_add (Count *count, const FootholdReplyRecord *record)
{
  const int last = furthest (record);
  int days;

  for (int i = 0; i <= last; i++)
    count->figures->reached[i]++;
  if (foothold_reply_days (record, &days))
    g_array_append_val (count->days, days);
}

static FootholdReplyFigures *
count_finish (Count *count)
{
  FootholdReplyFigures *figures = count->figures;

  if (figures->reached[FOOTHOLD_FUNNEL_SUBMITTED] > 0)
    figures->rate = (double) figures->reached[FOOTHOLD_FUNNEL_ANSWERED] / figures->reached[FOOTHOLD_FUNNEL_SUBMITTED];
  figures->n_replies = count->days->len;
  foothold_reply_median ((const int *) (gpointer) count->days->data, count->days->len, &figures->median_days);

  return g_steal_pointer (&count->figures);
}

void
foothold_reply_figures_free (FootholdReplyFigures *figures)
{
  g_free (figures->key);
  g_free (figures);
}

void
foothold_reply_figures (const FootholdReplyRecord *records, gsize n_records, FootholdReplyFigures *figures)
{
  Count *count = count_new (NULL);
  FootholdReplyFigures *counted;

  for (gsize i = 0; i < n_records; i++)
    count_add (count, &records[i]);
  counted = count_finish (count);
  *figures = *counted; /* its key is NULL: nothing to own */
  foothold_reply_figures_free (counted);
  count_free (count);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const FootholdReplyFigures *one = *(FootholdReplyFigures *const *) a, *other = *(FootholdReplyFigures *const *) b;
  const guint sent = one->reached[FOOTHOLD_FUNNEL_SUBMITTED], others = other->reached[FOOTHOLD_FUNNEL_SUBMITTED];

  if ((one->key == NULL) != (other->key == NULL))
    return one->key == NULL ? 1 : -1;
  if (sent != others)
    return sent > others ? -1 : 1;
  return g_strcmp0 (one->key, other->key);
}

GPtrArray *
foothold_reply_figures_by_key (const FootholdReplyRecord *records, gsize n_records)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) count_free);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_reply_figures_free);
  Count *keyless = NULL;
  GHashTableIter iter;
  gpointer value;

  for (gsize i = 0; i < n_records; i++)
    {
      const char *key = records[i].key;
      Count *count = key != NULL ? g_hash_table_lookup (counts, key) : keyless;

      if (furthest (&records[i]) < 0)
        continue;
      if (count == NULL)
        {
          count = count_new (key);
          if (key != NULL)
            g_hash_table_insert (counts, (gpointer) key, count);
          else
            keyless = count;
        }
      count_add (count, &records[i]);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (groups, count_finish (value));
  if (keyless != NULL)
    {
      g_ptr_array_add (groups, count_finish (keyless));
      count_free (keyless);
    }
  g_ptr_array_sort (groups, compare_figures);

  return groups;
}
