// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-states"

#include "rules/foothold-stages.h"

#include <glib/gi18n-lib.h>

static const FootholdListEntry kinds[] = {
  { "open", N_ ("In Progress"), NULL },
  { "waiting", N_ ("Waiting for the Host"), NULL },
  { "won", N_ ("Ends Well"), NULL },
  { "lost", N_ ("Ends Otherwise"), NULL },
};

const FootholdList foothold_stage_kinds = { "column kind", kinds, G_N_ELEMENTS (kinds) };

static const FootholdListEntry names[] = {
  { "preparing", N_ ("Preparing"), NULL }, { "sent", N_ ("Sent"), NULL }, { "talking", N_ ("Talking"), NULL },
  { "offer", N_ ("Offer"), NULL },         { "done", N_ ("Done"), NULL },
};

const FootholdList foothold_stage_names = { "column", names, G_N_ELEMENTS (names) };

static const char *const preparing[] = { "draft", NULL };
static const char *const sent[] = { "submitted", "acknowledged", "under-review", NULL };
static const char *const talking[] = { "interview", "shortlisted", NULL };
static const char *const offer[] = { "offer", NULL };
static const char *const done[] = { "accepted", "declined", "offer-declined", "withdrawn", "no-answer", NULL };

const FootholdStage foothold_default_stages[FOOTHOLD_N_STAGES] = {
  { "preparing", NULL, FOOTHOLD_STAGE_OPEN, preparing },
  { "sent", NULL, FOOTHOLD_STAGE_WAITING, sent },
  { "talking", NULL, FOOTHOLD_STAGE_OPEN, talking },
  { "offer", NULL, FOOTHOLD_STAGE_OPEN, offer },
  { "done", NULL, FOOTHOLD_STAGE_WON, done },
};

const char *
foothold_stage_name (const FootholdStage *stage)
{
  return stage->name != NULL ? stage->name : foothold_list_name (&foothold_stage_names, stage->id);
}

gboolean
foothold_stage_holds (const FootholdStage *stage, const char *state)
{
  return state != NULL && g_strv_contains (stage->states, state);
}

/* The kind of column a state belongs in where no column names it. */
static FootholdStageKind
fitting_kind (const char *state)
{
  if (g_strcmp0 (state, "accepted") == 0)
    return FOOTHOLD_STAGE_WON;

  switch (foothold_application_phase (state))
    {
    case FOOTHOLD_APPLICATION_SILENT:
    case FOOTHOLD_APPLICATION_ENDED:
      return FOOTHOLD_STAGE_LOST;
    case FOOTHOLD_APPLICATION_SENT:
      return g_str_equal (state, "interview") || g_str_equal (state, "offer") ? FOOTHOLD_STAGE_OPEN
                                                                              : FOOTHOLD_STAGE_WAITING;
    case FOOTHOLD_APPLICATION_NONE:
    case FOOTHOLD_APPLICATION_PREPARING:
    default:
      return FOOTHOLD_STAGE_OPEN;
    }
}

int
foothold_stage_find (const FootholdStage *stages, guint n_stages, const char *own, const char *state)
{
  const FootholdStageKind kind = fitting_kind (state);
  int holds = -1, fits = -1, ends = -1;

  for (guint i = 0; i < n_stages; i++)
    {
      if (foothold_stage_holds (&stages[i], state))
        {
          if (g_strcmp0 (stages[i].id, own) == 0)
            return (int) i;
          if (holds < 0)
            holds = (int) i;
        }
      if (stages[i].kind == kind)
        fits = (int) i;
      if (stages[i].kind >= FOOTHOLD_STAGE_WON)
        ends = (int) i;
    }

  if (holds >= 0)
    return holds;
  if (fits >= 0)
    return fits;
  return kind >= FOOTHOLD_STAGE_WON && ends >= 0 ? ends : (int) n_stages - 1;
}

