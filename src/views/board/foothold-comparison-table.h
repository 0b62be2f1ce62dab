// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-comparison.h"

/*
 * A comparison as a table: a column for each opportunity, a line for each fact. Scrolled sideways the names of the
 * facts stay, scrolled down the heads do. Up and Down go from line to line, Left and Right bring other columns into
 * view; Tab goes on to the heads. A line that differs has a sign before its name, which is bold.
 *
 * Stands in a GtkViewport, which it tells not to scroll to the focus: it knows what lies under what stays.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COMPARISON_TABLE (foothold_comparison_table_get_type ())
G_DECLARE_FINAL_TYPE (FootholdComparisonTable, foothold_comparison_table, FOOTHOLD, COMPARISON_TABLE, GtkWidget)

/* The widgets above the columns, as many as are compared (FootholdComparisonHead). */
void foothold_comparison_table_set_heads (FootholdComparisonTable *self, GtkWidget *const *heads, guint n);
/* Shows it; lines that were there keep the focus. */
void foothold_comparison_table_show (FootholdComparisonTable *self,
                                     const FootholdComparison *comparison,
                                     gboolean only_differences);
G_END_DECLS
