// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"
#include "store/foothold-merge-rows.h"
#include "store/foothold-merge-stages.h"

/*
 * What of an import belongs to others: applications with all that is nested in them, engagements, outreach,
 * conversations, and what people are linked to. Kinds that carry a batch come in slices, as opportunities do; the rest
 * is recorded like an action. What belongs to nothing is left out, and so is what is there already, save what is not
 * known there yet.
 */

G_BEGIN_DECLS

typedef struct _FootholdMergeNests FootholdMergeNests;

/* @rows: which knows the rows; @batch: 0 to look only; @dir: where files are kept. NULL with an error. */
FootholdMergeNests *foothold_merge_nests_new (FootholdStaging *staging,
                                              FootholdMergeRows *rows,
                                              gint64 batch,
                                              const char *dir,
                                              GError **error);
void foothold_merge_nests_free (FootholdMergeNests *self);

/* After the entries and rows were compared: what would come in, nothing written. What is left out becomes a problem of
 * the staging. */
gboolean foothold_merge_nests_count (FootholdMergeNests *self, FootholdDb *db, FootholdOthers *others, GError **error);

/* How many are still to come in slices. */
guint foothold_merge_nests_get_n_left (FootholdMergeNests *self);
/*
 * Inside an untriggered write, once the opportunities are in: one slice of what carries a batch. *@more: whether there
 * is more. @careful: what is nested and has an id that is taken gets another, which costs a savepoint each.
 */
gboolean foothold_merge_nests_slice (FootholdMergeNests *self,
                                     FootholdDb *db,
                                     gboolean careful,
                                     gboolean *more,
                                     GError **error);
/* What came with @dossier of an opportunity: applications, and whom they name. @recorded: inside a recorded write, of
 * one that was there; else inside an untriggered one, of one that is new. */
gboolean foothold_merge_nests_apply (FootholdMergeNests *self,
                                     FootholdDb *db,
                                     const FootholdDossier *dossier,
                                     gint64 opportunity,
                                     gboolean recorded,
                                     GError **error);
/* Inside an untriggered write, at its end: what was inserted is found by searching. */
gboolean foothold_merge_nests_index (FootholdMergeNests *self, FootholdDb *db, GError **error);
/* Where a slice starts; and back to it when it was rolled back. */
void foothold_merge_nests_mark (FootholdMergeNests *self);
void foothold_merge_nests_return (FootholdMergeNests *self);

/* Inside a recorded write: the columns, what carries no batch, and what those that are here do not know yet. */
gboolean foothold_merge_nests_end (FootholdMergeNests *self, FootholdDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdMergeNests, foothold_merge_nests_free)

G_END_DECLS
