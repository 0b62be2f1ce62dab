// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-judging"

#include "foothold-appraisal.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/foothold-pay-listed.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-tag-store.h"

void
foothold_appraisal_free (FootholdAppraisal *self)
{
  g_clear_pointer (&self->questions, g_array_unref);
  foothold_payment_facts_clear (&self->payment);
  foothold_judgement_clear (&self->judgement);
  g_clear_pointer (&self->floors, g_ptr_array_unref);
  g_clear_pointer (&self->payment_rules, foothold_rule_file_free);
  g_clear_pointer (&self->worth_rules, foothold_rule_file_free);
  g_clear_pointer (&self->unpaid_rules, foothold_rule_file_free);
  g_clear_pointer (&self->suitability_rules, foothold_rule_file_free);
  g_clear_pointer (&self->also_asked_rules, foothold_rule_file_free);
  g_clear_pointer (&self->mail_words, foothold_rule_file_free);
  g_clear_pointer (&self->exchange, foothold_exchange_rates_free);
  g_clear_pointer (&self->profile, foothold_row_unref);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->judge, foothold_judge_unref);
  g_free (self);
}

static gboolean
load_case (FootholdAppraisal *self, FootholdDb *db, gint64 opportunity, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  g_array_append_val (ids, opportunity);
  self->cases = foothold_cases_load (db, ids, error);
  if (self->cases == NULL)
    return FALSE;
  if (self->cases->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This opportunity is not there any more."));
      return FALSE;
    }
  self->given = &((const FootholdLoadedCase *) g_ptr_array_index (self->cases, 0))->given;

  self->tags = foothold_tags_load (db, opportunity, error);
  if (self->tags == NULL)
    return FALSE;
  self->terms = foothold_row_load_all (db, &foothold_term_row_type, error);
  if (self->terms == NULL)
    return FALSE;
  self->profile = foothold_row_load_id (db, &foothold_profile_row_type, 1, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->exchange = foothold_exchange_rates_load (db, error);
  if (self->exchange == NULL)
    return FALSE;
  self->judge = foothold_judge_load (db, error);
  return self->judge != NULL;
}

/* What a country asks about unpaid work it asks of companies (RULES: "for-profit host"). Of a host of which nobody
 * knows what it is, it is asked too. */
static gboolean
is_no_company (const char *organisation_type)
{
  return organisation_type != NULL && !g_str_equal (organisation_type, "company")
         && !g_str_equal (organisation_type, "other");
}

static gboolean
load_rules (FootholdAppraisal *self, GError **error)
{
  const char *country = self->profile != NULL ? ((FootholdProfileRow *) self->profile)->country : NULL;

  self->payment_rules = foothold_rule_file_find ("payment-facts", NULL, NULL, error);
  if (self->payment_rules == NULL)
    return FALSE;
  self->worth_rules = foothold_rule_file_find ("worth-facts", NULL, NULL, error);
  if (self->worth_rules == NULL)
    return FALSE;
  self->unpaid_general = is_no_company (self->given->organisation_type);
  self->unpaid_rules = foothold_rule_file_find ("unpaid", self->unpaid_general ? NULL : country, NULL, error);
  if (self->unpaid_rules == NULL)
    return FALSE;
  self->suitability_rules = foothold_rule_file_find ("suitability", country, NULL, error);
  if (self->suitability_rules == NULL)
    return FALSE;
  self->also_asked_rules = foothold_rule_file_find ("also-asked", country, NULL, error);
  if (self->also_asked_rules == NULL)
    return FALSE;
  self->mail_words = foothold_rule_file_find ("question-mail", NULL, NULL, error);
  if (self->mail_words == NULL)
    return FALSE;
  self->floors = foothold_rule_file_list ("pay-floors", NULL, error);
  return self->floors != NULL;
}

static void
other_clear (gpointer data)
{
  FootholdLoadOther *other = data;

  g_free (other->start_on);
  g_free (other->end_on);
}

/* What accepting it would take of a week, beside all that is agreed and not handed over. */
static gboolean
weigh_load (FootholdAppraisal *self, FootholdDb *db, gint64 opportunity, GError **error)
{
  const FootholdOpportunityRow *row = self->given->opportunity;
  const gint64 budget =
    self->profile != NULL ? ((FootholdProfileRow *) self->profile)->minutes_per_week : GINT64_UNKNOWN;
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (FootholdLoadOther));
  g_autoptr (FootholdStmt) stmt = NULL;

  self->has_load =
    foothold_load_weigh (row->minutes_min, row->minutes_max, row->start_on, row->end_on, budget, &self->load);
  if (!self->has_load)
    return TRUE;

  g_array_set_clear_func (others, other_clear);
  stmt =
    foothold_db_stmt (db,
                      "SELECT minutes, start_on, end_on FROM engagement AS e WHERE opportunity <> :opportunity"
                      " AND state IN ('agreed', 'kick-off-pending', 'active', 'blocked') AND " FOOTHOLD_SHOWN ("e"));
  foothold_stmt_bind_int (stmt, "opportunity", opportunity);
  while (foothold_stmt_next (stmt))
    {
      const FootholdLoadOther other = {
        foothold_stmt_int (stmt, 0),
        g_strdup (foothold_stmt_text (stmt, 1)),
        g_strdup (foothold_stmt_text (stmt, 2)),
      };

      g_array_append_val (others, other);
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  foothold_load_add_others (&self->load, row->start_on, row->end_on, others, budget);
  return TRUE;
}

FootholdAppraisal *
foothold_appraisal_load (FootholdDb *db, gint64 opportunity, GError **error)
{
  g_autoptr (FootholdAppraisal) self = g_new0 (FootholdAppraisal, 1);
  FootholdQuestionRules rules = { NULL };
  const FootholdWorkTime *time = foothold_work_time_get (error);
  FootholdFacts facts;

  if (time == NULL || !load_case (self, db, opportunity, error) || !load_rules (self, error)
      || !weigh_load (self, db, opportunity, error))
    return NULL;

  foothold_judge_case (self->judge, self->given, &self->judgement);
  facts = foothold_case_get_facts (self->given);
  foothold_payment_facts_check (&self->payment, self->payment_rules, &facts);
  foothold_pay_inputs_init (&self->pay);
  foothold_pay_inputs_take_facts (&self->pay, &facts);
  foothold_pay_inputs_settle (&self->pay);
  if (self->profile != NULL)
    self->pay.overrun_permille = ((FootholdProfileRow *) self->profile)->overrun_permille;
  foothold_pay_rates (&self->pay, time, &self->rates);

  rules.clarity = foothold_judge_get_clarity_rules (self->judge);
  rules.worth_facts = self->worth_rules;
  rules.payment_facts = self->payment_rules;
  rules.unpaid = self->unpaid_rules;
  rules.warning_signs = foothold_judge_get_warning_rules (self->judge);
  self->questions = foothold_questions_gather (&rules, &facts, self->given->organisation_type);

  return g_steal_pointer (&self);
}
