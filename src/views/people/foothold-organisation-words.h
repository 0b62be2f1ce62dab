// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"

/* What is said of an organisation in a line. Pure functions; all texts are (transfer full). */

G_BEGIN_DECLS

/* "Company · Software and IT · 11–50 · Vietnam"; NULL where nothing is known. */
char *foothold_organisation_subtitle (const FootholdOrganisationRow *row);
/* "3 opportunities, 1 application, 2 people"; says so where nothing names it. */
char *foothold_organisation_counts (const FootholdOrganisationRow *row);
/* "Last contact 4 days ago"; NULL where there was none. */
char *foothold_organisation_contact_words (const FootholdOrganisationRow *row, const GDate *today);

G_END_DECLS
