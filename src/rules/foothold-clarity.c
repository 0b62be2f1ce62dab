// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-clarity.h"

void
foothold_clarity_judge (FootholdClarity *self, const FootholdRuleFile *file, const FootholdFacts *facts)
{
  *self = (FootholdClarity) { .checks = foothold_checklist_check (file, facts) };
  for (guint i = 0; i < self->checks->len; i++)
    if (g_array_index (self->checks, FootholdCheck, i).knowledge == FOOTHOLD_FACT_STATED)
      self->n_known++;
  self->score = (200 * self->n_known + self->checks->len) / (2 * self->checks->len);
  self->questions_first = self->score < FOOTHOLD_CLARITY_ENOUGH;
}

void
foothold_clarity_clear (FootholdClarity *self)
{
  g_clear_pointer (&self->checks, g_array_unref);
}
