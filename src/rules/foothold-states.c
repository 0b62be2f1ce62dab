// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-states"

#include "rules/foothold-states.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One line a state: how it stands to the others. */

typedef enum
{
  OPEN, /* any other open state may follow */
  DROPPED, /* ended by a person, with a reason */
  EXPIRED, /* ended by its date */
} Phase;

typedef struct
{
  const char *origin;
  const char *slug;
  Phase phase;
} State;

static const State states[] = {
  { "found", "spotted", OPEN },        { "found", "evaluating", OPEN },   { "found", "shortlisted", OPEN },
  { "found", "applying", OPEN },       { "found", "dropped", DROPPED },   { "found", "expired", EXPIRED },
  { "written", "draft", OPEN },        { "written", "ready", OPEN },      { "written", "published", OPEN },
  { "written", "in-selection", OPEN }, { "written", "filled", OPEN },     { "written", "closed", OPEN },
  { "written", "paused", OPEN },       { "written", "expired", EXPIRED }, { "written", "cancelled", DROPPED },
};

static const State *
find (const char *origin, const char *slug)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].origin, origin) == 0 && g_strcmp0 (states[i].slug, slug) == 0)
      return &states[i];

  return NULL;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n\r")] == '\0';
}

FootholdStateVerdict
foothold_state_check (const char *origin, const char *from, const char *to, const char *actor, const char *reason)
{
  const State *before = find (origin, from);
  const State *after = find (origin, to);

  if (after == NULL || before == NULL)
    return FOOTHOLD_STATE_UNKNOWN;
  if (before == after)
    return FOOTHOLD_STATE_ALLOWED;
  if (before->phase != OPEN && after->phase != OPEN)
    return FOOTHOLD_STATE_NOT_HERE;
  if (after->phase == EXPIRED && g_strcmp0 (actor, "clock") != 0 && g_strcmp0 (actor, "import") != 0)
    return FOOTHOLD_STATE_BY_CLOCK;
  if (after->phase == DROPPED && is_blank (reason))
    return FOOTHOLD_STATE_WANTS_REASON;

  return FOOTHOLD_STATE_ALLOWED;
}

const char *
foothold_state_sentence (FootholdStateVerdict verdict)
{
  switch (verdict)
    {
    case FOOTHOLD_STATE_ALLOWED:
      return NULL;
    case FOOTHOLD_STATE_WANTS_REASON:
      return _ ("Say in a word why, and it is done. Nothing was changed.");
    case FOOTHOLD_STATE_NOT_HERE:
      return _ ("It has ended already: open it again first. Nothing was changed.");
    case FOOTHOLD_STATE_BY_CLOCK:
      return _ ("An opportunity expires by its date; drop it instead. Nothing was changed.");
    case FOOTHOLD_STATE_UNKNOWN:
      return _ ("This opportunity has no such state. Nothing was changed.");
    default:
      g_assert_not_reached ();
    }
}
