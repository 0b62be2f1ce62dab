// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* A table of texts goes into a file that a spreadsheet opens: the person chooses where. */

G_BEGIN_DECLS

/*
 * @cells (utf8), @n_columns a row, the first row the heads; quoted and guarded as every table that leaves (R16). @name:
 * offered for the file, without its suffix. What came of it is said in a toast at @from, inside an AdwToastOverlay.
 */
void foothold_table_file_save (GtkWidget *from, const char *title, const char *name, GPtrArray *cells, guint n_columns);

G_END_DECLS
