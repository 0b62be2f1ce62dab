// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-edit.h"

G_BEGIN_DECLS

/*
 * Each time that the window around @page becomes the active one, what @edit could not save is tried again: who comes
 * back from making room, or from putting a file back, finds it kept. Ends with @edit or @page, whichever goes first.
 */
void foothold_edit_return_watch (FootholdEdit *edit, GtkWidget *page);

G_END_DECLS
