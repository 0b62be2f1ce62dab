/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/foothold-window-list.h"

/*
 * What a windowed list asks the reader thread, and what comes back. A question
 * for the next frame is waited for a fraction of a frame; its callback then runs
 * before the asking function returns.
 */

G_BEGIN_DECLS

typedef struct
{
  GArray *ids; /* gint64, all of the answer in its order */
  GPtrArray *rows; /* FootholdRow: those of the first ids, or NULL where none were asked for */
  gboolean hides; /* none is open, and there are others */
} FootholdWindowAnswer;

void foothold_window_answer_free (FootholdWindowAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdWindowAnswer, foothold_window_answer_free)

/**
 * foothold_window_ask_rows:
 * @asker: the source object of @callback
 * @ids: gint64 each, kept
 *
 * @callback gets a GPtrArray of FootholdRow from foothold_window_take_answer().
 */
void foothold_window_ask_rows (gpointer asker,
                               FootholdStore *store,
                               const FootholdWindowSource *source,
                               GArray *ids,
                               gboolean for_frame,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback);

/**
 * foothold_window_ask_ids:
 * @query: copied
 * @n_rows: how many of the first rows come along
 *
 * @callback gets a FootholdWindowAnswer from foothold_window_take_answer().
 */
void foothold_window_ask_ids (gpointer asker,
                              FootholdStore *store,
                              const FootholdWindowSource *source,
                              const FootholdQuery *query,
                              guint n_rows,
                              gboolean for_frame,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback);

/**
 * foothold_window_take_answer:
 *
 * The answer, once: after a question for the next frame the main context calls
 * back a second time, and is told G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
gpointer foothold_window_take_answer (GAsyncResult *result, GError **error);

G_END_DECLS
