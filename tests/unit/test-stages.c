// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-stages.h"

/* The columns of the tracker: where an application shows, what a move makes of it, and which columns will do. */

#define FIVE foothold_default_stages, FOOTHOLD_N_STAGES

static const FootholdStage *
stage (const char *id)
{
  for (guint i = 0; i < FOOTHOLD_N_STAGES; i++)
    if (g_str_equal (foothold_default_stages[i].id, id))
      return &foothold_default_stages[i];

  g_error ("%s is no column", id);
}

static void
test_default (void)
{
  static const char *const shown[][2] = {
    { "draft", "preparing" },     { "submitted", "sent" },    { "acknowledged", "sent" },   { "under-review", "sent" },
    { "shortlisted", "talking" }, { "interview", "talking" }, { "offer", "offer" },         { "accepted", "done" },
    { "declined", "done" },       { "withdrawn", "done" },    { "offer-declined", "done" }, { "no-answer", "done" },
  };
  g_autofree char *sentence = NULL;

  g_assert_cmpint (foothold_stages_check (FIVE, &sentence), ==, FOOTHOLD_STAGES_GOOD);
  g_assert_null (sentence);
  g_assert_cmpuint (G_N_ELEMENTS (shown), ==, foothold_application_states.n_entries);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const int at = foothold_stage_find (FIVE, NULL, shown[i][0]);

      g_assert_cmpstr (foothold_default_stages[at].id, ==, shown[i][1]);
    }
  g_assert_cmpstr (foothold_stage_name (stage ("talking")), ==, "Talking");
}

/* Its own column when that holds the state, else the first, else one of a kind that fits, else the last. */
static void
test_find (void)
{
  static const char *const a[] = { "submitted", "interview", NULL };
  static const char *const b[] = { "submitted", NULL };
  static const char *const c[] = { "draft", NULL };
  static const FootholdStage stages[] = {
    { "a", "A", FOOTHOLD_STAGE_OPEN, a },    { "b", "B", FOOTHOLD_STAGE_WAITING, b },
    { "c", "C", FOOTHOLD_STAGE_WAITING, c }, { "d", "D", FOOTHOLD_STAGE_LOST, c },
    { "e", "E", FOOTHOLD_STAGE_OPEN, b },
  };

  g_assert_cmpint (foothold_stage_find (stages, 5, "b", "submitted"), ==, 1);
  g_assert_cmpint (foothold_stage_find (stages, 5, "e", "submitted"), ==, 4);
  g_assert_cmpint (foothold_stage_find (stages, 5, NULL, "submitted"), ==, 0);
  g_assert_cmpint (foothold_stage_find (stages, 5, "b", "interview"), ==, 0);
  g_assert_cmpint (foothold_stage_find (stages, 5, "gone", "draft"), ==, 2);
  g_assert_cmpint (foothold_stage_find (stages, 5, "b", "acknowledged"), ==, 2);
  g_assert_cmpint (foothold_stage_find (stages, 5, "b", "offer"), ==, 4);
  g_assert_cmpint (foothold_stage_find (stages, 5, NULL, "withdrawn"), ==, 3);
  g_assert_cmpint (foothold_stage_find (stages, 5, NULL, "accepted"), ==, 3);
  g_assert_cmpint (foothold_stage_find (stages, 3, NULL, "no-answer"), ==, 2);
  g_assert_cmpint (foothold_stage_find (stages, 5, NULL, "nonsense"), ==, 4);
  g_assert_cmpint (foothold_stage_find (stages, 5, NULL, NULL), ==, 4);
  g_assert_cmpint (foothold_stage_find (stages, 0, "a", "submitted"), ==, -1);
}

