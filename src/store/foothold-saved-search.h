/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-query.h"
#include "store/foothold-rows.h"
#include "store/foothold-store.h"

/* Searches that a person keeps. Renaming and deleting one are foothold_store_save_row_async () and _delete_row_async
 * ().
 */

G_BEGIN_DECLS

/* Adds one below the others. Finish both with foothold_store_write_finish (). */
void foothold_saved_search_add_async (FootholdStore *store,
                                      const char *name,
                                      const char *text,
                                      const char *list_order,
                                      gboolean list_reversed,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* One place up (@step -1) or down (1); at an end nothing happens. */
void foothold_saved_search_move_async (FootholdStore *store,
                                       gint64 id,
                                       int step,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* How many open opportunities each text finds now. @texts: NULL-ended. */
void foothold_saved_search_count_async (FootholdStore *store,
                                        const char *const *texts,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* (transfer full): guint, in the order of the texts; NULL with an error. */
GArray *foothold_saved_search_count_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
