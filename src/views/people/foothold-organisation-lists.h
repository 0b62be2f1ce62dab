// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-organisation-store.h"

/* What names an organisation, as rows of a list that open it. The rows of @list are made anew; the keys stay where they
 * were. What is too much for a page is counted at its end. */

G_BEGIN_DECLS

void foothold_organisation_lists_show_people (GtkListBox *list, const FootholdOrganisationDossier *dossier);
void foothold_organisation_lists_show_opportunities (GtkListBox *list, const FootholdOrganisationDossier *dossier);
void foothold_organisation_lists_show_applications (GtkListBox *list, const FootholdOrganisationDossier *dossier);
void foothold_organisation_lists_show_outreach (GtkListBox *list, const FootholdOrganisationDossier *dossier);

G_END_DECLS
