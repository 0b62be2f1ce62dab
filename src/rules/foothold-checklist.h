// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"
#include "rules/foothold-rule-data.h"

/*
 * A rule file whose items are answered by fields, against the facts of one
 * opportunity. An item is stated when each of its groups of fields has one that
 * is, or when one value settles it (nothing is due for unpaid work). Else it is not
 * said when somebody looked for one of the missing fields in vain, and not looked at
 * otherwise.
 */

G_BEGIN_DECLS

FootholdKnowledge foothold_checklist_knowledge (const FootholdRuleItem *item, const FootholdFacts *facts);
/* The first field of each group that has no answer: what to fill in. (element-type utf8) (transfer container) */
GPtrArray *foothold_checklist_open_fields (const FootholdRuleItem *item, const FootholdFacts *facts);

typedef struct
{
  const FootholdRuleItem *item;
  FootholdKnowledge knowledge;
} FootholdCheck;

/* All items, those that are stated first, else in the order of the file. (element-type FootholdCheck) (transfer full)
 */
GArray *foothold_checklist_check (const FootholdRuleFile *file, const FootholdFacts *facts);

/* The eight payment facts; data/rules/payment-facts.json. */
typedef struct
{
  GArray *checks; /* of FootholdCheck */
  guint n_known;
  guint n_gates_missing; /* of the four without which accepting asks for a reason */
} FootholdPaymentFacts;

void foothold_payment_facts_check (FootholdPaymentFacts *self,
                                   const FootholdRuleFile *file,
                                   const FootholdFacts *facts);
void foothold_payment_facts_clear (FootholdPaymentFacts *self);

G_END_DECLS
