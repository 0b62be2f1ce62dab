// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/foothold-opportunity-item.h"
#include "widgets/foothold-columns.h"

/* One opportunity as a line of the table, and the head of that: a button for each column that lists can be ordered by.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_LINE (foothold_opportunity_line_get_type ())
G_DECLARE_FINAL_TYPE (FootholdOpportunityLine,
                      foothold_opportunity_line,
                      FOOTHOLD,
                      OPPORTUNITY_LINE,
                      FootholdOpportunityItem)

/* The columns of all lines, made where there are none yet. (transfer full) */
FootholdColumns *foothold_opportunity_line_ref_columns (void);
/* The same for who knows that somebody uses them. (transfer none) */
FootholdColumns *foothold_opportunity_line_get_columns (void);

/* The column of the check marks is there while several are picked. */
void foothold_opportunity_line_show_marks (gboolean shown);

#define FOOTHOLD_TYPE_LINE_HEAD (foothold_line_head_get_type ())
G_DECLARE_FINAL_TYPE (FootholdLineHead, foothold_line_head, FOOTHOLD, LINE_HEAD, GtkWidget)

/* @order: as “board.order” calls it: its column says that it is the one, and which way round. */
void foothold_line_head_set_order (FootholdLineHead *self, const char *order, gboolean reversed);
/* Says the same aloud to a screen reader: a head was used. */
void foothold_line_head_announce (FootholdLineHead *self);

G_END_DECLS
