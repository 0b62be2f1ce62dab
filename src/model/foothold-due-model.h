// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-clock.h"
#include "model/foothold-due-line.h"

/*
 * The due list for the main thread, in groups: a heading for each that has something, and its lines below unless it is
 * folded. It reads itself anew whenever something changed that it speaks of, and tells the smallest difference. A line
 * is the same object as long as it is about the same thing.
 */

G_BEGIN_DECLS

/* Properties: "loading" (bool): nothing was read yet; "error" (GError or NULL). Signal: "loaded". */
#define FOOTHOLD_TYPE_DUE_MODEL (foothold_due_model_get_type ())
G_DECLARE_FINAL_TYPE (FootholdDueModel, foothold_due_model, FOOTHOLD, DUE_MODEL, GObject)

/* @now: NULL is the real time. What is later, or was put off, is folded. */
FootholdDueModel *foothold_due_model_new (FootholdStore *store, FootholdNowFunc now);
/* Another day, or a moment passed: it reads anew, and all lines say "changed". */
void foothold_due_model_begin_day (FootholdDueModel *self);
/* The time that what it shows was read at, UTC milliseconds. */
gint64 foothold_due_model_get_now (FootholdDueModel *self);

gboolean foothold_due_model_get_loading (FootholdDueModel *self);
const GError *foothold_due_model_get_error (FootholdDueModel *self);
void foothold_due_model_set_folded (FootholdDueModel *self, FootholdDueGroup group, gboolean folded);
guint foothold_due_model_get_n_in (FootholdDueModel *self, FootholdDueGroup group);
/* The first that comes after this week and was not put off, or NULL. */
const FootholdDueEntry *foothold_due_model_peek_next (FootholdDueModel *self);

/* A number for what stands at @position that no other line has, as long as it is there; 0 for a heading. */
gint64 foothold_due_model_get_key (FootholdDueModel *self, guint position);
/* Where the line with that key stands, GTK's GTK_INVALID_LIST_POSITION (G_MAXUINT) when it is not shown. */
guint foothold_due_model_find (FootholdDueModel *self, gint64 key);
guint foothold_due_model_find_line (FootholdDueModel *self, FootholdDueLine *line);
/* How many of what stands before @position are headings. */
guint foothold_due_model_count_headings (FootholdDueModel *self, guint position);
/* The keys of all lines that are shown (gint64), in order; headings are 0. */
const gint64 *foothold_due_model_get_keys (FootholdDueModel *self, gsize *n);
/* The entry with that key, shown or not; NULL when it is gone. */
FootholdDueEntry *foothold_due_model_peek_key (FootholdDueModel *self, gint64 key);

G_END_DECLS
