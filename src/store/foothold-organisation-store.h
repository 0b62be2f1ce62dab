// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-query.h"
#include "store/foothold-rows.h"
#include "store/foothold-store.h"
#include "store/foothold-tie.h"

/*
 * The hosts: their list, and everything that is known of one. They come with the opportunities, people and outreach
 * that name them; a name of which anything else is known stays without those.
 */

G_BEGIN_DECLS

/*
 * The ids (gint64) that @query asks for, for a windowed list. Each word of its text is somewhere in what is kept of an
 * organisation, its type, industry and country in words among it, whatever the accents. Its orders:
 * FOOTHOLD_ORDER_TITLE is by name, FOOTHOLD_ORDER_NEWEST by the last contact, the latest first, FOOTHOLD_ORDER_FIT by
 * how many opportunities it has, most first. What is to be shown is not asked.
 */
GArray *foothold_organisation_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error);
/* The rows (FootholdOrganisationRow) in the order of @ids, counted; those that are gone are left out. */
GPtrArray *foothold_organisation_load_rows (FootholdDb *db, GArray *ids, GError **error);

/* Ends with NULL: the tables that what is said of an organisation comes from, beside its own. */
extern const char *const foothold_organisation_joined_tables[];

/* So many of each kind come with a dossier; the row says how many there are. */
#define FOOTHOLD_ORGANISATION_MOST 40

/* Everything that is kept of one organisation. Immutable once it is loaded; any thread. */
typedef struct
{
  gatomicrefcount ref_count;
  FootholdOrganisationRow *organisation; /* counted */
  GPtrArray *people; /* FootholdPersonRow, by name, those archived last */
  GPtrArray *opportunities; /* FootholdTie, the newest first */
  GPtrArray *applications; /* FootholdTie, the newest first */
  GPtrArray *outreach; /* FootholdOutreachRow, the newest first */
} FootholdOrganisationDossier;

FootholdOrganisationDossier *foothold_organisation_dossier_ref (FootholdOrganisationDossier *self);
void foothold_organisation_dossier_unref (FootholdOrganisationDossier *self);
/* G_IO_ERROR_NOT_FOUND where none has that id. */
FootholdOrganisationDossier *foothold_organisation_dossier_load (FootholdDb *db, gint64 id, GError **error);
void foothold_organisation_dossier_load_async (FootholdStore *store,
                                               gint64 id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
FootholdOrganisationDossier *foothold_organisation_dossier_load_finish (FootholdStore *store,
                                                                        GAsyncResult *result,
                                                                        GError **error);

/*
 * Inside a write: as foothold_row_save () for an organisation, which calls it. Organisations are known by their names:
 * one that is called like another is refused with G_IO_ERROR_EXISTS.
 */
gint64 foothold_organisation_save (FootholdDb *db,
                                   const FootholdOrganisationRow *before,
                                   const FootholdOrganisationRow *after,
                                   GError **error);
/* Inside a write. What something names is refused with G_IO_ERROR_BUSY. */
gboolean foothold_organisation_delete (FootholdDb *db, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdOrganisationDossier, foothold_organisation_dossier_unref)

G_END_DECLS
