// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-record.h"
#include "store/foothold-rows.h"

/* The record of one organisation. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_ORGANISATION (foothold_organisation_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOrganisation, foothold_organisation, FOOTHOLD, ORGANISATION, FootholdRecord)

/* (nullable): the row, typed; NULL while it is on its way. */
const FootholdOrganisationRow *foothold_organisation_peek (FootholdOrganisation *self);

G_END_DECLS
