// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"

/* The lines under the title of an opportunity's page. Both (transfer full). */

G_BEGIN_DECLS

/* "Open Pantry · Remote" */
char *foothold_opportunity_byline (const FootholdOpportunityRow *row);
/* "Shortlisted since 22 November 2026, 14:05: looks good · archived" */
char *foothold_opportunity_state_line (const FootholdDossier *dossier);

G_END_DECLS
