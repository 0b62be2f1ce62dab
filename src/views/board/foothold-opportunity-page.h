// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * One opportunity with everything that is known of it, every fact editable where
 * it stands. Follows the database: whatever changes there shows here.
 *
 * Signals: "changed": it shows another opportunity or another state of it. "gone":
 * the one that was shown is not there any more.
 * Actions: those of foothold-opportunity-actions.h, and "opportunity.edit" (F2).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_PAGE (foothold_opportunity_page_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOpportunityPage, foothold_opportunity_page, FOOTHOLD, OPPORTUNITY_PAGE, AdwBin)

GtkWidget *foothold_opportunity_page_new (void);
void foothold_opportunity_page_set_store (FootholdOpportunityPage *self, FootholdStore *store);
/* 0 is the page without an opportunity. */
void foothold_opportunity_page_show (FootholdOpportunityPage *self, gint64 id);
gint64 foothold_opportunity_page_get_id (FootholdOpportunityPage *self);
/* In a narrow window the actions are in the bar below. */
void foothold_opportunity_page_set_narrow (FootholdOpportunityPage *self, gboolean narrow);
/* Its pages are turned by the keys in @beside too, a list of opportunities. */
void foothold_opportunity_page_add_keys (FootholdOpportunityPage *self, GtkWidget *beside);
/* The person opened it: it is not unread any more. */
void foothold_opportunity_page_mark_read (FootholdOpportunityPage *self);
/* Hands what is being typed to the store now. */
void foothold_opportunity_page_flush (FootholdOpportunityPage *self);
/* The same for the last time: the program ends, or the data is put away. */
void foothold_opportunity_page_finish (FootholdOpportunityPage *self);

G_END_DECLS
