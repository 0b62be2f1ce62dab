// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

/*
 * The person as the views need them: profile, goals with what they target,
 * wants, skills and rates of exchange, read together and kept as the database has them. Every
 * change goes through the store and comes back as "changed"; nothing here is
 * edited in place.
 *
 * Property "loaded": the rows are there.
 * Signal "changed": some of them are new; ask again.
 * Signal "failed" (GError *): a change was refused; what is shown is to be put back.
 */

G_BEGIN_DECLS

#define FOOTHOLD_WANTS_MAX 5

#define FOOTHOLD_TYPE_PROFILE (foothold_profile_get_type ())
G_DECLARE_FINAL_TYPE (FootholdProfile, foothold_profile, FOOTHOLD, PROFILE, GObject)

FootholdProfile *foothold_profile_new (FootholdStore *store);

FootholdStore *foothold_profile_get_store (FootholdProfile *self);
gboolean foothold_profile_get_loaded (FootholdProfile *self);

/* (transfer none): a row without an id where nothing is recorded yet; never NULL once loaded. */
const FootholdProfileRow *foothold_profile_get_row (FootholdProfile *self);
/* (transfer none): FootholdGoalRow by rank, FootholdGoalTargetRow, FootholdWantRow by position, FootholdSkillRow by
 * name. */
GPtrArray *foothold_profile_get_goals (FootholdProfile *self);
GPtrArray *foothold_profile_get_targets (FootholdProfile *self);
GPtrArray *foothold_profile_get_wants (FootholdProfile *self);
GPtrArray *foothold_profile_get_skills (FootholdProfile *self);
/* The names of the person's own terms by slug for @list ("area", "industry"): FootholdTermRow. */
GPtrArray *foothold_profile_get_terms (FootholdProfile *self);
/* The rates of exchange: FootholdExchangeRateRow, the oldest first. */
GPtrArray *foothold_profile_get_rates (FootholdProfile *self);

/* A row of any of these types: @before NULL is new, @after NULL is gone. */
void foothold_profile_save (FootholdProfile *self, const char *label, gpointer before, gpointer after);
/* Puts @row (a goal or a want) to place @position of its list, 0 is the first. */
void foothold_profile_move (FootholdProfile *self, const char *label, gpointer row, guint position);
/* A goal goes with all it targets. */
void foothold_profile_delete_goal (FootholdProfile *self, const char *label, FootholdGoalRow *goal);
/* Makes @goal target @value ("area", "industry" or "skill") or no longer. */
void foothold_profile_set_target (FootholdProfile *self,
                                  FootholdGoalRow *goal,
                                  const char *kind,
                                  const char *value,
                                  gboolean targeted);
gboolean foothold_profile_has_target (FootholdProfile *self, gint64 goal, const char *kind, const char *value);

G_END_DECLS
