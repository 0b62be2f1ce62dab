/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db-worker.h"

/*
 * The rows an import brought, by their batch: running while they come in, done when
 * they are shown, hidden when the import is undone, deleting until the last is gone.
 * Writer thread.
 */

G_BEGIN_DECLS

/* Rows of one transaction at most: the reader never waits long (RELIABILITY decision 2). */
#define FOOTHOLD_BATCH_SLICE 500

/* A new batch, running; its id, or 0 on error. */
gint64 foothold_batch_begin (FootholdDb *db, const char *label, const char *source_name, GError **error);
/* Inside a write. */
gboolean foothold_batch_set_done (FootholdDb *db, gint64 batch, gint64 n_rows, GError **error);

gboolean foothold_batch_has_unfinished (FootholdDb *db, gboolean *unfinished, GError **error);
/* Takes back what unfinished imports changed in other rows, and marks their own to be deleted. */
gboolean foothold_batch_recover (FootholdDb *db, GError **error);
/* Deletes one slice of what is marked; @more: whether there is more to do. */
gboolean foothold_batch_delete_slice (FootholdDb *db, gboolean *more, GError **error);
gboolean foothold_batch_needs_deleting (FootholdDb *db, gboolean *needs, GError **error);

G_END_DECLS
