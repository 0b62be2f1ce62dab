// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "widgets/foothold-recycler-row.h"

/* One line of the outreach in its list. Its actions ("outreach.edit", "outreach.delete" and those of
 * foothold-outreach-deeds.h) select it and are those of the FootholdPeopleView around it. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OUTREACH_CARD (foothold_outreach_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOutreachCard, foothold_outreach_card, FOOTHOLD, OUTREACH_CARD, FootholdRecyclerRow)

/* What it is called: the organisation, else whom one asks; and of both the rest: "Ada Moreau · through Dan · met at the
 * fair", NULL for none. (transfer full) */
char *foothold_outreach_title (const FootholdOutreachRow *row);
char *foothold_outreach_subtitle (const FootholdOutreachRow *row);
/* "Again tomorrow", of what is under way; NULL for none. *@due: today or before. (transfer full) */
char *foothold_outreach_again_words (const FootholdOutreachRow *row, const GDate *today, gboolean *due);
/* Neither answered nor given up. */
gboolean foothold_outreach_is_open (const FootholdOutreachRow *row);

G_END_DECLS
