// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-preparing-words.h"

#include "model/foothold-format-application.h"
#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"
#include "rules/foothold-zone.h"
#include "views/tracker/foothold-interview-people.h"
#include "widgets/foothold-table-print.h"

#include <glib/gi18n.h>

#define N_COLUMNS 2
#define NAME_SHARE 0.36 /* of the width */

static void
append_part (GString *parts, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (parts, "%s%s", parts->len > 0 ? " · " : "", part);
}

/* ---- interviews ---- */

GPtrArray *
foothold_preparing_interviews (const FootholdPreparation *preparation, const char *today)
{
  GPtrArray *interviews = g_ptr_array_new ();
  GPtrArray *all = preparation->dossier->interviews;

  for (guint i = 0; i < all->len; i++)
    {
      FootholdInterviewRow *interview = g_ptr_array_index (all, i);

      if (interview->meets_on == NULL || g_strcmp0 (interview->meets_on, today) >= 0)
        g_ptr_array_add (interviews, interview);
    }
  if (interviews->len == 0 && all->len > 0)
    g_ptr_array_add (interviews, g_ptr_array_index (all, all->len - 1));

  return interviews;
}

char *
foothold_preparing_when (const FootholdInterviewRow *interview)
{
  g_autofree char *day =
    interview->meets_on != NULL ? foothold_format_date_full (interview->meets_on) : g_strdup (_ ("No day yet"));
  g_autofree char *zone = interview->meets_zone != NULL ? foothold_zone_to_text (interview->meets_zone) : NULL;
  g_autofree char *both =
    foothold_format_own_time (interview->meets_on, interview->meets_time, interview->meets_zone, NULL);
  GString *when = g_string_new (day);

  append_part (when, both != NULL ? both : interview->meets_time);
  append_part (when, both == NULL && interview->meets_time != NULL ? zone : NULL);
  return g_string_free (when, FALSE);
}

char *
foothold_preparing_where (const FootholdInterviewRow *interview, GPtrArray *people)
{
  g_autofree char *names = foothold_interview_people_names (people);
  /* Translators: an interview; names of people */
  g_autofree char *with = names != NULL ? g_strdup_printf (_ ("with %s"), names) : NULL;
  g_autoptr (GString) where = g_string_new (NULL);

  append_part (where, interview->kind != NULL ? foothold_list_name (&foothold_interview_kinds, interview->kind) : NULL);
  append_part (where, interview->place);
  append_part (where, interview->url);
  append_part (where, with);
  append_part (where, interview->notes);
  return where->len > 0 ? g_string_free_and_steal (g_steal_pointer (&where)) : NULL;
}

GArray *
foothold_preparing_open (const FootholdInterviewRow *interview, GPtrArray *people)
{
  return foothold_interview_open (&(FootholdInterviewFacts) {
    .day = interview->meets_on,
    .time = interview->meets_time,
    .zone = foothold_zone_is_valid (interview->meets_zone) ? interview->meets_zone : NULL,
    .kind = interview->kind,
    .place = interview->place,
    .url = interview->url,
    .n_people = people->len,
  });
}

const char *
foothold_preparing_open_name (FootholdInterviewOpen open)
{
  switch (open)
    {
    case FOOTHOLD_OPEN_DAY:
      return _ ("The day");
    case FOOTHOLD_OPEN_TIME:
      return _ ("The time of day");
    case FOOTHOLD_OPEN_ZONE:
      return _ ("Whose time zone it is");
    case FOOTHOLD_OPEN_PLACE:
      return _ ("The place");
    case FOOTHOLD_OPEN_LINK:
      return _ ("The link or number");
    case FOOTHOLD_OPEN_WHERE:
      return _ ("How and where you meet");
    case FOOTHOLD_OPEN_PEOPLE:
      return _ ("Who takes part");
    default:
      g_assert_not_reached ();
    }
}

/* ---- stories ---- */

static void
append_line (GString *text, const char *name, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (name != NULL)
    /* Translators: a part of a story, such as “Situation”, and what one wrote about it */
    g_string_append_printf (text, C_ ("story", "%1$s: %2$s"), name, words);
  else
    g_string_append (text, words);
}

char *
foothold_preparing_story (const FootholdStoryRow *story)
{
  GString *text = g_string_new (NULL);

  append_line (text, NULL, story->title);
  append_line (text, _ ("Situation"), story->situation);
  append_line (text, _ ("Task"), story->task);
  append_line (text, _ ("Action"), story->action);
  append_line (text, _ ("Result"), story->result);
  return g_string_free (text, FALSE);
}

/* ---- questions to the host ---- */

char *
foothold_preparing_item (const FootholdQuestion *question)
{
  return g_strconcat (question->kind, "/", question->item->id, NULL);
}

