/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-merge-map.h"
#include "store/foothold-merge-people.h"
#include "store/foothold-staging.h"

/* The rows of an import that are no opportunities: organisations, people, skills, goals, wants, words, the profile. */

G_BEGIN_DECLS

typedef struct _FootholdMergeRows FootholdMergeRows;

FootholdMergeRows *foothold_merge_rows_new (FootholdStaging *staging, gint64 batch);
void foothold_merge_rows_free (FootholdMergeRows *self);

/* Finds which ids the wants of the import have here, or will have; nothing is written. */
gboolean foothold_merge_rows_find_wants (FootholdMergeRows *self, FootholdDb *db, GError **error);
/* Inserts organisations, people and skills that are not there, with the batch, and finds which ids the wants will have.
 * Inside a write, before the opportunities. */
gboolean foothold_merge_rows_insert_named (FootholdMergeRows *self, FootholdDb *db, GError **error);
/* Inserts the others, and fills what is unknown in rows that are there. Inside a recorded write. */
gboolean foothold_merge_rows_insert_rest (FootholdMergeRows *self, FootholdDb *db, GError **error);
/* Where its rows are found, also by those who bring other kinds. */
FootholdMergeMap *foothold_merge_rows_get_map (FootholdMergeRows *self);
/* While looking: TRUE the first time that it is said of somebody who is here already and learns something, who is then
 * no longer among the @others that are the same. */
gboolean foothold_merge_rows_count_learning (FootholdMergeRows *self, gint64 person, FootholdOthers *others);
FootholdMergePeople *foothold_merge_rows_get_people (FootholdMergeRows *self);

/* Whether it has what its table must have. */
gboolean foothold_merge_is_whole (const FootholdRow *row);
/* @here with what it does not know and @row does. What @batch (0 for none) made says whatever @row does. (transfer
 * full) */
FootholdRow *foothold_merge_fill (const FootholdRow *here, const FootholdRow *row, gint64 batch);

/* Lets answers to wants of the import name them by their ids here; @answers: FootholdAnswerRow, of one opportunity, to
 * be changed. The first answer to a want counts. */
void foothold_merge_rows_map_answers (FootholdMergeRows *self, GPtrArray *answers);

/* What these rows would bring, nothing written. Reader thread. */
gboolean foothold_merge_rows_count (FootholdMergeRows *rows, FootholdDb *db, FootholdOthers *others, GError **error);

G_END_DECLS
