// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-store.h"

/*
 * The head of one column of a comparison: its title, and what can be done with it. Besides the actions of
 * foothold-opportunity-actions.h it has "opportunity.show", which asks whoever shows the comparison to open it:
 *
 * Signal: "open" (gint64 id).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COMPARISON_HEAD (foothold_comparison_head_get_type ())
G_DECLARE_FINAL_TYPE (FootholdComparisonHead, foothold_comparison_head, FOOTHOLD, COMPARISON_HEAD, GtkBox)

GtkWidget *foothold_comparison_head_new (FootholdStore *store);
void foothold_comparison_head_set_row (FootholdComparisonHead *self, const FootholdOpportunityRow *row);

G_END_DECLS
