/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db.h"

/*
 * Words in tags, for the search. Tags are few words on many rows: they are looked for among their names and not in
 * the full-text index, so that giving one to a hundred thousand opportunities indexes none of them anew.
 */

G_BEGIN_DECLS

/*
 * The opportunities (gint64, ascending) that have a tag with @words (as typed) in it; with @beginning the last of them
 * may go on. *@hits NULL: there is no such tag.
 */
gboolean foothold_tag_search_hits (FootholdDb *db,
                                   const char *words,
                                   gboolean beginning,
                                   GArray **hits,
                                   GError **error);

G_END_DECLS
