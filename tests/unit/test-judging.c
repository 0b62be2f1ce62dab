// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/foothold-judging.h"

/* Rows in, scores out: what each kind of row adds to a judgement. */

typedef struct
{
  GPtrArray *goals, *targets, *wants, *skills, *weights, *answers;
  FootholdDossier *dossier;
  FootholdJudge *judge;
  FootholdJudgement judgement;
} Fixture;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (foothold_row_unref);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->goals = new_rows ();
  self->targets = new_rows ();
  self->wants = new_rows ();
  self->skills = new_rows ();
  self->weights = new_rows ();
  self->answers = new_rows ();
  self->dossier = foothold_dossier_new ();
  self->dossier->opportunity->title = g_strdup ("Map the Cycle Routes");
}

static void
forget (Fixture *self)
{
  foothold_judgement_clear (&self->judgement);
  g_clear_pointer (&self->judge, foothold_judge_unref);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  forget (self);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->wants);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->weights);
  g_ptr_array_unref (self->answers);
  foothold_dossier_unref (self->dossier);
}

static const FootholdJudgement *
judge (Fixture *self)
{
  const FootholdCase given = foothold_case_of (self->dossier, self->answers, NULL);
  g_autoptr (GError) error = NULL;

  forget (self);
  self->judge = foothold_judge_new (self->goals, self->targets, self->wants, self->skills, self->weights, NULL, &error);
  g_assert_no_error (error);
  foothold_judge_case (self->judge, &given, &self->judgement);
  return &self->judgement;
}

static gint64
add_goal (Fixture *self, gint64 rank)
{
  FootholdGoalRow *row = foothold_row_new (&foothold_goal_row_type);

  row->row.id = 100 + rank;
  row->rank = rank;
  row->title = g_strdup ("A goal");
  g_ptr_array_add (self->goals, row);
  return row->row.id;
}

static void
add_target (Fixture *self, gint64 goal, const char *kind, const char *value)
{
  FootholdGoalTargetRow *row = foothold_row_new (&foothold_goal_target_row_type);

  row->goal = goal;
  row->kind = g_strdup (kind);
  row->value = g_strdup (value);
  g_ptr_array_add (self->targets, row);
}

static FootholdWantRow *
add_want (Fixture *self, gint64 id)
{
  FootholdWantRow *row = foothold_row_new (&foothold_want_row_type);

  row->row.id = id;
  row->text = g_strdup ("Quiet mornings");
  g_ptr_array_add (self->wants, row);
  return row;
}

static void
add_skill (Fixture *self, const char *name, gint64 level, gint64 wanted)
{
  FootholdSkillRow *row = foothold_row_new (&foothold_skill_row_type);

  row->name = g_strdup (name);
  row->level = level;
  row->wanted = wanted;
  g_ptr_array_add (self->skills, row);
}

static void
add_weight (Fixture *self, const char *part, gint64 permille)
{
  FootholdWeightRow *row = foothold_row_new (&foothold_weight_row_type);

  row->part = g_strdup (part);
  row->permille = permille;
  g_ptr_array_add (self->weights, row);
}

static FootholdAnswerRow *
add_answer (Fixture *self, const char *item, const char *answer)
{
  FootholdAnswerRow *row = foothold_row_new (&foothold_answer_row_type);

  row->item = g_strdup (item);
  row->answer = g_strdup (answer);
  g_ptr_array_add (self->answers, row);
  return row;
}

static const FootholdWorthInput *
find_input (const FootholdJudgement *judgement, FootholdWorthInputId id)
{
  for (guint i = 0; i < judgement->worth.n_inputs; i++)
    if (judgement->worth.inputs[i].id == id)
      return &judgement->worth.inputs[i];

  return NULL;
}

#define ASSERT_INPUT(judgement, id, low, high) \
  G_STMT_START \
  { \
    const FootholdWorthInput *input = find_input (judgement, id); \
    g_assert_nonnull (input); \
    g_assert_cmpfloat_with_epsilon (input->value.lo, low, 1e-9); \
    g_assert_cmpfloat_with_epsilon (input->value.hi, high, 1e-9); \
  } \
  G_STMT_END

