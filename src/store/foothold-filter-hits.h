/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-filter.h"
#include "sqlite/foothold-db.h"

/* The opportunities that a filter lets through. */

G_BEGIN_DECLS

/*
 * @own: the person's currency, or NULL. *@ids: ascending (gint64), or NULL where @filter has no terms: everything. Each
 * term's set is kept with the connection until the database changes, so that typing on costs nothing for the terms
 * before.
 */
gboolean foothold_filter_hits (FootholdDb *db,
                               const FootholdFilter *filter,
                               const char *own,
                               GArray **ids,
                               GError **error);

/* The same for applications: what a term says of the opportunity, it says of those for it. */
gboolean foothold_filter_application_hits (FootholdDb *db,
                                           const FootholdFilter *filter,
                                           const char *own,
                                           GArray **ids,
                                           GError **error);

/* Whether a term asks for what lists usually leave out (dropped, expired, archived): the list then shows all. */
gboolean foothold_filter_wants_all (const FootholdFilter *filter);

/*
 * What reading a filter depends on: today, the person's own terms and currency. Kept with the connection until the
 * database or the day changes. (transfer none)
 */
const FootholdFilterContext *foothold_filter_load_context (FootholdDb *db, GError **error);

G_END_DECLS
