// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-row.h"

/* Which ids the rows of an import have here, so that what points at them follows. */

G_BEGIN_DECLS

typedef struct _FootholdMergeMap FootholdMergeMap;

/* @batch: whose rows count as being here, though nobody sees them yet; 0 for none. */
FootholdMergeMap *foothold_merge_map_new (gint64 batch);
void foothold_merge_map_free (FootholdMergeMap *self);

/* The id that @id of the import has here; GINT64_UNKNOWN when it did not come. */
gint64 foothold_merge_map_get (FootholdMergeMap *self, const FootholdRowType *type, gint64 id);
void foothold_merge_map_remember (FootholdMergeMap *self, const FootholdRowType *type, gint64 id, gint64 here);

/* Whether there is such a row to be seen, or to be with the batch. */
gboolean foothold_merge_map_is_here (FootholdMergeMap *self,
                                     FootholdDb *db,
                                     const FootholdRowType *type,
                                     gint64 id,
                                     gboolean *is_here,
                                     GError **error);
/* The id that what @id points at has here, whether it comes with the import or is there already; GINT64_UNKNOWN where
 * it is neither. */
gboolean foothold_merge_map_resolve (FootholdMergeMap *self,
                                     FootholdDb *db,
                                     const FootholdRowType *type,
                                     gint64 id,
                                     gint64 *here,
                                     GError **error);

/* The type of what @field points at; NULL where it points at nothing. */
const FootholdRowType *foothold_merge_map_reference (const FootholdField *field);

G_END_DECLS
