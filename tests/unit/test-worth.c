// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "facts-fixture.h"
#include "rules/foothold-worth.h"

/* Is it worth it? The worked examples of help/C/worth.page, and tables of cases. */

#define UNKNOWN FOOTHOLD_FACT_UNKNOWN

static void
assert_range (FootholdRange range, double lo, double hi, guint n_known, guint n_asked)
{
  g_assert_cmpfloat_with_epsilon (range.lo, lo, 1e-9);
  g_assert_cmpfloat_with_epsilon (range.hi, hi, 1e-9);
  g_assert_cmpuint (range.n_known, ==, n_known);
  g_assert_cmpuint (range.n_asked, ==, n_asked);
}

/* Example “worth-known” of help/C/worth.page. */
static void
test_example_known (void)
{
  const char *const areas[] = { "data-analysis", NULL };
  const FootholdWorthGoal goals[] = { { 1, (const char *const[]) { "design", NULL }, NULL }, { 2, areas, NULL } };
  const FootholdWorthSkill skills[] = {
    { 0, FOOTHOLD_ANSWER_YES },
    { 3, FOOTHOLD_ANSWER_YES },
    { 2, FOOTHOLD_ANSWER_NO },
    { 2, FOOTHOLD_ANSWER_NO },
  };
  const FootholdAnswer wants[] = { FOOTHOLD_ANSWER_YES, FOOTHOLD_ANSWER_NO };
  const FootholdWorthInputs inputs = {
    .goals = goals,
    .n_goals = 2,
    .area = "data-analysis",
    .industry = "energy",
    .skills = skills,
    .n_skills = 4,
    .wants = wants,
    .n_wants = 2,
    .supervisor = FOOTHOLD_ANSWER_YES,
    .check_ins = 1,
    .resources = FOOTHOLD_ANSWER_NO,
    .feedback = FOOTHOLD_ANSWER_YES,
    .conversion = "before",
    .reference = FOOTHOLD_ANSWER_YES,
    .showable = "redacted",
  };
  FootholdWorth worth;

  foothold_worth_judge (&inputs, NULL, &worth);
  assert_range (worth.scores[FOOTHOLD_WORTH_ALIGNMENT], 0.635, 0.635, 3, 3);
  assert_range (worth.scores[FOOTHOLD_WORTH_LEARNING], 0.45 + 0.35 * 2 / 3 + 0.20, 0.45 + 0.35 * 2 / 3 + 0.20, 5, 5);
  assert_range (worth.scores[FOOTHOLD_WORTH_GROWTH], 0.76, 0.76, 3, 3);
  g_assert_cmpfloat_with_epsilon (worth.overall.lo, 0.753166666, 1e-8);
  g_assert_cmpuint (worth.overall.n_known, ==, 11);
  g_assert_true (worth.has_goal && worth.has_overall);
}

/* Example “worth-unknown” of help/C/worth.page: the same goals, and a posting that says little. */
static void
test_example_unknown (void)
{
  const FootholdWorthGoal goals[] = {
    { 1, (const char *const[]) { "design", NULL }, NULL },
    { 2, (const char *const[]) { "data-analysis", NULL }, NULL },
  };
  const FootholdWorthSkill skills[] = {
    { 0, FOOTHOLD_ANSWER_YES },
    { UNKNOWN, FOOTHOLD_ANSWER_YES },
    { UNKNOWN, FOOTHOLD_ANSWER_NO },
    { 3, FOOTHOLD_ANSWER_NO },
  };
  const FootholdAnswer wants[] = { FOOTHOLD_ANSWER_YES, FOOTHOLD_ANSWER_UNKNOWN };
  const FootholdWorthInputs inputs = {
    .goals = goals,
    .n_goals = 2,
    .area = "data-analysis",
    .skills = skills,
    .n_skills = 4,
    .wants = wants,
    .n_wants = 2,
    .supervisor = FOOTHOLD_ANSWER_YES,
    .check_ins = UNKNOWN,
    .showable = "yes",
    .not_said = 1U << FOOTHOLD_WORTH_FEEDBACK | 1U << FOOTHOLD_WORTH_SHOWABLE,
  };
  FootholdWorth worth;

  foothold_worth_judge (&inputs, NULL, &worth);
  assert_range (worth.scores[FOOTHOLD_WORTH_ALIGNMENT], 0.635, 0.735, 2, 3);
  /* newness: one, two or three of four are new: 1, 1 or 0.5 */
  assert_range (worth.scores[FOOTHOLD_WORTH_LEARNING], 0.45 * 0.5 + 0.35 / 3, 1, 1, 5);
  assert_range (worth.scores[FOOTHOLD_WORTH_GROWTH], 0.30, 1, 1, 3);
  g_assert_cmpfloat_with_epsilon (worth.overall.lo, 0.448583333, 1e-8);
  g_assert_cmpfloat_with_epsilon (worth.overall.hi, 0.894, 1e-9);
  g_assert_cmpuint (worth.overall.n_known, ==, 4);
  g_assert_cmpuint (worth.overall.n_asked, ==, 11);
  /* what is known is no question, whatever was marked before */
  g_assert_cmpuint (worth.n_not_said, ==, 1);
}

