// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "facts-fixture.h"
#include "rules/foothold-clarity.h"
#include "rules/foothold-question-mail.h"
#include "rules/foothold-worth.h"

/* What is clear, which payment facts are there, and the mail that asks for the rest. */

static const char *const english[] = { "C", NULL };
static const char *const german[] = { "de", "C", NULL };

static FootholdRuleFile *
load (const char *kind, const char *country, const char *const *languages)
{
  g_autoptr (GError) error = NULL;
  FootholdRuleFile *file = foothold_rule_file_find (kind, country, languages, &error);

  g_assert_no_error (error);
  return file;
}

static const Fact *
whole_brief (void)
{
  static const Fact table[] = {
    TEXT ("objective", "Know the market"), TEXT ("deliverables", "Report"), TEXT ("acceptance", "Ten pages"),
    TEXT ("end_on", "2026-12-20"),         NUMBER ("minutes_max", 1200),    TEXT ("pay_kind", "fixed"),
    NUMBER ("pay_gross_min", 60000),       TEXT ("tools", "Sheets"),        TEXT ("work_mode", "remote"),
    TEXT ("example", "Last year’s"),       TEXT ("skills", "Writing"),      TEXT ("supervisor", "Ada"),
    TEXT ("support_time", "An hour"),      TEXT ("contacts", "Bob"),        NUMBER ("check_ins", 1),
    TEXT ("files_place", "Drive"),         TEXT ("look_back", "A call"),    END,
  };

  return table;
}

