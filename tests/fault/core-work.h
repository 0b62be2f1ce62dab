/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store as a person uses it, one action after another, each waited for. */

#pragma once

#include "sqlite/foothold-migration.h"
#include "store/foothold-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *dir;
  FootholdStore *store;
  GRand *rand;
  guint n; /* actions tried */
} CoreWork;

/* NULL with @error where the store does not open. */
CoreWork *core_work_open (const char *dir, guint32 seed, GError **error);
void core_work_close (CoreWork *self);

typedef enum
{
  CORE_ACTIONS_SINGLE, /* each one commit: add, attach, edit, mark, drop, delete, undo, redo */
  CORE_ACTIONS_ALL, /* imports, exports, backups and the migration of a copy too */
} CoreActions;

/* One random action. FALSE with an error where it failed; nothing to undo is no failure. */
gboolean core_work_act (CoreWork *self, CoreActions actions, GError **error);
gboolean core_work_add (CoreWork *self, const char *title, GError **error);
gboolean core_work_load_attachment (CoreWork *self, const char *sha256, GError **error);
gboolean core_work_undo (CoreWork *self, gboolean redo, gboolean *done, GError **error);
/* How many entries can be undone. */
gboolean core_work_undo_depth (CoreWork *self, guint *depth, GError **error);
gboolean core_work_import (CoreWork *self, guint n, GError **error);
/* As a person asks for one; @path: (out) (optional) (transfer full). */
gboolean core_work_store_backup (CoreWork *self, char **path, GError **error);
/* As a file dropped on the window goes: from one of the pages of postings. */
gboolean core_work_import_page (CoreWork *self, GError **error);
/* Into export.json or export.csv beside the database. */
gboolean core_work_export (CoreWork *self, GError **error);
/* Brings a copy of the data, in older/, up to a version that some later program may have. */
gboolean core_work_migrate (CoreWork *self, GError **error);
/* Whether what the last two made is whole, where it is there. */
gboolean core_mix_check (const char *dir, GError **error);
/* The steps up to that version; one past those of this program. */
const FootholdMigration *core_mix_get_steps (guint *n_steps);
/* For foothold_db_migrate (); @data is the folder. */
gboolean core_mix_keep_backup (FootholdDb *db, guint from, guint to, gpointer data, GError **error);
/* By hand, one of three names, also without a store. */
gboolean core_work_backup (CoreWork *self, GError **error);

gpointer core_work_read (CoreWork *self, FootholdDbFunc func, gpointer data, GDestroyNotify destroy, GError **error);
void core_result_cb (GObject *object, GAsyncResult *result, gpointer user_data);
GAsyncResult *core_wait_for (GAsyncResult **place);

/* Reads on the store's reader thread; of everything, or only of what undo brings back. */
char *core_work_digest (CoreWork *self, gboolean undoable, GError **error);

/* "COUNTER DIGEST": how many commits the file has seen, and everything in it. */
char *core_work_counter_and_digest (CoreWork *self, GError **error);

G_END_DECLS
