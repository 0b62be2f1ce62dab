// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import-answers.h"
#include "exchange/foothold-import-source.h"
#include "exchange/foothold-table.h"
#include "store/foothold-staging.h"

/*
 * From files to a preview: reads each on a thread of its own, imports it into a
 * staging file, compares that with the database. The window and the command line both
 * begin an import here; foothold_store_merge_async () ends it.
 */

G_BEGIN_DECLS

/*
 * @sources: (element-type FootholdImportSource) (transfer container): freed with
 * foothold_import_source_free (), whatever free function the array has.
 * @tables: (element-type FootholdTable) (nullable): as foothold_exchange_look_finish () gave them for the same
 * sources, with what the person said; not to be changed before the end. What is not among them is read as it looks.
 * @answers: (nullable): what the person said to questions; copied. Those that are still open are counted by the
 * staging, and nothing may be merged before they are answered.
 *
 * A file that cannot be read or imported is a problem of the preview under its
 * name, never an error of the whole; so the preview may hold nothing but problems. An error is: cancelled,
 * no room for the staging file, a closed store. @progress is called on the main
 * context that this was called from, with 0 to 1, or is NULL.
 */
void foothold_exchange_prepare_async (FootholdStore *store,
                                      GPtrArray *sources,
                                      GPtrArray *tables,
                                      const FootholdImportAnswers *answers,
                                      FootholdProgressFunc progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (transfer full): unref with foothold_staging_unref () */
FootholdStaging *foothold_exchange_prepare_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
