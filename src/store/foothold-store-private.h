/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-lock.h"
#include "store/foothold-changes.h"
#include "store/foothold-guard.h"
#include "store/foothold-store.h"

/*
 * What the files of the façade share: foothold-store.c has its life and its one way to write,
 * foothold-store-open.c how it begins, foothold-store-checks.c what is checked while people work.
 */

G_BEGIN_DECLS

struct _FootholdStore
{
  GObject parent_instance;

  char *dir;
  FootholdDbWorker *writer;
  FootholdDbWorker *reader;
  FootholdDbWorker *checker;
  GCancellable *closing; /* of what the checker does */
  FootholdLock *lock; /* NULL where the data is read-only */
  FootholdGuard *guard;
  GPtrArray *left; /* paths of copies that no session before has checked */
  gboolean damaged;
  gboolean read_only;
  gboolean busy;
  gboolean judging; /* a step of the sweep is on its way */
  guint n_checks; /* under way or queued */
  gboolean deleting; /* a slice of undone imports is on its way */
  char *undo_label;
  char *redo_label;
  gint64 undo_step;
  GQueue waiting; /* Waiting: what waits for an import to end */
};

/* What a write brings back from the writer thread. */
typedef struct
{
  gint64 id;
  FootholdChanges *changes;
  char *label; /* of what was undone or redone */
  char *undo_label; /* the labels after the commit */
  char *redo_label;
  gint64 undo_step; /* as the labels */
  gboolean needs_judging; /* there are opportunities to judge */
  gboolean needs_deleting; /* there are rows of undone imports to delete */
  gboolean read_only;
  gboolean unchecked; /* after opening: there is more of the file to check */
} FootholdWriteResult;

FootholdWriteResult *foothold_write_result_new (void);
void foothold_write_result_free (gpointer data);
/* Writer thread, after the commit: what the main thread wants to know. */
gboolean foothold_write_result_finish (FootholdWriteResult *self, FootholdDb *db, GError **error);
/*
 * What is committed is reported as that: an error while looking at the stack afterwards
 * costs the label, not the truth. Once more, because the connection opens again meanwhile.
 */
void foothold_write_result_finish_committed (FootholdWriteResult *self, FootholdDb *db);

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

/* foothold_store_write_async () for what nobody did: see foothold_undo_write_aside (). */
void foothold_store_write_aside_async (FootholdStore *self,
                                       FootholdDbFunc func,
                                       gpointer data,
                                       GDestroyNotify free_data,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* foothold_store_write_async (), with a backup before it; @backup_reason: static, or NULL. */
void foothold_store_write_after_backup (FootholdStore *self,
                                        const char *label,
                                        const char *backup_reason,
                                        FootholdDbFunc func,
                                        gpointer data,
                                        GDestroyNotify free_data,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/* Main thread: what the check after opening found, or one later: nothing is written from here on. */
void foothold_store_set_damaged (FootholdStore *self);
/* Main thread: tells who watches over the data as a whole. */
void foothold_store_refuse (FootholdStore *self, const GError *error);

/* Writer thread, FootholdGuardCopiedFunc: has the copy checked. @user_data: the store. */
void foothold_store_backup_copied (const char *waiting, const GError *error, gpointer user_data);
/* Main thread, once after opening. @rest: of the file was not checked yet. */
void foothold_store_start_checks (FootholdStore *self, gboolean rest);

/* Main thread: judges what is to be judged, step by step, unless something more important is under way. */
void foothold_store_judge (FootholdStore *self);

/* Main thread: takes over labels, emits "changed". */
void foothold_store_announce (FootholdStore *self, FootholdChanges *changes);
void foothold_store_take_labels (FootholdStore *self, FootholdWriteResult *result);
void foothold_store_take_result (FootholdStore *self, FootholdWriteResult *result);
/* A job on the writer thread that reports to its own callback; @job: (transfer full). */
void foothold_store_push_job (FootholdStore *self, GTask *job, FootholdDbFunc func, GDestroyNotify destroy);

/* While an import merges, undo, redo and another import wait. */
typedef void (*FootholdStoreStartFunc) (FootholdStore *self, GTask *task);
/* Calls @start with @task (transfer full) now, or when nothing else is merging. */
void foothold_store_when_free (FootholdStore *self, GTask *task, FootholdStoreStartFunc start);
void foothold_store_set_busy (FootholdStore *self, gboolean busy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdWriteResult, foothold_write_result_free)

/* Merges what a bulk of writes left of the search index, in steps in the background that other writes get in between.
 */
void foothold_store_merge_index (FootholdStore *self);

G_END_DECLS
