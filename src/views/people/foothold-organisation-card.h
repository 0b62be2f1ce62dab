// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/foothold-recycler-row.h"

/* One organisation in its list. Its actions ("organisation.edit", "organisation.open-site", "organisation.delete")
 * select it and are those of the FootholdPeopleView around it. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_ORGANISATION_CARD (foothold_organisation_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOrganisationCard,
                      foothold_organisation_card,
                      FOOTHOLD,
                      ORGANISATION_CARD,
                      FootholdRecyclerRow)

G_END_DECLS