static void
test_enter (void)
{
  static const struct
  {
    const char *id, *from, *before, *state;
    FootholdApplicationVerdict verdict;
  } cases[] = {
    { "sent", "draft", NULL, "submitted", FOOTHOLD_APPLICATION_ALLOWED },
    { "sent", "under-review", "submitted", "under-review", FOOTHOLD_APPLICATION_ALLOWED },
    { "talking", "submitted", "draft", "interview", FOOTHOLD_APPLICATION_ALLOWED },
    { "offer", "interview", "submitted", "offer", FOOTHOLD_APPLICATION_ALLOWED },
    { "preparing", "offer", "interview", "draft", FOOTHOLD_APPLICATION_ALLOWED },
    { "done", "offer", "interview", "accepted", FOOTHOLD_APPLICATION_ALLOWED },
    { "done", "submitted", "draft", "declined", FOOTHOLD_APPLICATION_ALLOWED },
    { "done", "draft", NULL, "withdrawn", FOOTHOLD_APPLICATION_ALLOWED },
    { "done", "no-answer", "submitted", "no-answer", FOOTHOLD_APPLICATION_ALLOWED },
    { "talking", "no-answer", "submitted", "interview", FOOTHOLD_APPLICATION_ALLOWED },
    { "talking", "declined", "shortlisted", "shortlisted", FOOTHOLD_APPLICATION_ALLOWED },
    { "sent", "declined", "shortlisted", NULL, FOOTHOLD_APPLICATION_HAS_ENDED },
    { "preparing", "no-answer", "submitted", NULL, FOOTHOLD_APPLICATION_HAS_ENDED },
    { "sent", "nonsense", NULL, NULL, FOOTHOLD_APPLICATION_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *state = "?";

      g_assert_cmpint (foothold_stage_enter (stage (cases[i].id), cases[i].from, cases[i].before, "me", &state), ==,
                       cases[i].verdict);
      g_assert_cmpstr (state, ==, cases[i].state);
    }
}

/* What is offered to a person who moves a card to where several things may have happened. */
static void
test_choices (void)
{
  g_autofree const char **sent = foothold_stage_choices (stage ("done"), "submitted", "draft", "me");
  g_autofree const char **offered = foothold_stage_choices (stage ("done"), "offer", "draft", "me");
  g_autofree const char **ended = foothold_stage_choices (stage ("sent"), "accepted", "offer", "me");
  g_autofree char *sent_words = g_strjoinv (" ", (char **) sent);
  g_autofree char *offered_words = g_strjoinv (" ", (char **) offered);

  g_assert_cmpstr (sent_words, ==, "declined withdrawn no-answer");
  g_assert_cmpstr (offered_words, ==, "accepted declined offer-declined withdrawn");
  g_assert_null (ended[0]);
}

/* Every column that an open application is moved to holds the state it gets. */
static void
test_moves_stay (void)
{
  for (guint k = 0; k < foothold_application_states.n_entries; k++)
    for (guint i = 0; i < FOOTHOLD_N_STAGES; i++)
      {
        const FootholdStage *to = &foothold_default_stages[i];
        const char *state;

        if (foothold_stage_enter (to, foothold_application_states.entries[k].slug, NULL, "me", &state)
            != FOOTHOLD_APPLICATION_ALLOWED)
          continue;
        g_assert_true (foothold_stage_holds (to, state));
        g_assert_cmpint (foothold_stage_find (FIVE, to->id, state), ==, i);
      }
}

static void
check (const FootholdStage *stages, guint n, FootholdStagesVerdict verdict, const char *word)
{
  g_autofree char *sentence = NULL;

  g_assert_cmpint (foothold_stages_check (stages, n, NULL), ==, verdict);
  g_assert_cmpint (foothold_stages_check (stages, n, &sentence), ==, verdict);
  g_assert_nonnull (g_strstr_len (sentence, -1, word));
}

static void
test_check (void)
{
  static const char *const none[] = { NULL };
  static const char *const wrong[] = { "published", NULL };
  static const char *const again[] = { "draft", "offer", NULL };
  FootholdStage stages[FOOTHOLD_N_STAGES + 1];

  for (guint i = 0; i < FOOTHOLD_N_STAGES; i++)
    stages[i] = foothold_default_stages[i];

  check (stages, 0, FOOTHOLD_STAGES_NOT_HELD, "Draft");
  check (stages, 3, FOOTHOLD_STAGES_NOT_HELD, "“Offer”");
  check (stages + 1, 4, FOOTHOLD_STAGES_NOT_HELD, "Draft");

  stages[5] = (FootholdStage) { "own", "Waiting List", FOOTHOLD_STAGE_WAITING, again };
  g_assert_cmpint (foothold_stages_check (stages, 6, NULL), ==, FOOTHOLD_STAGES_GOOD);
  stages[5].states = none;
  check (stages, 6, FOOTHOLD_STAGES_EMPTY, "“Waiting List”");
  stages[5].states = wrong;
  check (stages, 6, FOOTHOLD_STAGES_UNKNOWN, "no such state");
  stages[5].states = again;
  stages[5].name = "TALKING";
  check (stages, 6, FOOTHOLD_STAGES_TWINS, "“TALKING”");
  stages[5].name = "Own";
  stages[5].id = "sent";
  check (stages, 6, FOOTHOLD_STAGES_TWINS, "“Own”");
  stages[5].id = "own";
  stages[5].name = " \u00a0";
  check (stages, 6, FOOTHOLD_STAGES_NAMELESS, "no name");
  stages[5].name = NULL;
  check (stages, 6, FOOTHOLD_STAGES_NAMELESS, "no name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stages/default", test_default);
  g_test_add_func ("/stages/find", test_find);
  g_test_add_func ("/stages/enter", test_enter);
  g_test_add_func ("/stages/choices", test_choices);
  g_test_add_func ("/stages/moves-stay", test_moves_stay);
  g_test_add_func ("/stages/check", test_check);

  return g_test_run ();
}
