// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* What stands in memory goes into a file where the person wants it: whole, or not at all. */

G_BEGIN_DECLS

/*
 * Asks where to, from the window around @from, and writes @bytes there. @title: of the question; @name: offered for the
 * file. What came of it is said in a toast at @from, inside an AdwToastOverlay: @said ("Table saved"), or why not and
 * what to do.
 */
void foothold_file_save (GtkWidget *from, const char *title, const char *name, GBytes *bytes, const char *said);
/* Says at @from that a file was not written because of @error, and what to do. */
void foothold_file_say_not_saved (GtkWidget *from, const GError *error);

G_END_DECLS
