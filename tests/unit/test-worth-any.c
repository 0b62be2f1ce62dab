// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "facts-fixture.h"
#include "rules/foothold-worth.h"

/*
 * What has to hold for any inputs of the scores: learning a fact never widens a range,
 * forgetting one never narrows it, nothing leaves 0 to 1, pay never enters.
 */

#define UNKNOWN FOOTHOLD_FACT_UNKNOWN
#define N_RANDOM 40000

#define MOST 6
static const char *const area_slugs[] = { "design", "software", "content", "other" };
static const char *const industry_slugs[] = { "energy", "health", "arts" };
static const char *const conversion_slugs[] = { "intended", "before", "excluded" };
static const char *const showable_slugs[] = { "yes", "redacted", "no" };

/* Inputs with the room for what they point to. */
typedef struct
{
  FootholdWorthInputs inputs;
  FootholdWorthGoal goals[MOST];
  const char *areas[MOST][3], *industries[MOST][3];
  FootholdWorthSkill skills[MOST];
  FootholdAnswer wants[MOST];
} Case;

static guint
below (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static const char *
any_slug (GRand *random, const char *const *slugs, guint n)
{
  const guint i = below (random, n + 1);

  return i < n ? slugs[i] : NULL;
}

static FootholdAnswer
any_answer (GRand *random)
{
  return (FootholdAnswer) below (random, 3);
}

static void
any_case (GRand *random, Case *self)
{
  FootholdWorthInputs *inputs = &self->inputs;

  memset (self, 0, sizeof *self);
  inputs->goals = self->goals;
  inputs->n_goals = below (random, MOST);
  for (guint i = 0; i < inputs->n_goals; i++)
    {
      self->goals[i] = (FootholdWorthGoal) { below (random, 8), self->areas[i], self->industries[i] };
      self->areas[i][0] = any_slug (random, area_slugs, 4);
      self->areas[i][1] = self->areas[i][0] != NULL ? any_slug (random, area_slugs, 4) : NULL;
      self->industries[i][0] = any_slug (random, industry_slugs, 3);
    }
  inputs->area = any_slug (random, area_slugs, 4);
  inputs->industry = any_slug (random, industry_slugs, 3);
  inputs->skills = self->skills;
  inputs->n_skills = below (random, MOST + 1);
  for (guint i = 0; i < inputs->n_skills; i++)
    self->skills[i] = (FootholdWorthSkill) { below (random, 2)   ? 0
                                             : below (random, 3) ? UNKNOWN
                                                                 : below (random, 5),
                                             any_answer (random) };
  inputs->wants = self->wants;
  inputs->n_wants = below (random, MOST);
  for (guint i = 0; i < inputs->n_wants; i++)
    self->wants[i] = any_answer (random);
  inputs->supervisor = any_answer (random);
  inputs->check_ins = below (random, 2) ? UNKNOWN : below (random, 3);
  inputs->resources = any_answer (random);
  inputs->feedback = any_answer (random);
  inputs->conversion = any_slug (random, conversion_slugs, 3);
  inputs->reference = any_answer (random);
  inputs->introduction = any_answer (random);
  inputs->showable = any_slug (random, showable_slugs, 3);
  inputs->not_said = below (random, 1U << FOOTHOLD_WORTH_N_INPUTS);
}

/* @to is @from, with its own room. */
static void
copy_case (Case *to, const Case *from)
{
  *to = *from;
  to->inputs.goals = to->goals;
  to->inputs.skills = to->skills;
  to->inputs.wants = to->wants;
  for (guint i = 0; i < MOST; i++)
    {
      to->goals[i].areas = to->areas[i];
      to->goals[i].industries = to->industries[i];
    }
}

static gboolean
learn_answer (GRand *random, FootholdAnswer *answer)
{
  if (*answer != FOOTHOLD_ANSWER_UNKNOWN)
    return FALSE;
  *answer = below (random, 2) ? FOOTHOLD_ANSWER_YES : FOOTHOLD_ANSWER_NO;

  return TRUE;
}

static gboolean
learn_slug (GRand *random, const char **slug, const char *const *slugs, guint n)
{
  if (*slug != NULL)
    return FALSE;
  *slug = slugs[below (random, n)];

  return TRUE;
}

/* Learns the fact number @i, if it is unknown. */
static gboolean
learn (GRand *random, Case *self, guint i)
{
  FootholdWorthInputs *inputs = &self->inputs;

  switch (i)
    {
    case 0:
      return learn_slug (random, &inputs->area, area_slugs, 4);
    case 1:
      return learn_slug (random, &inputs->industry, industry_slugs, 3);
    case 2:
      return learn_answer (random, &inputs->supervisor);
    case 3:
      if (inputs->check_ins != UNKNOWN)
        return FALSE;
      inputs->check_ins = below (random, 3);
      return TRUE;
    case 4:
      return learn_answer (random, &inputs->resources);
    case 5:
      return learn_answer (random, &inputs->feedback);
    case 6:
      return learn_slug (random, &inputs->conversion, conversion_slugs, 3);
    case 7:
      return learn_answer (random, &inputs->reference);
    case 8:
      return learn_answer (random, &inputs->introduction);
    case 9:
      return learn_slug (random, &inputs->showable, showable_slugs, 3);
    case 10:
      return inputs->n_wants > 0 && learn_answer (random, &self->wants[below (random, inputs->n_wants)]);
    case 11:
      return inputs->n_skills > 0 && learn_answer (random, &self->skills[below (random, inputs->n_skills)].wanted);
    case 12:
      {
        FootholdWorthSkill *skill = &self->skills[inputs->n_skills > 0 ? below (random, inputs->n_skills) : 0];

        if (inputs->n_skills == 0 || skill->level != UNKNOWN)
          return FALSE;
        skill->level = below (random, 2) ? 0 : below (random, 5);
        return TRUE;
      }
    case 13: /* which skills are asked, which wants one has: from nothing to something */
      if (inputs->n_skills > 0)
        return FALSE;
      inputs->n_skills = 1 + below (random, MOST);
      for (guint j = 0; j < inputs->n_skills; j++)
        self->skills[j] = (FootholdWorthSkill) { below (random, 2) ? UNKNOWN : 0, any_answer (random) };
      return TRUE;
    case 14:
      if (inputs->n_wants > 0)
        return FALSE;
      inputs->n_wants = 1 + below (random, 5);
      for (guint j = 0; j < inputs->n_wants; j++)
        self->wants[j] = any_answer (random);
      return TRUE;
    default:
      { /* what leads to a goal that did not say it */
        FootholdWorthGoal *goal = &self->goals[inputs->n_goals > 0 ? below (random, inputs->n_goals) : 0];
        const gsize n = (gsize) (goal - self->goals);

        if (inputs->n_goals == 0 || self->areas[n][0] != NULL || self->industries[n][0] != NULL)
          return FALSE;
        self->areas[n][0] = area_slugs[below (random, 4)];
        return TRUE;
      }
    }
}
#define N_LEARN 16

static void
assert_inside (const FootholdRange *inner, const FootholdRange *outer)
{
  g_assert_cmpfloat (inner->lo, >=, outer->lo);
  g_assert_cmpfloat (inner->hi, <=, outer->hi);
  g_assert_cmpuint (inner->n_known, >=, outer->n_known);
  g_assert_cmpuint (inner->n_asked, ==, outer->n_asked);
}

static void
any_weights (GRand *random, FootholdWorthWeights *weights)
{
  double *members = (double *) weights;

  for (gsize i = 0; i < sizeof *weights / sizeof (double); i++)
    members[i] = below (random, 8) == 0 ? 0 : g_rand_double (random);
  if (!foothold_worth_weights_normalise (weights))
    *weights = foothold_worth_default_weights;
}

/* Read forwards it is learning, backwards forgetting; every end is exact, without any tolerance. */
static void
test_learning_never_widens (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  guint n_learned[N_LEARN] = { 0 };

  for (guint i = 0; i < N_RANDOM; i++)
    {
      Case before, after;
      FootholdWorthWeights weights;
      FootholdWorth wide, narrow;
      const guint what = i % N_LEARN;

      any_case (random, &before);
      any_weights (random, &weights);
      copy_case (&after, &before);
      if (!learn (random, &after, what))
        continue;
      n_learned[what]++;
      foothold_worth_judge (&before.inputs, &weights, &wide);
      foothold_worth_judge (&after.inputs, &weights, &narrow);
      g_assert_cmpuint (wide.n_inputs, ==, narrow.n_inputs);
      assert_inside (&narrow.overall, &wide.overall);
      for (guint j = 0; j < FOOTHOLD_WORTH_N_SCORES; j++)
        assert_inside (&narrow.scores[j], &wide.scores[j]);
      for (guint j = 0; j < wide.n_inputs; j++)
        assert_inside (&narrow.inputs[j].value, &wide.inputs[j].value);
    }
  for (guint i = 0; i < N_LEARN; i++)
    g_assert_cmpuint (n_learned[i], >, 50);
}

static void
assert_sane (const FootholdRange *range)
{
  g_assert_true (range->lo >= 0 && range->lo <= range->hi && range->hi <= 1);
  g_assert_cmpuint (range->n_known, <=, range->n_asked);
}

static void
test_nothing_leaves (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      Case any;
      FootholdWorthWeights weights;
      FootholdWorth worth;
      double lo = 0, hi = 0, weight = 0;

      any_case (random, &any);
      any_weights (random, &weights);
      foothold_worth_judge (&any.inputs, &weights, &worth);
      assert_sane (&worth.overall);
      for (guint j = 0; j < FOOTHOLD_WORTH_N_SCORES; j++)
        assert_sane (&worth.scores[j]);
      for (guint j = 0; j < worth.n_inputs; j++)
        {
          assert_sane (&worth.inputs[j].value);
          g_assert_false (worth.inputs[j].known && worth.inputs[j].not_said);
          lo += worth.inputs[j].overall_weight * worth.inputs[j].value.lo;
          hi += worth.inputs[j].overall_weight * worth.inputs[j].value.hi;
          weight += worth.inputs[j].overall_weight;
        }
      if (!worth.has_overall)
        continue;
      /* what the inputs are said to contribute is what the average is made of */
      g_assert_cmpfloat_with_epsilon (weight, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (lo, worth.overall.lo, 1e-9);
      g_assert_cmpfloat_with_epsilon (hi, worth.overall.hi, 1e-9);
    }
}

/* Ranks decide, not the order in which goals, skills and wants happen to be loaded. */
static void
test_order_is_nothing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      Case any, turned;
      FootholdWorth worth, other;

      any_case (random, &any);
      copy_case (&turned, &any);
      for (guint j = 0; j < any.inputs.n_goals; j++)
        turned.goals[j] = any.goals[any.inputs.n_goals - 1 - j];
      for (guint j = 0; j < any.inputs.n_skills; j++)
        turned.skills[j] = any.skills[any.inputs.n_skills - 1 - j];
      for (guint j = 0; j < any.inputs.n_wants; j++)
        turned.wants[j] = any.wants[any.inputs.n_wants - 1 - j];
      foothold_worth_judge (&any.inputs, NULL, &worth);
      foothold_worth_judge (&turned.inputs, NULL, &other);
      g_assert_cmpmem (worth.inputs, sizeof worth.inputs, other.inputs, sizeof other.inputs);
      g_assert_cmpmem (&worth.overall, sizeof worth.overall, &other.overall, sizeof other.overall);
    }
}