/* Example “worth-no-goal” of help/C/worth.page. */
static void
test_example_no_goal (void)
{
  const FootholdWorthInputs inputs = {
    .area = "design",
    .check_ins = UNKNOWN,
    .feedback = FOOTHOLD_ANSWER_YES,
    .conversion = "intended",
  };
  FootholdWorth worth;

  foothold_worth_judge (&inputs, NULL, &worth);
  g_assert_false (worth.has_goal);
  g_assert_true (worth.has_overall);
  assert_range (worth.scores[FOOTHOLD_WORTH_ALIGNMENT], 0, 0, 0, 0);
  assert_range (worth.scores[FOOTHOLD_WORTH_LEARNING], 0.20, 1, 1, 5);
  assert_range (worth.scores[FOOTHOLD_WORTH_GROWTH], 0.40, 1, 1, 3);
  assert_range (worth.overall, (0.35 * 0.20 + 0.25 * 0.40) / 0.60, 1, 2, 8);
  g_assert_cmpuint (worth.n_inputs, ==, 8);
}

static void
test_newness (void)
{
  const struct
  {
    double share, newness;
  } cases[] = { { 0, 0 },     { 0.1, 0.5 },  { 0.2, 1 },    { 0.35, 1 },  { 0.5, 1 },
                { 0.6, 0.8 }, { 0.65, 0.7 }, { 0.75, 0.5 }, { 0.8, 0.4 }, { 1, 0.4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (foothold_worth_newness (cases[i].share), cases[i].newness, 1e-9);
}

/* The newness of the skills given by their levels, as judged. */
static FootholdRange
newness_of (const gint64 *levels, guint n)
{
  FootholdWorthSkill skills[8];
  FootholdWorthInputs inputs = FOOTHOLD_WORTH_INPUTS_INIT;
  FootholdWorth worth;

  for (guint i = 0; i < n; i++)
    skills[i] = (FootholdWorthSkill) { levels[i], FOOTHOLD_ANSWER_NO };
  inputs.skills = skills;
  inputs.n_skills = n;
  foothold_worth_judge (&inputs, NULL, &worth);
  for (guint i = 0; i < worth.n_inputs; i++)
    if (worth.inputs[i].id == FOOTHOLD_WORTH_NEWNESS)
      return worth.inputs[i].value;

  g_assert_not_reached ();
}

static void
test_newness_range (void)
{
  /* 0 to 3 of three: 0, 1, 0.667 and 0.4: the most is in the middle */
  assert_range (newness_of ((gint64[]) { UNKNOWN, UNKNOWN, UNKNOWN }, 3), 0, 1, 0, 1);
  /* 1 to 3 of three: 1, 0.667, 0.4 */
  assert_range (newness_of ((gint64[]) { 0, UNKNOWN, UNKNOWN }, 3), 0.4, 1, 0, 1);
  /* 2 or 3 of three: the share rises, newness falls */
  assert_range (newness_of ((gint64[]) { 0, 0, UNKNOWN }, 3), 0.4, 2.0 / 3, 0, 1);
  /* 1 or 2 of four: 1 both times, so it is known although a level is not */
  assert_range (newness_of ((gint64[]) { 0, UNKNOWN, 1, 4 }, 4), 1, 1, 1, 1);
  /* one of five is 0.2 and counts in full */
  assert_range (newness_of ((gint64[]) { 0, 1, 1, 1, 1 }, 5), 1, 1, 1, 1);
  assert_range (newness_of (NULL, 0), 0, 1, 0, 1);
}

static FootholdRange
goal_match_of (const FootholdWorthGoal *goals, guint n_goals, const char *area, const char *industry)
{
  FootholdWorthInputs inputs = FOOTHOLD_WORTH_INPUTS_INIT;
  FootholdWorth worth;

  inputs.goals = goals;
  inputs.n_goals = n_goals;
  inputs.area = area;
  inputs.industry = industry;
  foothold_worth_judge (&inputs, NULL, &worth);

  return worth.inputs[0].value;
}

static void
test_goals (void)
{
  const char *const design[] = { "design", NULL };
  const char *const energy[] = { "energy", "health", NULL };
  const double worth[] = { 1, 0.8, 0.6, 0.4, 0.2, 0.2, 0.2, 0.2 };
  const FootholdWorthGoal both[] = { { 1, design, NULL }, { 3, NULL, energy } };
  const FootholdWorthGoal open[] = { { 2, NULL, NULL } };

  for (guint rank = 1; rank <= G_N_ELEMENTS (worth); rank++)
    assert_range (goal_match_of (&(FootholdWorthGoal) { rank, design, NULL }, 1, "design", "energy"), worth[rank - 1],
                  worth[rank - 1], 1, 1);
  assert_range (goal_match_of (both, 2, "design", "energy"), 1, 1, 1, 1);
  assert_range (goal_match_of (both, 2, "other", "health"), 0.6, 0.6, 1, 1);
  assert_range (goal_match_of (both, 2, "other", "arts"), 0, 0, 1, 1);
  /* the area may be design; the industry fits the third goal at least */
  assert_range (goal_match_of (both, 2, NULL, "energy"), 0.6, 1, 0, 1);
  assert_range (goal_match_of (both, 2, "other", NULL), 0, 0.6, 0, 1);
  assert_range (goal_match_of (both, 2, "design", NULL), 1, 1, 1, 1);
  assert_range (goal_match_of (both, 2, NULL, NULL), 0, 1, 0, 1);
  /* a goal that does not say where it leads fits nothing surely, and nothing surely not */
  assert_range (goal_match_of (open, 1, "design", "energy"), 0, 0.8, 0, 1);
}

static void
test_single_inputs (void)
{
  const struct
  {
    FootholdWorthInputs inputs;
    FootholdWorthInputId id;
    double lo, hi;
  } cases[] = {
    { { .check_ins = 0 }, FOOTHOLD_WORTH_CHECK_INS, 0, 0 },
    { { .check_ins = 1 }, FOOTHOLD_WORTH_CHECK_INS, 1, 1 },
    { { .check_ins = 5 }, FOOTHOLD_WORTH_CHECK_INS, 1, 1 },
    { { .check_ins = UNKNOWN }, FOOTHOLD_WORTH_CHECK_INS, 0, 1 },
    { { .conversion = "intended" }, FOOTHOLD_WORTH_CONVERSION, 1, 1 },
    { { .conversion = "before" }, FOOTHOLD_WORTH_CONVERSION, 0.7, 0.7 },
    { { .conversion = "excluded" }, FOOTHOLD_WORTH_CONVERSION, 0, 0 },
    { { .conversion = NULL }, FOOTHOLD_WORTH_CONVERSION, 0, 1 },
    { { .showable = "yes" }, FOOTHOLD_WORTH_SHOWABLE, 1, 1 },
    { { .showable = "redacted" }, FOOTHOLD_WORTH_SHOWABLE, 0.6, 0.6 },
    { { .showable = "no" }, FOOTHOLD_WORTH_SHOWABLE, 0, 0 },
    { { .reference = FOOTHOLD_ANSWER_YES }, FOOTHOLD_WORTH_REFERENCE, 1, 1 },
    { { .reference = FOOTHOLD_ANSWER_NO }, FOOTHOLD_WORTH_REFERENCE, 0, 1 },
    { { .introduction = FOOTHOLD_ANSWER_YES, .reference = FOOTHOLD_ANSWER_NO }, FOOTHOLD_WORTH_REFERENCE, 1, 1 },
    { { .introduction = FOOTHOLD_ANSWER_NO, .reference = FOOTHOLD_ANSWER_NO }, FOOTHOLD_WORTH_REFERENCE, 0, 0 },
    { { .feedback = FOOTHOLD_ANSWER_NO }, FOOTHOLD_WORTH_FEEDBACK, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FootholdWorth worth;
      gboolean found = FALSE;

      foothold_worth_judge (&cases[i].inputs, NULL, &worth);
      for (guint j = 0; j < worth.n_inputs; j++)
        if (worth.inputs[j].id == cases[i].id)
          {
            found = TRUE;
            assert_range (worth.inputs[j].value, cases[i].lo, cases[i].hi, cases[i].lo == cases[i].hi, 1);
            g_assert_cmpint (worth.inputs[j].known, ==, cases[i].lo == cases[i].hi);
          }
      g_assert_true (found);
    }
}

static void
test_weights (void)
{
  const FootholdWorthInputs inputs = { .check_ins = 2, .feedback = FOOTHOLD_ANSWER_NO, .conversion = "before" };
  FootholdWorthWeights weights = foothold_worth_default_weights;
  FootholdWorth worth, scaled;

  /* proportions count, not the amounts */
  weights.newness *= 10;
  weights.support *= 10;
  weights.feedback *= 10;
  foothold_worth_judge (&inputs, NULL, &worth);
  foothold_worth_judge (&inputs, &weights, &scaled);
  g_assert_cmpfloat_with_epsilon (worth.overall.lo, scaled.overall.lo, 1e-12);
  g_assert_cmpfloat_with_epsilon (worth.overall.hi, scaled.overall.hi, 1e-12);
  g_assert_true (foothold_worth_weights_normalise (&weights));
  g_assert_cmpfloat_with_epsilon (weights.newness, 0.45, 1e-12);

  /* what has no weight does not count, nor is it asked */
  weights.feedback = 0;
  foothold_worth_judge (&inputs, &weights, &worth);
  g_assert_cmpuint (worth.scores[FOOTHOLD_WORTH_LEARNING].n_asked, ==, 4);
  g_assert_cmpfloat_with_epsilon (worth.scores[FOOTHOLD_WORTH_LEARNING].hi, 1, 1e-12);

  /* only alignment, and no goal: nothing is left to average */
  weights = foothold_worth_default_weights;
  weights.learning = weights.growth = 0;
  foothold_worth_judge (&inputs, &weights, &worth);
  g_assert_false (worth.has_overall);

  for (guint i = 0; i < 4; i++)
    {
      const double bad[] = { -0.1, (double) NAN, (double) INFINITY, 0 };
      FootholdWorthWeights before;

      weights = foothold_worth_default_weights;
      weights.conversion = bad[i];
      if (bad[i] == 0)
        weights.reference = weights.showable = 0;
      before = weights;
      g_assert_false (foothold_worth_weights_normalise (&weights));
      g_assert_cmpmem (&before, sizeof before, &weights, sizeof weights);
    }

  /* a group of which nothing is to count follows the defaults, and no other does */
  weights = foothold_worth_default_weights;
  weights.conversion = weights.reference = weights.showable = 0;
  weights.newness = 0.9;
  foothold_worth_weights_settle (&weights);
  g_assert_cmpfloat_with_epsilon (weights.showable, foothold_worth_default_weights.showable, 1e-12);
  g_assert_cmpfloat_with_epsilon (weights.newness, 0.9, 1e-12);
  g_assert_true (foothold_worth_weights_normalise (&weights));
}

static void
test_sort_key (void)
{
  const FootholdRange ranges[] = { { 0, 0, 0, 0 },      { 0, 1, 0, 0 },    { 0.1, 0.2, 0, 0 },    { 0.1, 0.3, 0, 0 },
                                   { 0.25, 0.3, 0, 0 }, { 0.25, 1, 0, 0 }, { 0.2501, 0.3, 0, 0 }, { 1, 1, 0, 0 } };

  for (guint i = 1; i < G_N_ELEMENTS (ranges); i++)
    g_assert_cmpint (foothold_worth_sort_key (&ranges[i - 1]), <, foothold_worth_sort_key (&ranges[i]));
  g_assert_cmpint (foothold_worth_sort_key (&ranges[0]), ==, 0);
  g_assert_cmpint (foothold_worth_sort_key (&ranges[7]), ==, 100020000);
  /* noise of the machine decides nothing */
  g_assert_cmpint (foothold_worth_sort_key (&(FootholdRange) { 0.1 + 0.2, 1, 0, 0 }), ==,
                   foothold_worth_sort_key (&(FootholdRange) { 0.3, 1, 0, 0 }));
}

static void
test_take_facts (void)
{
  const Fact table[] = { TEXT ("area", "design"),       NOT_SAID ("industry"),
                         TEXT ("supervisor", "Ada"),    NUMBER ("check_ins", 2),
                         NOT_SAID ("resources"),        NUMBER ("feedback", 0),
                         TEXT ("conversion", "before"), NOT_SAID ("introduction"),
                         TEXT ("showable", "no"),       END };
  const FootholdFacts facts = facts_of (table);
  FootholdWorthInputs inputs = FOOTHOLD_WORTH_INPUTS_INIT;
  FootholdWorth worth;

  foothold_worth_inputs_take_facts (&inputs, &facts);
  g_assert_cmpstr (inputs.area, ==, "design");
  g_assert_null (inputs.industry);
  g_assert_cmpint (inputs.supervisor, ==, FOOTHOLD_ANSWER_YES);
  g_assert_cmpint (inputs.check_ins, ==, 2);
  g_assert_cmpint (inputs.resources, ==, FOOTHOLD_ANSWER_UNKNOWN);
  g_assert_cmpint (inputs.feedback, ==, FOOTHOLD_ANSWER_NO);
  g_assert_cmpint (inputs.reference, ==, FOOTHOLD_ANSWER_UNKNOWN);
  g_assert_cmpstr (inputs.showable, ==, "no");
  /* not said and not looked at give the same range; only the first is a question */
  foothold_worth_judge (&inputs, NULL, &worth);
  for (guint i = 0; i < worth.n_inputs; i++)
    if (worth.inputs[i].id == FOOTHOLD_WORTH_RESOURCES || worth.inputs[i].id == FOOTHOLD_WORTH_REFERENCE)
      {
        g_assert_true (worth.inputs[i].not_said);
        assert_range (worth.inputs[i].value, 0, 1, 0, 1);
      }
    else
      g_assert_false (worth.inputs[i].not_said);
  g_assert_cmpuint (worth.n_not_said, ==, 2);
}

/* That there is none is an answer: 0 at both ends, known, and nothing to ask. */
static void
test_take_none (void)
{
  const Fact table[] = { NONE ("supervisor"), NONE ("resources"), NUMBER ("check_ins", 0), NUMBER ("feedback", 0),
                         END };
  const Fact one[] = { NONE ("location"), END };
  const FootholdFacts facts = facts_of (table);
  const FootholdFacts other = facts_of (one);
  FootholdWorthInputs inputs = FOOTHOLD_WORTH_INPUTS_INIT;
  FootholdWorth worth;

  foothold_worth_inputs_take_facts (&inputs, &facts);
  g_assert_cmpint (inputs.supervisor, ==, FOOTHOLD_ANSWER_NO);
  g_assert_cmpint (inputs.resources, ==, FOOTHOLD_ANSWER_NO);
  foothold_worth_judge (&inputs, NULL, &worth);
  for (guint i = 0; i < worth.n_inputs; i++)
    if (worth.inputs[i].id >= FOOTHOLD_WORTH_SUPERVISOR && worth.inputs[i].id <= FOOTHOLD_WORTH_FEEDBACK)
      {
        assert_range (worth.inputs[i].value, 0, 0, 1, 1);
        g_assert_true (worth.inputs[i].known);
        g_assert_false (worth.inputs[i].not_said);
      }
  g_assert_false (foothold_facts_may_be_none ("location"));
  g_assert_cmpint (foothold_facts_is_there (&other, "location"), ==, FOOTHOLD_ANSWER_YES);
}

static void
test_words (void)
{
  g_autoptr (GHashTable) slugs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    {
      g_assert_true (g_hash_table_add (slugs, (gpointer) foothold_worth_input_slug (id)));
      g_assert_nonnull (foothold_worth_input_name (id));
    }
  g_assert_null (foothold_worth_input_field (FOOTHOLD_WORTH_WANTS_MET));
  g_assert_cmpstr (foothold_worth_input_field (FOOTHOLD_WORTH_CHECK_INS), ==, "check_ins");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worth/example-known", test_example_known);
  g_test_add_func ("/worth/example-unknown", test_example_unknown);
  g_test_add_func ("/worth/example-no-goal", test_example_no_goal);
  g_test_add_func ("/worth/newness", test_newness);
  g_test_add_func ("/worth/newness-range", test_newness_range);
  g_test_add_func ("/worth/goals", test_goals);
  g_test_add_func ("/worth/single-inputs", test_single_inputs);
  g_test_add_func ("/worth/weights", test_weights);
  g_test_add_func ("/worth/sort-key", test_sort_key);
  g_test_add_func ("/worth/take-facts", test_take_facts);
  g_test_add_func ("/worth/take-none", test_take_none);
  g_test_add_func ("/worth/words", test_words);

  return g_test_run ();
}
