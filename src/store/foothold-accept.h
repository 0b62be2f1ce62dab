// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-application-states.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-appraisal.h"
#include "store/foothold-dossier.h"
#include "store/foothold-store.h"

/* What accepting an offer would mean, to be looked at before it is done. */

G_BEGIN_DECLS

typedef struct
{
  FootholdRow *application; /* FootholdApplicationRow */
  FootholdDossier *dossier; /* of its opportunity */
  FootholdAppraisal *appraisal;
  FootholdGates missing; /* of the four facts that gate it */
} FootholdOffer;

void foothold_offer_free (FootholdOffer *self);
/* Any thread that owns the connection; an error where the application is not there. */
FootholdOffer *foothold_offer_load (FootholdDb *db, gint64 application, GError **error);

void foothold_offer_load_async (FootholdStore *store,
                                gint64 application,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
FootholdOffer *foothold_offer_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/*
 * Its offer is open again: nothing is agreed any more. An engagement that has nothing of its own yet goes, one that has
 * is cancelled, and work that has begun is left to itself. Writer thread, inside a transaction.
 */
gboolean foothold_application_call_off (FootholdDb *db, gint64 application, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdOffer, foothold_offer_free)

G_END_DECLS
