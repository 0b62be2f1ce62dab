// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * An entry that shows all of its text: it wraps and grows where a GtkText would
 * cut. As a line it takes no line ends: Enter emits “activate”, and what is pasted
 * becomes one line. With “lines” it is a text of any length. A text that is loaded
 * is shown as it is, whatever it holds.
 *
 * Signals: “changed” whenever the text is another one, “activate”.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_WRAPPED_ENTRY (foothold_wrapped_entry_get_type ())
G_DECLARE_FINAL_TYPE (FootholdWrappedEntry, foothold_wrapped_entry, FOOTHOLD, WRAPPED_ENTRY, GtkTextView)

GtkWidget *foothold_wrapped_entry_new (gboolean lines);

/* A row of a list with its title above such an entry of one line, which goes to *@entry. */
GtkWidget *foothold_wrapped_row_new (const char *title, GtkWidget **entry);

/* (transfer full), never NULL */
char *foothold_wrapped_entry_dup_text (FootholdWrappedEntry *self);
/* Not undone by the entry's own undo. The cursor stays where the text is the same already. */
void foothold_wrapped_entry_set_text (FootholdWrappedEntry *self, const char *text);
/* What stands there while there is no text; @words may be NULL. */
void foothold_wrapped_entry_set_placeholder (FootholdWrappedEntry *self, const char *words);
/* Whether Enter ends the entry instead of beginning a line. */
gboolean foothold_wrapped_entry_is_line (FootholdWrappedEntry *self);

G_END_DECLS
