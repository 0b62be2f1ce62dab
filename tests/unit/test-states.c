// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-states.h"

/* Every step PRODUCT names is allowed, and the ones it rules out are not. */

static void
test_found (void)
{
  const struct
  {
    const char *from, *to, *actor, *reason;
    FootholdStateVerdict verdict;
  } cases[] = {
    { "spotted", "evaluating", "me", NULL, FOOTHOLD_STATE_ALLOWED },
    { "evaluating", "shortlisted", "me", NULL, FOOTHOLD_STATE_ALLOWED },
    { "shortlisted", "applying", "me", NULL, FOOTHOLD_STATE_ALLOWED },
    { "applying", "spotted", "me", NULL, FOOTHOLD_STATE_ALLOWED },
    { "applying", "dropped", "me", "Too far away", FOOTHOLD_STATE_ALLOWED },
    { "applying", "dropped", "me", "  ", FOOTHOLD_STATE_WANTS_REASON },
    { "applying", "dropped", "me", NULL, FOOTHOLD_STATE_WANTS_REASON },
    { "dropped", "spotted", "me", NULL, FOOTHOLD_STATE_ALLOWED },
    { "expired", "spotted", "me", NULL, FOOTHOLD_STATE_ALLOWED },
    { "dropped", "expired", "clock", NULL, FOOTHOLD_STATE_NOT_HERE },
    { "expired", "dropped", "me", "Old", FOOTHOLD_STATE_NOT_HERE },
    { "spotted", "expired", "clock", NULL, FOOTHOLD_STATE_ALLOWED },
    { "spotted", "expired", "me", NULL, FOOTHOLD_STATE_BY_CLOCK },
    { "spotted", "draft", "me", NULL, FOOTHOLD_STATE_UNKNOWN },
    { "spotted", "nonsense", "me", NULL, FOOTHOLD_STATE_UNKNOWN },
    { "dropped", "dropped", "me", NULL, FOOTHOLD_STATE_ALLOWED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FootholdStateVerdict verdict =
        foothold_state_check ("found", cases[i].from, cases[i].to, cases[i].actor, cases[i].reason);

      if (verdict != cases[i].verdict)
        g_error ("%s → %s: %d", cases[i].from, cases[i].to, (int) verdict);
      g_assert_true ((foothold_state_sentence (verdict) == NULL) == (verdict == FOOTHOLD_STATE_ALLOWED));
    }
}

static void
test_written (void)
{
  g_assert_cmpint (foothold_state_check ("written", "draft", "ready", "me", NULL), ==, FOOTHOLD_STATE_ALLOWED);
  g_assert_cmpint (foothold_state_check ("written", "published", "cancelled", "me", NULL), ==,
                   FOOTHOLD_STATE_WANTS_REASON);
  g_assert_cmpint (foothold_state_check ("written", "published", "cancelled", "me", "No budget"), ==,
                   FOOTHOLD_STATE_ALLOWED);
  g_assert_cmpint (foothold_state_check ("written", "draft", "spotted", "me", NULL), ==, FOOTHOLD_STATE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/states/found", test_found);
  g_test_add_func ("/states/written", test_written);

  return g_test_run ();
}
