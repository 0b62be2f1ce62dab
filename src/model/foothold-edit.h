// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/*
 * A row while it is being edited: a copy that the widgets write to, saved when a
 * field is left and at the latest two seconds after a key, so that whatever kills
 * the program takes two seconds of typing with it at most.
 *
 * Signals: "failed" (GError): a change could not be saved; it is kept, and tried
 * again with the next one and, where the reason may pass (a full disk), by itself
 * every few seconds, which is not told again. "saved".
 */

G_BEGIN_DECLS

/* How long typing may stay in memory alone. */
#define FOOTHOLD_EDIT_KEEP_MS 1500

/* How long what could not be saved waits for the next try. */
#define FOOTHOLD_EDIT_RETRY_MS 4000

#define FOOTHOLD_TYPE_EDIT (foothold_edit_get_type ())

G_DECLARE_FINAL_TYPE (FootholdEdit, foothold_edit, FOOTHOLD, EDIT, GObject)

/* @row: a stored row that has a title or a name; a reference is taken. */
FootholdEdit *foothold_edit_new (FootholdStore *store, gpointer row);
/* The row as it is edited, immutable. (transfer none) */
gpointer foothold_edit_peek_row (FootholdEdit *self);
/* (transfer full): a copy to change and hand to foothold_edit_take (). */
gpointer foothold_edit_copy_row (FootholdEdit *self);
/* @row: (transfer full): the row after a key was pressed in @field. Saved soon. */
void foothold_edit_take (FootholdEdit *self, const char *field, gpointer row);
/* @row: (transfer full) (nullable): a new row of another table that what is taken next refers to. Both are one action.
 */
void foothold_edit_bring (FootholdEdit *self, gpointer row);
/* The program may end, something else is about to be done: saved now. */
void foothold_edit_save (FootholdEdit *self);
/* The program ends: saved now, also while a save is running, which nobody waits for any more. */
void foothold_edit_finish (FootholdEdit *self);
/* What could not be saved may be savable now: tried, and nothing is said where it is not. */
void foothold_edit_retry (FootholdEdit *self);
/* A field is left: saved now, and what is typed after it is an undo entry of its own. */
void foothold_edit_leave (FootholdEdit *self);
/* What the database says by now: fields that are not being edited follow it. */
void foothold_edit_rebase (FootholdEdit *self, gpointer row);
/* What was typed for @column is refused for good: it counts as not typed, and what else was is saved. */
void foothold_edit_give_up (FootholdEdit *self, const char *column);
/* Something is not saved yet. */
gboolean foothold_edit_is_pending (FootholdEdit *self);

G_END_DECLS
