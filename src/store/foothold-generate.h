/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Any number of believable opportunities from a seed, for trying the program out
 * with much in it and for measuring it. The same seed gives the same rows, ids
 * too, on every machine and on every day; a greater number begins with the same
 * rows. Not for samples that people look at closely: those are written by hand.
 */

#pragma once

#include "sqlite/foothold-db.h"
#include "store/foothold-dossier.h"

G_BEGIN_DECLS

/* More than this at once is a typing mistake. */
#define FOOTHOLD_GENERATE_MAX_ROWS 10000000

typedef struct _FootholdGenerator FootholdGenerator;

FootholdGenerator *foothold_generator_new (guint64 seed);
void foothold_generator_free (FootholdGenerator *self);
/* The next opportunity, with ids everywhere save those of names. (transfer full) */
FootholdDossier *foothold_generator_next (FootholdGenerator *self);

/* Called on the thread of the connection after each slice. */
typedef void (*FootholdGenerateProgress) (guint64 done, guint64 total, gpointer user_data);

/**
 * foothold_generate:
 * @db: a writer
 * @n_rows: how many are to be there of this seed; those that are there already are left as they are
 * @progress: (nullable):
 *
 * Writes slice by slice, each a transaction, and feeds the search index itself. No entry on the undo
 * stack. Cancelled or failed it leaves the slices that are finished: the same call goes on from there.
 *
 * Returns: how many were written, -1 on error
 */
gint64 foothold_generate (FootholdDb *db,
                          guint64 n_rows,
                          guint64 seed,
                          FootholdGenerateProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdGenerator, foothold_generator_free)

G_END_DECLS
