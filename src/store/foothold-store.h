/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sqlite/foothold-db-worker.h"
#include "sqlite/foothold-trouble.h"
#include "store/foothold-dossier.h"
#include "store/foothold-query.h"

/*
 * The façade of the database for the main thread: every change a person makes
 * goes through here as one labelled transaction that can be undone, and every
 * commit is announced once, with what it touched.
 *
 * Properties: "read-only" (bool), "damaged" (bool), "undo-label", "redo-label" (string or NULL:
 * nothing to undo), "undo-step" (which entry the next undo takes back; 0: none), "busy" (an import is merging).
 * Signals: "changed" (FootholdChanges *); "refused" (GError *): a write failed with a FOOTHOLD_DB_ERROR,
 * for who watches over the data as a whole; who asked for the write gets the error as well.
 */

G_BEGIN_DECLS

/* (table, id) pairs of one commit. A table with no id list changed as a whole (an import, a restore). */
typedef struct _FootholdChanges FootholdChanges;
#define FOOTHOLD_TYPE_CHANGES (foothold_changes_get_type ())
GType foothold_changes_get_type (void);
gboolean foothold_changes_has_table (const FootholdChanges *self, const char *table);
gboolean foothold_changes_has (const FootholdChanges *self, const char *table, gint64 id);

#define FOOTHOLD_TYPE_STORE (foothold_store_get_type ())
G_DECLARE_FINAL_TYPE (FootholdStore, foothold_store, FOOTHOLD, STORE, GObject)

