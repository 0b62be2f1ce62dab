// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"

/* The lines under the title of an opportunity's page. */

G_BEGIN_DECLS

/* "Open Pantry · Remote" (transfer full) */
char *foothold_opportunity_byline (const FootholdOpportunityRow *row);
/* "Shortlisted since Thu 19 Nov, 14:05: looks good · archived" (transfer full) */
char *foothold_opportunity_state_line (const FootholdDossier *dossier);
/* That none of its facts was read, and what to do; NULL where any is known. */
const char *foothold_opportunity_unread_line (const FootholdDossier *dossier);

G_END_DECLS
