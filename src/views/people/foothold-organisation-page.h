// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-organisation-store.h"

/*
 * Everything that is known of one organisation, edited where it stands, and all that names it, which it opens. Stands
 * inside a FootholdPeopleView.
 *
 * Actions: "organisation.add-person", "organisation.ask".
 * Signal: "gone": what was shown is not there any more.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_ORGANISATION_PAGE (foothold_organisation_page_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOrganisationPage, foothold_organisation_page, FOOTHOLD, ORGANISATION_PAGE, AdwBin)

void foothold_organisation_page_set_store (FootholdOrganisationPage *self, FootholdStore *store);
/* @id: 0 shows nothing. */
void foothold_organisation_page_show (FootholdOrganisationPage *self, gint64 id);
gint64 foothold_organisation_page_get_id (FootholdOrganisationPage *self);
/* NULL while it is on its way. (transfer none) */
const FootholdOrganisationDossier *foothold_organisation_page_peek (FootholdOrganisationPage *self);
/* The keys go to the first entry, now or when it is there. */
void foothold_organisation_page_edit (FootholdOrganisationPage *self);
void foothold_organisation_page_begin_day (FootholdOrganisationPage *self);
/* What is being typed is saved. @ends: nobody waits for an answer any more. */
void foothold_organisation_page_flush (FootholdOrganisationPage *self, gboolean ends);

G_END_DECLS
