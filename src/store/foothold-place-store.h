// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-query.h"
#include "store/foothold-rows.h"
#include "store/foothold-store.h"

/*
 * Places to look: where a person looks for opportunities, and what they found
 * there. An opportunity was found at the place that it names; where it names none, at
 * every place at whose address (the host) it lies.
 */

G_BEGIN_DECLS

/* All ids (gint64): those with a rhythm by the day they are due, never looked at first, then the others; by name. For a
 * windowed list, as the next one. @query: asks for nothing. */
GArray *foothold_place_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error);
/* The rows (FootholdPlaceRow) in the order of @ids, with what they yielded; those that are gone are left out. */
GPtrArray *foothold_place_load_rows (FootholdDb *db, GArray *ids, GError **error);

/* Says of @row that it was found at the place @name, and by what kind of place. @id: 0 where the name tells it, when it
 * is stored. @kind: a slug of foothold_place_kinds. */
void foothold_place_mark_found (FootholdOpportunityRow *row, gint64 id, const char *name, const char *kind);

/* Inside a write. What was found there stays, and names no place any more. */
gboolean foothold_place_delete (FootholdDb *db, gint64 id, GError **error);

/* As foothold_store_save_row_async (), and refuses a name that another place has (G_IO_ERROR_EXISTS). */
void foothold_place_save_async (FootholdStore *store,
                                const char *label,
                                FootholdPlaceRow *before,
                                FootholdPlaceRow *after,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* How many are to be looked at on @today (ISO) or were before. Finish with foothold_store_count_waiting_finish (). */
void foothold_place_count_due_async (FootholdStore *store,
                                     const char *today,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

G_END_DECLS
