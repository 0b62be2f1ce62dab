/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/foothold-field-text.h"

/*
 * What one types a fact into, a line or a text, or chooses it from: a FootholdWrappedEntry or a GtkDropDown. What is
 * typed as a time zone is completed. It knows what was loaded, and so whether something was typed since; loading never
 * counts as typing.
 *
 * Signals: "typed": a key was pressed. "committed": it was left, or Enter, or a choice made, with something typed.
 * "word-asked": of a list that a person may extend, the choice to do so.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_FIELD_ENTRY (foothold_field_entry_get_type ())

G_DECLARE_FINAL_TYPE (FootholdFieldEntry, foothold_field_entry, FOOTHOLD, FIELD_ENTRY, AdwBin)

/* Before anything else, once. @field: the name of a field, static. */
void foothold_field_entry_setup (FootholdFieldEntry *self, const char *field, FootholdEntryKind kind);
/* What has the keys while one types or chooses. (transfer none) */
GtkWidget *foothold_field_entry_get_inner (FootholdFieldEntry *self);
/* What a screen reader calls it: the words of @label. */
void foothold_field_entry_set_label (FootholdFieldEntry *self, GtkLabel *label);
void foothold_field_entry_set_invalid (FootholdFieldEntry *self, gboolean invalid);
/* What an empty line says, NULL for nothing; a choice has no such thing. */
void foothold_field_entry_set_placeholder (FootholdFieldEntry *self, const char *words);
/* What the choice of nothing is called; a line has none. */
void foothold_field_entry_set_unknown (FootholdFieldEntry *self, const char *words);

/* Shows @text, and returns TRUE; while it is being edited it keeps what was typed, and returns FALSE. */
gboolean foothold_field_entry_load (FootholdFieldEntry *self, const char *text);
/* Puts @text in as if it had been typed. */
void foothold_field_entry_put_text (FootholdFieldEntry *self, const char *text);
/* What stands in it; the slug of a choice. (transfer full) */
char *foothold_field_entry_dup_text (FootholdFieldEntry *self);
/* Something was typed since it was loaded. */
gboolean foothold_field_entry_is_dirty (FootholdFieldEntry *self);
/* Something that goes on with what was typed is chosen: Enter takes that, and does nothing else. */
gboolean foothold_field_entry_is_completing (FootholdFieldEntry *self);
/* What was typed is to be kept now. */
void foothold_field_entry_commit (FootholdFieldEntry *self);

/* The person's own words of a list that may be extended; both end with NULL. */
void foothold_field_entry_set_own_words (FootholdFieldEntry *self, const char *const *slugs, const char *const *names);
/* Chooses the word @name, as if it had been picked; where there is none it comes with what is committed. */
void foothold_field_entry_put_word (FootholdFieldEntry *self, const char *name);
/* The new FootholdTermRow that what is committed refers to, or NULL. (transfer full) */
gpointer foothold_field_entry_steal_word (FootholdFieldEntry *self);

G_END_DECLS
