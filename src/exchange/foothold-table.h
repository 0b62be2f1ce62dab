// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-import-source.h"
#include "store/foothold-store.h"

/*
 * Tables that are told what their columns are before they are imported, and the memory of
 * what was told: a file of its own in the data directory, so that no directory knows what
 * another's tables were. Not in the database: it is no record of the person's, and Undo has nothing to do with it.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TABLES_FILE "tables.ini"

typedef struct
{
  gatomicrefcount ref_count;
  char *name;
  GBytes *bytes;
  FootholdCsvLook *look; /* shown and changed; by one thread at a time */
  FootholdCsvHints hints; /* what was said of it */
  char *key; /* the header as it looked at first, or how it begins: under this it is remembered */
  gboolean remembered; /* the look follows what was told last time */
} FootholdTable;

/* Looks, and follows what is remembered in @dir (NULL: nothing). Any thread. */
FootholdTable *foothold_table_new (GBytes *bytes, const char *name, const char *dir, GError **error);
FootholdTable *foothold_table_ref (FootholdTable *self);
void foothold_table_unref (FootholdTable *self);
/* Whether nobody has to be asked what its columns are: our own export, and LinkedIn's. */
gboolean foothold_table_is_known (const FootholdTable *self);

/* Looks again on a thread of its own, told @hints; what nobody said of columns is proposed anew. @self stays as it
 * is where that fails. */
void foothold_table_look_again_async (FootholdTable *self,
                                      FootholdCsvHints hints,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean foothold_table_look_again_finish (FootholdTable *self, GAsyncResult *result, GError **error);

/* Keeps what was told of @tables (FootholdTable or NULL) in the store's directory, on a thread of its own. What fails
 * is only asked again. */
void foothold_tables_remember (FootholdStore *store, GPtrArray *tables);

/*
 * Which of @sources (transfer container, as of foothold_exchange_prepare_async ()) are tables that
 * somebody has to be asked about: an array as long as that, with a FootholdTable or NULL for each. What cannot be read
 * is none of them; preparing reports it. The only error is that it was cancelled.
 */
void foothold_exchange_look_async (FootholdStore *store,
                                   GPtrArray *sources,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *foothold_exchange_look_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdTable, foothold_table_unref)

G_END_DECLS
