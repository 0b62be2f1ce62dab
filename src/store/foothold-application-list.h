// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/foothold-db.h"
#include "store/foothold-query.h"

/* Lists of applications: a column of the board of stages, or all of them as a table. Any thread that owns the
 * connection. */

G_BEGIN_DECLS

/*
 * All ids of the answer in its order (gint64). The query's text is words that an application holds, and filters as
 * above the board; "state:" is that of the application. Its show is open (not archived), archived, or all.
 */
GArray *foothold_application_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error);
/* The rows (FootholdApplicationRow) in the order of @ids (gint64); those that are gone are left out. */
GPtrArray *foothold_application_load_rows (FootholdDb *db, GArray *ids, GError **error);

G_END_DECLS
