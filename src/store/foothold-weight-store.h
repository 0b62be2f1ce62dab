// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/* How much each part of the judging counts, where it is not our default. Finish both with foothold_store_write_finish
 * (). */

G_BEGIN_DECLS

/* @part: one of foothold_judging_weight_parts, static. What follows at once under the same @label is one undo entry. */
void foothold_store_set_weight_async (FootholdStore *self,
                                      const char *label,
                                      const char *part,
                                      guint permille,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Back to our defaults, all of them. */
void foothold_store_reset_weights_async (FootholdStore *self,
                                         const char *label,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

G_END_DECLS
