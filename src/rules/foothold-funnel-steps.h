// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-reply-figures.h"

/*
 * What the moves of an application say about how far it came, for all who count them or write them down: a move by
 * mistake and back did not happen. Pure.
 */

G_BEGIN_DECLS

/* The step that being in @state says was reached; FALSE for what says nothing: a draft, and what was withdrawn. */
gboolean foothold_funnel_step_of_state (const char *state, FootholdFunnelStep *step);

/*
 * Whether a move says that *@first, and all after it, was not reached after all: back to a draft it was not sent, back
 * from a reply to before any there was none. A host that was silent after a reply, and what was withdrawn, keep theirs.
 * @from: NULL where nobody knows.
 */
gboolean foothold_funnel_takes_back (const char *from, const char *to, FootholdFunnelStep *first);

/* Whether a move opens again what had ended: that it was withdrawn, declined or accepted did not hold after all.
 * Silence that a reply ended was silence. */
gboolean foothold_funnel_reopens (const char *from, const char *to);

G_END_DECLS
