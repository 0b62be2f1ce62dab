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

/* Two expressions of FTS5, either of which may answer; NULL: the index is not asked. */
typedef struct
{
  char *names; /* of the small index: title, organisation, skills, place */
  char *text; /* of the large one, which has the posting and notes too */
  GPtrArray
    *words; /* each word or phrase for itself, as typed, in quotes where it was in quotes: tags are not indexed */
} FootholdSearch;

/*
 * Every word must be there, as the beginning of a word; what is in quotes must stand there as it is. Up to three
 * letters are beginnings only of names, and of three letters whole words of any text ("SQL"): most texts have a word
 * that begins like that. (transfer full): NULL where there is nothing to look for.
 */
FootholdSearch *foothold_search_parse (const char *text);
void foothold_search_free (FootholdSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdSearch, foothold_search_free)

/* The ids of all hits, ascending (gint64); NULL with an error. */
GArray *foothold_search_hits (FootholdDb *db, const FootholdSearch *search, GError **error);

/* Indexes rows whose triggers were off: @ids (gint64) are not in the index yet. Inside a write. */
gboolean foothold_search_insert (FootholdDb *db, GArray *ids, GError **error);
/* The same for applications, whose index may have them already. */
gboolean foothold_search_insert_applications (FootholdDb *db, GArray *ids, GError **error);

/* A bulk import gathers more in memory and merges the index less often; the settings are put back afterwards. */
gboolean foothold_search_begin_bulk (FootholdDb *db, GError **error);
gboolean foothold_search_end_bulk (FootholdDb *db, GError **error);
/* One step of the merging that was put off; @more: whether there is more. Inside a write. */
gboolean foothold_search_merge_step (FootholdDb *db, gboolean *more, GError **error);

G_END_DECLS
