// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"
#include "rules/foothold-rule-data.h"

/*
 * One button gathers every open question into one mail. By itself it asks only
 * what somebody looked for and the posting really does not say, and about warning
 * signs that were seen; what nobody has looked at yet is listed, for the person
 * to tick. The language of the mail is that of the rule files it is made from, so
 * that it need not be the language of the session.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *kind; /* of the rule file: "clarity" */
  const FootholdRuleItem *item;
  FootholdKnowledge knowledge; /* not said or not looked at */
  gboolean asked; /* goes into the mail; the person may change it */
} FootholdQuestion;

/* The files that have questions; each may be NULL. */
typedef struct
{
  const FootholdRuleFile *clarity;
  const FootholdRuleFile *worth_facts; /* what the scores are made of and no brief has to say */
  const FootholdRuleFile *payment_facts;
  const FootholdRuleFile *unpaid; /* asked only about work that is stated as unpaid */
  const FootholdRuleFile *warning_signs;
} FootholdQuestionRules;

/*
 * What is open, in the order of asking: the brief, what comes with the work, pay, unpaid work, warning signs.
 * What an earlier question covers is not asked again. An item of the last two
 * that was answered is stated as "unpaid/ID" or "warning-signs/ID".
 * (element-type FootholdQuestion) (transfer full)
 */
GArray *foothold_questions_gather (const FootholdQuestionRules *rules,
                                   const FootholdFacts *facts,
                                   const char *organisation_type);

typedef struct
{
  char *subject;
  char *body;
  guint n_questions;
} FootholdQuestionMail;

/*
 * The mail with the questions that are asked; FALSE when there is none to ask.
 * @words is the file “question-mail”, @title the opportunity's; @to and @sender, the
 * names, may be NULL.
 */
gboolean foothold_question_mail_write (FootholdQuestionMail *self,
                                       const FootholdRuleFile *words,
                                       const GArray *questions,
                                       const char *title,
                                       const char *to,
                                       const char *sender);
void foothold_question_mail_clear (FootholdQuestionMail *self);

/* The sentences the file has to have, ends with NULL. */
extern const char *const foothold_question_mail_words[];

G_END_DECLS
