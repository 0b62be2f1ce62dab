// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-comparison.h"

#include "model/foothold-field-text.h"
#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "rules/foothold-load.h"
#include "store/foothold-expiry.h"

#include <glib/gi18n.h>

/* Farther off the time that is left is said as the date, which stands there already. */
#define DAYS_COUNTED 14

typedef void (*Say) (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value);

enum
{
  GROUP_WORTH,
  GROUP_WORK,
  GROUP_PAY,
  GROUP_SUPPORT,
  GROUP_MORE,
};

static const char *const groups[] = {
  [GROUP_WORTH] = N_ ("Is It Worth It?"),      [GROUP_WORK] = N_ ("The Work"),   [GROUP_PAY] = N_ ("Pay"),
  [GROUP_SUPPORT] = N_ ("What Comes with It"), [GROUP_MORE] = N_ ("More Facts"),
};

static void
say_range (const FootholdRange *range, gboolean is, FootholdComparedValue *value)
{
  value->lo = is ? range->lo : 0;
  value->hi = is ? range->hi : 1;
  if (is)
    value->text = foothold_format_range (range->lo, range->hi);
}

static void
say_overall (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  const FootholdWorth *worth = &appraisal->judgement.worth;

  say_range (&worth->overall, worth->has_overall, value);
}

static void
say_alignment (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  const FootholdWorth *worth = &appraisal->judgement.worth;

  say_range (&worth->scores[FOOTHOLD_WORTH_ALIGNMENT], worth->has_goal, value);
}

static void
say_learning (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  say_range (&appraisal->judgement.worth.scores[FOOTHOLD_WORTH_LEARNING], TRUE, value);
}

static void
say_growth (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  say_range (&appraisal->judgement.worth.scores[FOOTHOLD_WORTH_GROWTH], TRUE, value);
}

/* "3 of 5"; nothing where nothing was asked. */
static void
say_share (guint n, guint of, FootholdComparedValue *value)
{
  if (of > 0)
    /* Translators: how many of how many: skills that one has of those asked, facts known of those asked */
    value->text = g_strdup_printf (_ ("%u of %u"), n, of);
}

static void
say_known (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  const FootholdRange *overall = &appraisal->judgement.worth.overall;

  say_share (overall->n_known, overall->n_asked, value);
}

static void
say_clarity (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  say_share (appraisal->judgement.clarity.score, 100, value);
}

static void
say_skills_had (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  say_share (appraisal->judgement.n_skills_had, appraisal->judgement.n_skills_asked, value);
}

/* Counted where at least one question was answered. */
static void
say_wants (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  GPtrArray *wants = foothold_judge_get_wants (appraisal->judge);
  guint n_met = 0, n_answered = 0;

  for (guint i = 0; i < wants->len; i++)
    {
      const FootholdAnswer answer = foothold_case_want (appraisal->given, g_ptr_array_index (wants, i));

      n_met += answer == FOOTHOLD_ANSWER_YES ? 1 : 0;
      n_answered += answer != FOOTHOLD_ANSWER_UNKNOWN ? 1 : 0;
    }
  if (n_answered > 0)
    say_share (n_met, wants->len, value);
}

static void
say_list (GString *list, FootholdComparedValue *value)
{
  if (list->len > 0)
    value->text = g_strdup (list->str);
  g_string_free (list, TRUE);
}

static void
add_to_list (GString *list, const char *text)
{
  if (list->len > 0)
    g_string_append_c (list, '\n');
  g_string_append (list, text);
}

static void
say_warnings (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  GArray *warnings = appraisal->judgement.warnings;
  GString *list = g_string_new (NULL);

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    add_to_list (list, g_array_index (warnings, FootholdWarning, i).item->name);
  if (list->len == 0)
    g_string_append (list, C_ ("warning signs", "none seen"));
  say_list (list, value);
}

static void
say_tags (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < appraisal->tags->len; i++)
    add_to_list (list, g_ptr_array_index (appraisal->tags, i));
  say_list (list, value);
}

