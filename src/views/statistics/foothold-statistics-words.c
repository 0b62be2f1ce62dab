// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-statistics"

#include "foothold-statistics-words.h"

#include "model/foothold-format.h"
#include "rules/foothold-lists.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
foothold_statistics_by_name (FootholdBy by)
{
  static const char *const names[FOOTHOLD_N_BY] = { N_ ("By Source"), N_ ("By Organisation"), N_ ("By Area") };

  return _ (names[by]);
}

GPtrArray *
foothold_statistics_groups (const FootholdReplyReport *report, FootholdBy by)
{
  GPtrArray *const groups[FOOTHOLD_N_BY] = { report->by_source, report->by_organisation, report->by_area };

  return groups[by];
}

const char *
foothold_statistics_step_name (FootholdFunnelStep step)
{
  static const char *const names[FOOTHOLD_N_FUNNEL_STEPS] = {
    N_ ("Submitted"), N_ ("Answered"), N_ ("Interview"), N_ ("Offer"), N_ ("Accepted"),
  };

  return _ (names[step]);
}

char *
foothold_statistics_group_name (FootholdBy by, const char *key)
{
  const FootholdList *list = by == FOOTHOLD_BY_SOURCE ? &foothold_sources : &foothold_areas;

  if (key == NULL)
    return g_strdup (_ ("not known"));
  /* a word of the person's own, or an organisation, is its own name */
  if (by == FOOTHOLD_BY_ORGANISATION || foothold_list_find (list, key) == NULL)
    return g_strdup (key);
  return g_strdup (foothold_list_name (list, key));
}

char *
foothold_statistics_share (guint part, guint whole)
{
  if (whole == 0)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  /* Translators: so many of a hundred: "40 %" */
  return g_strdup_printf (_ ("%.0f %%"), 100.0 * part / whole);
}

char *
foothold_statistics_rate (const FootholdReplyFigures *figures)
{
  return foothold_statistics_share (figures->reached[FOOTHOLD_FUNNEL_ANSWERED],
                                    figures->reached[FOOTHOLD_FUNNEL_SUBMITTED]);
}

char *
foothold_statistics_median (const FootholdReplyFigures *figures)
{
  if (figures->n_replies == 0)
    return g_strdup (FOOTHOLD_UNKNOWN_TEXT);
  return g_strdup_printf (fmod (figures->median_days, 1) == 0 ? "%.0f" : "%.1f", figures->median_days);
}

char *
foothold_statistics_rate_words (const FootholdReplyFigures *figures)
{
  const guint sent = figures->reached[FOOTHOLD_FUNNEL_SUBMITTED];

  /* Translators: how many, of how many that were sent */
  return g_strdup_printf (ngettext ("%1$'u of %2$'u was answered by a person",
                                    "%1$'u of %2$'u were answered by a person",
                                    figures->reached[FOOTHOLD_FUNNEL_ANSWERED]),
                          figures->reached[FOOTHOLD_FUNNEL_ANSWERED], sent);
}

char *
foothold_statistics_median_words (const FootholdReplyFigures *figures)
{
  return g_strdup_printf (ngettext ("of %'u reply whose day is known", "of %'u replies whose days are known",
                                    figures->n_replies),
                          figures->n_replies);
}

/* ---- the table ---- */

static void
add_number (GPtrArray *cells, guint n)
{
  g_ptr_array_add (cells, g_strdup_printf ("%u", n));
}

/* Numbers for a program: with a point, and nothing where nothing is known. */
static void
add_decimal (GPtrArray *cells, gboolean known, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ptr_array_add (cells, g_strdup (known ? g_ascii_formatd (text, sizeof text, "%.4g", value) : ""));
}

static void
add_figures (GPtrArray *cells, const char *kind, char *name, const FootholdReplyFigures *figures)
{
  g_ptr_array_add (cells, g_strdup (kind));
  g_ptr_array_add (cells, name);
  for (guint step = 0; step < FOOTHOLD_N_FUNNEL_STEPS; step++)
    add_number (cells, figures->reached[step]);
  add_decimal (cells, figures->reached[FOOTHOLD_FUNNEL_SUBMITTED] > 0, figures->rate);
  add_number (cells, figures->n_replies);
  add_decimal (cells, figures->n_replies > 0, figures->median_days);
}

GPtrArray *
foothold_statistics_cells (const FootholdReplyReport *report, guint *n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (_ ("Group")));
  g_ptr_array_add (cells, g_strdup (_ ("Name")));
  for (guint step = 0; step < FOOTHOLD_N_FUNNEL_STEPS; step++)
    g_ptr_array_add (cells, g_strdup (foothold_statistics_step_name (step)));
  g_ptr_array_add (cells, g_strdup (_ ("Response rate")));
  g_ptr_array_add (cells, g_strdup (_ ("Replies with a date")));
  g_ptr_array_add (cells, g_strdup (_ ("Median days to reply")));
  *n_columns = cells->len;

  add_figures (cells, _ ("All"), g_strdup (""), &report->all);
  for (guint by = 0; by < FOOTHOLD_N_BY; by++)
    {
      GPtrArray *groups = foothold_statistics_groups (report, by);

      for (guint i = 0; i < groups->len; i++)
        {
          const FootholdReplyFigures *figures = g_ptr_array_index (groups, i);

          add_figures (cells, foothold_statistics_by_name (by), foothold_statistics_group_name (by, figures->key),
                       figures);
        }
    }

  return cells;
}
