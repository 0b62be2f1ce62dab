// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/foothold-columns.h"

/*
 * A small table of figures, a name in the first column and numbers in the others, read by a screen reader cell by cell.
 * For a few dozen rows; what may be longer is a list.
 */

G_BEGIN_DECLS

/* @title: what it is about. The heads are the titles of @columns. */
GtkWidget *foothold_figure_table_new (FootholdColumns *columns, const char *title);
/* One more row; @cells: a text for each column. */
void foothold_figure_table_add (GtkWidget *table, const char *const *cells);
/* Only the heads are left. */
void foothold_figure_table_clear (GtkWidget *table);

G_END_DECLS
