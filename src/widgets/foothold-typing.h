// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

/*
 * When what is typed is to be kept: on leaving the field, on Enter, and within
 * two seconds of typing, so that a power cut costs no more than that.
 */

G_BEGIN_DECLS

typedef void (*FootholdTypingFunc) (GtkWidget *field, gpointer user_data);

/*
 * Calls @func for what was typed into @field (an editable or a text view) since the last
 * foothold_typing_settle (). @user_data must live as long as @field.
 */
void foothold_typing_follow (GtkWidget *field, FootholdTypingFunc func, gpointer user_data);
/* Shows @text, unless the person is typing here just now or what stands here is refused; what is shown counts as kept.
 */
void foothold_typing_set_text (GtkWidget *field, const char *text);
/* Calls the function now if something was typed. */
void foothold_typing_commit (GtkWidget *field);
/* Marks what cannot be read, for the eye and the ear; @hint: what to write instead, which a row says in place of its
 * title. */
void foothold_typing_set_valid (GtkWidget *field, gboolean valid, const char *hint);
/* (transfer full): what stands in the field, without white space around it; NULL when that is nothing. */
char *foothold_typing_get_text (GtkWidget *field);

/*
 * The field's own undo begins anew with what stands in it now. For what is kept: taking that back is the window's
 * undo, and with two memories of one change the keys would bring back what they took.
 */
void foothold_typing_forget (GtkWidget *field);
/*
 * For an entry that is no field of anything (a search, a line that adds): while it is empty the keys go on to the
 * window. An entry that nothing was typed into would swallow them.
 */
void foothold_typing_pass_undo (GtkWidget *entry);
/* Empties an entry whose words went into a list; what they were is the window's to undo. */
void foothold_typing_clear (GtkWidget *field);

G_END_DECLS
