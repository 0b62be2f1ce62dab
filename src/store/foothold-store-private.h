/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-changes.h"
#include "store/foothold-store.h"

/* What the files of the façade share: foothold-store.c has its life and its one way to write. */

G_BEGIN_DECLS

/* What a write brings back from the writer thread. */
typedef struct
{
  gint64 id;
  FootholdChanges *changes;
  char *label; /* of what was undone or redone */
  char *undo_label; /* the labels after the commit */
  char *redo_label;
  gboolean needs_deleting; /* there are rows of undone imports to delete */
  gboolean read_only;
} FootholdWriteResult;

FootholdWriteResult *foothold_write_result_new (void);
void foothold_write_result_free (gpointer data);
/* Writer thread, after the commit: what the main thread wants to know. */
gboolean foothold_write_result_finish (FootholdWriteResult *self, FootholdDb *db, GError **error);

/*
 * Runs @func on the writer thread; on the main thread takes over labels and emits "changed"
 * from the FootholdWriteResult it returns, then returns @task: with @id, or with @label.
 */
void foothold_store_push_write (FootholdStore *self,
                                GTask *task,
                                gboolean returns_label,
                                FootholdDbFunc func,
                                gpointer data,
                                GDestroyNotify free_data);

/* While an import merges, undo and redo wait. */
gboolean foothold_store_get_busy (FootholdStore *self);
void foothold_store_set_busy (FootholdStore *self, gboolean busy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdWriteResult, foothold_write_result_free)

G_END_DECLS
