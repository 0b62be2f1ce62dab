/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Any number of believable opportunities from a seed, for trying the program out
 * with much in it and for measuring it. The same seed gives the same rows, ids
 * too, on every machine and on every day; a greater number begins with the same
 * rows. Not for samples that people look at closely: those are written by hand.
 */

#pragma once

#include "store/foothold-dossier.h"
#include "store/foothold-store.h"

G_BEGIN_DECLS

/* More than this at once is a typing mistake. */
#define FOOTHOLD_GENERATE_MAX_ROWS 10000000

/* 2026-08-01T06:00:00Z: the first is found here, the others a minute apart. */
#define FOOTHOLD_GENERATE_FIRST_INSTANT G_GINT64_CONSTANT (1785564000000)

typedef struct _FootholdGenerator FootholdGenerator;

FootholdGenerator *foothold_generator_new (guint64 seed);
void foothold_generator_free (FootholdGenerator *self);
/* The next opportunity, with ids everywhere save those of names. (transfer full) */
FootholdDossier *foothold_generator_next (FootholdGenerator *self);
/* Another id of the opportunity that was made last. */
gint64 foothold_generator_next_id (FootholdGenerator *self);
/* The opportunity @n, counted from 0, comes next. */
void foothold_generator_skip_to (FootholdGenerator *self, guint64 n);

/**
 * foothold_generate:
 * @db: a writer
 * @first: the place of the first in the sequence of this seed, from 0
 *
 * Writes the rows from @first on, slice by slice, each a transaction, and feeds the search index itself.
 * Those that are there already are left as they are. No entry on the undo stack. Cancelled or failed it
 * leaves the slices that are finished: the same call goes on from there.
 *
 * Returns: how many were written, -1 on error
 */
gint64 foothold_generate (FootholdDb *db,
                          guint64 first,
                          guint64 n_rows,
                          guint64 seed,
                          GCancellable *cancellable,
                          GError **error);

/**
 * foothold_generate_applications:
 *
 * In the same manner an application for each of those opportunities that is there and has not got it yet, with what
 * belongs to it and the people behind it. The opportunity goes to "applying".
 *
 * Returns: how many were written, -1 on error
 */
gint64 foothold_generate_applications (FootholdDb *db,
                                       guint64 first,
                                       guint64 n_rows,
                                       guint64 seed,
                                       GCancellable *cancellable,
                                       GError **error);

/* Called on the main thread. */
typedef void (*FootholdGenerateProgress) (guint64 done, guint64 total, gpointer user_data);

/* The same through an open store, in jobs short enough that a person's writes get in between. */
void foothold_store_generate_async (FootholdStore *self,
                                    guint64 n_rows,
                                    guint64 seed,
                                    FootholdGenerateProgress progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void foothold_store_generate_applications_async (FootholdStore *self,
                                                 guint64 n_rows,
                                                 guint64 seed,
                                                 FootholdGenerateProgress progress,
                                                 gpointer progress_data,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
/* Of either: how many were written. */
gint64 foothold_store_generate_finish (FootholdStore *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdGenerator, foothold_generator_free)

G_END_DECLS