/* The first example of the help page, from rows. */
static void
fill_example (Fixture *self)
{
  FootholdOpportunityRow *row = self->dossier->opportunity;
  const gint64 first = add_goal (self, 1), second = add_goal (self, 2);

  add_target (self, first, "area", "design");
  add_target (self, second, "area", "data-analysis");
  add_target (self, second, "skill", "Ärger");
  for (guint i = 0; i < 4; i++)
    foothold_dossier_add_skill (self->dossier, ((const char *const[]) { "SQL", "ärger", "Python", "Writing" })[i]);
  add_skill (self, "sql", 0, 1);
  add_skill (self, "Ärger", 1, 0);
  add_skill (self, "python", 3, 0);
  add_skill (self, "writing", 2, 0);
  add_want (self, 7);
  add_want (self, 8);
  add_answer (self, "want/7", "yes");
  add_answer (self, "want/8", "no");
  row->area = g_strdup ("data-analysis");
  row->supervisor = g_strdup ("Ada");
  row->check_ins = 1;
  row->feedback = 1;
  row->conversion = g_strdup ("before");
  row->reference = 1;
  row->showable = g_strdup ("redacted");
  foothold_dossier_add_fact (self->dossier, "resources", "not-said", NULL);
}

static void
test_example (Fixture *self, gconstpointer data)
{
  const FootholdJudgement *judgement;

  fill_example (self);
  judgement = judge (self);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_GOAL_MATCH, 0.8, 0.8);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_WANTED_SKILLS, 0.5, 0.5);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_WANTS_MET, 0.5, 0.5);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_NEWNESS, 1, 1);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_RESOURCES, 0, 1);
  g_assert_cmpfloat_with_epsilon (judgement->worth.scores[FOOTHOLD_WORTH_ALIGNMENT].lo, 0.635, 1e-9);
  g_assert_cmpuint (judgement->worth.overall.n_known, ==, 10);
  g_assert_cmpuint (judgement->worth.overall.n_asked, ==, 11);
  g_assert_cmpuint (judgement->worth.n_not_said, ==, 1);
  g_assert_cmpuint (judgement->n_skills_asked, ==, 4);
  g_assert_cmpuint (judgement->n_skills_had, ==, 3);
}

/* A fact that is stated without a value says that there is none; of a place it would say nothing. */
static void
test_none (Fixture *self, gconstpointer data)
{
  fill_example (self);
  g_clear_pointer (&self->dossier->opportunity->supervisor, g_free);
  ASSERT_INPUT (judge (self), FOOTHOLD_WORTH_SUPERVISOR, 0, 1);
  foothold_dossier_add_fact (self->dossier, "supervisor", "stated", "mail");
  foothold_dossier_add_fact (self->dossier, "resources", "stated", NULL);
  foothold_dossier_add_fact (self->dossier, "location", "stated", "mail");
  ASSERT_INPUT (judge (self), FOOTHOLD_WORTH_SUPERVISOR, 0, 0);
  ASSERT_INPUT (judge (self), FOOTHOLD_WORTH_RESOURCES, 0, 0);
  g_assert_cmpuint (judge (self)->worth.overall.n_known, ==, 11);
  g_assert_cmpstr (foothold_dossier_knowledge (self->dossier, "supervisor", NULL), ==, "none");
  g_assert_cmpstr (foothold_dossier_knowledge (self->dossier, "location", NULL), ==, "not-looked-at");
}

/* Nothing is known of an empty opportunity, and nothing of a person who said nothing. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  const FootholdJudgement *judgement = judge (self);

  g_assert_false (judgement->worth.has_goal);
  g_assert_cmpuint (judgement->worth.overall.n_known, ==, 0);
  g_assert_cmpfloat (judgement->worth.overall.lo, ==, 0);
  g_assert_cmpfloat_with_epsilon (judgement->worth.overall.hi, 1, 1e-9);
  g_assert_cmpuint (judgement->clarity.score, ==, 0);
  g_assert_cmpuint (judgement->warnings->len, ==, 0);

  add_goal (self, 1);
  foothold_dossier_add_skill (self->dossier, "SQL");
  judgement = judge (self);
  g_assert_true (judgement->worth.has_goal);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_WANTED_SKILLS, 0, 1);
  ASSERT_INPUT (judgement, FOOTHOLD_WORTH_GOAL_MATCH, 0, 1);

  /* Who wants one skill has said of the others that they are not. */
  add_skill (self, "Python", GINT64_UNKNOWN, 1);
  ASSERT_INPUT (judge (self), FOOTHOLD_WORTH_WANTED_SKILLS, 0, 0);
}

/* Ranks with a gap count as they follow each other. */
static void
test_ranks (Fixture *self, gconstpointer data)
{
  const gint64 last = add_goal (self, 9), first = add_goal (self, 3);

  add_target (self, last, "industry", "energy");
  add_target (self, first, "area", "design");
  self->dossier->opportunity->area = g_strdup ("content");
  self->dossier->opportunity->industry = g_strdup ("energy");
  ASSERT_INPUT (judge (self), FOOTHOLD_WORTH_GOAL_MATCH, 0.8, 0.8);
}

