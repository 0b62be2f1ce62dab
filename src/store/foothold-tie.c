// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tie"

#include "foothold-tie.h"

static void
tie_free (gpointer data)
{
  FootholdTie *self = data;

  g_free (self->title);
  g_free (self->organisation);
  g_free (self->state);
  g_free (self->meets_on);
  g_free (self);
}

GPtrArray *
foothold_ties_load (FootholdStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func (tie_free);

  while (foothold_stmt_next (stmt))
    {
      FootholdTie *tie = g_new0 (FootholdTie, 1);

      tie->link = foothold_stmt_int (stmt, 0);
      tie->opportunity = foothold_stmt_int (stmt, 1);
      tie->application = foothold_stmt_int (stmt, 2);
      tie->interview = foothold_stmt_int (stmt, 3);
      tie->title = g_strdup (foothold_stmt_text (stmt, 4));
      tie->organisation = g_strdup (foothold_stmt_text (stmt, 5));
      tie->state = g_strdup (foothold_stmt_text (stmt, 6));
      tie->meets_on = g_strdup (foothold_stmt_text (stmt, 7));
      g_ptr_array_add (ties, tie);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ties) : NULL;
}
