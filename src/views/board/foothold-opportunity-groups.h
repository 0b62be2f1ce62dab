// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/foothold-field-group.h"

/* Which facts stand on the page of an opportunity, in which groups and order. A new field is one line there. */

G_BEGIN_DECLS

/* Places in the list that other groups stand after. */
#define FOOTHOLD_GROUP_WHAT_IT_IS 0
#define FOOTHOLD_GROUP_REQUIREMENTS 5

extern const FootholdGroupSpec foothold_opportunity_groups[];
extern const guint foothold_n_opportunity_groups;

/* (nullable): how @field stands on the overview; NULL where it does not. */
const FootholdFieldSpec *foothold_opportunity_groups_find (const char *field);

/* The page “Posting”. */
extern const FootholdGroupSpec foothold_posting_group;
/* On the page “Worth It?”, while nobody has begun to evaluate. */
extern const FootholdGroupSpec foothold_triage_group;
/* On the page “Pay”: what a rate is made of, and what goes off it. */
extern const FootholdGroupSpec foothold_pay_terms_group;
extern const FootholdGroupSpec foothold_own_costs_group;

G_END_DECLS