/* "7–10 h of your 14 h" with all that is agreed for these weeks, and what that means where it is much. */
static void
say_load (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  const FootholdLoad *load = &appraisal->load;
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const gint64 budget = profile != NULL ? profile->minutes_per_week : GINT64_UNKNOWN;
  g_autofree char *hours = NULL;
  g_autofree char *own = NULL;

  if (!appraisal->has_load)
    return;

  hours = foothold_format_week (load->few + load->others, load->many + load->others);
  if (load->level == FOOTHOLD_LOAD_UNKNOWN)
    {
      value->text = g_steal_pointer (&hours);
      return;
    }
  own = foothold_format_hours (budget, budget);
  switch (load->level)
    {
    case FOOTHOLD_LOAD_TIGHT:
      /* Translators: hours a week that a project takes, and those that the person has */
      value->text = g_strdup_printf (_ ("%s of your %s\ntight"), hours, own);
      break;
    case FOOTHOLD_LOAD_OVER:
      /* Translators: hours a week that a project takes, and those that the person has */
      value->text = g_strdup_printf (_ ("%s of your %s\ntoo much"), hours, own);
      break;
    case FOOTHOLD_LOAD_FINE:
    case FOOTHOLD_LOAD_UNKNOWN:
    default:
      /* Translators: hours a week that a project takes, and those that the person has */
      value->text = g_strdup_printf (_ ("%s of your %s"), hours, own);
      break;
    }
}

static void
say_skills (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < appraisal->given->skills->len; i++)
    add_to_list (list, g_ptr_array_index (appraisal->given->skills, i));
  say_list (list, value);
}

static void
say_deliverables (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < appraisal->given->deliverables->len; i++)
    add_to_list (list, ((const FootholdDeliverableRow *) g_ptr_array_index (appraisal->given->deliverables, i))->title);
  say_list (list, value);
}

static void
say_deadline (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  const FootholdOpportunityRow *row = appraisal->given->opportunity;
  g_autofree char *date = foothold_field_say (row, "apply_by");
  g_autofree char *left = NULL;
  gboolean urgent;
  int days;

  left = foothold_format_deadline (row, now, &urgent);
  if (date == NULL || left == NULL || foothold_expiry_get_date (row) == NULL)
    value->text = g_steal_pointer (&left);
  else if (foothold_days_until (row->apply_by, now, &days) && days >= DAYS_COUNTED)
    value->text = g_steal_pointer (&date);
  else
    value->text = g_strdup_printf ("%s\n%s", date, left);
}

static void
say_pay (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  value->text = foothold_format_pay (appraisal->given->opportunity);
}

static void
say_rate (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  value->text = foothold_format_amounts (&appraisal->rates.listed, appraisal->given->opportunity->currency);
}

static void
say_costs (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  if (appraisal->rates.n_costs_known > 0)
    value->text = foothold_format_money (appraisal->rates.costs, appraisal->given->opportunity->currency);
}

static void
say_payment_facts (const FootholdAppraisal *appraisal, GDateTime *now, FootholdComparedValue *value)
{
  say_share (appraisal->payment.n_known, appraisal->payment.checks->len, value);
}

/*
 * A line is a field, or what @say says; of such a line the field, if it is one, tells whether the posting was looked
 * at. @always: also where nobody knows it.
 */
