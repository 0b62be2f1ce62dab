// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-application-states.h"

/* Every step PRODUCT names is allowed, and the ones it rules out are not. */

#define ALLOWED FOOTHOLD_APPLICATION_ALLOWED
#define HAS_ENDED FOOTHOLD_APPLICATION_HAS_ENDED
#define NOT_THEIRS FOOTHOLD_APPLICATION_NOT_THEIRS

static const char *const open_states[] = { "draft",       "submitted", "acknowledged", "under-review",
                                           "shortlisted", "interview", "offer" };

static void
check (const char *from, const char *to, const char *before, const char *actor, FootholdApplicationVerdict wanted)
{
  const FootholdApplicationVerdict verdict = foothold_application_check (from, to, before, actor);

  if (verdict != wanted)
    g_error ("%s → %s, before %s, by %s: %d", from, to, before, actor, (int) verdict);
  g_assert_true ((foothold_application_sentence (verdict) == NULL) == (verdict == ALLOWED));
}

static void
test_cases (void)
{
  static const struct
  {
    const char *from, *to, *before, *actor;
    FootholdApplicationVerdict verdict;
  } cases[] = {
    { "submitted", "declined", "draft", "host", ALLOWED },
    { "offer", "declined", "interview", "me", ALLOWED },
    { "draft", "declined", NULL, "me", FOOTHOLD_APPLICATION_NOT_SENT },
    { "draft", "no-answer", NULL, "me", FOOTHOLD_APPLICATION_NOT_SENT },
    { "offer", "no-answer", "interview", "clock", FOOTHOLD_APPLICATION_ANSWERED },
    { "interview", "accepted", "submitted", "me", FOOTHOLD_APPLICATION_NO_OFFER },
    { "draft", "offer-declined", NULL, "me", FOOTHOLD_APPLICATION_NO_OFFER },
    { "offer", "accepted", "interview", "me", ALLOWED },
    { "offer", "offer-declined", "interview", "me", ALLOWED },
    { "draft", "withdrawn", NULL, "me", ALLOWED },
    { "offer", "withdrawn", NULL, "me", ALLOWED },
    /* silence: by the clock or the person's word; a reply, a no among them, ends it */
    { "submitted", "no-answer", "draft", "clock", ALLOWED },
    { "interview", "no-answer", "submitted", "me", ALLOWED },
    { "submitted", "no-answer", "draft", "host", NOT_THEIRS },
    { "no-answer", "interview", "submitted", "host", ALLOWED },
    { "no-answer", "offer", "submitted", "me", ALLOWED },
    { "no-answer", "declined", "submitted", "host", ALLOWED },
    { "no-answer", "withdrawn", "submitted", "me", HAS_ENDED },
    { "no-answer", "accepted", "submitted", "me", HAS_ENDED },
    { "no-answer", "draft", "submitted", "me", HAS_ENDED },
    /* what has ended is opened again to where it was */
    { "declined", "interview", "interview", "me", ALLOWED },
    { "declined", "submitted", "interview", "me", HAS_ENDED },
    { "declined", "withdrawn", "interview", "me", HAS_ENDED },
    { "declined", "no-answer", "no-answer", "me", ALLOWED },
    { "declined", "no-answer", "submitted", "me", HAS_ENDED },
    { "declined", "no-answer", "submitted", "clock", HAS_ENDED },
    { "declined", "no-answer", "no-answer", "clock", HAS_ENDED },
    { "withdrawn", "draft", "draft", "me", ALLOWED },
    { "withdrawn", "submitted", "draft", "me", HAS_ENDED },
    { "accepted", "offer", "offer", "me", ALLOWED },
    { "accepted", "offer-declined", "offer", "me", HAS_ENDED },
    { "accepted", "no-answer", "offer", "clock", HAS_ENDED },
    /* nobody knows where it was, or what is said cannot be */
    { "declined", "interview", NULL, "me", ALLOWED },
    { "declined", "draft", NULL, "me", HAS_ENDED },
    { "declined", "no-answer", NULL, "me", HAS_ENDED },
    { "accepted", "offer", NULL, "me", ALLOWED },
    { "accepted", "offer", "submitted", "me", ALLOWED },
    { "accepted", "submitted", "submitted", "me", HAS_ENDED },
    { "withdrawn", "draft", "nonsense", "me", ALLOWED },
    { "withdrawn", "offer", "declined", "me", ALLOWED },
    /* who does it */
    { "submitted", "interview", "draft", "clock", NOT_THEIRS },
    { "no-answer", "submitted", "submitted", "clock", NOT_THEIRS },
    { "submitted", "declined", "draft", "clock", NOT_THEIRS },
    { "submitted", "withdrawn", "draft", "host", NOT_THEIRS },
    { "offer", "accepted", "interview", "host", NOT_THEIRS },
    { "offer", "offer-declined", "interview", "host", NOT_THEIRS },
    { "submitted", "draft", "draft", "host", NOT_THEIRS },
    { "declined", "submitted", "submitted", "host", ALLOWED },
    { "submitted", "no-answer", "draft", "import", ALLOWED },
    /* no such states */
    { "submitted", "published", NULL, "me", FOOTHOLD_APPLICATION_UNKNOWN },
    { NULL, "submitted", NULL, "me", FOOTHOLD_APPLICATION_UNKNOWN },
    { "submitted", NULL, NULL, "me", FOOTHOLD_APPLICATION_UNKNOWN },
    { "declined", "declined", "offer", "me", ALLOWED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].from, cases[i].to, cases[i].before, cases[i].actor, cases[i].verdict);
}

