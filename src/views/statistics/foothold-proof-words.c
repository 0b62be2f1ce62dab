// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-statistics"

#include "foothold-proof-words.h"

#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"

#include <glib/gi18n.h>

static const char *
state_name (const char *state)
{
  return foothold_list_name (&foothold_application_states, state);
}

static char *
join_steps (const FootholdProofLine *line, gboolean iso, const char *joint)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->steps->len; i++)
    {
      const FootholdProofStep *step = g_ptr_array_index (line->steps, i);
      g_autofree char *day = iso ? g_strdup (step->day) : foothold_format_day (step->day);

      g_string_append_printf (text, "%s%s %s", i > 0 ? joint : "", state_name (step->state), day);
    }

  return g_string_free (text, FALSE);
}

char *
foothold_proof_steps_words (const FootholdProofLine *line)
{
  return join_steps (line, FALSE, ", ");
}

char *
foothold_proof_count_words (const FootholdProof *proof)
{
  const guint n = proof->lines->len;

  return n > 0 ? g_strdup_printf (ngettext ("%'u application", "%'u applications", n), n)
               : g_strdup (_ ("No applications"));
}

char *
foothold_proof_range_words (const FootholdProof *proof)
{
  g_autofree char *from = foothold_format_day (proof->from);
  g_autofree char *to = foothold_format_day (proof->to);

  /* Translators: from a day to a day */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

static const char *
channel_name (const FootholdProofLine *line)
{
  return line->channel != NULL ? foothold_list_name (&foothold_application_channels, line->channel) : "";
}

GPtrArray *
foothold_proof_paper_cells (const FootholdProof *proof)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *const heads[FOOTHOLD_PROOF_COLUMNS] = { _ ("Date"), _ ("Organisation"), _ ("Work"), _ ("How Sent"),
                                                      _ ("What Came of It") };

  for (guint i = 0; i < FOOTHOLD_PROOF_COLUMNS; i++)
    g_ptr_array_add (cells, g_strdup (heads[i]));
  for (guint i = 0; i < proof->lines->len; i++)
    {
      const FootholdProofLine *line = g_ptr_array_index (proof->lines, i);

      g_ptr_array_add (cells, foothold_format_day (line->day));
      g_ptr_array_add (cells, g_strdup (line->organisation != NULL ? line->organisation : ""));
      g_ptr_array_add (cells, g_strdup (line->title));
      g_ptr_array_add (cells, g_strdup (channel_name (line)));
      g_ptr_array_add (cells, foothold_proof_steps_words (line));
    }

  return cells;
}

GPtrArray *
foothold_proof_table_cells (const FootholdProof *proof, guint *n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *const heads[] = { _ ("Date"),     _ ("Organisation"), _ ("Work"),
                                _ ("How Sent"), _ ("State"),        _ ("What Came of It") };

  *n_columns = G_N_ELEMENTS (heads);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (cells, g_strdup (heads[i]));
  for (guint i = 0; i < proof->lines->len; i++)
    {
      const FootholdProofLine *line = g_ptr_array_index (proof->lines, i);

      g_ptr_array_add (cells, g_strdup (line->day != NULL ? line->day : ""));
      g_ptr_array_add (cells, g_strdup (line->organisation != NULL ? line->organisation : ""));
      g_ptr_array_add (cells, g_strdup (line->title));
      g_ptr_array_add (cells, g_strdup (channel_name (line)));
      g_ptr_array_add (cells, g_strdup (state_name (line->state)));
      g_ptr_array_add (cells, join_steps (line, TRUE, "; "));
    }

  return cells;
}
