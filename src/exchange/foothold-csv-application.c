// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <string.h>

#include "exchange/foothold-html-text.h"
#include "exchange/foothold-import-csv.h"
#include "exchange/foothold-limits.h"
#include "rules/foothold-application-states.h"
#include "rules/foothold-dates.h"
#include "store/foothold-application-rows.h"

/*
 * What a row of a tracker says of its application: that there is one, its state, what was sent and to whom. When a
 * table knows one date alone, the history has that for all that came before.
 */

/* More is no name of a person. */
#define NAME_LENGTH 80

void
foothold_csv_applying_clear (FootholdCsvApplying *self)
{
  g_clear_pointer (&self->word, g_free);
  g_clear_pointer (&self->applied_on, g_free);
  g_clear_pointer (&self->resume_version, g_free);
  g_clear_pointer (&self->questions, g_free);
  g_clear_pointer (&self->contact, g_free);
  g_clear_pointer (&self->mail, g_free);
  g_clear_pointer (&self->phone, g_free);
}

const char *
foothold_csv_applying_state (const FootholdCsvApplying *self, const FootholdCsvLook *look)
{
  const char *stage = self->word != NULL ? foothold_csv_look_get_stage (look, self->word) : NULL;

  if (stage != NULL)
    return foothold_csv_stage_application (stage);
  if (self->applied_on != NULL || look->part == FOOTHOLD_LINKEDIN_APPLICATIONS)
    return "submitted";

  return self->word != NULL ? "draft" : NULL;
}

/* --- questions and answers --- */

static void
add_answer (FootholdNest *nest, const char *question, const char *answer)
{
  FootholdApplicationAnswerRow *row;
  g_autofree char *asked = foothold_html_to_line (question, -1);
  g_autofree char *answered = answer != NULL ? foothold_html_to_text (answer, -1, FOOTHOLD_HTML_FRAGMENT) : NULL;

  if (*asked == '\0' || nest->parts[FOOTHOLD_PART_APPLICATION_ANSWERS]->len >= FOOTHOLD_LIMIT_CHILDREN)
    return;
  foothold_text_truncate (asked, FOOTHOLD_LIMIT_TITLE);
  if (answered != NULL)
    foothold_text_truncate (answered, FOOTHOLD_LIMIT_TEXT);

  row = foothold_nest_add (nest, FOOTHOLD_PART_APPLICATION_ANSWERS);
  row->question = g_steal_pointer (&asked);
  if (answered != NULL && *answered != '\0')
    row->answer = g_steal_pointer (&answered);
}

/* Where the next question begins: behind a bar or a line's end, with "Q:" before it where all have that. */
static char *
next_question (char *text, gboolean marked)
{
  for (char *at = text; *at != '\0'; at++)
    {
      const char *next = at + 1;

      if (*at != '|' && *at != '\n')
        continue;
      while (g_ascii_isspace (*next) || *next == '|')
        next++;
      if (!marked || g_ascii_strncasecmp (next, "q:", 2) == 0)
        return at;
    }

  return NULL;
}

/* "Q: Where? A: Here.", "Where?: Here", "Where? Here" */
static void
take_pair (FootholdNest *nest, char *text, gboolean marked)
{
  char *answer = NULL;

  if (marked && g_ascii_strncasecmp (text, "q:", 2) == 0)
    text += 2;
  for (char *at = text; marked && *at != '\0' && answer == NULL; at++)
    if (g_ascii_isspace (*at) && g_ascii_strncasecmp (at + 1, "a:", 2) == 0)
      {
        *at = '\0';
        answer = at + 3;
      }
  if (!marked)
    {
      char *end = strchr (text, '?');

      end = end != NULL ? end + 1 : strchr (text, ':');
      if (end != NULL && *end != '\0')
        {
          answer = end + 1;
          if (*end == ' ' || *end == ':')
            *end = '\0';
          else
            answer = NULL;
        }
      while (answer != NULL && (*answer == ':' || g_ascii_isspace (*answer)))
        answer++;
    }
  add_answer (nest, text, answer);
}

