// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-states"

#include "rules/foothold-application-states.h"

#include <glib/gi18n-lib.h>

static const FootholdListEntry entries[] = {
  { "draft", N_ ("Draft"), NULL },
  { "submitted", N_ ("Submitted"), "sent|applied|application sent|beworben|gesendet|verschickt" },
  { "acknowledged", N_ ("Acknowledged"), "received|receipt|confirmed|bestätigt" },
  { "under-review", N_ ("Under Review"), "in review|screening|in progress|in prüfung" },
  { "shortlisted", N_ ("Shortlisted"), NULL },
  { "interview", N_ ("Interview"), "interviewing|interviewed|call|meeting|vorstellungsgespräch" },
  { "offer", N_ ("Offer"), "offered|offer received|zugesagt" },
  { "accepted", N_ ("Offer Accepted"), "accepted|hired|won|angenommen" },
  { "declined", N_ ("Declined by Host"), "declined|rejected|rejection|no|absage|abgelehnt|abgesagt" },
  { "withdrawn", N_ ("Withdrawn"), "withdrew|cancelled|canceled" },
  { "offer-declined", N_ ("Offer Declined"), "declined offer|turned down|rejected offer" },
  { "no-answer", N_ ("No Answer"), "no reply|no response|ghosted|silence" },
};

static const FootholdListEntry channels[] = {
  { "portal", N_ ("Portal"), "website|marketplace|job board|linkedin|handshake" },
  { "mail", N_ ("Mail"), "e-mail|email" },
  { "form", N_ ("Form"), "web form|online form" },
  { "message", N_ ("Message"), "chat|direct message" },
  { "phone", N_ ("Phone"), "call|telephone" },
  { "in-person", N_ ("In Person"), "personally|fair|event" },
  { "referral", N_ ("Through Somebody"), "referred|referrer|recommendation" },
  { "other", N_ ("Other"), NULL },
};

const FootholdList foothold_application_channels = { "channel", channels, G_N_ELEMENTS (channels) };

static const FootholdListEntry interview_kinds[] = {
  { "phone", N_ ("Phone"), "call" },
  { "video", N_ ("Video"), "online|zoom|teams" },
  { "on-site", N_ ("On Site"), "in person" },
  { "task", N_ ("Trial Task"), "test|assignment" },
  { "other", N_ ("Other"), NULL },
};

const FootholdList foothold_interview_kinds = { "interview kind", interview_kinds, G_N_ELEMENTS (interview_kinds) };

static const FootholdListEntry file_roles[] = {
  { "resume", N_ ("Résumé"), "cv" },
  { "letter", N_ ("Letter"), "cover letter" },
  { "sample", N_ ("Sample of Work"), "portfolio" },
  { "file", N_ ("File"), NULL },
};

const FootholdList foothold_application_file_roles = { "file role", file_roles, G_N_ELEMENTS (file_roles) };

const FootholdList foothold_application_states = { "application state", entries, G_N_ELEMENTS (entries) };

FootholdApplicationPhase
foothold_application_phase (const char *state)
{
  static const char *const ended[] = { "accepted", "declined", "withdrawn", "offer-declined", NULL };

  if (foothold_list_find (&foothold_application_states, state) == NULL)
    return FOOTHOLD_APPLICATION_NONE;
  if (g_str_equal (state, "draft"))
    return FOOTHOLD_APPLICATION_PREPARING;
  if (g_str_equal (state, "no-answer"))
    return FOOTHOLD_APPLICATION_SILENT;

  return g_strv_contains (ended, state) ? FOOTHOLD_APPLICATION_ENDED : FOOTHOLD_APPLICATION_SENT;
}

static gboolean
is_open (FootholdApplicationPhase phase)
{
  return phase == FOOTHOLD_APPLICATION_PREPARING || phase == FOOTHOLD_APPLICATION_SENT;
}

/* Whether what is in @from may end as @exit. */
static FootholdApplicationVerdict
check_exit (const char *from, const char *exit)
{
  const FootholdApplicationPhase phase = foothold_application_phase (from);
  const gboolean offered = g_str_equal (from, "offer");

  if (g_str_equal (exit, "accepted") || g_str_equal (exit, "offer-declined"))
    return offered ? FOOTHOLD_APPLICATION_ALLOWED : FOOTHOLD_APPLICATION_NO_OFFER;
  if (g_str_equal (exit, "withdrawn"))
    return is_open (phase) ? FOOTHOLD_APPLICATION_ALLOWED : FOOTHOLD_APPLICATION_HAS_ENDED;
  if (phase == FOOTHOLD_APPLICATION_PREPARING)
    return FOOTHOLD_APPLICATION_NOT_SENT;
  if (g_str_equal (exit, "no-answer") && offered)
    return FOOTHOLD_APPLICATION_ANSWERED;

  return FOOTHOLD_APPLICATION_ALLOWED; /* declined, or silence */
}

/* Whether it may be opened again as @to. */
static FootholdApplicationVerdict
check_reopen (const char *from, const char *to, const char *before)
{
  const FootholdApplicationPhase was = foothold_application_phase (before);
  const gboolean plausible =
    (is_open (was) || was == FOOTHOLD_APPLICATION_SILENT) && check_exit (before, from) == FOOTHOLD_APPLICATION_ALLOWED;
  const gboolean may =
    plausible ? g_str_equal (to, before)
              : is_open (foothold_application_phase (to)) && check_exit (to, from) == FOOTHOLD_APPLICATION_ALLOWED;

  return may ? FOOTHOLD_APPLICATION_ALLOWED : FOOTHOLD_APPLICATION_HAS_ENDED;
}

