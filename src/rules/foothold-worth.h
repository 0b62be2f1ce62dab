// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"
#include "rules/foothold-range.h"

/*
 * Is it worth it? Three scores and their average, each a range from 0 to 1. What
 * is unknown counts 0 at the low end and 1 at the high end, or as far up as the
 * goals could reach, and as near together as what is known in part allows.
 *
 * A fact that the posting does not say is as unknown as one that nobody looked
 * at: the silence of a posting is no promise and no refusal, so both give the
 * same range. The difference is that the first can be put to the host; the result
 * marks such inputs (not_said), and the mail to the host asks for them.
 *
 * Pay and load are gates beside the scores. They are no members of the inputs, so
 * they cannot enter the average.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_WORTH_ALIGNMENT,
  FOOTHOLD_WORTH_LEARNING,
  FOOTHOLD_WORTH_GROWTH,
} FootholdWorthScore;
#define FOOTHOLD_WORTH_N_SCORES 3

typedef enum
{
  FOOTHOLD_WORTH_GOAL_MATCH,
  FOOTHOLD_WORTH_WANTED_SKILLS,
  FOOTHOLD_WORTH_WANTS_MET,
  FOOTHOLD_WORTH_NEWNESS,
  FOOTHOLD_WORTH_SUPERVISOR,
  FOOTHOLD_WORTH_CHECK_INS,
  FOOTHOLD_WORTH_RESOURCES,
  FOOTHOLD_WORTH_FEEDBACK,
  FOOTHOLD_WORTH_CONVERSION,
  FOOTHOLD_WORTH_REFERENCE,
  FOOTHOLD_WORTH_SHOWABLE,
} FootholdWorthInputId;
#define FOOTHOLD_WORTH_N_INPUTS 11

typedef struct
{
  guint rank; /* 1 is the most important; from the fifth on all count alike */
  const char *const *areas; /* slugs, ends with NULL; NULL is none */
  const char *const *industries; /* likewise; a goal with neither does not say yet what leads to it */
} FootholdWorthGoal;

typedef struct
{
  gint64 level; /* 0 to 4, or FOOTHOLD_FACT_UNKNOWN */
  FootholdAnswer wanted; /* by oneself or by one of one's goals */
} FootholdWorthSkill;

/* Start from FOOTHOLD_WORTH_INPUTS_INIT, where nothing is known. */
typedef struct
{
  const FootholdWorthGoal *goals;
  guint n_goals;
  const char *area, *industry; /* NULL: unknown */
  const FootholdWorthSkill *skills; /* that the opportunity asks for; none: unknown */
  guint n_skills;
  const FootholdAnswer *wants; /* what one wants from a workplace, met by evidence; none: unknown */
  guint n_wants;
  FootholdAnswer supervisor; /* named, or stated that there is none, as are resources */
  gint64 check_ins; /* a week; for work of less than a week, in all */
  FootholdAnswer resources, feedback;
  const char *conversion; /* slug of foothold_conversions, or NULL */
  FootholdAnswer reference, introduction;
  const char *showable; /* slug of foothold_showables, or NULL */
  guint32 not_said; /* 1 << FootholdWorthInputId: unknown because the posting does not say */
} FootholdWorthInputs;
#define FOOTHOLD_WORTH_INPUTS_INIT { .check_ins = FOOTHOLD_FACT_UNKNOWN }

/* How much each part counts. Only the proportions matter within each of the four groups. */
typedef struct
{
  double alignment, learning, growth;
  double goal_match, wanted_skills, wants_met; /* of alignment */
  double newness, support, feedback; /* of learning; support is shared by supervisor, check-ins and resources */
  double conversion, reference, showable; /* of growth */
} FootholdWorthWeights;

/* Ours: 40/35/25, 45/35/20, 45/35/20, 40/30/30. */
extern const FootholdWorthWeights foothold_worth_default_weights;

typedef struct
{
  FootholdWorthInputId id;
  FootholdWorthScore score;
  FootholdRange value;
  double weight; /* of its score: value times weight is what it contributes */
  double overall_weight; /* of the average */
  gboolean known; /* nothing that is still unknown can change it */
  gboolean not_said; /* unknown, and the posting does not say: a question to the host */
} FootholdWorthInput;

typedef struct
{
  /* Without a goal there is no alignment, and overall is the average of the other two, in their proportions. */
  gboolean has_goal;
  /* FALSE when the weights leave nothing to average. */
  gboolean has_overall;
  FootholdRange scores[FOOTHOLD_WORTH_N_SCORES];
  FootholdRange overall; /* n_known of n_asked: "5 of 10 facts known" */
  guint n_not_said;
  /* Those that count, in the order of their ids; without a weight, or without a goal, an input does not. */
  FootholdWorthInput inputs[FOOTHOLD_WORTH_N_INPUTS];
  guint n_inputs;
} FootholdWorth;

/* Makes each group add up to 1. FALSE, and nothing changed, if a weight is negative or no number, or a group is all 0.
 */
gboolean foothold_worth_weights_normalise (FootholdWorthWeights *weights);
/* Gives a group that is all 0 our defaults: there would be nothing to weigh by. The others stay as they are. */
void foothold_worth_weights_settle (FootholdWorthWeights *weights);

/* @weights NULL are the defaults; weights that do not pass the check above are a mistake of the caller. */
void foothold_worth_judge (const FootholdWorthInputs *inputs,
                           const FootholdWorthWeights *weights,
                           FootholdWorth *worth);

/*
 * Sets what the posting decides (area to showable, and not_said) from its facts;
 * goals, skills and wants are the person's and stay as they are.
 */
void foothold_worth_inputs_take_facts (FootholdWorthInputs *inputs, const FootholdFacts *facts);

/* Newness of a share of asked skills that one does not have: the curve of the help page. */
double foothold_worth_newness (double share);

/*
 * One integer that sorts as "low end first, then high end": both ends in
 * ten-thousandths (rounded, so that no noise of the machine decides), the low end
 * times 10001 plus the high end. 0 to 100020000; larger is better.
 */
gint64 foothold_worth_sort_key (const FootholdRange *range);
/* Its ends again. */
void foothold_worth_read_sort_key (gint64 key, double *lo, double *hi);

/* A word for exports and help ("goal-match"); the name for people, translated; the field that answers it or NULL for
 * one's own. */
const char *foothold_worth_input_slug (FootholdWorthInputId id);
const char *foothold_worth_input_name (FootholdWorthInputId id);
const char *foothold_worth_input_field (FootholdWorthInputId id);
/* Which of the three it counts in. */
FootholdWorthScore foothold_worth_input_score (FootholdWorthInputId id);

G_END_DECLS