const char **
foothold_stage_choices (const FootholdStage *stage, const char *from, const char *before, const char *actor)
{
  const char **choices = g_new0 (const char *, g_strv_length ((char **) stage->states) + 1);
  guint n = 0;

  for (guint i = 0; stage->states[i] != NULL; i++)
    if (foothold_application_check (from, stage->states[i], before, actor) == FOOTHOLD_APPLICATION_ALLOWED)
      choices[n++] = stage->states[i];

  return choices;
}

FootholdApplicationVerdict
foothold_stage_enter (const FootholdStage *stage,
                      const char *from,
                      const char *before,
                      const char *actor,
                      const char **state)
{
  FootholdApplicationVerdict first = FOOTHOLD_APPLICATION_UNKNOWN;

  *state = NULL;
  if (foothold_stage_holds (stage, from))
    {
      *state = from;
      return FOOTHOLD_APPLICATION_ALLOWED;
    }
  for (guint i = 0; stage->states[i] != NULL; i++)
    {
      const FootholdApplicationVerdict verdict = foothold_application_check (from, stage->states[i], before, actor);

      if (verdict == FOOTHOLD_APPLICATION_ALLOWED)
        {
          *state = stage->states[i];
          return verdict;
        }
      if (i == 0)
        first = verdict;
    }

  return first;
}

static FootholdStagesVerdict
complain (char **sentence, FootholdStagesVerdict verdict, char *words)
{
  if (sentence != NULL)
    *sentence = words;
  else
    g_free (words);

  return verdict;
}

static gboolean
is_nameless (const FootholdStage *stage)
{
  const char *at = stage->name;

  if (at == NULL)
    return stage->id == NULL || foothold_list_find (&foothold_stage_names, stage->id) == NULL;
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return *at == '\0';
}

static gboolean
are_twins (const FootholdStage *one, const FootholdStage *other)
{
  g_autofree char *a = g_utf8_casefold (foothold_stage_name (one), -1);
  g_autofree char *b = g_utf8_casefold (foothold_stage_name (other), -1);

  return g_strcmp0 (one->id, other->id) == 0 || g_utf8_collate (a, b) == 0;
}

FootholdStagesVerdict
foothold_stages_check (const FootholdStage *stages, guint n_stages, char **sentence)
{
  if (sentence != NULL)
    *sentence = NULL;

  for (guint i = 0; i < n_stages; i++)
    if (is_nameless (&stages[i]))
      return complain (sentence, FOOTHOLD_STAGES_NAMELESS,
                       g_strdup (_ ("A column has no name yet. Nothing was changed.")));

  for (guint i = 0; i < n_stages; i++)
    {
      const char *name = foothold_stage_name (&stages[i]);

      for (guint j = 0; j < i; j++)
        if (are_twins (&stages[i], &stages[j]))
          return complain (sentence, FOOTHOLD_STAGES_TWINS,
                           /* Translators: the name of a column of the applications. */
                           g_strdup_printf (_ ("Two columns are called “%s”. Nothing was changed."), name));
      if (stages[i].states[0] == NULL)
        return complain (sentence, FOOTHOLD_STAGES_EMPTY,
                         g_strdup_printf (_ ("The column “%s” holds no state, so nothing could ever stand in it. "
                                             "Nothing was changed."),
                                          name));
      for (guint j = 0; stages[i].states[j] != NULL; j++)
        if (foothold_list_find (&foothold_application_states, stages[i].states[j]) == NULL)
          return complain (sentence, FOOTHOLD_STAGES_UNKNOWN,
                           g_strdup (foothold_application_sentence (FOOTHOLD_APPLICATION_UNKNOWN)));
    }

  for (guint k = 0; k < foothold_application_states.n_entries; k++)
    {
      const FootholdListEntry *entry = &foothold_application_states.entries[k];
      gboolean held = FALSE;

      for (guint i = 0; i < n_stages && !held; i++)
        held = foothold_stage_holds (&stages[i], entry->slug);
      if (!held)
        return complain (sentence, FOOTHOLD_STAGES_NOT_HELD,
                         /* Translators: the name of a state of an application. */
                         g_strdup_printf (_ ("No column holds “%s”: choose one for it first. Nothing was changed."),
                                          foothold_list_entry_name (entry)));
    }

  return FOOTHOLD_STAGES_GOOD;
}
