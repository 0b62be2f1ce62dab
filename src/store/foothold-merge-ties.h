// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"
#include "store/foothold-merge-map.h"
#include "store/foothold-others.h"

/* What an object of an import that belongs to others points at, and which row here it is. */

G_BEGIN_DECLS

/* What a person counts it as. */
FootholdOther foothold_merge_other_of (const FootholdRowType *type);

/*
 * Lets @nest point at what is here or comes. *@tied: whether what it belongs to is; else it is to be left out.
 * @sink: told what is left out, and why; NULL for nobody.
 */
gboolean foothold_merge_tie (FootholdMergeMap *map,
                             FootholdDb *db,
                             FootholdNest *nest,
                             const FootholdSink *sink,
                             gboolean *tied,
                             GError **error);

/* The row here that @row is, once it is tied: by its id, else by what it says; *@id 0 where there is none. */
gboolean foothold_merge_find (FootholdMergeMap *map,
                              FootholdDb *db,
                              const FootholdRow *row,
                              gint64 *id,
                              GError **error);

/* Whether an opportunity that is there has no application, and @dossier brings one. */
gboolean foothold_merge_brings_application (FootholdDb *db,
                                            const FootholdDossier *dossier,
                                            gint64 opportunity,
                                            gboolean *brings,
                                            GError **error);

G_END_DECLS
