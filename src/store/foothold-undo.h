/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db-worker.h"
#include "store/foothold-changes.h"

/*
 * The undo stack (R20): each labelled write is one recorded changeset, stored in
 * the table "change" in the same transaction; an import is one entry of as many
 * rows as it took slices. Strictly last in, first out. Writer thread.
 */

G_BEGIN_DECLS

/* At least so many actions can be undone … */
#define FOOTHOLD_UNDO_MIN_DEPTH 100
/* … and more while they are no older and all together no larger than this. */
#define FOOTHOLD_UNDO_MAX_DEPTH 1000
#define FOOTHOLD_UNDO_MAX_AGE_MS (G_GINT64_CONSTANT (90) * 24 * 60 * 60 * 1000)
#define FOOTHOLD_UNDO_MAX_BYTES (G_GINT64_CONSTANT (64) * 1024 * 1024)

/*
 * Runs @func as one write. Where it changed something that can be undone and @label is not
 * NULL, that is an entry, what had been undone cannot be redone any more, and old entries go.
 * @batch: the import the entry belongs to, or 0.
 * @id: what @func returned. @changes: (transfer full): what the commit touched.
 */
gboolean foothold_undo_write (FootholdDb *db,
                              const char *label,
                              gint64 batch,
                              FootholdDbFunc func,
                              gpointer data,
                              gint64 *id,
                              FootholdChanges **changes,
                              GError **error);
/*
 * The same for more of what the newest entry began (typing goes on): joins it where that is called @label. Where both
 * together change nothing, the entry goes.
 */
gboolean foothold_undo_write_more (FootholdDb *db,
                                   const char *label,
                                   FootholdDbFunc func,
                                   gpointer data,
                                   gint64 *id,
                                   FootholdChanges **changes,
                                   GError **error);

/*
 * What nobody did (time passed): no entry of its own. It becomes part of the newest entry there is, and goes and comes
 * back with that; otherwise the entries below would not find the rows as they left them.
 */
gboolean foothold_undo_write_aside (FootholdDb *db,
                                    FootholdDbFunc func,
                                    gpointer data,
                                    gint64 *id,
                                    FootholdChanges **changes,
                                    GError **error);

/* Takes back the last entry, or does the next again. @label: (transfer full): its label; where something that was sent
 * is not noted any more, with a sentence that says that it stays sent. */
gboolean foothold_undo_step (FootholdDb *db, gboolean redo, char **label, FootholdChanges **changes, GError **error);

/* The labels of the next undo and redo, NULL where there is none. @step: of the next undo, 0 where there is none. */
gboolean foothold_undo_get_labels (FootholdDb *db, char **undo_label, char **redo_label, gint64 *step, GError **error);

/* Forgets what was undone; its imports are marked to be deleted. Inside a write. */
gboolean foothold_undo_drop_redo (FootholdDb *db, GError **error);
/* Forgets everything: after a migration. Inside a write. */
gboolean foothold_undo_clear (FootholdDb *db, GError **error);

G_END_DECLS
