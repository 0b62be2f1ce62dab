// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-staging.h"

/*
 * The columns of the tracker in an import. Who has changed nothing about the default five gets the import's; somebody's
 * own are kept, and columns that are not among them are added at the end.
 *
 * Applications come in before the columns do, since columns are recorded like an action and undone like one. Until
 * then an application whose column is still to come stands in one that is there.
 */

G_BEGIN_DECLS

typedef struct _FootholdMergeStages FootholdMergeStages;

/* NULL with an error. */
FootholdMergeStages *foothold_merge_stages_new (FootholdStaging *staging, GError **error);
void foothold_merge_stages_free (FootholdMergeStages *self);

/* Looks at the columns that are there now: before every slice, since a person may change them in between. */
gboolean foothold_merge_stages_look (FootholdMergeStages *self, FootholdDb *db, GError **error);
/* How many columns are new or change, after looking. *@sentence: what is wrong with those of the file, so that they
 * stay out; or NULL. */
guint foothold_merge_stages_count (FootholdMergeStages *self, const char **sentence);

/* The column, there now, in which application @id in @state goes that stood in @stage of the import (0 for none). */
gint64 foothold_merge_stages_place (FootholdMergeStages *self, gint64 id, gint64 stage, const char *state);

/* Inside a recorded write, after all applications: brings the columns, and what waits for them. */
gboolean foothold_merge_stages_write (FootholdMergeStages *self, FootholdDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdMergeStages, foothold_merge_stages_free)

G_END_DECLS
