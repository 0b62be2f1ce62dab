// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-stages.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-store.h"

/* The columns of the tracker as they are kept: rows, and the same as the rules want them. */

G_BEGIN_DECLS

/* All columns in their order, as rows and as rules/foothold-stages.h has them. Immutable; any thread. */
typedef struct _FootholdStageSet FootholdStageSet;

/* @rows: FootholdStageRow, in order; referenced. */
FootholdStageSet *foothold_stage_set_new (GPtrArray *rows);
FootholdStageSet *foothold_stage_set_ref (FootholdStageSet *self);
void foothold_stage_set_unref (FootholdStageSet *self);

guint foothold_stage_set_get_n (const FootholdStageSet *self);
/* All of them, foothold_stage_set_get_n() many; owned by @self. */
const FootholdStage *foothold_stage_set_get_stages (const FootholdStageSet *self);
const FootholdStage *foothold_stage_set_get (const FootholdStageSet *self, guint n);
const FootholdStageRow *foothold_stage_set_get_row (const FootholdStageSet *self, guint n);
/* Where the column with that row id stands, or -1. */
int foothold_stage_set_find (const FootholdStageSet *self, gint64 id);
/* The id of the column in which an application in @state shows that stood in @own; 0 when there are no columns. */
gint64 foothold_stage_set_place (const FootholdStageSet *self, gint64 own, const char *state);

/* Any thread that owns the connection. (transfer full) */
FootholdStageSet *foothold_stage_set_load (FootholdDb *db, GError **error);

void foothold_stage_set_load_async (FootholdStore *store,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
FootholdStageSet *foothold_stage_set_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/*
 * Makes the columns what @rows (FootholdStageRow) says, in this order: rows without an id are new, those that are not
 * named go. Applications whose column goes, or holds their state no longer, move to one that does, below what stands
 * there. An error with one sentence where foothold_stages_check() refuses. Finish with foothold_store_write_finish().
 */
void foothold_stages_save_async (FootholdStore *store,
                                 GPtrArray *rows,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* The same inside a write, on the writer thread. */
gboolean foothold_stages_save (FootholdDb *db, GPtrArray *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdStageSet, foothold_stage_set_unref)

G_END_DECLS
