// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-comparison.h"

/*
 * One line of the table of a comparison: a name that stays where it is seen, and a cell for each column. The table says
 * how wide they are; the line says how high it is then.
 */

G_BEGIN_DECLS

/* How the columns stand, in pixels: the same for all lines. */
typedef struct
{
  int name, column; /* widths */
  int shift; /* how far it is scrolled sideways, from where reading begins */
} FootholdComparisonColumns;

#define FOOTHOLD_TYPE_COMPARISON_LINE (foothold_comparison_line_get_type ())
G_DECLARE_FINAL_TYPE (FootholdComparisonLine, foothold_comparison_line, FOOTHOLD, COMPARISON_LINE, GtkWidget)

/* The line of heads. */
GtkWidget *foothold_comparison_line_new_heads (GtkWidget *const *heads, guint n);
/* The name of a group, without cells. */
GtkWidget *foothold_comparison_line_new_group (const char *name);
GtkWidget *foothold_comparison_line_new (const FootholdComparison *comparison, const FootholdComparedLine *line);

/* Static: of the fact, or NULL. */
const char *foothold_comparison_line_get_id (FootholdComparisonLine *self);
/* @columns: the table's, and stays. */
void foothold_comparison_line_set_columns (FootholdComparisonLine *self, const FootholdComparisonColumns *columns);
/* The least and the best widths of its name and of a cell; both only grow. */
void foothold_comparison_line_measure_columns (FootholdComparisonLine *self,
                                               FootholdComparisonColumns *least,
                                               FootholdComparisonColumns *best);

G_END_DECLS
