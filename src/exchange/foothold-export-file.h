/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An export into a file: after a power cut there is the old file, the new file, or
 * nothing, never a part (R7). For the window as one asynchronous call.
 */

#pragma once

#include "exchange/foothold-export.h"
#include "store/foothold-store.h"

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_EXPORT_JSON,
  FOOTHOLD_EXPORT_CSV,
  FOOTHOLD_EXPORT_CSV_MACHINE,
  FOOTHOLD_EXPORT_VCARD,
} FootholdExportFormat;

/* "json", "csv" or "vcf" for a suggested name. */
const char *foothold_export_format_get_suffix (FootholdExportFormat format);

/* Writes @format to @out; @table: which, of CSV. See foothold-export.h. */
gboolean foothold_export_stream (FootholdDb *copy,
                                 FootholdExportFormat format,
                                 FootholdExportTable table,
                                 const char *dir,
                                 GOutputStream *out,
                                 guint *n_missing,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * foothold_export_to_path:
 * @path: a file to make or replace. Through a symbolic link it is the file behind it; a device or a pipe is
 * written to as it is. Where its folder cannot be written but the file can (a document portal), the file is
 * written, synced and read back.
 */
gboolean foothold_export_to_path (FootholdDb *copy,
                                  FootholdExportFormat format,
                                  FootholdExportTable table,
                                  const char *dir,
                                  const char *path,
                                  guint *n_missing,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * foothold_export_async:
 * @target: a local file, as a file chooser gives it
 *
 * From an open store, while it stays open and busy with other things.
 */
void foothold_export_async (FootholdStore *store,
                            FootholdExportFormat format,
                            FootholdExportTable table,
                            GFile *target,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* The same for @people (gint64) alone, as contact cards. Finish with foothold_export_finish (). */
void foothold_export_people_async (FootholdStore *store,
                                   GArray *people,
                                   GFile *target,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* @n_missing: (out) (optional): see foothold_export_json() */
gboolean foothold_export_finish (FootholdStore *store, GAsyncResult *result, guint *n_missing, GError **error);

G_END_DECLS
