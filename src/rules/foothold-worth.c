// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-worth.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const FootholdWorthWeights foothold_worth_default_weights = {
  .alignment = 0.40,
  .learning = 0.35,
  .growth = 0.25,
  .goal_match = 0.45,
  .wanted_skills = 0.35,
  .wants_met = 0.20,
  .newness = 0.45,
  .support = 0.35,
  .feedback = 0.20,
  .conversion = 0.40,
  .reference = 0.30,
  .showable = 0.30,
};

/* One line an input. */
typedef struct
{
  const char *slug;
  const char *name;
  const char *field;
  FootholdWorthScore score;
  gsize weight; /* offset in the weights */
  guint share; /* how many inputs share that weight */
} Input;

#define WEIGHT(member) G_STRUCT_OFFSET (FootholdWorthWeights, member)
static const Input table[FOOTHOLD_WORTH_N_INPUTS] = {
  [FOOTHOLD_WORTH_GOAL_MATCH] = { "goal-match", N_ ("Fits a goal"), "area", FOOTHOLD_WORTH_ALIGNMENT,
                                  WEIGHT (goal_match), 1 },
  [FOOTHOLD_WORTH_WANTED_SKILLS] = { "wanted-skills", N_ ("Asked skills that you want"), "skills",
                                     FOOTHOLD_WORTH_ALIGNMENT, WEIGHT (wanted_skills), 1 },
  [FOOTHOLD_WORTH_WANTS_MET] = { "wants-met", N_ ("Your wants that are met"), NULL, FOOTHOLD_WORTH_ALIGNMENT,
                                 WEIGHT (wants_met), 1 },
  [FOOTHOLD_WORTH_NEWNESS] = { "newness", N_ ("Asked skills that are new to you"), "skills", FOOTHOLD_WORTH_LEARNING,
                               WEIGHT (newness), 1 },
  [FOOTHOLD_WORTH_SUPERVISOR] = { "supervisor", N_ ("Supervisor named"), "supervisor", FOOTHOLD_WORTH_LEARNING,
                                  WEIGHT (support), 3 },
  [FOOTHOLD_WORTH_CHECK_INS] = { "check-ins", N_ ("A check-in a week"), "check_ins", FOOTHOLD_WORTH_LEARNING,
                                 WEIGHT (support), 3 },
  [FOOTHOLD_WORTH_RESOURCES] = { "resources", N_ ("Resources given"), "resources", FOOTHOLD_WORTH_LEARNING,
                                 WEIGHT (support), 3 },
  [FOOTHOLD_WORTH_FEEDBACK] = { "feedback", N_ ("Written feedback promised"), "feedback", FOOTHOLD_WORTH_LEARNING,
                                WEIGHT (feedback), 1 },
  [FOOTHOLD_WORTH_CONVERSION] = { "conversion", N_ ("Job afterwards"), "conversion", FOOTHOLD_WORTH_GROWTH,
                                  WEIGHT (conversion), 1 },
  [FOOTHOLD_WORTH_REFERENCE] = { "reference", N_ ("Reference or introduction"), "reference", FOOTHOLD_WORTH_GROWTH,
                                 WEIGHT (reference), 1 },
  [FOOTHOLD_WORTH_SHOWABLE] = { "showable", N_ ("May be shown"), "showable", FOOTHOLD_WORTH_GROWTH, WEIGHT (showable),
                                1 },
};

/* The weights that share 1 among them. */
static const gsize groups[][3] = {
  { WEIGHT (alignment), WEIGHT (learning), WEIGHT (growth) },
  { WEIGHT (goal_match), WEIGHT (wanted_skills), WEIGHT (wants_met) },
  { WEIGHT (newness), WEIGHT (support), WEIGHT (feedback) },
  { WEIGHT (conversion), WEIGHT (reference), WEIGHT (showable) },
};
#undef WEIGHT

static double *
weight_in (FootholdWorthWeights *weights, guint group, guint i)
{
  return &G_STRUCT_MEMBER (double, weights, groups[group][i]);
}

static double
own_weight (const FootholdWorthWeights *weights, FootholdWorthInputId id)
{
  return G_STRUCT_MEMBER (double, weights, table[id].weight) / table[id].share;
}

