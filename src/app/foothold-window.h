// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/foothold-session.h"
#include "store/foothold-due-list.h"

#include <adwaita.h>

/*
 * The window: sidebar, the view it names, first start, and what is said when
 * the data cannot be opened. It follows the session; the work is in the views.
 * Split by subject: -actions (what can be asked of it), -state (how it was
 * left), -navigation (sidebar and views), -ways-in (drop, paste, files).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_WINDOW (foothold_window_get_type ())
G_DECLARE_FINAL_TYPE (FootholdWindow, foothold_window, FOOTHOLD, WINDOW, AdwApplicationWindow)

/* @settings: (nullable): where to remember its size, view and so on. */
FootholdWindow *foothold_window_new (GtkApplication *application, FootholdSession *session, GSettings *settings);

/* Shows the preview of an import of @files, at once or as soon as the data is open. */
void foothold_window_import_files (FootholdWindow *self, GFile **files, guint n_files);
/* Opens the form for a new opportunity, at once or as soon as the data is open. */
void foothold_window_add_opportunity (FootholdWindow *self);
/* Shows what @entry is about, or all that is due where it is NULL; at once or as soon as the data is open. */
void foothold_window_open_due (FootholdWindow *self, const FootholdDueEntry *entry);
/* What is being typed is handed to the store, and how the window is left is kept; before the program ends. */
void foothold_window_flush (FootholdWindow *self);

G_END_DECLS
