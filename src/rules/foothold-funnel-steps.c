// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-funnel-steps.h"

#include "rules/foothold-application-states.h"

gboolean
foothold_funnel_step_of_state (const char *state, FootholdFunnelStep *step)
{
  static const struct
  {
    const char *state;
    FootholdFunnelStep step;
  } steps[] = {
    { "submitted", FOOTHOLD_FUNNEL_SUBMITTED },  { "acknowledged", FOOTHOLD_FUNNEL_SUBMITTED },
    { "no-answer", FOOTHOLD_FUNNEL_SUBMITTED },  { "under-review", FOOTHOLD_FUNNEL_ANSWERED },
    { "declined", FOOTHOLD_FUNNEL_ANSWERED },    { "shortlisted", FOOTHOLD_FUNNEL_ANSWERED },
    { "interview", FOOTHOLD_FUNNEL_INTERVIEW },  { "offer", FOOTHOLD_FUNNEL_OFFER },
    { "offer-declined", FOOTHOLD_FUNNEL_OFFER }, { "accepted", FOOTHOLD_FUNNEL_ACCEPTED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (steps[i].state, state) == 0)
      {
        *step = steps[i].step;
        return TRUE;
      }

  return FALSE;
}

gboolean
foothold_funnel_takes_back (const char *from, const char *to, FootholdFunnelStep *first)
{
  FootholdFunnelStep step;

  /* every application begins as a draft, and that takes nothing back */
  if (g_str_equal (to, "draft"))
    {
      *first = FOOTHOLD_FUNNEL_SUBMITTED;
      return from != NULL;
    }

  *first = FOOTHOLD_FUNNEL_ANSWERED;
  return (g_str_equal (to, "submitted") || g_str_equal (to, "acknowledged"))
         && (from == NULL || (foothold_funnel_step_of_state (from, &step) && step > FOOTHOLD_FUNNEL_SUBMITTED));
}

gboolean
foothold_funnel_reopens (const char *from, const char *to)
{
  return foothold_application_phase (from) == FOOTHOLD_APPLICATION_ENDED
         && foothold_application_phase (to) != FOOTHOLD_APPLICATION_ENDED;
}
