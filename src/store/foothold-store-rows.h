// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

/*
 * Several rows changed as one action of the person's: a goal and what it
 * targets, a list put into another order, a word of one's own and what it is for. One transaction, one step of undo.
 */

G_BEGIN_DECLS

typedef struct _FootholdRowEdits FootholdRowEdits;

/* Writer thread. One row as a person saves it, @before NULL where it is new: its id, 0 on error. */
gint64 foothold_row_save (FootholdDb *db, gpointer before, gpointer after, GError **error);

FootholdRowEdits *foothold_row_edits_new (void);
void foothold_row_edits_free (FootholdRowEdits *self);
/* @before NULL inserts @after (under its id when it has one), @after NULL deletes @before; kept in this order. */
void foothold_row_edits_add (FootholdRowEdits *self, gpointer before, gpointer after);
gboolean foothold_row_edits_is_empty (FootholdRowEdits *self);

/* @edits: (transfer full). Finish with foothold_store_write_finish (): the id of the first row. */
void foothold_store_save_rows_async (FootholdStore *self,
                                     const char *label,
                                     FootholdRowEdits *edits,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdRowEdits, foothold_row_edits_free)

G_END_DECLS
