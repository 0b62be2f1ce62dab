// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"
#include "rules/foothold-lists.h"

/*
 * Which state of an application may follow which, who acts next, and what must be known before an offer is accepted: as
 * PRODUCT's state machines ("Application") and payment facts say; pure.
 */

G_BEGIN_DECLS

/* From "draft" to "no-answer", in PRODUCT's order. */
extern const FootholdList foothold_application_states;
/* How one is sent: "portal", "mail" … */
extern const FootholdList foothold_application_channels;
/* "phone", "video" … */
extern const FootholdList foothold_interview_kinds;
/* What a file that was sent is: "resume", "letter", "sample", "file". */
extern const FootholdList foothold_application_file_roles;

typedef enum
{
  FOOTHOLD_APPLICATION_NONE, /* no state of an application */
  FOOTHOLD_APPLICATION_PREPARING, /* nobody has it yet */
  FOOTHOLD_APPLICATION_SENT, /* the host has it, and it is open */
  FOOTHOLD_APPLICATION_SILENT, /* "no-answer": open again as soon as there is one */
  FOOTHOLD_APPLICATION_ENDED,
} FootholdApplicationPhase;

FootholdApplicationPhase foothold_application_phase (const char *state);

typedef enum
{
  FOOTHOLD_APPLICATION_ALLOWED,
  FOOTHOLD_APPLICATION_UNKNOWN, /* no such state */
  FOOTHOLD_APPLICATION_HAS_ENDED, /* to be opened again first, to where it was */
  FOOTHOLD_APPLICATION_NOT_SENT, /* who has not got it can neither decline it nor be silent about it */
  FOOTHOLD_APPLICATION_NO_OFFER, /* only an offer is accepted or declined */
  FOOTHOLD_APPLICATION_ANSWERED, /* an offer is an answer: nobody is silent */
  FOOTHOLD_APPLICATION_NOT_THEIRS, /* only the person does this: no clock, no host */
} FootholdApplicationVerdict;

/*
 * @before: the state it had before @from, of its history; NULL where nobody knows. @actor: "me", "import", "clock",
 * "host".
 *
 * PRODUCT: draft → submitted → acknowledged → under review → shortlisted → interview → offer → accepted; exits:
 * declined by host, withdrawn, offer declined, no answer (derived, reopens when a reply comes). What is open may go to
 * any open state, forth and back: people correct themselves, and hosts skip steps. No exit wants a reason; each may
 * have one.
 *
 * - declined: once it is sent, also after silence, which that reply ends;
 * - withdrawn: from any open state;
 * - accepted, offer-declined: from an offer; what has to be known first is foothold_accept_check()'s to say;
 * - no-answer: from what was sent and has no offer, by the clock or the person's word; from there to any state that is
 *   sent;
 * - what has ended otherwise is opened again to @before ahead of anything else; with no @before, or one from which it
 *   cannot have ended so, to any open state from which it can.
 *
 * The clock does nothing but no-answer. What the person alone decides (to withdraw, to accept or decline an offer, that
 * it is a draft) no host does; and a host who writes is not silent.
 */
FootholdApplicationVerdict foothold_application_check (const char *from,
                                                       const char *to,
                                                       const char *before,
                                                       const char *actor);

/* One sentence for a person, translated; NULL for FOOTHOLD_APPLICATION_ALLOWED. */
const char *foothold_application_sentence (FootholdApplicationVerdict verdict);

typedef enum
{
  FOOTHOLD_TURN_NOBODY,
  FOOTHOLD_TURN_ME,
  FOOTHOLD_TURN_HOST,
} FootholdTurn;

/*
 * PRODUCT: each state says who must act next. A draft and an offer wait for the person, what was sent for the host,
 * what has ended and silence for nobody. @ahead: an interview has a date that is still to come; whichever of the states
 * that wait it is in, it is then the person who prepares, and once it is over the host who answers.
 */
FootholdTurn foothold_application_turn (const char *state, gboolean ahead);
/* "Your turn", "The host’s turn", translated; NULL for nobody. */
const char *foothold_turn_name (FootholdTurn turn);

/* How the four payment facts that gate accepting are known (PRODUCT, "payment facts"; RULES). For unpaid work the last
 * three count as stated, as data/rules/payment-facts.json says. */
typedef struct
{
  FootholdKnowledge kind;
  FootholdKnowledge net;
  FootholdKnowledge trigger; /* upon what it is paid */
  FootholdKnowledge when; /* it is due */
} FootholdAcceptFacts;

typedef enum
{
  FOOTHOLD_GATE_KIND = 1 << 0,
  FOOTHOLD_GATE_NET = 1 << 1,
  FOOTHOLD_GATE_TRIGGER = 1 << 2,
  FOOTHOLD_GATE_WHEN = 1 << 3,
} FootholdGates;

typedef enum
{
  FOOTHOLD_ACCEPT_ALLOWED,
  FOOTHOLD_ACCEPT_OVERRIDDEN, /* allowed, and the reason is stored */
  FOOTHOLD_ACCEPT_WANTS_REASON,
} FootholdAcceptVerdict;

/*
 * PRODUCT: kind, net, trigger and when gate accepting; without them an override with a reason is stored. @reason: NULL
 * or blank is none; it is not looked at where nothing is missing. *@missing: all that are; may be NULL.
 */
FootholdAcceptVerdict foothold_accept_check (const FootholdAcceptFacts *facts,
                                             const char *reason,
                                             FootholdGates *missing);
/* One sentence for FOOTHOLD_ACCEPT_WANTS_REASON, translated; else NULL. */
const char *foothold_accept_sentence (FootholdAcceptVerdict verdict);

G_END_DECLS