static void
take_questions (FootholdNest *nest, const char *questions)
{
  g_autofree char *text = g_strstrip (g_strdup (questions));
  const gboolean marked = g_ascii_strncasecmp (text, "q:", 2) == 0;

  for (char *at = text; at != NULL;)
    {
      char *next = next_question (at, marked);

      if (next != NULL)
        *next++ = '\0';
      take_pair (nest, g_strstrip (at), marked);
      while (next != NULL && (*next == '|' || g_ascii_isspace (*next)))
        next++;
      at = next;
    }
}

/* --- people --- */

static gboolean
is_name (const char *text)
{
  return text != NULL && strlen (text) <= NAME_LENGTH && strpbrk (text, "@/\n0123456789") == NULL;
}

static void
add_person (FootholdDossier *dossier, const FootholdCsvApplying *self)
{
  FootholdPersonRow *person;

  if (self->mail == NULL && self->phone == NULL)
    return;

  person = foothold_row_new (&foothold_person_row_type);
  person->name = g_strdup (is_name (self->contact) ? self->contact : self->mail != NULL ? self->mail : self->phone);
  person->organisation = g_strdup (dossier->opportunity->organisation);
  person->role = g_strdup ("recruiter");
  person->mail = g_strdup (self->mail);
  person->phone = g_strdup (self->phone);
  foothold_text_truncate (person->name, FOOTHOLD_LIMIT_TITLE);
  g_ptr_array_add (dossier->people, person);
}

/* --- the application --- */

/* What the word said more than the state does, or NULL. */
static const char *
more_than (const char *word, const char *state)
{
  const FootholdListEntry *entry = word != NULL ? foothold_list_lookup (&foothold_application_states, word) : NULL;
  g_autofree char *said = word != NULL ? foothold_list_fold (word) : NULL;
  g_autofree char *name = NULL;

  if (word == NULL)
    return NULL;
  if (entry == NULL || strcmp (entry->slug, state) != 0)
    return word;
  name = foothold_list_fold (entry->name);
  return strcmp (said, name) == 0 || foothold_list_find (&foothold_application_states, word) != NULL ? NULL : word;
}

static void
add_history (FootholdNest *nest, gint64 at, const char *from, const char *to, const char *reason)
{
  FootholdApplicationHistoryRow *row = foothold_nest_add (nest, FOOTHOLD_PART_APPLICATION_HISTORY);

  row->at = at;
  row->actor = g_strdup ("import");
  row->from_state = g_strdup (from);
  row->to_state = g_strdup (to);
  row->reason = g_strdup (reason);
}

gboolean
foothold_csv_apply (const FootholdCsvApplying *self, const FootholdCsvLook *look, FootholdDossier *dossier)
{
  const char *state = foothold_csv_applying_state (self, look);
  FootholdApplicationRow *row;
  FootholdNest *nest;
  gboolean sent;
  gint64 at = 0;

  if (state == NULL)
    return FALSE;

  /* one that was withdrawn may never have been sent */
  sent = strcmp (state, "draft") != 0 && (self->applied_on != NULL || strcmp (state, "withdrawn") != 0);
  nest = foothold_dossier_add_application (dossier);
  row = (FootholdApplicationRow *) nest->row;
  g_set_str (&row->state, state);
  if (self->applied_on != NULL)
    {
      /* noon, so that it is the same day nearly everywhere */
      g_autofree char *instant = g_strconcat (self->applied_on, "T12:00:00.000Z", NULL);

      foothold_instant_from_text (instant, &at);
      row->created_at = at;
      if (sent)
        row->sent_on = g_strdup (self->applied_on);
    }
  if (look->part == FOOTHOLD_LINKEDIN_APPLICATIONS)
    row->channel = g_strdup ("portal");
  if (self->resume_version != NULL)
    {
      row->resume_version = foothold_html_to_line (self->resume_version, -1);
      foothold_text_truncate (row->resume_version, FOOTHOLD_LIMIT_TITLE);
    }
  if (self->questions != NULL)
    take_questions (nest, self->questions);
  if (sent)
    add_history (nest, at, NULL, "submitted", strcmp (state, "submitted") == 0 ? more_than (self->word, state) : NULL);
  if (!sent || strcmp (state, "submitted") != 0)
    add_history (nest, at, sent ? "submitted" : NULL, state, more_than (self->word, state));
  add_person (dossier, self);

  return TRUE;
}