gboolean
foothold_worth_weights_normalise (FootholdWorthWeights *weights)
{
  double sums[G_N_ELEMENTS (groups)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (guint j = 0; j < 3; j++)
        {
          const double weight = *weight_in (weights, i, j);

          if (!isfinite (weight) || weight < 0)
            return FALSE;
          sums[i] += weight;
        }
      if (!isfinite (sums[i]) || !isnormal (sums[i]))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < 3; j++)
      *weight_in (weights, i, j) /= sums[i];

  return TRUE;
}

void
foothold_worth_weights_settle (FootholdWorthWeights *weights)
{
  FootholdWorthWeights ours = foothold_worth_default_weights;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      double sum = 0;

      for (guint j = 0; j < 3; j++)
        sum += *weight_in (weights, i, j);
      for (guint j = 0; j < 3 && sum <= 0; j++)
        *weight_in (weights, i, j) = *weight_in (&ours, i, j);
    }
}

/* Yes is 1, no is 0. */
static FootholdRange
answer_range (FootholdAnswer answer)
{
  return foothold_range_input (answer == FOOTHOLD_ANSWER_YES ? 1 : 0, answer == FOOTHOLD_ANSWER_NO ? 0 : 1);
}

/* The share of those that are yes. Nobody to ask is nothing known. */
static FootholdRange
share_range (guint n_yes, guint n_unknown, guint n)
{
  if (n == 0)
    return foothold_range_unknown ();

  return foothold_range_input ((double) n_yes / n, (double) (n_yes + n_unknown) / n);
}

static gboolean
holds_any (const char *const *slugs)
{
  return slugs != NULL && slugs[0] != NULL;
}

/* Whether a goal's list holds @slug; which an unknown one may be. */
static FootholdAnswer
holds (const char *const *slugs, const char *slug)
{
  if (!holds_any (slugs))
    return FOOTHOLD_ANSWER_NO;
  if (slug == NULL)
    return FOOTHOLD_ANSWER_UNKNOWN;

  return g_strv_contains (slugs, slug) ? FOOTHOLD_ANSWER_YES : FOOTHOLD_ANSWER_NO;
}

/* The low end is the best goal that surely fits, the high end the best that still may. */
static FootholdRange
goal_match (const FootholdWorthInputs *inputs)
{
  static const double worth[] = { 1.0, 0.8, 0.6, 0.4, 0.2 };
  double lo = 0, hi = 0;

  for (guint i = 0; i < inputs->n_goals; i++)
    {
      const FootholdWorthGoal *goal = &inputs->goals[i];
      const double own = worth[CLAMP (goal->rank, 1, G_N_ELEMENTS (worth)) - 1];
      const FootholdAnswer by_area = holds (goal->areas, inputs->area);
      const FootholdAnswer by_industry = holds (goal->industries, inputs->industry);
      /* A goal that names neither could be about anything. */
      const gboolean open = !holds_any (goal->areas) && !holds_any (goal->industries);

      if (by_area == FOOTHOLD_ANSWER_YES || by_industry == FOOTHOLD_ANSWER_YES)
        lo = MAX (lo, own);
      if (open || by_area != FOOTHOLD_ANSWER_NO || by_industry != FOOTHOLD_ANSWER_NO)
        hi = MAX (hi, own);
    }

  return foothold_range_input (lo, hi);
}

double
foothold_worth_newness (double share)
{
  if (share < 0.2)
    return MAX (share, 0) / 0.2;
  if (share <= 0.5)
    return 1;
  if (share < 0.8)
    return 1 - (share - 0.5) / (0.8 - 0.5) * (1 - 0.4);

  return 0.4;
}

/*
 * The curve rises and falls, so the ends of the share are not the ends of the
 * newness: every share that is still possible is looked at. Learning one level
 * leaves some of them, never a new one.
 */
static FootholdRange
newness_range (guint n_new, guint n_unknown, guint n)
{
  double lo = 1, hi = 0;

  if (n == 0)
    return foothold_range_unknown ();
  for (guint i = n_new; i <= n_new + n_unknown; i++)
    {
      const double newness = foothold_worth_newness ((double) i / n);

      lo = MIN (lo, newness);
      hi = MAX (hi, newness);
    }

  return foothold_range_input (lo, hi);
}

