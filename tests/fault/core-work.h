/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store as a person uses it, one action after another, each waited for. */

#pragma once

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
  CORE_ACTIONS_ALL, /* backups too */
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
/* By hand, one of three names, also without a store. */
gboolean core_work_backup (CoreWork *self, GError **error);

/* Reads on the store's reader thread; of everything, or only of what undo brings back. */
char *core_work_digest (CoreWork *self, gboolean undoable, GError **error);

/* "COUNTER DIGEST": how many commits the file has seen, and everything in it. */
char *core_work_counter_and_digest (CoreWork *self, GError **error);

G_END_DECLS
