// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-load.h"
#include "rules/foothold-pay-rate.h"
#include "rules/foothold-question-mail.h"
#include "store/foothold-cases.h"
#include "store/foothold-exchange-rates.h"

/*
 * Everything that the rules say about one opportunity, with the rules that said
 * it: what its pages “Worth It?”, “Pay” and “Clarity” show. Made on the reader
 * thread, read on the main thread.
 */

G_BEGIN_DECLS

typedef struct
{
  FootholdJudge *judge;
  GPtrArray *cases; /* holds the rows of given */
  const FootholdCase *given;
  GPtrArray *tags; /* char *, the person's own words on it */
  GPtrArray *terms; /* FootholdTermRow, the person's own areas and industries */
  FootholdRow *profile; /* FootholdProfileRow, or NULL before there is one */
  FootholdExchangeRates *exchange;
  FootholdJudgement judgement;
  FootholdRuleFile *payment_rules; /* payment's checks point into these */
  FootholdRuleFile *worth_rules;
  FootholdRuleFile *unpaid_rules;
  gboolean unpaid_general; /* the host is no company: a country's own rules are not for it */
  FootholdRuleFile *suitability_rules;
  FootholdRuleFile *also_asked_rules;
  FootholdRuleFile *mail_words;
  GPtrArray *floors; /* FootholdRuleFile: references, a country each */
  FootholdPaymentFacts payment;
  FootholdPayInputs pay; /* what rates are made of */
  FootholdPayRates rates;
  gboolean has_load; /* hours and days are known */
  FootholdLoad load; /* of a week, with what else is on then */
  GArray *questions; /* FootholdQuestion */
} FootholdAppraisal;

/* NULL with an error; also where the opportunity is not there any more. */
FootholdAppraisal *foothold_appraisal_load (FootholdDb *db, gint64 opportunity, GError **error);
void foothold_appraisal_free (FootholdAppraisal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdAppraisal, foothold_appraisal_free)

G_END_DECLS
