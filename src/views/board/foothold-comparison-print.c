// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-comparison-print.h"

#include "widgets/foothold-table-print.h"

#include <glib/gi18n.h>

#define NAME_SHARE 0.2 /* of the width */

/* The last column of the cells says whether the line differs, and is no column of paper. */
GtkPrintOperation *
foothold_comparison_print_new (const FootholdComparison *comparison, gboolean only_differences)
{
  guint n_columns;
  g_autoptr (GPtrArray) all = foothold_comparison_to_cells (comparison, only_differences, &n_columns);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const guint n_rows = all->len / n_columns, n_printed = n_columns - 1;
  g_autofree gboolean *marked = g_new0 (gboolean, n_rows);
  g_autofree double *shares = g_new (double, n_printed);

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_printed; column++)
        g_ptr_array_add (cells, g_strdup (g_ptr_array_index (all, row * n_columns + column)));
      marked[row] = row > 0 && g_str_equal (g_ptr_array_index (all, row * n_columns + n_printed), _ ("Yes"));
    }
  for (guint column = 0; column < n_printed; column++)
    shares[column] = column == 0 ? NAME_SHARE : (1 - NAME_SHARE) / (n_printed - 1);

  return foothold_table_print_new (&(FootholdTablePrint) {
    .job_name = _ ("Comparison"),
    .cells = cells,
    .n_columns = n_printed,
    .shares = shares,
    .marked = marked,
    /* columns want width */
    .landscape = comparison->n > 2,
  });
}