static gboolean
is_among_lines (const FootholdPreparation *preparation, const FootholdQuestion *question)
{
  g_autofree char *item = foothold_preparing_item (question);

  for (guint i = 0; i < preparation->host_questions->len; i++)
    if (g_strcmp0 (((FootholdHostQuestionRow *) g_ptr_array_index (preparation->host_questions, i))->item, item) == 0)
      return TRUE;

  return FALSE;
}

GPtrArray *
foothold_preparing_left_open (const FootholdPreparation *preparation, guint *n_unseen)
{
  GPtrArray *open = g_ptr_array_new ();
  GArray *questions = preparation->appraisal->questions;

  *n_unseen = 0;
  for (guint i = 0; i < questions->len; i++)
    {
      FootholdQuestion *question = &g_array_index (questions, FootholdQuestion, i);

      if (is_among_lines (preparation, question))
        continue;
      if (question->asked)
        g_ptr_array_add (open, question);
      else
        (*n_unseen)++;
    }

  return open;
}

/* ---- all of it ---- */

static void
add_cells (GPtrArray *cells, const char *what, const char *known)
{
  g_ptr_array_add (cells, g_strdup (what));
  g_ptr_array_add (cells, g_strdup (known != NULL ? known : ""));
}

static void
add_interviews (const FootholdPreparation *preparation, const char *today, GPtrArray *cells)
{
  g_autoptr (GPtrArray) interviews = foothold_preparing_interviews (preparation, today);

  for (guint i = 0; i < interviews->len; i++)
    {
      const FootholdInterviewRow *interview = g_ptr_array_index (interviews, i);
      g_autoptr (GPtrArray) people = foothold_application_dossier_get_people (preparation->dossier, interview->row.id);
      g_autofree char *when = foothold_preparing_when (interview);
      g_autofree char *where = foothold_preparing_where (interview, people);
      g_autoptr (GArray) open = foothold_preparing_open (interview, people);

      add_cells (cells, when, where);
      for (guint k = 0; k < open->len; k++)
        add_cells (cells, foothold_preparing_open_name (g_array_index (open, FootholdInterviewOpen, k)),
                   _ ("Not confirmed yet"));
    }
}

GPtrArray *
foothold_preparing_cells (const FootholdPreparation *preparation, GPtrArray *questions, const char *today)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  guint n_unseen;
  g_autoptr (GPtrArray) open = foothold_preparing_left_open (preparation, &n_unseen);

  add_interviews (preparation, today, cells);
  for (guint i = 0; i < questions->len; i++)
    {
      const FootholdLikelyQuestion *question = g_ptr_array_index (questions, i);
      const FootholdStoryRow *story = foothold_preparation_find_story (preparation, question->key);
      g_autofree char *told = story != NULL ? foothold_preparing_story (story) : NULL;

      add_cells (cells, question->text, told);
    }
  for (guint i = 0; i < preparation->host_questions->len; i++)
    {
      const FootholdHostQuestionRow *row = g_ptr_array_index (preparation->host_questions, i);
      g_autofree char *day = row->asked_on != NULL ? foothold_format_day (row->asked_on) : NULL;
      /* Translators: when a question was put to the host; %s is a day */
      g_autofree char *asked = day != NULL ? g_strdup_printf (_ ("Asked on %s"), day) : NULL;

      add_cells (cells, row->text, asked != NULL ? asked : _ ("To ask"));
    }
  for (guint i = 0; i < open->len; i++)
    add_cells (cells, ((FootholdQuestion *) g_ptr_array_index (open, i))->item->question, _ ("To ask"));

  return cells;
}

char *
foothold_preparing_text (GPtrArray *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i + 1 < cells->len; i += N_COLUMNS)
    {
      const char *known = g_ptr_array_index (cells, i + 1);

      g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (cells, i));
      if (*known != '\0')
        g_string_append_printf (text, "%s\n", known);
    }

  return g_string_free (text, FALSE);
}

GtkPrintOperation *
foothold_preparing_print (const FootholdPreparation *preparation, GPtrArray *cells)
{
  static const double shares[N_COLUMNS] = { NAME_SHARE, 1 - NAME_SHARE };
  const FootholdApplicationRow *application = preparation->dossier->application;
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func (g_free);
  const char *intro[] = { application->title, application->organisation, NULL };

  add_cells (table, _ ("Question"), _ ("Story or Answer"));
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (table, g_strdup (g_ptr_array_index (cells, i)));
  return foothold_table_print_new (&(FootholdTablePrint) {
    .job_name = _ ("Interview"),
    .cells = table,
    .n_columns = N_COLUMNS,
    .shares = shares,
    .intro = intro,
    .whole = TRUE,
  });
}
