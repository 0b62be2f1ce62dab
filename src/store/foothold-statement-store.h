// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/* The statement of interest that goes with an application. */

G_BEGIN_DECLS

/* Keeps @text as the statement; @append: below the one that is there. One entry of undo. Finish with
 * foothold_store_write_finish (). */
void foothold_statement_keep_async (FootholdStore *store,
                                    gint64 application,
                                    const char *text,
                                    gboolean append,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
