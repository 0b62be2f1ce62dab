// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-dossier-copy.h"

/* Rows are immutable and are shared; only the lists are new. */

static void
append_rows (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, foothold_row_ref (g_ptr_array_index (from, i)));
}

FootholdDossier *
foothold_dossier_copy (const FootholdDossier *self)
{
  FootholdDossier *copy = foothold_dossier_new ();

  foothold_row_unref (copy->opportunity);
  copy->opportunity = foothold_row_ref (self->opportunity);
  append_rows (copy->deliverables, self->deliverables);
  append_rows (copy->facts, self->facts);
  append_rows (copy->answers, self->answers);
  append_rows (copy->history, self->history);
  append_rows (copy->attachments, self->attachments);
  for (guint i = 0; i < self->skills->len; i++)
    g_ptr_array_add (copy->skills, g_strdup (g_ptr_array_index (self->skills, i)));
  for (guint i = 0; i < self->tags->len; i++)
    g_ptr_array_add (copy->tags, g_strdup (g_ptr_array_index (self->tags, i)));
  for (guint i = 0; i < self->attachments->len; i++)
    g_ptr_array_add (copy->pages, NULL);

  return copy;
}
