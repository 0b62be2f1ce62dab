// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-clarity.h"
#include "rules/foothold-warning-signs.h"
#include "rules/foothold-worth.h"
#include "store/foothold-dossier.h"

/*
 * From rows to rules: an opportunity as it is stored, judged by what a person wants.
 * No database in here, so a page, a list and a test judge alike.
 */

G_BEGIN_DECLS

/*
 * What a person brings: goals with their targets, wants, skills, weights, and the rules for the country. Immutable,
 * atomically counted, free to cross threads.
 */
typedef struct _FootholdJudge FootholdJudge;

/*
 * Arrays of FootholdGoalRow, FootholdGoalTargetRow, FootholdWantRow, FootholdSkillRow and FootholdWeightRow; @profile
 * may be NULL. The rows are kept. NULL with @error where the rules of the program cannot be read.
 */
FootholdJudge *foothold_judge_new (GPtrArray *goals,
                                   GPtrArray *targets,
                                   GPtrArray *wants,
                                   GPtrArray *skills,
                                   GPtrArray *weights,
                                   const FootholdProfileRow *profile,
                                   GError **error);
FootholdJudge *foothold_judge_ref (FootholdJudge *self);
void foothold_judge_unref (FootholdJudge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdJudge, foothold_judge_unref)

/* What it judges by; normalised. Weights of which nothing is left in a group are ours. */
const FootholdWorthWeights *foothold_judge_get_weights (FootholdJudge *self);
const FootholdRuleFile *foothold_judge_get_clarity_rules (FootholdJudge *self);
const FootholdRuleFile *foothold_judge_get_warning_rules (FootholdJudge *self);
/* The wants, in the order in which foothold_case_want () answers them. (element-type FootholdWantRow) */
GPtrArray *foothold_judge_get_wants (FootholdJudge *self);

/* One opportunity to judge: borrowed rows. */
typedef struct
{
  const FootholdOpportunityRow *opportunity;
  GPtrArray *deliverables; /* FootholdDeliverableRow */
  GPtrArray *skills; /* char *, the names that it asks for */
  GPtrArray *facts; /* FootholdFactRow */
  GPtrArray *answers; /* FootholdAnswerRow, or NULL: none */
  const char *organisation_type; /* slug, or NULL */
} FootholdCase;

/* @answers may be NULL; @organisation_type is for the warning signs. */
FootholdCase foothold_case_of (const FootholdDossier *dossier, GPtrArray *answers, const char *organisation_type);

/* Its facts, for whatever rule; valid as long as @self is. */
FootholdFacts foothold_case_get_facts (const FootholdCase *self);

/* What a person answered to @item ("unpaid/training", "want/ID"). */
FootholdAnswer foothold_case_answer (const FootholdCase *self, const char *item);
/* Whether evidence says that @want is met: the answer to "want/ID". */
FootholdAnswer foothold_case_want (const FootholdCase *self, const FootholdWantRow *want);
/* The item that foothold_case_want () looks for. (transfer full) */
char *foothold_want_item (const FootholdWantRow *want);

typedef struct
{
  FootholdWorth worth;
  FootholdClarity clarity;
  /* Of FootholdWarning: those that were seen, but for those to whose "warning-signs/ID" the person answered no; then
   * those that only the person sees and said yes to, with a NULL field. */
  GArray *warnings;
  guint n_skills_had, n_skills_asked; /* had: at level 1 or more */
} FootholdJudgement;

void foothold_judge_case (FootholdJudge *self, const FootholdCase *given, FootholdJudgement *judgement);
void foothold_judgement_clear (FootholdJudgement *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdJudgement, foothold_judgement_clear)

/*
 * The parts that "weight" rows name, with the member of the weights each stands for: "alignment", "goal-match" …
 * NULL at the end of the names.
 */
extern const char *const foothold_judging_weight_parts[];
double *foothold_judging_find_weight (FootholdWorthWeights *weights, const char *part);

G_END_DECLS
