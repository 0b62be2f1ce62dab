/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Recording what a transaction changes, and taking it back (R20). Only tables named
 * by the caller are recorded: the shadow tables of a full-text index must not be,
 * their triggers keep them right.
 *
 * Changesets are ours and local. SQLite hangs on a cut one: never apply one that
 * came from outside.
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

typedef struct _FootholdRecorder FootholdRecorder;

/**
 * foothold_recorder_new:
 * @tables: NULL-terminated; each with a declared primary key
 *
 * To be made inside a write, before the first change, and freed inside it too.
 */
FootholdRecorder *foothold_recorder_new (FootholdDb *db, const char *const *tables, GError **error);
/* (transfer full): what has changed since, net; empty bytes where nothing has. NULL with an error. */
GBytes *foothold_recorder_get_changes (FootholdRecorder *self, GError **error);
void foothold_recorder_free (FootholdRecorder *self);

/**
 * foothold_db_apply_changes:
 * @inverted: takes back instead of doing again
 *
 * To be called inside a write. Foreign keys take no action of their own.
 *
 * Returns: FALSE with FOOTHOLD_DB_ERROR_CONFLICT where a row is not as it was left; the write must then roll back
 */
gboolean foothold_db_apply_changes (FootholdDb *db, GBytes *changes, gboolean inverted, GError **error);

typedef void (*FootholdChangedFunc) (const char *table, gint64 id, gpointer user_data);

/* Calls @func for each row in @changes, by the integer key in its first primary key column. */
gboolean foothold_changes_foreach (GBytes *changes, FootholdChangedFunc func, gpointer user_data, GError **error);

/* Whether @changes do no more than give rows that were there another value in @column; FALSE with an error too. */
gboolean foothold_changes_touch_only (FootholdDb *db, GBytes *changes, const char *column, GError **error);

/* (transfer full): both as one, as if they had been recorded together; NULL with an error. */
GBytes *foothold_changes_concat (GBytes *first, GBytes *second, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdRecorder, foothold_recorder_free)

G_END_DECLS
