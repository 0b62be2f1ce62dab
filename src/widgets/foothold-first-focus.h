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

/*
 * Where @content gets the keys, from foothold_first_focus () or from its dialog, but may stand further down than one
 * sees: what holds both stays at its top, where it says what it is about. The first key brings @content into sight.
 */
void foothold_first_focus_stays_at_top (GtkWidget *content);

G_END_DECLS
