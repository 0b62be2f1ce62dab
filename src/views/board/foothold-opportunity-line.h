// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/foothold-opportunity-item.h"
#include "widgets/foothold-columns.h"

/* One opportunity as a line of the table. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_LINE (foothold_opportunity_line_get_type ())
G_DECLARE_FINAL_TYPE (FootholdOpportunityLine,
                      foothold_opportunity_line,
                      FOOTHOLD,
                      OPPORTUNITY_LINE,
                      FootholdOpportunityItem)

/* The columns of all lines, made where there are none yet. (transfer full) */
FootholdColumns *foothold_opportunity_line_ref_columns (void);

/* The column of the check marks is there while several are picked. */
void foothold_opportunity_line_show_marks (gboolean shown);

G_END_DECLS