/* Forth and back among open states; whatever ends can be opened again to where it was, and to nothing else. */
static void
test_every_pair (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (open_states); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (open_states); j++)
        check (open_states[i], open_states[j], NULL, "me", ALLOWED);
      for (guint k = 0; k < foothold_application_states.n_entries; k++)
        {
          const char *exit = foothold_application_states.entries[k].slug;

          if (foothold_application_phase (exit) != FOOTHOLD_APPLICATION_ENDED
              || foothold_application_check (open_states[i], exit, NULL, "me") != ALLOWED)
            continue;
          for (guint l = 0; l < foothold_application_states.n_entries; l++)
            {
              const char *to = foothold_application_states.entries[l].slug;

              if (to != exit)
                check (exit, to, open_states[i], "me", g_str_equal (to, open_states[i]) ? ALLOWED : HAS_ENDED);
            }
        }
    }
}

/* Whom a state waits for. */
static void
test_turn (void)
{
  static const struct
  {
    const char *state;
    gboolean ahead;
    FootholdTurn turn;
  } cases[] = {
    { "draft", FALSE, FOOTHOLD_TURN_ME },          { "submitted", FALSE, FOOTHOLD_TURN_HOST },
    { "acknowledged", FALSE, FOOTHOLD_TURN_HOST }, { "under-review", FALSE, FOOTHOLD_TURN_HOST },
    { "shortlisted", FALSE, FOOTHOLD_TURN_HOST },  { "interview", FALSE, FOOTHOLD_TURN_HOST },
    { "submitted", TRUE, FOOTHOLD_TURN_ME },       { "acknowledged", TRUE, FOOTHOLD_TURN_ME },
    { "under-review", TRUE, FOOTHOLD_TURN_ME },    { "shortlisted", TRUE, FOOTHOLD_TURN_ME },
    { "interview", TRUE, FOOTHOLD_TURN_ME },       { "offer", FALSE, FOOTHOLD_TURN_ME },
    { "accepted", FALSE, FOOTHOLD_TURN_NOBODY },   { "declined", TRUE, FOOTHOLD_TURN_NOBODY },
    { "withdrawn", FALSE, FOOTHOLD_TURN_NOBODY },  { "offer-declined", FALSE, FOOTHOLD_TURN_NOBODY },
    { "no-answer", FALSE, FOOTHOLD_TURN_NOBODY },  { "nonsense", FALSE, FOOTHOLD_TURN_NOBODY },
    { NULL, FALSE, FOOTHOLD_TURN_NOBODY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (foothold_application_turn (cases[i].state, cases[i].ahead), ==, cases[i].turn);
      g_assert_true ((foothold_turn_name (cases[i].turn) == NULL) == (cases[i].turn == FOOTHOLD_TURN_NOBODY));
    }
}

static void
test_words (void)
{
  g_assert_cmpuint (foothold_application_states.n_entries, ==, 12);
  g_assert_cmpstr (foothold_list_lookup (&foothold_application_states, "Rejected")->slug, ==, "declined");
  g_assert_cmpstr (foothold_list_lookup (&foothold_application_states, "declined")->slug, ==, "declined");
  g_assert_cmpstr (foothold_list_lookup (&foothold_application_states, "Offer declined")->slug, ==, "offer-declined");
}

/* The four gates: each alone keeps the door shut, and a reason opens it. */
static void
test_accept (void)
{
  for (guint known = 0; known < 16; known++)
    {
      const FootholdAcceptFacts facts = {
        known & FOOTHOLD_GATE_KIND ? FOOTHOLD_FACT_STATED : FOOTHOLD_FACT_NOT_SAID,
        known & FOOTHOLD_GATE_NET ? FOOTHOLD_FACT_STATED : FOOTHOLD_FACT_NOT_LOOKED_AT,
        known & FOOTHOLD_GATE_TRIGGER ? FOOTHOLD_FACT_STATED : FOOTHOLD_FACT_NOT_SAID,
        known & FOOTHOLD_GATE_WHEN ? FOOTHOLD_FACT_STATED : FOOTHOLD_FACT_NOT_LOOKED_AT,
      };
      const gboolean all = known == 15;
      FootholdGates missing = 99;

      g_assert_cmpint (foothold_accept_check (&facts, NULL, &missing), ==,
                       all ? FOOTHOLD_ACCEPT_ALLOWED : FOOTHOLD_ACCEPT_WANTS_REASON);
      g_assert_cmpuint (missing, ==, 15 & ~known);
      g_assert_cmpint (foothold_accept_check (&facts, " \u00a0\n", NULL), ==,
                       all ? FOOTHOLD_ACCEPT_ALLOWED : FOOTHOLD_ACCEPT_WANTS_REASON);
      g_assert_cmpint (foothold_accept_check (&facts, "I know them well", &missing), ==,
                       all ? FOOTHOLD_ACCEPT_ALLOWED : FOOTHOLD_ACCEPT_OVERRIDDEN);
      g_assert_cmpuint (missing, ==, 15 & ~known);
    }
  g_assert_null (foothold_accept_sentence (FOOTHOLD_ACCEPT_OVERRIDDEN));
  g_assert_nonnull (foothold_accept_sentence (FOOTHOLD_ACCEPT_WANTS_REASON));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application-states/cases", test_cases);
  g_test_add_func ("/application-states/every-pair", test_every_pair);
  g_test_add_func ("/application-states/turn", test_turn);
  g_test_add_func ("/application-states/words", test_words);
  g_test_add_func ("/application-states/accept", test_accept);

  return g_test_run ();
}
