/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-merge-rows.h"
#include "store/foothold-staging-private.h"

/* What counting the rows of an import shares with writing them. */

G_BEGIN_DECLS

struct _FootholdMergeRows
{
  FootholdStaging *staging;
  gint64 batch;
  FootholdMergeMap *map;
  FootholdMergePeople *people;
  GHashTable *learning, *same; /* ids of people here, counted as learning something, and as they are */
};

/* How a row is recognised when its id is not there: a column and the field it is compared with. */
typedef struct
{
  const FootholdRowType *type;
  FootholdOther other; /* what a person counts it as */
  gboolean named; /* carries the batch, comes before the opportunities */
  const char *find_sql; /* NULL: there is one row, id 1 */
  const char *fields[3];
} FootholdRecognise;

/* One that is here and learns nothing, unless another row of the import says more. */
void foothold_merge_rows_count_same (FootholdMergeRows *self, gint64 person, FootholdOthers *others);
/* NULL for rows that come otherwise. */
const FootholdRecognise *foothold_recognise_of (const FootholdRowType *type);
/* Lets @row point at what is here, or comes, under another id. */
gboolean foothold_merge_rows_map_references (FootholdMergeRows *self, FootholdDb *db, FootholdRow *row, GError **error);
/* The row that is the same here, or NULL; NULL with an error too. (transfer full) */
FootholdRow *foothold_merge_rows_find_here (FootholdMergeRows *self,
                                            const FootholdRecognise *how,
                                            FootholdDb *db,
                                            const FootholdRow *row,
                                            GError **error);

G_END_DECLS
