// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "store/foothold-staging.h"

/*
 * From files to a preview: reads each on a thread of its own, imports it into a
 * staging file, compares that with the database. The window and the command line both
 * begin an import here; foothold_store_merge_async () ends it.
 */

G_BEGIN_DECLS

typedef struct _FootholdImportSource FootholdImportSource;

FootholdImportSource *foothold_import_source_new_for_file (GFile *file);
/* Pasted text, a dropped page. @name: for reports and the kept page, or NULL. */
FootholdImportSource *foothold_import_source_new_for_bytes (GBytes *bytes, const char *name);
/* @fd: taken over; read from its beginning, or as a pipe where it is one. @name: as above. */
FootholdImportSource *foothold_import_source_new_for_fd (int fd, const char *name);
/* What the person calls it: the file's name. */
const char *foothold_import_source_get_name (const FootholdImportSource *self);
void foothold_import_source_free (FootholdImportSource *self);

/*
 * @sources: (element-type FootholdImportSource) (transfer container): freed with
 * foothold_import_source_free (), whatever free function the array has.
 *
 * A file that cannot be read or imported is a problem of the preview under its
 * name, never an error of the whole; so the preview may hold nothing but problems. An error is: cancelled,
 * no room for the staging file, a closed store. @progress is called on the main
 * context that this was called from, with 0 to 1, or is NULL.
 */
void foothold_exchange_prepare_async (FootholdStore *store,
                                      GPtrArray *sources,
                                      FootholdProgressFunc progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (transfer full): unref with foothold_staging_unref () */
FootholdStaging *foothold_exchange_prepare_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdImportSource, foothold_import_source_free)

G_END_DECLS
