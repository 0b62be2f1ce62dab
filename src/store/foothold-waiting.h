// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

/* What waits for the person on the board: the number beside it in the sidebar. */

G_BEGIN_DECLS

/*
 * Counts the opportunities on which nothing is decided and whose application window ends
 * from @first to @last (ISO dates, both included). Finish with foothold_store_count_waiting_finish (): -1 on error.
 */
void foothold_store_count_waiting_async (FootholdStore *self,
                                         const char *first,
                                         const char *last,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gssize foothold_store_count_waiting_finish (FootholdStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
