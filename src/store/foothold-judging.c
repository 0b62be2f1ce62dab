// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-judging"

#include "foothold-judging.h"

#include "store/foothold-fold.h"

typedef struct
{
  gint64 level;
  gboolean wanted;
} OwnSkill;

struct _FootholdJudge
{
  gatomicrefcount ref_count;
  GPtrArray *goals, *targets, *wants; /* rows */
  GArray *worth_goals; /* FootholdWorthGoal, with slugs of the rows */
  GHashTable *skills; /* folded name → OwnSkill */
  gboolean wants_any_skill;
  FootholdWorthWeights weights;
  const FootholdRuleFile *clarity;
  const FootholdRuleFile *warnings;
};

const char *const foothold_judging_weight_parts[] = {
  "alignment", "learning", "growth",     "goal-match", "wanted-skills", "wants-met", "newness",
  "support",   "feedback", "conversion", "reference",  "showable",      NULL,
};

double *
foothold_judging_find_weight (FootholdWorthWeights *weights, const char *part)
{
  /* in the order of the parts */
  double *const members[] = {
    &weights->alignment,     &weights->learning,   &weights->growth,    &weights->goal_match,
    &weights->wanted_skills, &weights->wants_met,  &weights->newness,   &weights->support,
    &weights->feedback,      &weights->conversion, &weights->reference, &weights->showable,
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (foothold_judging_weight_parts[i], part))
      return members[i];

  return NULL;
}

/* The program's own rules, read once for each country and kept: all judges share them. */
static const FootholdRuleFile *
get_rules (const char *kind, const char *country, GError **error)
{
  static GMutex mutex;
  static GHashTable *kept;
  g_autofree char *key = g_strdup_printf ("%s %s", kind, country != NULL ? country : "");
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  FootholdRuleFile *file;

  if (kept == NULL)
    kept = g_hash_table_new (g_str_hash, g_str_equal);
  file = g_hash_table_lookup (kept, key);
  if (file == NULL)
    {
      file = foothold_rule_file_find (kind, country, NULL, error);
      if (file != NULL)
        g_hash_table_insert (kept, g_steal_pointer (&key), file);
    }

  return file;
}

static OwnSkill *
ensure_skill (FootholdJudge *self, const char *name)
{
  g_autofree char *folded = foothold_fold_name (name);
  OwnSkill *skill = g_hash_table_lookup (self->skills, folded);

  if (skill == NULL)
    {
      skill = g_new (OwnSkill, 1);
      *skill = (OwnSkill) { GINT64_UNKNOWN, FALSE };
      g_hash_table_insert (self->skills, g_steal_pointer (&folded), skill);
    }

  return skill;
}

/* Wanted by itself, or by a goal that names it. */
static void
take_skills (FootholdJudge *self, GPtrArray *skills)
{
  for (guint i = 0; i < skills->len; i++)
    {
      const FootholdSkillRow *row = g_ptr_array_index (skills, i);

      /* Those that postings brought say nothing about the person. */
      if (row->level == GINT64_UNKNOWN && row->wanted != 1)
        continue;
      *ensure_skill (self, row->name) = (OwnSkill) { row->level, row->wanted == 1 };
      self->wants_any_skill = self->wants_any_skill || row->wanted == 1;
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      const FootholdGoalTargetRow *target = g_ptr_array_index (self->targets, i);

      if (!g_str_equal (target->kind, "skill"))
        continue;
      ensure_skill (self, target->value)->wanted = TRUE;
      self->wants_any_skill = TRUE;
    }
}

/* The slugs of one goal's targets of one kind. */
static const char *const *
collect_targets (FootholdJudge *self, const FootholdGoalRow *goal, const char *kind)
{
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();

  for (guint i = 0; i < self->targets->len; i++)
    {
      const FootholdGoalTargetRow *target = g_ptr_array_index (self->targets, i);

      if (target->goal == goal->row.id && g_str_equal (target->kind, kind))
        g_ptr_array_add (slugs, target->value);
    }
  g_ptr_array_add (slugs, NULL);

  return (const char *const *) g_ptr_array_steal (slugs, NULL);
}

