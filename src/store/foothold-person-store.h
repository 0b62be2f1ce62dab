// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-query.h"
#include "store/foothold-rows.h"
#include "store/foothold-store.h"
#include "store/foothold-tie.h"

/*
 * The people that a person met: their list, everything that is known of one, and what is done with them. Each _async
 * is one entry of undo and finishes with foothold_store_write_finish().
 */

G_BEGIN_DECLS

/*
 * The ids (gint64) that @query asks for, for a windowed list. Each word of its text is somewhere in what is kept of a
 * person, the conversations among it, whatever the accents. Its orders: FOOTHOLD_ORDER_TITLE is by name,
 * FOOTHOLD_ORDER_NEWEST by the last contact, the latest first, FOOTHOLD_ORDER_DEADLINE by the day of the next step;
 * who has none comes last. It shows FOOTHOLD_SHOW_OPEN, FOOTHOLD_SHOW_ARCHIVED or all.
 */
GArray *foothold_person_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error);
/* The rows (FootholdPersonRow) in the order of @ids; those that are gone are left out. */
GPtrArray *foothold_person_load_rows (FootholdDb *db, GArray *ids, GError **error);

/* Everything that is kept of one person. Immutable once it is loaded; any thread. */
typedef struct
{
  gatomicrefcount ref_count;
  FootholdPersonRow *person;
  GPtrArray *contacts; /* FootholdPersonContactRow, in order */
  GPtrArray *conversations; /* FootholdConversationRow, the latest first */
  GPtrArray *ties; /* FootholdTie, the newest first */
} FootholdPersonDossier;

FootholdPersonDossier *foothold_person_dossier_ref (FootholdPersonDossier *self);
void foothold_person_dossier_unref (FootholdPersonDossier *self);
/* G_IO_ERROR_NOT_FOUND where nobody has that id. */
FootholdPersonDossier *foothold_person_dossier_load (FootholdDb *db, gint64 id, GError **error);
void foothold_person_dossier_load_async (FootholdStore *store,
                                         gint64 id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
FootholdPersonDossier *foothold_person_dossier_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/*
 * Inside a write: as foothold_row_save () for a person, which calls it. The organisation is found or made by its name;
 * one that nothing names any more goes.
 */
gint64 foothold_person_save (FootholdDb *db,
                             const FootholdPersonRow *before,
                             const FootholdPersonRow *after,
                             GError **error);
/* Inside a write: with all that is kept of them. What named them names nobody from then on. */
gboolean foothold_person_delete (FootholdDb *db, GArray *ids, GError **error);

/* @ids: gint64 */
void foothold_people_delete_async (FootholdStore *store,
                                   GArray *ids,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Puts them out of the way, or back. */
void foothold_people_archive_async (FootholdStore *store,
                                    GArray *ids,
                                    gboolean archive,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdPersonDossier, foothold_person_dossier_unref)

G_END_DECLS