/* @dir: the data directory; holds foothold.db, attachments/, backups/, the lock and the seal. */
void foothold_store_open_async (const char *dir,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
FootholdStore *foothold_store_open_finish (GAsyncResult *result, GError **error);
/* Waits for what is queued, closes both connections, writes the seal, gives up the lock. */
void foothold_store_close (FootholdStore *self);

const char *foothold_store_get_dir (FootholdStore *self);
/* Whether what nobody waits for is under way, step by step on the main loop: what opportunities are worth is worked out
 * anew, and before that files are checked. */
gboolean foothold_store_is_busy_aside (FootholdStore *self);
gboolean foothold_store_get_read_only (FootholdStore *self);
/* The file was damaged at rest, as the check after opening found: nothing is written any more, offer a backup. */
gboolean foothold_store_get_damaged (FootholdStore *self);
const char *foothold_store_get_undo_label (FootholdStore *self);
const char *foothold_store_get_redo_label (FootholdStore *self);

/* For lists and pages of one's own: @func runs on the reader thread. */
void foothold_store_push_read (FootholdStore *self, GTask *task, FootholdDbFunc func, GDestroyNotify destroy);
/*
 * The same for what should stand in the next frame: waits for the answer, a fraction of a frame at most. TRUE: it is
 * there and g_task_propagate_pointer () gives it; FALSE: it comes through the task's callback, as ever.
 */
gboolean foothold_store_push_read_for_frame (FootholdStore *self,
                                             GTask *task,
                                             FootholdDbFunc func,
                                             GDestroyNotify destroy);

/*
 * One write. @func runs on the writer thread inside the one write path; what it
 * changes in undoable tables becomes one undo entry called @label ("Drop 3
 * Opportunities"), NULL for a change that is no action of the person's.
 * Finish every _async write below with foothold_store_write_finish (); it returns
 * the id of the (first) row written, or 0 on error.
 */
void foothold_store_write_async (FootholdStore *self,
                                 const char *label,
                                 FootholdDbFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* The same for more of what the newest entry began: joins it where that is called @label too (typing in one field). */
void foothold_store_write_more_async (FootholdStore *self,
                                      const char *label,
                                      FootholdDbFunc func,
                                      gpointer data,
                                      GDestroyNotify free_data,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gint64 foothold_store_write_finish (FootholdStore *self, GAsyncResult *result, GError **error);

/* Saves the fields of @after that differ from @before; @before NULL inserts. Any row type. */
void foothold_store_save_row_async (FootholdStore *self,
                                    const char *label,
                                    gpointer before,
                                    gpointer after,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* The same for a field whose typing was saved before: one field is one undo entry, however often it was saved. */
void foothold_store_save_row_again_async (FootholdStore *self,
                                          const char *label,
                                          gpointer before,
                                          gpointer after,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void foothold_store_delete_row_async (FootholdStore *self,
                                      const char *label,
                                      gpointer row,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Inserts a dossier, or where its opportunity has an id makes the stored one equal to it (children too). */
void foothold_store_save_dossier_async (FootholdStore *self,
                                        const char *label,
                                        FootholdDossier *dossier,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* knowledge: "stated" with a source, "not-said", "not-looked-at", or "none" where foothold_facts_may_be_none () (these
 * also clear the value). "minutes_min" stands for the hours, "minutes_max" with it. */
void foothold_store_set_fact_async (FootholdStore *self,
                                    gint64 opportunity,
                                    const char *field,
                                    const char *knowledge,
                                    const char *source,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

typedef enum
{
  FOOTHOLD_ACTION_STAR,
  FOOTHOLD_ACTION_UNSTAR,
  FOOTHOLD_ACTION_ARCHIVE,
  FOOTHOLD_ACTION_UNARCHIVE,
  FOOTHOLD_ACTION_STILL_OPEN, /* a rolling window, on this day */
  FOOTHOLD_ACTION_DELETE,
  FOOTHOLD_ACTION_SET_STATE, /* needs @state; "dropped" wants a @reason */
  FOOTHOLD_ACTION_REOPEN, /* what was dropped or has expired, to where it stood */
} FootholdAction;

/* The same to one or many; the label comes with its count ("Drop 3 Opportunities"). @ids: gint64. */
void foothold_store_act_async (FootholdStore *self,
                               FootholdAction action,
                               GArray *ids,
                               const char *state,
                               const char *reason,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Finish both with foothold_store_undo_finish (): the label of what was undone or done again, NULL on error. */
void foothold_store_undo_async (FootholdStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void foothold_store_redo_async (FootholdStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *foothold_store_undo_finish (FootholdStore *self, GAsyncResult *result, GError **error);

void foothold_store_load_dossier_async (FootholdStore *self,
                                        gint64 opportunity,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
FootholdDossier *foothold_store_load_dossier_finish (FootholdStore *self, GAsyncResult *result, GError **error);

/* All rows of a small table (goal, want, skill, term, profile, organisation …): GPtrArray of FootholdRow. */
void foothold_store_load_rows_async (FootholdStore *self,
                                     const FootholdRowType *type,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *foothold_store_load_rows_finish (FootholdStore *self, GAsyncResult *result, GError **error);

/* The bytes of an attachment, verified against its hash. */
void foothold_store_load_attachment_async (FootholdStore *self,
                                           const char *sha256,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GBytes *foothold_store_load_attachment_finish (FootholdStore *self, GAsyncResult *result, GError **error);

/* Backups: newest first. */
typedef struct
{
  char *path;
  gint64 made_at; /* UTC milliseconds */
  gint64 size;
  char *reason; /* "session", "import", "migration", "restore", "delete", "manual", "salvage" */
} FootholdBackup;
void foothold_backup_free (FootholdBackup *self);
GPtrArray *foothold_store_list_backups (const char *dir, GError **error);
void foothold_store_backup_async (FootholdStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *foothold_store_backup_finish (FootholdStore *self, GAsyncResult *result, GError **error);
/*
 * On a directory whose store is closed: verifies @backup, makes a backup of the present file, sets that aside as
 * *.replaced-DATE, puts the copy in place. Where there is no room for the backup before, nothing is changed.
 * @before: (out) (optional) (transfer full): its path; NULL where there was no file, or none that can be read.
 */
gboolean foothold_store_restore (const char *dir, const char *backup, char **before, GError **error);

G_END_DECLS