static void
test_weights (Fixture *self, gconstpointer data)
{
  const FootholdJudgement *judgement;

  self->dossier->opportunity->feedback = 1;
  add_weight (self, "learning", 0);
  add_weight (self, "growth", 3000);
  add_weight (self, "nonsense", 5);
  judgement = judge (self);
  g_assert_cmpfloat (judgement->worth.overall.lo, ==, 0);
  g_assert_cmpfloat_with_epsilon (foothold_judge_get_weights (self->judge)->growth, 3.0 / 3.4, 1e-9);

  /* A group of which nothing is left is ours again. */
  add_weight (self, "alignment", 0);
  add_weight (self, "growth", 0);
  judge (self);
  g_assert_cmpfloat_with_epsilon (foothold_judge_get_weights (self->judge)->growth, 0.25, 1e-9);

  for (guint i = 0; foothold_judging_weight_parts[i] != NULL; i++)
    {
      FootholdWorthWeights weights = foothold_worth_default_weights;

      g_assert_nonnull (foothold_judging_find_weight (&weights, foothold_judging_weight_parts[i]));
    }
}

static void
test_children (Fixture *self, gconstpointer data)
{
  const FootholdCase given = foothold_case_of (self->dossier, self->answers, NULL);
  const FootholdFacts facts = foothold_case_get_facts (&given);

  g_assert_cmpint (foothold_facts_knowledge (&facts, "deliverables"), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  g_assert_cmpint (foothold_facts_knowledge (&facts, "acceptance"), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  foothold_dossier_add_deliverable (self->dossier, "Map", "It prints on A3", NULL);
  g_assert_cmpint (foothold_facts_knowledge (&facts, "deliverables"), ==, FOOTHOLD_FACT_STATED);
  g_assert_cmpint (foothold_facts_knowledge (&facts, "acceptance"), ==, FOOTHOLD_FACT_STATED);
  g_assert_cmpint (foothold_facts_knowledge (&facts, "due_on"), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  foothold_dossier_add_deliverable (self->dossier, "Legend", NULL, "2099-01-04");
  g_assert_cmpint (foothold_facts_knowledge (&facts, "acceptance"), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  g_assert_cmpint (foothold_facts_knowledge (&facts, "due_on"), ==, FOOTHOLD_FACT_STATED);
  foothold_dossier_add_skill (self->dossier, "SQL");
  g_assert_cmpint (foothold_facts_knowledge (&facts, "skills"), ==, FOOTHOLD_FACT_STATED);

  g_assert_cmpint (foothold_facts_knowledge (&facts, "unpaid/training"), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  add_answer (self, "unpaid/training", "no");
  g_assert_cmpint (foothold_facts_answer (&facts, "unpaid/training"), ==, FOOTHOLD_ANSWER_NO);
}

/* A sign that is seen may be explained; one that only a person sees is told. */
static void
test_warnings (Fixture *self, gconstpointer data)
{
  const FootholdRuleFile *rules;

  self->dossier->opportunity->cost_fees = 5000;
  g_assert_cmpuint (judge (self)->warnings->len, ==, 1);
  add_answer (self, "warning-signs/fee", "no");
  g_assert_cmpuint (judge (self)->warnings->len, ==, 0);

  rules = foothold_judge_get_warning_rules (self->judge);
  for (guint i = 0; i < rules->items->len; i++)
    {
      const FootholdRuleItem *item = g_ptr_array_index (rules->items, i);
      g_autofree char *name = g_strconcat ("warning-signs/", item->id, NULL);

      if (!foothold_warning_sign_is_for_person (item))
        continue;
      add_answer (self, name, "yes");
      g_assert_cmpuint (judge (self)->warnings->len, ==, 1);
      g_assert_null (g_array_index (self->judgement.warnings, FootholdWarning, 0).field);
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/judging/example", Fixture, NULL, set_up, test_example, tear_down);
  g_test_add ("/judging/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/judging/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/judging/ranks", Fixture, NULL, set_up, test_ranks, tear_down);
  g_test_add ("/judging/weights", Fixture, NULL, set_up, test_weights, tear_down);
  g_test_add ("/judging/children", Fixture, NULL, set_up, test_children, tear_down);
  g_test_add ("/judging/warnings", Fixture, NULL, set_up, test_warnings, tear_down);
  return g_test_run ();
}
