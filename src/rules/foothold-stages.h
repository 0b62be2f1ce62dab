// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-application-states.h"

/*
 * The columns of the tracker. Seen from outside few states of an application show, so the columns are not the states:
 * they are data that a person may rename, add and reorder (PRODUCT, "Application"), and each holds some states. Pure.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_STAGE_OPEN, /* it is being worked on or talked about */
  FOOTHOLD_STAGE_WAITING, /* for the host's word */
  FOOTHOLD_STAGE_WON, /* it ends well here */
  FOOTHOLD_STAGE_LOST, /* it ends otherwise here */
} FootholdStageKind;

/* "open", "waiting", "won", "lost", in the order of the type. */
extern const FootholdList foothold_stage_kinds;

/* A column. Whoever makes one owns what it points at. */
typedef struct
{
  const char *id;
  const char *name; /* as a person called it; NULL for one of the default five, whose name follows the language */
  FootholdStageKind kind;
  const char *const *states; /* slugs of foothold_application_states, ends with NULL */
} FootholdStage;

/* The names of the default five, by id. */
extern const FootholdList foothold_stage_names;

#define FOOTHOLD_N_STAGES 5

/*
 * PRODUCT's default: Preparing, Sent, Talking, Offer, Done. All that has ended is Done; its kind is that of its good
 * end, so that it also serves who adds a column for the others.
 */
extern const FootholdStage foothold_default_stages[FOOTHOLD_N_STAGES];

/* For people: its own name, or the default's, translated. Owned by @stage or the program; never NULL. */
const char *foothold_stage_name (const FootholdStage *stage);

gboolean foothold_stage_holds (const FootholdStage *stage, const char *state);

/*
 * Where an application in @state shows: in the column @own (its id; NULL for none) when that holds the state, else in
 * the first that does, else in the last of the kind that fits the state (of what has ended, in any where things end),
 * else in the last. Returns its place in @stages, or -1 when there are none.
 */
int foothold_stage_find (const FootholdStage *stages, guint n_stages, const char *own, const char *state);

/*
 * The states of a column in which an application that is in @from may stand, in the column's order: what to offer when
 * it is moved there. @before and @actor: as for foothold_application_check(). Ends with NULL; empty when there is none.
 * (transfer container)
 */
const char **foothold_stage_choices (const FootholdStage *stage,
                                     const char *from,
                                     const char *before,
                                     const char *actor);

/*
 * Which state an application gets that is moved into @stage: its own when the column holds that, else the first of the
 * column's that may follow. *@state: that slug, owned by @stage or @from; NULL when none may, and then the verdict on
 * the first state of the column says why. What gates accepting is asked apart (foothold_accept_check()).
 */
FootholdApplicationVerdict foothold_stage_enter (const FootholdStage *stage,
                                                 const char *from,
                                                 const char *before,
                                                 const char *actor,
                                                 const char **state);

typedef enum
{
  FOOTHOLD_STAGES_GOOD,
  FOOTHOLD_STAGES_NAMELESS, /* a column has no name */
  FOOTHOLD_STAGES_TWINS, /* two have the same id, or names that differ by letters' case at most */
  FOOTHOLD_STAGES_EMPTY, /* a column holds no state: nothing could ever show there */
  FOOTHOLD_STAGES_UNKNOWN, /* it holds what is no state */
  FOOTHOLD_STAGES_NOT_HELD, /* a state is in no column */
} FootholdStagesVerdict;

/*
 * Whether the columns that a person edited will do. A state may be in several: an application then shows in its own.
 * *@sentence: what is wrong, translated, or NULL. (out) (transfer full) (optional)
 */
FootholdStagesVerdict foothold_stages_check (const FootholdStage *stages, guint n_stages, char **sentence);

G_END_DECLS
