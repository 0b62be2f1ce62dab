// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-changes.h"

/* How the table “judgement” stays right. Writer thread. */

G_BEGIN_DECLS

/* The table that is announced when judgements change: its ids are those of opportunities. */
#define FOOTHOLD_JUDGEMENT_TABLE "judgement"

/* Outside a write, once: who judges. */
gboolean foothold_judgements_prepare (FootholdDb *db, GError **error);

/*
 * At the end of a write, inside it: judges anew what it changed, where that is little and nothing changed that all
 * depend on, and adds it to @changes. The rest is left to the sweep.
 */
gboolean foothold_judgements_catch_up (FootholdDb *db, FootholdChanges *changes, GError **error);

/* Whether there is anything for a sweep. Cheap. */
gboolean foothold_judgements_need_sweep (FootholdDb *db, gboolean *needs, GError **error);
/*
 * One step of a sweep, outside a write: judges for some milliseconds, and now and then writes what it has. *@more:
 * there is more to do; *@swept: it was the last step of a sweep that wrote anything, which lists want to know.
 */
gboolean foothold_judgements_sweep (FootholdDb *db, gboolean *more, gboolean *swept, GError **error);

/* Inside a write, after a bulk of new opportunities with triggers off: some have no judgement yet. */
gboolean foothold_judgements_expect (FootholdDb *db, GError **error);

G_END_DECLS
