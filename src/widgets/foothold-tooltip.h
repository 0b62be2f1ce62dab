// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The tooltip of what a list shows anew at each key; @text (plain) may be NULL. gtk_widget_set_tooltip_text () asks the
 * display at once where the pointer is, and waits for its answer: thirty cards are thirty ways there and back. This one
 * is asked for its text when the pointer rests. A screen reader has it as the description.
 */
void foothold_tooltip_set_text (GtkWidget *widget, const char *text);

G_END_DECLS
