// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-question-mail.h"

#include <string.h>

#include "rules/foothold-checklist.h"
#include "rules/foothold-warning-signs.h"

const char *const foothold_question_mail_words[] = { "subject",      "greeting", "greeting-named", "opening-one",
                                                     "opening-many", "thanks",   "closing",        NULL };

static gboolean
is_new (GHashTable *covered, const GPtrArray *fields)
{
  gboolean new = FALSE;

  for (guint i = 0; i < fields->len; i++)
    new = g_hash_table_add (covered, g_ptr_array_index (fields, i)) || new;

  return new;
}

/* Items that fields answer: not those whose every open field is asked for already. */
static void
gather_fields (GArray *questions, GHashTable *covered, const FootholdRuleFile *file, const FootholdFacts *facts)
{
  for (guint i = 0; file != NULL && i < file->items->len; i++)
    {
      const FootholdRuleItem *item = g_ptr_array_index (file->items, i);
      const FootholdKnowledge knowledge = foothold_checklist_knowledge (item, facts);
      const FootholdQuestion question = { file->kind, item, knowledge, knowledge == FOOTHOLD_FACT_NOT_SAID };
      g_autoptr (GPtrArray) open = foothold_checklist_open_fields (item, facts);

      if (knowledge != FOOTHOLD_FACT_STATED && is_new (covered, open))
        g_array_append_val (questions, question);
    }
}

static void
gather_item (GArray *questions,
             const char *kind,
             const FootholdRuleItem *item,
             const FootholdFacts *facts,
             gboolean seen)
{
  g_autofree char *key = g_strconcat (kind, "/", item->id, NULL);
  const FootholdKnowledge knowledge = foothold_facts_knowledge (facts, key);
  const FootholdQuestion question = { kind, item, knowledge, seen || knowledge == FOOTHOLD_FACT_NOT_SAID };

  if (knowledge != FOOTHOLD_FACT_STATED)
    g_array_append_val (questions, question);
}

GArray *
foothold_questions_gather (const FootholdQuestionRules *rules,
                           const FootholdFacts *facts,
                           const char *organisation_type)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (FootholdQuestion));
  g_autoptr (GHashTable) covered = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) warnings = NULL;

  gather_fields (questions, covered, rules->clarity, facts);
  gather_fields (questions, covered, rules->worth_facts, facts);
  gather_fields (questions, covered, rules->payment_facts, facts);
  if (rules->unpaid != NULL && g_strcmp0 (foothold_facts_text (facts, "pay_kind"), "unpaid") == 0)
    for (guint i = 0; i < rules->unpaid->items->len; i++)
      gather_item (questions, rules->unpaid->kind, g_ptr_array_index (rules->unpaid->items, i), facts, FALSE);
  if (rules->warning_signs != NULL)
    {
      warnings = foothold_warning_signs_see (rules->warning_signs, facts, organisation_type);
      for (guint i = 0; i < warnings->len; i++)
        gather_item (questions, rules->warning_signs->kind, g_array_index (warnings, FootholdWarning, i).item, facts,
                     TRUE);
    }

  return questions;
}

/* @template with its {names} filled in; what is filled in is not looked into again. */
static void
append_filled (GString *text, const char *template, const char *title, const char *name, const char *sender)
{
  const struct
  {
    const char *mark, *value;
  } marks[] = { { "{title}", title }, { "{name}", name }, { "{sender}", sender } };

  for (const char *at = template; *at != '\0';)
    {
      gboolean filled = FALSE;

      for (guint i = 0; !filled && i < G_N_ELEMENTS (marks); i++)
        if (g_str_has_prefix (at, marks[i].mark))
          {
            g_string_append (text, marks[i].value != NULL ? marks[i].value : "");
            at += strlen (marks[i].mark);
            filled = TRUE;
          }
      if (!filled)
        g_string_append_c (text, *at++);
    }
}

/* A subject is one line, whatever a title has in it. */
static char *
one_line (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_auto (GStrv) words = g_strsplit_set (g_strdelimit (copy, "\r\n\t", ' '), " ", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free (line, FALSE);
}

static const char *
sentence (const FootholdRuleFile *words, const char *id)
{
  const FootholdRuleItem *item = foothold_rule_file_find_item (words, id);

  return item != NULL ? item->text : "";
}

gboolean
foothold_question_mail_write (FootholdQuestionMail *self,
                              const FootholdRuleFile *words,
                              const GArray *questions,
                              const char *title,
                              const char *to,
                              const char *sender)
{
  g_autofree char *short_title = one_line (title);
  g_autofree char *name = to != NULL ? one_line (to) : NULL;
  GString *subject, *body;
  guint n = 0;

  *self = (FootholdQuestionMail) { 0 };
  for (guint i = 0; i < questions->len; i++)
    self->n_questions += g_array_index (questions, FootholdQuestion, i).asked ? 1 : 0;
  if (self->n_questions == 0)
    return FALSE;

  subject = g_string_new (NULL);
  append_filled (subject, sentence (words, "subject"), short_title, name, sender);
  self->subject = g_string_free (subject, FALSE);

  body = g_string_new (NULL);
  append_filled (body, sentence (words, name != NULL && *name != '\0' ? "greeting-named" : "greeting"), short_title,
                 name, sender);
  g_string_append (body, "\n\n");
  append_filled (body, sentence (words, self->n_questions == 1 ? "opening-one" : "opening-many"), short_title, name,
                 sender);
  g_string_append (body, "\n\n");
  for (guint i = 0; i < questions->len; i++)
    {
      const FootholdQuestion *question = &g_array_index (questions, FootholdQuestion, i);

      if (!question->asked)
        continue;
      n++;
      if (self->n_questions > 1)
        g_string_append_printf (body, "%u. ", n);
      g_string_append_printf (body, "%s\n", question->item->question);
    }
  g_string_append_c (body, '\n');
  append_filled (body, sentence (words, "thanks"), short_title, name, sender);
  g_string_append (body, "\n\n");
  append_filled (body, sentence (words, "closing"), short_title, name, sender);
  if (sender != NULL)
    g_string_append_printf (body, "\n%s", sender);
  g_string_append_c (body, '\n');
  self->body = g_string_free (body, FALSE);

  return TRUE;
}

void
foothold_question_mail_clear (FootholdQuestionMail *self)
{
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->body, g_free);
}
