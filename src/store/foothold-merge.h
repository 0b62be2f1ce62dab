/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-staging.h"

/*
 * The work of an import on the writer thread, slice by slice; foothold_store_merge_async ()
 * drives it from the main thread, so that other writes get in between.
 */

G_BEGIN_DECLS

typedef struct _FootholdMerge FootholdMerge;

/* @dir: the data directory. */
FootholdMerge *foothold_merge_new (FootholdStaging *staging, const char *dir, const char *source_name);
FootholdMerge *foothold_merge_ref (FootholdMerge *self);
void foothold_merge_unref (FootholdMerge *self);

/* "Import of 40" */
const char *foothold_merge_get_label (FootholdMerge *self);
guint foothold_merge_get_n_wanted (FootholdMerge *self);
gint64 foothold_merge_get_n_done (FootholdMerge *self);
gdouble foothold_merge_get_fraction (FootholdMerge *self);

/* Clears what an undone import left, and opens the batch. */
gboolean foothold_merge_begin (FootholdMerge *self, FootholdDb *db, GError **error);
/* One slice of new opportunities; @more: whether there are more. */
gboolean foothold_merge_slice (FootholdMerge *self, FootholdDb *db, gboolean *more, GError **error);
/* Fills what was there before, and shows the batch: the entry on the undo stack. */
gboolean foothold_merge_end (FootholdMerge *self, FootholdDb *db, GError **error);
/* After an error or cancelling: nothing of it is left, or will be left once the slices are deleted. */
gboolean foothold_merge_abort (FootholdMerge *self, FootholdDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdMerge, foothold_merge_unref)

G_END_DECLS