/* Example “worth-clarity” of help/C/worth.page: nine of sixteen, and ten. */
static void
test_example_clarity (void)
{
  g_autoptr (FootholdRuleFile) file = load ("clarity", NULL, english);

  /* the first so many facts answer the first so many items; pay takes two */
  const struct
  {
    guint n_facts, n_known, score;
    gboolean questions_first;
  } cases[] = {
    { 0, 0, 0, TRUE },   { 1, 1, 6, TRUE },     { 6, 5, 31, TRUE },     { 7, 6, 38, TRUE },
    { 10, 9, 56, TRUE }, { 11, 10, 63, FALSE }, { 17, 16, 100, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fact table[18];
      const FootholdFacts facts = facts_of (table);
      FootholdClarity clarity;

      memcpy (table, whole_brief (), cases[i].n_facts * sizeof (Fact));
      table[cases[i].n_facts] = (Fact) END;
      foothold_clarity_judge (&clarity, file, &facts);
      g_assert_cmpuint (clarity.n_known, ==, cases[i].n_known);
      g_assert_cmpuint (clarity.score, ==, cases[i].score);
      g_assert_cmpint (clarity.questions_first, ==, cases[i].questions_first);
      g_assert_cmpuint (clarity.checks->len, ==, 16);
      for (guint j = 0; j < 16; j++)
        g_assert_cmpint (g_array_index (clarity.checks, FootholdCheck, j).knowledge == FOOTHOLD_FACT_STATED, ==,
                         j < clarity.n_known);
      foothold_clarity_clear (&clarity);
    }
}

static FootholdKnowledge
knowledge_of (const FootholdRuleFile *file, const char *id, const Fact *table)
{
  const FootholdFacts facts = facts_of (table);

  return foothold_checklist_knowledge (foothold_rule_file_find_item (file, id), &facts);
}

static void
test_items (void)
{
  g_autoptr (FootholdRuleFile) file = load ("clarity", NULL, english);
  const Fact kind[] = { TEXT ("pay_kind", "fixed"), END };
  const Fact amount[] = { NUMBER ("pay_net", 100), END };
  const Fact both[] = { TEXT ("pay_kind", "results"), NUMBER ("pay_guaranteed", 0), END };
  const Fact unpaid[] = { TEXT ("pay_kind", "unpaid"), END };
  const Fact vague[] = { TEXT ("pay_kind", "unknown"), END };
  const Fact silent[] = { TEXT ("pay_kind", "fixed"), NOT_SAID ("pay_gross_min"), END };
  const Fact on_site[] = { TEXT ("work_mode", "on-site"), END };
  const Fact there[] = { TEXT ("work_mode", "hybrid"), TEXT ("location", "Łódź"), END };
  const Fact remote[] = { TEXT ("work_mode", "remote"), END };
  const Fact due[] = { NOT_SAID ("end_on"), TEXT ("due_on", "2026-12-01"), END };

  g_assert_cmpint (knowledge_of (file, "pay", kind), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  g_assert_cmpint (knowledge_of (file, "pay", amount), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  g_assert_cmpint (knowledge_of (file, "pay", both), ==, FOOTHOLD_FACT_STATED);
  g_assert_cmpint (knowledge_of (file, "pay", unpaid), ==, FOOTHOLD_FACT_STATED);
  g_assert_cmpint (knowledge_of (file, "pay", vague), ==, FOOTHOLD_FACT_NOT_SAID);
  g_assert_cmpint (knowledge_of (file, "pay", silent), ==, FOOTHOLD_FACT_NOT_SAID);
  g_assert_cmpint (knowledge_of (file, "place", on_site), ==, FOOTHOLD_FACT_NOT_LOOKED_AT);
  g_assert_cmpint (knowledge_of (file, "place", there), ==, FOOTHOLD_FACT_STATED);
  g_assert_cmpint (knowledge_of (file, "place", remote), ==, FOOTHOLD_FACT_STATED);
  g_assert_cmpint (knowledge_of (file, "deadline", due), ==, FOOTHOLD_FACT_STATED);
}

static void
test_payment_facts (void)
{
  g_autoptr (FootholdRuleFile) file = load ("payment-facts", NULL, english);
  const Fact nothing[] = { END };
  const Fact some[] = { TEXT ("pay_kind", "fixed"), NUMBER ("pay_gross_min", 60000), TEXT ("pay_due", "14 days"), END };
  const Fact gates[] = { TEXT ("pay_kind", "fixed"), NUMBER ("pay_net", 54000), TEXT ("pay_trigger", "Acceptance"),
                         TEXT ("pay_due", "14 days"), END };
  const Fact vague[] = { TEXT ("pay_kind", "unknown"), END };
  const Fact unpaid[] = { TEXT ("pay_kind", "unpaid"), END };
  const struct
  {
    const Fact *table;
    guint n_known, n_gates_missing;
  } cases[] = { { nothing, 0, 4 }, { some, 3, 2 }, { gates, 4, 0 }, { vague, 0, 4 }, { unpaid, 8, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FootholdFacts facts = facts_of (cases[i].table);
      FootholdPaymentFacts result;

      foothold_payment_facts_check (&result, file, &facts);
      g_assert_cmpuint (result.checks->len, ==, 8);
      g_assert_cmpuint (result.n_known, ==, cases[i].n_known);
      g_assert_cmpuint (result.n_gates_missing, ==, cases[i].n_gates_missing);
      foothold_payment_facts_clear (&result);
    }
}

typedef struct
{
  FootholdRuleFile *clarity, *worth, *payment, *unpaid, *signs, *words;
  FootholdQuestionRules rules;
} Rules;

static void
rules_load (Rules *self, const char *country, const char *const *languages)
{
  self->clarity = load ("clarity", NULL, languages);
  self->worth = load ("worth-facts", NULL, languages);
  self->payment = load ("payment-facts", NULL, languages);
  self->unpaid = load ("unpaid", country, languages);
  self->signs = load ("warning-signs", NULL, languages);
  self->words = load ("question-mail", NULL, languages);
  self->rules = (FootholdQuestionRules) { self->clarity, self->worth, self->payment, self->unpaid, self->signs };
}

static void
rules_clear (Rules *self)
{
  foothold_rule_file_free (self->clarity);
  foothold_rule_file_free (self->worth);
  foothold_rule_file_free (self->payment);
  foothold_rule_file_free (self->unpaid);
  foothold_rule_file_free (self->signs);
  foothold_rule_file_free (self->words);
}

/* "clarity/goal? …": what is asked has a question mark. */
static char *
gathered (const GArray *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const FootholdQuestion *question = &g_array_index (questions, FootholdQuestion, i);

      g_string_append_printf (text, "%s%s/%s%s", i > 0 ? " " : "", question->kind, question->item->id,
                              question->asked ? "?" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_gather (void)
{
  Fact table[32];
  const FootholdFacts facts = facts_of (table);
  Rules rules;
  guint n = 17;
  g_autoptr (GArray) questions = NULL;
  g_autofree char *text = NULL;

  rules_load (&rules, NULL, english);
  memcpy (table, whole_brief (), 18 * sizeof (Fact));
  table[n++] = (Fact) NOT_SAID ("pay_net");
  table[n++] = (Fact) NUMBER ("cost_fees", 100);
  table[n++] = (Fact) NOT_SAID ("feedback");
  table[n++] = (Fact) NUMBER ("reference", 0);
  table[n++] = (Fact) TEXT ("showable", "unknown");
  table[n] = (Fact) END;
  table[0] = (Fact) NOT_SAID ("objective");
  table[9] = (Fact) NUMBER ("unread", 1); /* nobody looked for an example */
  questions = foothold_questions_gather (&rules.rules, &facts, NULL);
  text = gathered (questions);
  g_assert_cmpstr (text, ==,
                   "clarity/goal? clarity/example worth-facts/resources worth-facts/feedback? worth-facts/conversion "
                   "worth-facts/introduction worth-facts/showable? worth-facts/area worth-facts/industry "
                   "payment-facts/net? payment-facts/trigger payment-facts/payer "
                   "payment-facts/when payment-facts/method payment-facts/paperwork warning-signs/fee?");
  rules_clear (&rules);
}

/* Kind and amount are asked once, by the question about pay; the answer to a warning sign ends it. */
static void
test_gather_once (void)
{
  const Fact table[] = { NOT_SAID ("pay_kind"), NOT_SAID ("pay_gross_min"), NUMBER ("cost_fees", 100),
                         TEXT ("warning-signs/fee", "For insurance"), END };
  const FootholdFacts facts = facts_of (table);
  Rules rules;
  g_autoptr (GArray) questions = NULL;
  g_autofree char *text = NULL;

  rules_load (&rules, NULL, english);
  questions = foothold_questions_gather (&rules.rules, &facts, NULL);
  text = gathered (questions);
  g_assert_nonnull (strstr (text, "clarity/pay?"));
  g_assert_nonnull (strstr (text, "payment-facts/net"));
  g_assert_null (strstr (text, "payment-facts/kind"));
  g_assert_null (strstr (text, "payment-facts/gross"));
  g_assert_null (strstr (text, "warning-signs"));
  g_assert_null (strstr (text, "unpaid"));
  rules_clear (&rules);
}

/* Unpaid work brings the questions of the country; none about money is left. */
static void
test_gather_unpaid (void)
{
  const Fact table[] = { TEXT ("pay_kind", "unpaid"), NOT_SAID ("unpaid/training"), TEXT ("unpaid/period", "May"),
                         END };
  const FootholdFacts facts = facts_of (table);
  Rules rules;
  g_autoptr (GArray) questions = NULL;
  g_autofree char *text = NULL;

  rules_load (&rules, "US", english);
  questions = foothold_questions_gather (&rules.rules, &facts, NULL);
  text = gathered (questions);
  g_assert_nonnull (strstr (text, " unpaid/no-pay-agreed unpaid/training? unpaid/studies"));
  g_assert_null (strstr (text, "unpaid/period"));
  g_assert_null (strstr (text, "payment-facts"));
  g_assert_null (strstr (text, "clarity/pay"));
  rules_clear (&rules);
}

static void
test_mail (void)
{
  const Fact table[] = { NOT_SAID ("supervisor"), NOT_SAID ("end_on"), END };
  const FootholdFacts facts = facts_of (table);
  Rules rules;
  g_autoptr (GArray) questions = NULL;
  FootholdQuestionMail mail;

  rules_load (&rules, NULL, english);
  questions = foothold_questions_gather (&rules.rules, &facts, NULL);
  g_assert_true (foothold_question_mail_write (&mail, rules.words, questions, "Map {name}\nRoutes", "Ada Berg",
                                               "Kim Novak"));
  g_assert_cmpuint (mail.n_questions, ==, 2);
  g_assert_cmpstr (mail.subject, ==, "Questions about “Map {name} Routes”");
  g_assert_cmpstr (mail.body, ==,
                   "Hello Ada Berg,\n\n"
                   "I have read about “Map {name} Routes” and would like to apply. There are a few things that I could "
                   "not find in the posting:\n\n"
                   "1. By when do you need the result?\n"
                   "2. Who will supervise my work?\n\n"
                   "A short answer is quite enough. Thank you very much for your time.\n\n"
                   "Kind regards\nKim Novak\n");
  foothold_question_mail_clear (&mail);
  rules_clear (&rules);
}

static void
test_mail_german (void)
{
  const Fact table[] = { NOT_SAID ("supervisor"), END };
  const FootholdFacts facts = facts_of (table);
  Rules rules;
  g_autoptr (GArray) questions = NULL;
  FootholdQuestionMail mail;

  rules_load (&rules, NULL, german);
  questions = foothold_questions_gather (&rules.rules, &facts, NULL);
  g_assert_true (foothold_question_mail_write (&mail, rules.words, questions, "Radwege", NULL, NULL));
  g_assert_cmpstr (mail.body, ==,
                   "Guten Tag,\n\n"
                   "ich habe von „Radwege“ gelesen und möchte mich gern bewerben. Eines konnte ich in der "
                   "Ausschreibung nicht finden:\n\n"
                   "Wer betreut meine Arbeit?\n\n"
                   "Eine kurze Antwort genügt vollkommen. Vielen Dank für Ihre Zeit.\n\n"
                   "Mit freundlichen Grüßen\n");
  foothold_question_mail_clear (&mail);

  /* an unread posting asks nothing, until the person ticks something */
  for (guint i = 0; i < questions->len; i++)
    g_array_index (questions, FootholdQuestion, i).asked = FALSE;
  g_assert_false (foothold_question_mail_write (&mail, rules.words, questions, "Radwege", NULL, NULL));
  g_assert_null (mail.body);
  rules_clear (&rules);
}

static void
test_unread (void)
{
  const Fact table[] = { END };
  const FootholdFacts facts = facts_of (table);
  Rules rules;
  g_autoptr (GArray) questions = NULL;

  rules_load (&rules, NULL, english);
  questions = foothold_questions_gather (&rules.rules, &facts, NULL);
  /* 16 of the brief, 8 of the scores and 6 about pay; kind and gross are in the brief */
  g_assert_cmpuint (questions->len, ==, 30);
  for (guint i = 0; i < questions->len; i++)
    g_assert_false (g_array_index (questions, FootholdQuestion, i).asked);
  rules_clear (&rules);
}

/* Every fact that a score is made of can be asked for: what the judgement marks as not said is in the mail. */
static void
test_scores_asked (void)
{
  static const char *const also[] = { "industry", "introduction" };
  Rules rules;

  rules_load (&rules, NULL, english);
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS + G_N_ELEMENTS (also); id++)
    {
      const char *field =
        id < FOOTHOLD_WORTH_N_INPUTS ? foothold_worth_input_field (id) : also[id - FOOTHOLD_WORTH_N_INPUTS];
      const Fact table[] = { NOT_SAID (field), END };
      const FootholdFacts facts = facts_of (table);
      g_autoptr (GArray) questions = NULL;
      FootholdQuestionMail mail;

      if (field == NULL)
        continue;
      questions = foothold_questions_gather (&rules.rules, &facts, NULL);
      g_assert_true (foothold_question_mail_write (&mail, rules.words, questions, "Routes", NULL, NULL));
      g_assert_cmpuint (mail.n_questions, ==, 1);
      foothold_question_mail_clear (&mail);
    }
  rules_clear (&rules);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/example-clarity", test_example_clarity);
  g_test_add_func ("/questions/items", test_items);
  g_test_add_func ("/questions/payment-facts", test_payment_facts);
  g_test_add_func ("/questions/gather", test_gather);
  g_test_add_func ("/questions/gather-once", test_gather_once);
  g_test_add_func ("/questions/gather-unpaid", test_gather_unpaid);
  g_test_add_func ("/questions/mail", test_mail);
  g_test_add_func ("/questions/mail-german", test_mail_german);
  g_test_add_func ("/questions/unread", test_unread);
  g_test_add_func ("/questions/scores-asked", test_scores_asked);

  return g_test_run ();
}
