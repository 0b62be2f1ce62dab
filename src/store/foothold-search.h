/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db.h"

/*
 * What a person types, as a question to the two full-text indexes. The words are
 * quoted for FTS5 and bound; nothing typed ever becomes SQL or an operator.
 */

G_BEGIN_DECLS

/* Which of the two indexes answers. */
typedef enum
{
  FOOTHOLD_SEARCH_EVERYTHING, /* nothing to look for: no index is asked */
  FOOTHOLD_SEARCH_SHORT, /* only words of one and two letters: title, organisation, skills, place */
  FOOTHOLD_SEARCH_LONG,
} FootholdSearchIndex;

/*
 * Every word must be there, as the beginning of a word; what is in quotes must stand there as it
 * is. @match: (transfer full): the FTS5 expression, NULL for FOOTHOLD_SEARCH_EVERYTHING.
 */
FootholdSearchIndex foothold_search_parse (const char *text, char **match);

/* The ids of all hits, ascending (gint64); NULL with an error. Not for FOOTHOLD_SEARCH_EVERYTHING. */
GArray *foothold_search_hits (FootholdDb *db, FootholdSearchIndex index, const char *match, GError **error);

/* Indexes rows whose triggers were off: @ids (gint64) are not in the index yet. Inside a write. */
gboolean foothold_search_insert (FootholdDb *db, GArray *ids, GError **error);

/* A bulk import gathers more in memory and merges the index less often; the settings are put back afterwards. */
gboolean foothold_search_begin_bulk (FootholdDb *db, GError **error);
gboolean foothold_search_end_bulk (FootholdDb *db, GError **error);
/* One step of the merging that was put off; @more: whether there is more. Inside a write. */
gboolean foothold_search_merge_step (FootholdDb *db, gboolean *more, GError **error);

G_END_DECLS
