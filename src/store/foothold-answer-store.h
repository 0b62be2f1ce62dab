// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/* What a person answers about one opportunity to a question that no field holds ("want/ID", "warning-signs/ID"). */

G_BEGIN_DECLS

/* @answer: "yes", "no", or NULL for none. Finish with foothold_store_write_finish (). */
void foothold_store_set_answer_async (FootholdStore *self,
                                      const char *label,
                                      gint64 opportunity,
                                      const char *item,
                                      const char *answer,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

G_END_DECLS
