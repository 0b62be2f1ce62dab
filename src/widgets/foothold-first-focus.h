/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Where the keys are when a dialog opens whose content comes later than its header bar. */

G_BEGIN_DECLS

/*
 * @content, or what is first in it, gets the keys, now or as soon as it is shown, and again where the dialog changes
 * from a window to a sheet, which would give them to its first button.
 */
void foothold_first_focus (GtkWidget *content);

G_END_DECLS
