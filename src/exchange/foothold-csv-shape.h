// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-csv-look.h"

/* How a table is laid out; for the look alone. */

G_BEGIN_DECLS

/* Records in which the row of names is looked for. */
#define FOOTHOLD_CSV_HEADER_WITHIN 20

typedef struct
{
  char delimiter;
  guint n; /* records judged */
  guint columns; /* the most frequent number of cells */
  guint even; /* records that have it */
  guint n_fields; /* known names in the row of names */
  guint header; /* its record, from 1; 0: none */
  guint header_cells;
  gboolean spaced; /* a blank begins a cell, as behind the commas of a sentence */
  guint n_wide; /* records from there on with more than one cell */
  gsize skip; /* the line "sep=;" before the first record, or 0 */
} FootholdCsvShape;

/* @hints: what a person says; NULL finds out. */
FootholdCsvShape foothold_csv_shape_find (const char *text, gsize length, const FootholdCsvHints *hints);

/* What a name of a column stands for, static, or NULL. */
const char *foothold_csv_field_of_header (const char *cell);

G_END_DECLS