static FootholdRange
skills_range (const FootholdWorthInputs *inputs, FootholdWorthInputId id)
{
  guint n_new = 0, n_level_unknown = 0, n_wanted = 0, n_wanted_unknown = 0;

  for (guint i = 0; i < inputs->n_skills; i++)
    {
      n_new += inputs->skills[i].level == 0;
      n_level_unknown += inputs->skills[i].level == FOOTHOLD_FACT_UNKNOWN;
      n_wanted += inputs->skills[i].wanted == FOOTHOLD_ANSWER_YES;
      n_wanted_unknown += inputs->skills[i].wanted == FOOTHOLD_ANSWER_UNKNOWN;
    }

  return id == FOOTHOLD_WORTH_NEWNESS ? newness_range (n_new, n_level_unknown, inputs->n_skills)
                                      : share_range (n_wanted, n_wanted_unknown, inputs->n_skills);
}

static FootholdRange
wants_range (const FootholdWorthInputs *inputs)
{
  guint n_met = 0, n_unknown = 0;

  for (guint i = 0; i < inputs->n_wants; i++)
    {
      n_met += inputs->wants[i] == FOOTHOLD_ANSWER_YES;
      n_unknown += inputs->wants[i] == FOOTHOLD_ANSWER_UNKNOWN;
    }

  return share_range (n_met, n_unknown, inputs->n_wants);
}

/* What a slug is worth; a slug that is none of them is as unknown as none. */
static FootholdRange
slug_range (const char *slug, const char *const slugs[3], const double worth[3])
{
  for (guint i = 0; slug != NULL && i < 3; i++)
    if (g_str_equal (slug, slugs[i]))
      return foothold_range_input (worth[i], worth[i]);

  return foothold_range_unknown ();
}

static FootholdAnswer
either (FootholdAnswer a, FootholdAnswer b)
{
  if (a == FOOTHOLD_ANSWER_YES || b == FOOTHOLD_ANSWER_YES)
    return FOOTHOLD_ANSWER_YES;

  return a == FOOTHOLD_ANSWER_NO && b == FOOTHOLD_ANSWER_NO ? FOOTHOLD_ANSWER_NO : FOOTHOLD_ANSWER_UNKNOWN;
}

static FootholdRange
input_range (const FootholdWorthInputs *inputs, FootholdWorthInputId id)
{
  static const char *const conversions[] = { "intended", "before", "excluded" };
  static const double conversions_worth[] = { 1, 0.7, 0 };
  static const char *const showables[] = { "yes", "redacted", "no" };
  static const double showables_worth[] = { 1, 0.6, 0 };

  switch (id)
    {
    case FOOTHOLD_WORTH_GOAL_MATCH:
      return goal_match (inputs);
    case FOOTHOLD_WORTH_WANTED_SKILLS:
    case FOOTHOLD_WORTH_NEWNESS:
      return skills_range (inputs, id);
    case FOOTHOLD_WORTH_WANTS_MET:
      return wants_range (inputs);
    case FOOTHOLD_WORTH_SUPERVISOR:
      return answer_range (inputs->supervisor);
    case FOOTHOLD_WORTH_CHECK_INS:
      return answer_range (inputs->check_ins == FOOTHOLD_FACT_UNKNOWN ? FOOTHOLD_ANSWER_UNKNOWN
                           : inputs->check_ins >= 1                   ? FOOTHOLD_ANSWER_YES
                                                                      : FOOTHOLD_ANSWER_NO);
    case FOOTHOLD_WORTH_RESOURCES:
      return answer_range (inputs->resources);
    case FOOTHOLD_WORTH_FEEDBACK:
      return answer_range (inputs->feedback);
    case FOOTHOLD_WORTH_CONVERSION:
      return slug_range (inputs->conversion, conversions, conversions_worth);
    case FOOTHOLD_WORTH_REFERENCE:
      return answer_range (either (inputs->reference, inputs->introduction));
    case FOOTHOLD_WORTH_SHOWABLE:
      return slug_range (inputs->showable, showables, showables_worth);
    default:
      g_return_val_if_reached (foothold_range_unknown ());
    }
}