static void
take_goals (FootholdJudge *self)
{
  for (guint i = 0; i < self->goals->len; i++)
    {
      const FootholdGoalRow *row = g_ptr_array_index (self->goals, i);
      /* Ranks may have gaps where a goal was deleted; the order counts. */
      const FootholdWorthGoal goal = { i + 1, collect_targets (self, row, "area"),
                                       collect_targets (self, row, "industry") };

      g_array_append_val (self->worth_goals, goal);
    }
}

static void
take_weights (FootholdJudge *self, GPtrArray *weights)
{
  self->weights = foothold_worth_default_weights;
  for (guint i = 0; i < weights->len; i++)
    {
      const FootholdWeightRow *row = g_ptr_array_index (weights, i);
      double *member = foothold_judging_find_weight (&self->weights, row->part);

      if (member != NULL)
        *member = (double) row->permille / 1000;
    }
  foothold_worth_weights_settle (&self->weights);
  if (!foothold_worth_weights_normalise (&self->weights))
    {
      self->weights = foothold_worth_default_weights;
      foothold_worth_weights_normalise (&self->weights);
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const FootholdGoalRow *left = *(FootholdGoalRow *const *) a;
  const FootholdGoalRow *right = *(FootholdGoalRow *const *) b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return (left->row.id > right->row.id) - (left->row.id < right->row.id);
}

static void
clear_goal (gpointer data)
{
  FootholdWorthGoal *goal = data;

  g_free ((gpointer) goal->areas);
  g_free ((gpointer) goal->industries);
}

static gpointer
ref_row (gconstpointer row, gpointer user_data)
{
  return foothold_row_ref ((gpointer) row);
}

static GPtrArray *
keep_rows (GPtrArray *rows)
{
  GPtrArray *kept = g_ptr_array_copy (rows, ref_row, NULL);

  g_ptr_array_set_free_func (kept, foothold_row_unref);
  return kept;
}

FootholdJudge *
foothold_judge_new (GPtrArray *goals,
                    GPtrArray *targets,
                    GPtrArray *wants,
                    GPtrArray *skills,
                    GPtrArray *weights,
                    const FootholdProfileRow *profile,
                    GError **error)
{
  const char *country = profile != NULL ? profile->country : NULL;
  const FootholdRuleFile *clarity = get_rules ("clarity", country, error);
  const FootholdRuleFile *warnings = clarity != NULL ? get_rules ("warning-signs", country, error) : NULL;
  FootholdJudge *self;

  if (warnings == NULL)
    return NULL;

  self = g_new0 (FootholdJudge, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->clarity = clarity;
  self->warnings = warnings;
  self->goals = keep_rows (goals);
  g_ptr_array_sort (self->goals, compare_ranks);
  self->targets = keep_rows (targets);
  self->wants = keep_rows (wants);
  self->worth_goals = g_array_new (FALSE, FALSE, sizeof (FootholdWorthGoal));
  g_array_set_clear_func (self->worth_goals, clear_goal);
  self->skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  take_skills (self, skills);
  take_goals (self);
  take_weights (self, weights);
  return self;
}

FootholdJudge *
foothold_judge_ref (FootholdJudge *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_judge_unref (FootholdJudge *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->worth_goals);
  g_hash_table_unref (self->skills);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->wants);
  g_free (self);
}

const FootholdWorthWeights *
foothold_judge_get_weights (FootholdJudge *self)
{
  return &self->weights;
}

const FootholdRuleFile *
foothold_judge_get_clarity_rules (FootholdJudge *self)
{
  return self->clarity;
}

const FootholdRuleFile *
foothold_judge_get_warning_rules (FootholdJudge *self)
{
  return self->warnings;
}

GPtrArray *
foothold_judge_get_wants (FootholdJudge *self)
{
  return self->wants;
}

static guint
count_skills (FootholdJudge *self, const FootholdCase *given, FootholdWorthSkill *skills)
{
  guint n_had = 0;

  for (guint i = 0; i < given->skills->len; i++)
    {
      g_autofree char *folded = foothold_fold_name (g_ptr_array_index (given->skills, i));
      const OwnSkill *own = g_hash_table_lookup (self->skills, folded);

      skills[i].level = own != NULL ? own->level : FOOTHOLD_FACT_UNKNOWN;
      /* Who has not said of any skill whether it is wanted has not said it of this one. */
      skills[i].wanted = own != NULL && own->wanted ? FOOTHOLD_ANSWER_YES
                         : self->wants_any_skill    ? FOOTHOLD_ANSWER_NO
                                                    : FOOTHOLD_ANSWER_UNKNOWN;
      n_had += skills[i].level != FOOTHOLD_FACT_UNKNOWN && skills[i].level >= 1;
    }

  return n_had;
}

static void
judge_worth (FootholdJudge *self, const FootholdCase *given, const FootholdFacts *facts, FootholdJudgement *judgement)
{
  g_autofree FootholdWorthSkill *skills = g_new0 (FootholdWorthSkill, given->skills->len + 1);
  g_autofree FootholdAnswer *wants = g_new0 (FootholdAnswer, self->wants->len + 1);
  FootholdWorthInputs inputs = FOOTHOLD_WORTH_INPUTS_INIT;

  judgement->n_skills_asked = given->skills->len;
  judgement->n_skills_had = count_skills (self, given, skills);
  for (guint i = 0; i < self->wants->len; i++)
    wants[i] = foothold_case_want (given, g_ptr_array_index (self->wants, i));
  foothold_worth_inputs_take_facts (&inputs, facts);
  inputs.goals = (const FootholdWorthGoal *) (gpointer) self->worth_goals->data;
  inputs.n_goals = self->worth_goals->len;
  inputs.skills = skills;
  inputs.n_skills = given->skills->len;
  inputs.wants = wants;
  inputs.n_wants = self->wants->len;
  foothold_worth_judge (&inputs, &self->weights, &judgement->worth);
}

static FootholdAnswer
answer_to_sign (const FootholdCase *given, const FootholdRuleItem *item)
{
  g_autofree char *name = NULL;

  if (given->answers == NULL || given->answers->len == 0)
    return FOOTHOLD_ANSWER_UNKNOWN;

  name = g_strconcat ("warning-signs/", item->id, NULL);
  return foothold_case_answer (given, name);
}

static gboolean
has_sign (GArray *warnings, const FootholdRuleItem *item)
{
  for (guint i = 0; i < warnings->len; i++)
    if (g_array_index (warnings, FootholdWarning, i).item == item)
      return TRUE;

  return FALSE;
}

static void
judge_warnings (FootholdJudge *self,
                const FootholdCase *given,
                const FootholdFacts *facts,
                FootholdJudgement *judgement)
{
  judgement->warnings = foothold_warning_signs_see (self->warnings, facts, given->organisation_type);
  for (guint i = judgement->warnings->len; i > 0; i--)
    if (answer_to_sign (given, g_array_index (judgement->warnings, FootholdWarning, i - 1).item) == FOOTHOLD_ANSWER_NO)
      g_array_remove_index (judgement->warnings, i - 1);
  for (guint i = 0; i < self->warnings->items->len; i++)
    {
      const FootholdWarning warning = { .item = g_ptr_array_index (self->warnings->items, i) };

      if (answer_to_sign (given, warning.item) == FOOTHOLD_ANSWER_YES && !has_sign (judgement->warnings, warning.item))
        g_array_append_val (judgement->warnings, warning);
    }
}

void
foothold_judge_case (FootholdJudge *self, const FootholdCase *given, FootholdJudgement *judgement)
{
  const FootholdFacts facts = foothold_case_get_facts (given);

  *judgement = (FootholdJudgement) { 0 };
  judge_worth (self, given, &facts, judgement);
  foothold_clarity_judge (&judgement->clarity, self->clarity, &facts);
  judge_warnings (self, given, &facts, judgement);
}

void
foothold_judgement_clear (FootholdJudgement *self)
{
  foothold_clarity_clear (&self->clarity);
  g_clear_pointer (&self->warnings, g_array_unref);
}
