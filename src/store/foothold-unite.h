/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-store.h"

/*
 * Two to four opportunities that are one, made one by hand: where they say different things a person chooses, whatever
 * hangs on them is kept together. Pure but for the last; what imports do by themselves is foothold-fill.h.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_UNITE_ONLY_ONE, /* nobody else says it */
  FOOTHOLD_UNITE_NO_GUESS, /* what the others say is a guess */
  FOOTHOLD_UNITE_FURTHER, /* of a state: it is further along */
  FOOTHOLD_UNITE_NEWER, /* of what is said, the one that was added last */
} FootholdUniteReason;

/* One thing that is not the same in all of them: a field, or several that mean nothing without each other. */
typedef struct
{
  const char *field; /* static; the first of them where there are several ("minutes_min", "pay_kind") */
  guint chosen; /* place in the list of dossiers */
  FootholdUniteReason why; /* the choice that is ours */
} FootholdUniteDifference;

/* @dossiers: FootholdDossier. (element-type FootholdUniteDifference) (transfer full): in the order of the fields. */
GArray *foothold_unite_differences (GPtrArray *dossiers);
/* The fields that are chosen together with @field, itself the first; ends with NULL. (transfer container) */
const char **foothold_unite_fields (GPtrArray *dossiers, const char *field);
/* Whether @dossier says anything of them. */
gboolean foothold_unite_knows (GPtrArray *dossiers, guint dossier, const char *field);

/* The one that stays: the first that was added. */
guint foothold_unite_kept (GPtrArray *dossiers);
/*
 * What the kept one becomes: with @differences as they are chosen, all skills, tags, deliverables, files, notes and
 * history, and of several answers to one question the newest opportunity's. (transfer full)
 */
FootholdDossier *foothold_unite (GPtrArray *dossiers, GArray *differences);

/* Where the value of a field is to come from. */
typedef struct
{
  const char *field; /* static, as in a difference */
  gint64 from; /* the opportunity */
} FootholdUniteChoice;

/*
 * Makes @ids (gint64) one, with @choices (FootholdUniteChoice) where they are not ours: one entry of undo, “Merge of 2
 * Opportunities”. Finish with foothold_store_write_finish (): the id of the one that stays.
 */
void foothold_store_unite_async (FootholdStore *self,
                                 GArray *ids,
                                 GArray *choices,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

G_END_DECLS
