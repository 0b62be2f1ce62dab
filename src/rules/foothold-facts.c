// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "foothold-facts.h"

const char *const foothold_fact_children[] = { "deliverables", "acceptance", "due_on", "skills", NULL };

FootholdKnowledge
foothold_facts_knowledge (const FootholdFacts *facts, const char *field)
{
  const FootholdKnowledge knowledge = facts->knowledge (facts, field);

  if (knowledge == FOOTHOLD_FACT_STATED && g_strcmp0 (facts->text (facts, field), "unknown") == 0)
    return FOOTHOLD_FACT_NOT_SAID;

  return knowledge;
}

gboolean
foothold_facts_may_be_none (const char *field)
{
  static const char *const fields[] = { "supervisor", "support_time", "contacts",  "meetings",
                                        "example",    "resources",    "look_back", NULL };

  return g_strv_contains (fields, field);
}

FootholdAnswer
foothold_facts_is_there (const FootholdFacts *facts, const char *field)
{
  if (foothold_facts_knowledge (facts, field) != FOOTHOLD_FACT_STATED)
    return FOOTHOLD_ANSWER_UNKNOWN;
  return foothold_facts_may_be_none (field) && facts->text (facts, field) == NULL ? FOOTHOLD_ANSWER_NO
                                                                                  : FOOTHOLD_ANSWER_YES;
}

const char *
foothold_facts_text (const FootholdFacts *facts, const char *field)
{
  return foothold_facts_knowledge (facts, field) == FOOTHOLD_FACT_STATED ? facts->text (facts, field) : NULL;
}

gint64
foothold_facts_number (const FootholdFacts *facts, const char *field)
{
  return facts->knowledge (facts, field) == FOOTHOLD_FACT_STATED ? facts->number (facts, field) : FOOTHOLD_FACT_UNKNOWN;
}

FootholdAnswer
foothold_facts_answer (const FootholdFacts *facts, const char *field)
{
  const gint64 number = foothold_facts_number (facts, field);

  return number == FOOTHOLD_FACT_UNKNOWN ? FOOTHOLD_ANSWER_UNKNOWN
         : number != 0                   ? FOOTHOLD_ANSWER_YES
                                         : FOOTHOLD_ANSWER_NO;
}
