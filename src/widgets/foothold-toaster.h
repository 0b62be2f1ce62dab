/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/*
 * Says in one line what was just done. The window holds the AdwToastOverlay and
 * owns the actions win.undo and win.redo; any widget inside it may speak.
 */

G_BEGIN_DECLS

/*
 * Shows @text (plain) in the toast overlay around @from, in place of what was said
 * before. With @with_undo it carries an Undo button for win.undo; undo is strictly
 * last in, first out, so there is never a second button.
 */
void foothold_toast (GtkWidget *from, const char *text, gboolean with_undo);
/* The newest change of the window @root is another one than the toast's that offers Undo: it would take that back. */
void foothold_toaster_forget_undo (GtkWidget *root);
/* As foothold_toast () for something that did not work; stays until it is closed. Frees nothing. */
void foothold_toast_error (GtkWidget *from, const GError *error);
/* The window says @error in another way, which the toast would only cover: the next foothold_toast_error () of it is
 * silent. */
void foothold_toaster_told (AdwToastOverlay *overlay, const GError *error);
/*
 * Escape within @overlay closes the dialog around it at once. By itself an overlay takes the first one for the toast
 * that it shows; in a dialog that is a key which does nothing one would notice.
 */
void foothold_toaster_let_escape (AdwToastOverlay *overlay);

G_END_DECLS
