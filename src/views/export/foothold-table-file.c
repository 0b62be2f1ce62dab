// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-export"

#include "foothold-table-file.h"

#include "exchange/foothold-export.h"
#include "widgets/foothold-file-saving.h"

#include <glib/gi18n.h>
#include <string.h>

/* By which spreadsheets know UTF-8. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void
foothold_table_file_save (GtkWidget *from, const char *title, const char *name, GPtrArray *cells, guint n_columns)
{
  g_autofree char *file_name = g_strconcat (name, ".csv", NULL);
  g_autofree char *rows = foothold_export_csv_cells (cells, n_columns);
  char *text = g_strconcat (BYTE_ORDER_MARK, rows, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  foothold_file_save (from, title, file_name, bytes, _ ("Table saved"));
}
