// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-interview.h"

#include <string.h>

/* What a question for each skill has in it. */
#define SKILL_MARK "{skill}"

static void
question_free (gpointer data)
{
  FootholdLikelyQuestion *self = data;

  g_free (self->key);
  g_free (self->text);
  g_free (self->hint);
  g_free (self->skill);
  g_free (self);
}

/* @text: (transfer full) */
static void
add (GPtrArray *questions, const char *group, const char *id, char *text, const char *hint, const char *skill)
{
  FootholdLikelyQuestion *question = g_new0 (FootholdLikelyQuestion, 1);

  question->key = g_strconcat (group, "/", id, NULL);
  question->text = text;
  question->hint = g_strdup (hint);
  question->skill = g_strdup (skill);
  g_ptr_array_add (questions, question);
}

/* The first mark in @text becomes @skill; what is filled in is not looked into again. */
static char *
fill_in (const char *text, const char *skill)
{
  const char *mark = strstr (text, SKILL_MARK);
  g_autofree char *before = g_strndup (text, (gsize) (mark - text));

  return g_strconcat (before, skill, mark + strlen (SKILL_MARK), NULL);
}

static gboolean
is_of_skill (const FootholdRuleItem *item)
{
  return strstr (item->question, SKILL_MARK) != NULL;
}

GPtrArray *
foothold_interview_questions (const FootholdRuleFile *rules,
                              const char *area,
                              const char *const *skills,
                              const char *const *folded)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (question_free);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < rules->items->len; i++)
      {
        const FootholdRuleItem *item = g_ptr_array_index (rules->items, i);

        if (pass == 0 && item->areas == NULL && !is_of_skill (item))
          add (questions, "general", item->id, g_strdup (item->question), item->why, NULL);
        if (pass == 1 && item->areas != NULL && area != NULL
            && g_strv_contains ((const char *const *) item->areas, area))
          add (questions, "area", item->id, g_strdup (item->question), item->why, NULL);
        for (guint k = 0; pass == 2 && is_of_skill (item) && skills[k] != NULL; k++)
          add (questions, "skill", folded[k], fill_in (item->question, skills[k]), item->why, skills[k]);
      }

  return questions;
}

static gboolean
is_kind (const FootholdInterviewFacts *facts, const char *kind)
{
  return g_strcmp0 (facts->kind, kind) == 0;
}

static void
add_open (GArray *open, FootholdInterviewOpen what, gboolean missing)
{
  if (missing)
    g_array_append_val (open, what);
}

GArray *
foothold_interview_open (const FootholdInterviewFacts *facts)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (FootholdInterviewOpen));
  const gboolean nowhere = facts->place == NULL && facts->url == NULL;
  const gboolean from_afar = is_kind (facts, "phone") || is_kind (facts, "video");
  const gboolean at_home = is_kind (facts, "task");

  add_open (open, FOOTHOLD_OPEN_DAY, facts->day == NULL);
  add_open (open, FOOTHOLD_OPEN_TIME, facts->time == NULL);
  add_open (open, FOOTHOLD_OPEN_ZONE, from_afar && facts->time != NULL && facts->zone == NULL);
  add_open (open, FOOTHOLD_OPEN_PLACE, is_kind (facts, "on-site") && facts->place == NULL);
  add_open (open, FOOTHOLD_OPEN_LINK, from_afar && nowhere);
  add_open (open, FOOTHOLD_OPEN_WHERE, !from_afar && !at_home && !is_kind (facts, "on-site") && nowhere);
  add_open (open, FOOTHOLD_OPEN_PEOPLE, !at_home && facts->n_people == 0);
  return open;
}
