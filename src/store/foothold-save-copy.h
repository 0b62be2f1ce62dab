// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

/* A way out when the open file can no longer be written: all that was read and written so far, as a file elsewhere. */

G_BEGIN_DECLS

/* @path: where to; what is there is replaced only by a whole and checked copy. */
void foothold_store_save_copy_async (FootholdStore *self,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean foothold_store_save_copy_finish (FootholdStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