/* The range holds what comes out, however the unknown turns out. */
static void
test_range_holds_every_outcome (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_RANDOM / 4; i++)
    {
      Case before, after;
      FootholdWorth range, outcome;

      any_case (random, &before);
      copy_case (&after, &before);
      for (guint j = 0; j < 100; j++)
        learn (random, &after, below (random, N_LEARN));
      foothold_worth_judge (&before.inputs, NULL, &range);
      foothold_worth_judge (&after.inputs, NULL, &outcome);
      g_assert_cmpfloat (outcome.overall.lo, >=, range.overall.lo);
      g_assert_cmpfloat (outcome.overall.hi, <=, range.overall.hi);
    }
}

/* Pay, costs, hours and dates can be anything: not a bit of the scores moves. */
static void
test_pay_never_enters (void)
{
  static const char *const fields[] = { "pay_gross_min", "pay_gross_max", "pay_net",     "pay_guaranteed",
                                        "pay_cap",       "cost_fees",     "cost_travel", "cost_equipment",
                                        "cost_software", "minutes_min",   "minutes_max" };
  static const char *const texts[] = { "pay_kind", "pay_period", "currency", "start_on", "end_on", "timeline" };
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < N_RANDOM / 2; i++)
    {
      Fact table[40];
      guint n = 0;
      Case any;
      FootholdWorth without, with;
      FootholdFacts facts = facts_of (table);

      any_case (random, &any);
      table[n++] = (Fact) TEXT ("area", area_slugs[below (random, 4)]);
      if (below (random, 2))
        table[n++] = (Fact) NUMBER ("check_ins", below (random, 3));
      if (below (random, 2))
        table[n++] = (Fact) NUMBER ("feedback", below (random, 2));
      if (below (random, 2))
        table[n++] = (Fact) TEXT ("conversion", conversion_slugs[below (random, 3)]);
      table[n] = (Fact) END;
      foothold_worth_inputs_take_facts (&any.inputs, &facts);
      foothold_worth_judge (&any.inputs, NULL, &without);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        if (below (random, 2))
          table[n++] = (Fact) NUMBER (fields[j], below (random, 1000000));
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        if (below (random, 2))
          table[n++] = (Fact) TEXT (texts[j], "hourly");
      table[n] = (Fact) END;
      foothold_worth_inputs_take_facts (&any.inputs, &facts);
      foothold_worth_judge (&any.inputs, NULL, &with);
      g_assert_cmpmem (&without.overall, sizeof without.overall, &with.overall, sizeof with.overall);
      g_assert_cmpmem (without.scores, sizeof without.scores, with.scores, sizeof with.scores);
      g_assert_cmpmem (without.inputs, sizeof without.inputs, with.inputs, sizeof with.inputs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worth-any/learning-never-widens", test_learning_never_widens);
  g_test_add_func ("/worth-any/nothing-leaves", test_nothing_leaves);
  g_test_add_func ("/worth-any/order-is-nothing", test_order_is_nothing);
  g_test_add_func ("/worth-any/every-outcome", test_range_holds_every_outcome);
  g_test_add_func ("/worth-any/pay-never-enters", test_pay_never_enters);

  return g_test_run ();
}
