// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* A table on paper, or in a PDF: the heads on every page, rows whole, as many pages as it takes, each with its number.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *job_name;
  GPtrArray *cells; /* utf8, n_columns a row; the first row are the heads */
  guint n_columns;
  const double *shares; /* of the width, of each column; they add up to 1. NULL: all the same */
  const char *const *intro; /* lines above the table of the first page, the first of them large; NULL for none */
  const gboolean
    *marked; /* of each row: its first cell is bold, with the sign for "is not the same" before it; NULL for none */
  gboolean landscape;
  gboolean whole; /* cells are as long as they have to be, up to most of a page; else some lines of them */
} FootholdTablePrint;

/* Takes what it needs of @table now. (transfer full) */
GtkPrintOperation *foothold_table_print_new (const FootholdTablePrint *table);

G_END_DECLS