/* Whether @actor may do this at all, wherever it comes from. */
static gboolean
may_act (const char *actor, const char *to)
{
  static const char *const mine[] = { "draft", "withdrawn", "accepted", "offer-declined", "no-answer", NULL };

  if (g_strcmp0 (actor, "clock") == 0)
    return g_str_equal (to, "no-answer");
  return g_strcmp0 (actor, "host") != 0 || !g_strv_contains (mine, to);
}

FootholdApplicationVerdict
foothold_application_check (const char *from, const char *to, const char *before, const char *actor)
{
  const FootholdApplicationPhase phase = foothold_application_phase (from);
  const FootholdApplicationPhase after = foothold_application_phase (to);

  if (phase == FOOTHOLD_APPLICATION_NONE || after == FOOTHOLD_APPLICATION_NONE)
    return FOOTHOLD_APPLICATION_UNKNOWN;
  if (g_str_equal (from, to))
    return FOOTHOLD_APPLICATION_ALLOWED;
  if (!may_act (actor, to))
    return FOOTHOLD_APPLICATION_NOT_THEIRS;
  if (phase == FOOTHOLD_APPLICATION_SILENT)
    return after == FOOTHOLD_APPLICATION_SENT || g_str_equal (to, "declined") ? FOOTHOLD_APPLICATION_ALLOWED
                                                                              : FOOTHOLD_APPLICATION_HAS_ENDED;
  if (phase == FOOTHOLD_APPLICATION_ENDED)
    return g_strcmp0 (actor, "clock") != 0 ? check_reopen (from, to, before) : FOOTHOLD_APPLICATION_HAS_ENDED;

  return is_open (after) ? FOOTHOLD_APPLICATION_ALLOWED : check_exit (from, to);
}

const char *
foothold_application_sentence (FootholdApplicationVerdict verdict)
{
  switch (verdict)
    {
    case FOOTHOLD_APPLICATION_ALLOWED:
      return NULL;
    case FOOTHOLD_APPLICATION_UNKNOWN:
      return _ ("An application has no such state. Nothing was changed.");
    case FOOTHOLD_APPLICATION_HAS_ENDED:
      return _ ("The application has ended already: open it again first. Nothing was changed.");
    case FOOTHOLD_APPLICATION_NOT_SENT:
      return _ ("It has not been sent yet: withdraw it instead. Nothing was changed.");
    case FOOTHOLD_APPLICATION_NO_OFFER:
      return _ ("There is no offer yet: note the offer first. Nothing was changed.");
    case FOOTHOLD_APPLICATION_ANSWERED:
      return _ ("The host has made an offer, and that is an answer. Nothing was changed.");
    case FOOTHOLD_APPLICATION_NOT_THEIRS:
      return _ ("Only you decide this. Nothing was changed.");
    default:
      g_assert_not_reached ();
    }
}

FootholdTurn
foothold_application_turn (const char *state, gboolean ahead)
{
  switch (foothold_application_phase (state))
    {
    case FOOTHOLD_APPLICATION_PREPARING:
      return FOOTHOLD_TURN_ME;
    case FOOTHOLD_APPLICATION_SENT:
      return ahead || g_str_equal (state, "offer") ? FOOTHOLD_TURN_ME : FOOTHOLD_TURN_HOST;
    case FOOTHOLD_APPLICATION_NONE:
    case FOOTHOLD_APPLICATION_SILENT:
    case FOOTHOLD_APPLICATION_ENDED:
    default:
      return FOOTHOLD_TURN_NOBODY;
    }
}

const char *
foothold_turn_name (FootholdTurn turn)
{
  switch (turn)
    {
    case FOOTHOLD_TURN_ME:
      return _ ("Your turn");
    case FOOTHOLD_TURN_HOST:
      return _ ("The host’s turn");
    case FOOTHOLD_TURN_NOBODY:
    default:
      return NULL;
    }
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

FootholdAcceptVerdict
foothold_accept_check (const FootholdAcceptFacts *facts, const char *reason, FootholdGates *missing)
{
  FootholdGates gates = 0;

  if (facts->kind != FOOTHOLD_FACT_STATED)
    gates |= FOOTHOLD_GATE_KIND;
  if (facts->net != FOOTHOLD_FACT_STATED)
    gates |= FOOTHOLD_GATE_NET;
  if (facts->trigger != FOOTHOLD_FACT_STATED)
    gates |= FOOTHOLD_GATE_TRIGGER;
  if (facts->when != FOOTHOLD_FACT_STATED)
    gates |= FOOTHOLD_GATE_WHEN;

  if (missing != NULL)
    *missing = gates;
  if (gates == 0)
    return FOOTHOLD_ACCEPT_ALLOWED;
  return is_blank (reason) ? FOOTHOLD_ACCEPT_WANTS_REASON : FOOTHOLD_ACCEPT_OVERRIDDEN;
}

const char *
foothold_accept_sentence (FootholdAcceptVerdict verdict)
{
  return verdict == FOOTHOLD_ACCEPT_WANTS_REASON
           ? _ ("Not all is known about the payment: ask, or say why you accept without. Nothing was changed.")
           : NULL;
}
