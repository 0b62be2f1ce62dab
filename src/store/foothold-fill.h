/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-dossier.h"

/* What an import may add to an opportunity that is there already: only what is not stated, never in place of something.
 */

G_BEGIN_DECLS

/* Whether it says an amount of anything. */
gboolean foothold_fill_knows_money (const FootholdOpportunityRow *row);

/*
 * @here with what @there adds; NULL when it adds nothing. @differs: whether
 * @there says something else somewhere, which is not taken over; may be NULL.
 */
FootholdDossier *foothold_fill (const FootholdDossier *here, const FootholdDossier *there, gboolean *differs);

/*
 * The same of two that are both on their way in: *@dossier, which nobody else holds, is replaced by one that has what
 * @there adds; its pages, its application and its people stay its own. Whether anything was added.
 */
gboolean foothold_fill_into (FootholdDossier **dossier, const FootholdDossier *there, gboolean *differs);

/* Gives @filled, which nobody else holds, the value that @there has in @field, known or not, and how it is known. */
void foothold_fill_take (FootholdDossier *filled, const FootholdDossier *there, const FootholdField *field);

G_END_DECLS
