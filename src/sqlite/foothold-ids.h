/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foothold-db.h"

/* Ids (gint64, ascending) by the ten thousand: read at once, and put together. */

G_BEGIN_DECLS

/* Every connection has "foothold_ids (id)", an aggregate that gathers them. */
gboolean foothold_ids_register (FootholdDb *db, GError **error);

/*
 * All that @stmt gathers: "SELECT foothold_ids (id) FROM …". One step of SQLite for all costs half of what a step
 * for each does. (transfer full): each once; NULL with an error.
 */
GArray *foothold_stmt_ids (FootholdStmt *stmt, GError **error);

/* What is in both, what is in any, and what is in the first alone. (transfer full) */
GArray *foothold_ids_intersect (GArray *a, GArray *b);
GArray *foothold_ids_unite (GArray *a, GArray *b);
GArray *foothold_ids_without (GArray *a, GArray *b);
/* Those of @ids, in whatever order they stand, that are in @set. (transfer full) */
GArray *foothold_ids_keep (GArray *ids, GArray *set);

G_END_DECLS
