// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-checklist.h"

/* Of several fields one of which is enough. */
static FootholdKnowledge
group_knowledge (const char *const *group, const FootholdFacts *facts)
{
  FootholdKnowledge best = FOOTHOLD_FACT_NOT_LOOKED_AT;

  for (guint i = 0; group[i] != NULL; i++)
    best = MAX (best, foothold_facts_knowledge (facts, group[i]));

  return best;
}

static gboolean
is_settled (const FootholdRuleItem *item, const FootholdFacts *facts)
{
  const char *slug = item->settled_field != NULL ? foothold_facts_text (facts, item->settled_field) : NULL;

  return slug != NULL && g_strv_contains ((const char *const *) item->settled_slugs, slug);
}

FootholdKnowledge
foothold_checklist_knowledge (const FootholdRuleItem *item, const FootholdFacts *facts)
{
  gboolean missing = FALSE, not_said = FALSE;

  if (is_settled (item, facts))
    return FOOTHOLD_FACT_STATED;
  for (guint i = 0; i < item->fields->len; i++)
    {
      const FootholdKnowledge knowledge = group_knowledge (g_ptr_array_index (item->fields, i), facts);

      missing = missing || knowledge != FOOTHOLD_FACT_STATED;
      not_said = not_said || knowledge == FOOTHOLD_FACT_NOT_SAID;
    }

  return !missing ? FOOTHOLD_FACT_STATED : not_said ? FOOTHOLD_FACT_NOT_SAID : FOOTHOLD_FACT_NOT_LOOKED_AT;
}

GPtrArray *
foothold_checklist_open_fields (const FootholdRuleItem *item, const FootholdFacts *facts)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < item->fields->len && !is_settled (item, facts); i++)
    {
      GStrv group = g_ptr_array_index (item->fields, i);

      if (group_knowledge ((const char *const *) group, facts) != FOOTHOLD_FACT_STATED)
        g_ptr_array_add (fields, group[0]);
    }

  return fields;
}

GArray *
foothold_checklist_check (const FootholdRuleFile *file, const FootholdFacts *facts)
{
  GArray *checks = g_array_sized_new (FALSE, FALSE, sizeof (FootholdCheck), file->items->len);
  guint n_stated = 0;

  for (guint i = 0; i < file->items->len; i++)
    {
      const FootholdRuleItem *item = g_ptr_array_index (file->items, i);
      const FootholdCheck check = { item, foothold_checklist_knowledge (item, facts) };

      if (check.knowledge == FOOTHOLD_FACT_STATED)
        g_array_insert_val (checks, n_stated++, check);
      else
        g_array_append_val (checks, check);
    }

  return checks;
}

void
foothold_payment_facts_check (FootholdPaymentFacts *self, const FootholdRuleFile *file, const FootholdFacts *facts)
{
  *self = (FootholdPaymentFacts) { .checks = foothold_checklist_check (file, facts) };
  for (guint i = 0; i < self->checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (self->checks, FootholdCheck, i);

      if (check->knowledge == FOOTHOLD_FACT_STATED)
        self->n_known++;
      else if (check->item->gate)
        self->n_gates_missing++;
    }
}

void
foothold_payment_facts_clear (FootholdPaymentFacts *self)
{
  g_clear_pointer (&self->checks, g_array_unref);
}
