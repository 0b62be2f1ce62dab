// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Ctrl+Z, Shift+Ctrl+Z and Ctrl+Y for a dialog whose changes are written at once: the keys of the window, which owns
 * win.undo and win.redo, do not reach a dialog. From a class_init.
 */
void foothold_undo_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
