/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that write JSON share; nobody else includes it. */

#pragma once

#include "exchange/foothold-export-writer.h"
#include "sqlite/foothold-db.h"

G_BEGIN_DECLS

/* A string with its quotes. What is not UTF-8 (something else wrote the file) is replaced, so that the export can be
 * read. */
void foothold_export_json_add_text (FootholdExportWriter *writer, const char *text);
/* Decimal text, as ids are larger than what every reader takes for a number. */
void foothold_export_json_add_id (FootholdExportWriter *writer, gint64 id);
/* A member of the file's object: an array with a line for each of its objects. @first: TRUE before the first line */
void foothold_export_json_begin_array (FootholdExportWriter *writer, const char *name);
void foothold_export_json_next_line (FootholdExportWriter *writer, gboolean *first);
void foothold_export_json_end_array (FootholdExportWriter *writer, gboolean empty);

/**
 * foothold_export_json_files:
 * @dir: (nullable): the data directory
 *
 * The array of kept files, each once, its bytes in base64. What cannot be read is
 * null there and counted in *@n_missing.
 */
gboolean foothold_export_json_files (FootholdExportWriter *writer,
                                     FootholdDb *db,
                                     const char *dir,
                                     guint *n_missing,
                                     GError **error);

G_END_DECLS
