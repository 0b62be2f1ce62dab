// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"
#include "views/board/foothold-field-row.h"

/*
 * Everything on the overview of an opportunity: the groups of facts and the
 * lists among them. It is made and filled in slices of a few
 * milliseconds, one a frame, from the top down; keys and frames come between.
 *
 * Signals: "row-added" (FootholdFieldRow): a fact has a row now. "list-added" (GtkWidget): so has a list that is
 * edited. "edited" (pointer: FootholdDossier *, transfer none; string: the label of the undo entry): of a list.
 * "filled": all shows what was given last.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_FACTS (foothold_opportunity_facts_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOpportunityFacts, foothold_opportunity_facts, FOOTHOLD, OPPORTUNITY_FACTS, GtkBox)

/* Begins to show @dossier; what shows another one is filled anew. */
void foothold_opportunity_facts_fill (FootholdOpportunityFacts *self, FootholdDossier *dossier);
/* What stands here is nobody's any more: nothing more of it is filled, and no row is handed out. */
void foothold_opportunity_facts_stop (FootholdOpportunityFacts *self);
/* (nullable): the row of @field, made and shown where it was not; NULL where no group that is filled has it. */
FootholdFieldRow *foothold_opportunity_facts_reveal (FootholdOpportunityFacts *self, const char *field);
/* Moves the keys to the list that @field, one of foothold_fact_children, stands for. */
void foothold_opportunity_facts_focus_list (FootholdOpportunityFacts *self, const char *field);
/* Calls @func for each row that shows what was given last, or an earlier state of the same opportunity. */
void foothold_opportunity_facts_foreach (FootholdOpportunityFacts *self, GFunc func, gpointer user_data);
/* What is being typed in a list is "edited" now. */
void foothold_opportunity_facts_commit_lists (FootholdOpportunityFacts *self);

G_END_DECLS
