// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* Which state of an opportunity may follow which, as PRODUCT's state machines say; pure. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_STATE_ALLOWED,
  FOOTHOLD_STATE_WANTS_REASON,
  FOOTHOLD_STATE_UNKNOWN, /* no state of that origin */
  FOOTHOLD_STATE_NOT_HERE, /* not from where it is */
  FOOTHOLD_STATE_BY_CLOCK, /* only time does this */
} FootholdStateVerdict;

/*
 * @origin: "found" or "written"; @actor: "me", "import", "clock", "host"; @reason: NULL or blank is
 * none. What is open may go to any open state, forth and back: people change their minds. Dropping
 * wants a reason; what was dropped or has expired is opened again before anything else.
 */
FootholdStateVerdict foothold_state_check (const char *origin,
                                           const char *from,
                                           const char *to,
                                           const char *actor,
                                           const char *reason);

/* One sentence for a person, translated; NULL for FOOTHOLD_STATE_ALLOWED. */
const char *foothold_state_sentence (FootholdStateVerdict verdict);

G_END_DECLS
