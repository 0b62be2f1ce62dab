/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/foothold-store.h"

/* Profiles to measure in: asynchronous calls are waited for. */

G_BEGIN_DECLS

/* GAsyncReadyCallback; @user_data: the GAsyncResult * that foothold_bench_wait () waits for. */
void foothold_bench_take_result (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *foothold_bench_wait (GAsyncResult **result);

/* What cannot be opened ends the program. */
FootholdStore *foothold_bench_open_store (const char *dir);
void foothold_bench_close_store (FootholdStore **store);

/* With all that is in it. */
void foothold_bench_remove_folder (const char *dir);

G_END_DECLS