static const struct
{
  guint group;
  const char *id;
  const char *name; /* NULL: the field's */
  Say say; /* NULL: the field's value */
  gboolean drawn, always;
} facts[] = {
  { GROUP_WORTH, "overall", N_ ("Fit"), say_overall, TRUE, TRUE },
  { GROUP_WORTH, "alignment", N_ ("Alignment"), say_alignment, TRUE, FALSE },
  { GROUP_WORTH, "learning", N_ ("Learning"), say_learning, TRUE, TRUE },
  { GROUP_WORTH, "growth", N_ ("Growth"), say_growth, TRUE, TRUE },
  { GROUP_WORTH, "known", N_ ("Facts known"), say_known, FALSE, TRUE },
  { GROUP_WORTH, "clarity", N_ ("Clarity"), say_clarity, FALSE, TRUE },
  { GROUP_WORTH, "skills-had", N_ ("Skills you have"), say_skills_had, FALSE, TRUE },
  { GROUP_WORTH, "wants", N_ ("What you want"), say_wants, FALSE, TRUE },
  { GROUP_WORTH, "warnings", N_ ("Warning signs"), say_warnings, FALSE, TRUE },
  { GROUP_WORK, "organisation", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "state", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "tags", N_ ("Tags"), say_tags, FALSE, FALSE },
  { GROUP_WORK, "kind", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "area", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "industry", NULL, NULL, FALSE, FALSE },
  { GROUP_WORK, "minutes_min", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "apply_by", NULL, say_deadline, FALSE, TRUE },
  { GROUP_WORK, "start_on", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "end_on", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "load", N_ ("Hours a week"), say_load, FALSE, FALSE },
  { GROUP_WORK, "work_mode", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "location", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "country", NULL, NULL, FALSE, FALSE },
  { GROUP_WORK, "language", NULL, NULL, FALSE, TRUE },
  { GROUP_WORK, "skills", N_ ("Skills asked for"), say_skills, FALSE, TRUE },
  { GROUP_WORK, "deliverables", NULL, say_deliverables, FALSE, TRUE },
  { GROUP_PAY, "pay_kind", N_ ("Fee"), say_pay, FALSE, TRUE },
  { GROUP_PAY, "rate", N_ ("An hour"), say_rate, FALSE, TRUE },
  { GROUP_PAY, "costs", N_ ("Your own costs"), say_costs, FALSE, FALSE },
  { GROUP_PAY, "payment-facts", N_ ("Payment facts known"), say_payment_facts, FALSE, TRUE },
  { GROUP_PAY, "pay_trigger", NULL, NULL, FALSE, FALSE },
  { GROUP_PAY, "pay_due", NULL, NULL, FALSE, FALSE },
  { GROUP_PAY, "pay_method", NULL, NULL, FALSE, FALSE },
  { GROUP_SUPPORT, "supervisor", NULL, NULL, FALSE, TRUE },
  { GROUP_SUPPORT, "check_ins", NULL, NULL, FALSE, TRUE },
  { GROUP_SUPPORT, "support_time", NULL, NULL, FALSE, FALSE },
  { GROUP_SUPPORT, "resources", NULL, NULL, FALSE, FALSE },
  { GROUP_SUPPORT, "feedback", NULL, NULL, FALSE, TRUE },
  { GROUP_SUPPORT, "reference", NULL, NULL, FALSE, TRUE },
  { GROUP_SUPPORT, "introduction", NULL, NULL, FALSE, FALSE },
  { GROUP_SUPPORT, "conversion", NULL, NULL, FALSE, TRUE },
  { GROUP_SUPPORT, "showable", NULL, NULL, FALSE, TRUE },
  { GROUP_MORE, "timeline", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "meetings", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "tools", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "equipment", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "connection", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "eligibility", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "adjustments", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "source", NULL, NULL, FALSE, FALSE },
  { GROUP_MORE, "posted_on", NULL, NULL, FALSE, FALSE },
};

/* (transfer full): what the field @id says, NULL for nothing; of an area or industry of the person's own its name. */
static char *
say_field (const FootholdAppraisal *appraisal, const char *id)
{
  g_autofree char *text = foothold_field_say (appraisal->given->opportunity, id);

  for (guint i = 0; text != NULL && i < appraisal->terms->len; i++)
    {
      const FootholdTermRow *term = g_ptr_array_index (appraisal->terms, i);

      if (g_str_equal (term->list, id) && g_str_equal (term->slug, text))
        return g_strdup (term->name);
    }

  return g_steal_pointer (&text);
}

static gboolean
is_asked_of_posting (const char *id)
{
  const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, id);

  return (field != NULL && field->flags & FOOTHOLD_FIELD_BRIEF) || g_str_equal (id, "skills")
         || g_str_equal (id, "deliverables");
}

static void
compare (FootholdComparedLine *line, guint n, gboolean *known)
{
  *known = FALSE;
  for (guint i = 0; i < n; i++)
    {
      *known = *known || line->values[i].text != NULL;
      line->differs = line->differs || g_strcmp0 (line->values[i].text, line->values[0].text) != 0;
    }
}

static void
clear_line (gpointer data)
{
  FootholdComparedLine *line = data;

  for (guint i = 0; i < FOOTHOLD_COMPARED_MOST; i++)
    g_free (line->values[i].text);
}

