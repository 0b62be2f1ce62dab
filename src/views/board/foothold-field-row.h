// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-field-text.h"

/*
 * One fact of an opportunity, edited where it stands: title, entry, where it is
 * known from, and the one sentence when it cannot be read. It holds text only;
 * what the text means and where it goes is its owner's.
 *
 * Signals: "typed": a key was pressed. "committed": the entry was left, or Enter,
 * or a choice made. "knowledge-chosen" (string): "not-looked-at", "not-said", "none" or
 * the source it is stated by ("page", "mail" …). "word-asked": of a list that a
 * person may extend, the choice to do so.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_FIELD_ROW (foothold_field_row_get_type ())

G_DECLARE_FINAL_TYPE (FootholdFieldRow, foothold_field_row, FOOTHOLD, FIELD_ROW, AdwPreferencesRow)

/* @field: the name of a field, static. */
GtkWidget *foothold_field_row_new (const char *field, FootholdEntryKind kind);
/* Where another word than the field's own says better what is meant. */
void foothold_field_row_set_title (FootholdFieldRow *self, const char *title);
/* What stands beside the title, or below it where that is too narrow. Once. */
void foothold_field_row_set_aside (FootholdFieldRow *self, GtkWidget *aside);
/* Where the group is called the same; a screen reader hears it still. */
void foothold_field_row_hide_title (FootholdFieldRow *self);
/* For fields that are no facts of the posting (title, notes). @keep_room: among rows that show what is known, where
 * the calendars of all of them stand below each other. */
void foothold_field_row_hide_knowledge (FootholdFieldRow *self, gboolean keep_room);
const char *foothold_field_row_get_field (FootholdFieldRow *self);
FootholdEntryKind foothold_field_row_get_kind (FootholdFieldRow *self);
/* What one types or chooses in: a FootholdWrappedEntry or a GtkDropDown. */
GtkWidget *foothold_field_row_get_entry (FootholdFieldRow *self);

/* Shows a value; an entry that is being edited keeps its text. @source may be NULL. */
void foothold_field_row_load (FootholdFieldRow *self, const char *text, const char *knowledge, const char *source);
/* Puts @text into the entry as if it had been typed. */
void foothold_field_row_put_text (FootholdFieldRow *self, const char *text);
/* The person's own words of an extensible list; both end with NULL. */
void foothold_field_row_set_own_words (FootholdFieldRow *self, const char *const *slugs, const char *const *names);
/* Chooses the word @name, as if it had been picked; where there is none it comes with what is committed. */
void foothold_field_row_put_word (FootholdFieldRow *self, const char *name);
/* The new FootholdTermRow that what is committed refers to, or NULL. (transfer full) */
gpointer foothold_field_row_steal_word (FootholdFieldRow *self);
/* What stands in the entry; the slug of a choice. (transfer full) */
char *foothold_field_row_dup_text (FootholdFieldRow *self);
/* Something was typed since it was loaded or committed. */
gboolean foothold_field_row_is_dirty (FootholdFieldRow *self);
/* NULL takes it away. */
void foothold_field_row_set_error (FootholdFieldRow *self, const char *sentence);
void foothold_field_row_edit (FootholdFieldRow *self);

G_END_DECLS