/* What each score counts in the average: without a goal, alignment goes and the others share its part. */
static gboolean
weigh_scores (const FootholdWorthWeights *weights, gboolean has_goal, double shares[FOOTHOLD_WORTH_N_SCORES])
{
  const double sum = (has_goal ? weights->alignment : 0) + weights->learning + weights->growth;

  if (!(sum > 0))
    return FALSE;
  shares[FOOTHOLD_WORTH_ALIGNMENT] = has_goal ? weights->alignment / sum : 0;
  shares[FOOTHOLD_WORTH_LEARNING] = weights->learning / sum;
  shares[FOOTHOLD_WORTH_GROWTH] = weights->growth / sum;

  return TRUE;
}

void
foothold_worth_judge (const FootholdWorthInputs *inputs, const FootholdWorthWeights *weights, FootholdWorth *worth)
{
  FootholdWorthWeights own = weights != NULL ? *weights : foothold_worth_default_weights;
  double shares[FOOTHOLD_WORTH_N_SCORES] = { 0, 0, 0 };

  *worth = (FootholdWorth) { .has_goal = inputs->n_goals > 0 };
  g_return_if_fail (foothold_worth_weights_normalise (&own));

  worth->has_overall = weigh_scores (&own, worth->has_goal, shares);
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    {
      const FootholdWorthScore score = table[id].score;
      const double weight = own_weight (&own, id);
      FootholdWorthInput *input = &worth->inputs[worth->n_inputs];

      if (weight <= 0 || (score == FOOTHOLD_WORTH_ALIGNMENT && !worth->has_goal))
        continue;
      *input = (FootholdWorthInput) {
        .id = id,
        .score = score,
        .value = input_range (inputs, id),
        .weight = weight,
        .overall_weight = weight * shares[score],
      };
      input->known = input->value.n_known == 1;
      input->not_said = !input->known && (inputs->not_said & (1U << id)) != 0;
      worth->scores[score] = foothold_range_add (worth->scores[score], weight, input->value);
      worth->n_not_said += input->not_said ? 1 : 0;
      worth->n_inputs++;
    }
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    if (shares[score] > 0)
      worth->overall = foothold_range_add (worth->overall, shares[score], worth->scores[score]);
}

void
foothold_worth_inputs_take_facts (FootholdWorthInputs *inputs, const FootholdFacts *facts)
{
  inputs->area = foothold_facts_text (facts, "area");
  inputs->industry = foothold_facts_text (facts, "industry");
  inputs->supervisor = foothold_facts_is_there (facts, "supervisor");
  inputs->check_ins = foothold_facts_number (facts, "check_ins");
  inputs->resources = foothold_facts_is_there (facts, "resources");
  inputs->feedback = foothold_facts_answer (facts, "feedback");
  inputs->conversion = foothold_facts_text (facts, "conversion");
  inputs->reference = foothold_facts_answer (facts, "reference");
  inputs->introduction = foothold_facts_answer (facts, "introduction");
  inputs->showable = foothold_facts_text (facts, "showable");

  inputs->not_said = 0;
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    if (table[id].field != NULL && foothold_facts_knowledge (facts, table[id].field) == FOOTHOLD_FACT_NOT_SAID)
      inputs->not_said |= 1U << id;
  if (foothold_facts_knowledge (facts, "industry") == FOOTHOLD_FACT_NOT_SAID)
    inputs->not_said |= 1U << FOOTHOLD_WORTH_GOAL_MATCH;
  if (foothold_facts_knowledge (facts, "introduction") == FOOTHOLD_FACT_NOT_SAID)
    inputs->not_said |= 1U << FOOTHOLD_WORTH_REFERENCE;
}

gint64
foothold_worth_sort_key (const FootholdRange *range)
{
  return (gint64) (range->lo * 10000 + 0.5) * 10001 + (gint64) (range->hi * 10000 + 0.5);
}

void
foothold_worth_read_sort_key (gint64 key, double *lo, double *hi)
{
  *lo = (double) (key / 10001) / 10000;
  *hi = (double) (key % 10001) / 10000;
}

const char *
foothold_worth_input_slug (FootholdWorthInputId id)
{
  return table[id].slug;
}

const char *
foothold_worth_input_name (FootholdWorthInputId id)
{
  return _ (table[id].name);
}

const char *
foothold_worth_input_field (FootholdWorthInputId id)
{
  return table[id].field;
}

FootholdWorthScore
foothold_worth_input_score (FootholdWorthInputId id)
{
  return table[id].score;
}