FootholdComparison *
foothold_comparison_new (GPtrArray *appraisals, GDateTime *now)
{
  FootholdComparison *self;

  g_return_val_if_fail (appraisals->len >= FOOTHOLD_COMPARED_LEAST && appraisals->len <= FOOTHOLD_COMPARED_MOST, NULL);

  self = g_new0 (FootholdComparison, 1);
  self->n = appraisals->len;
  for (guint i = 0; i < self->n; i++)
    self->rows[i] =
      foothold_row_ref ((gpointer) ((const FootholdAppraisal *) g_ptr_array_index (appraisals, i))->given->opportunity);
  self->lines = g_array_new (FALSE, TRUE, sizeof (FootholdComparedLine));
  g_array_set_clear_func (self->lines, clear_line);
  for (gsize f = 0; f < G_N_ELEMENTS (facts); f++)
    {
      FootholdComparedLine line = { .id = facts[f].id, .drawn = facts[f].drawn };
      gboolean known;

      line.name = facts[f].name != NULL ? _ (facts[f].name) : foothold_field_title (line.id);
      line.group = _ (groups[facts[f].group]);
      for (guint i = 0; i < self->n; i++)
        {
          const FootholdAppraisal *appraisal = g_ptr_array_index (appraisals, i);
          const FootholdFacts given = foothold_case_get_facts (appraisal->given);
          FootholdComparedValue *value = &line.values[i];

          if (facts[f].say != NULL)
            facts[f].say (appraisal, now, value);
          else
            value->text = say_field (appraisal, line.id);
          if (value->text == NULL && foothold_facts_may_be_none (line.id)
              && foothold_facts_is_there (&given, line.id) == FOOTHOLD_ANSWER_NO)
            /* Translators: in place of a fact such as the supervisor: that there is none */
            value->text = g_strdup (C_ ("fact", "none"));
          value->not_said = value->text == NULL && is_asked_of_posting (line.id)
                            && foothold_facts_knowledge (&given, line.id) == FOOTHOLD_FACT_NOT_SAID;
        }
      compare (&line, self->n, &known);
      if (known || facts[f].always)
        g_array_append_val (self->lines, line);
    }

  return self;
}

void
foothold_comparison_free (FootholdComparison *self)
{
  for (guint i = 0; i < self->n; i++)
    foothold_row_unref (self->rows[i]);
  g_array_unref (self->lines);
  g_free (self);
}

const char *
foothold_compared_value_get_text (const FootholdComparedValue *value)
{
  if (value->text != NULL)
    return value->text;

  /* Translators: of a fact: somebody looked, and the posting does not say it */
  return value->not_said ? C_ ("fact", "not said") : FOOTHOLD_UNKNOWN_TEXT;
}

guint
foothold_comparison_count_differences (const FootholdComparison *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += g_array_index (self->lines, FootholdComparedLine, i).differs ? 1 : 0;
  return n;
}

GPtrArray *
foothold_comparison_to_cells (const FootholdComparison *self, gboolean only_differences, guint *n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  *n_columns = self->n + 2;
  g_ptr_array_add (cells, g_strdup (_ ("Fact")));
  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (cells, g_strdup (self->rows[i]->title));
  g_ptr_array_add (cells, g_strdup (_ ("Differs")));
  for (guint l = 0; l < self->lines->len; l++)
    {
      const FootholdComparedLine *line = &g_array_index (self->lines, FootholdComparedLine, l);

      if (only_differences && !line->differs)
        continue;
      g_ptr_array_add (cells, g_strdup (line->name));
      for (guint i = 0; i < self->n; i++)
        g_ptr_array_add (cells, g_strdup (foothold_compared_value_get_text (&line->values[i])));
      g_ptr_array_add (cells, g_strdup (line->differs ? _ ("Yes") : _ ("No")));
    }

  return cells;
}

char *
foothold_comparison_to_text (const FootholdComparison *self, gboolean only_differences)
{
  guint n_columns;
  g_autoptr (GPtrArray) cells = foothold_comparison_to_cells (self, only_differences, &n_columns);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      g_autoptr (GString) cell = g_string_new (g_ptr_array_index (cells, i));

      g_string_replace (cell, "\n", "; ", 0);
      g_string_replace (cell, "\r", "", 0);
      g_string_replace (cell, "\t", " ", 0);
      g_string_append (text, cell->str);
      g_string_append_c (text, (i + 1) % n_columns == 0 ? '\n' : '\t');
    }

  return g_string_free_and_steal (text);
}
