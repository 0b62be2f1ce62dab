// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-store.h"

/*
 * Below the head of an opportunity: its overview, the pages that judge it, its posting
 * and its history. All but the overview are made when they are first looked at, and
 * what they say follows what is stored.
 *
 * Some of them hold facts that are edited where they are counted.
 *
 * Properties: "overview" (GtkWidget). Signals: "reveal" (string): the overview is shown for this field. "row-added",
 * "list-added" and "edited", as of a FootholdPagePart. Actions:
 * "opportunity.reveal" (a field), "opportunity.ask-host", a dialog with the open
 * questions, and "opportunity.answer" (item, "yes", "no" or "", label), which keeps an answer that no field holds,
 * and "opportunity.weights", a dialog of what counts how much.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_PAGES (foothold_opportunity_pages_get_type ())
G_DECLARE_FINAL_TYPE (FootholdOpportunityPages, foothold_opportunity_pages, FOOTHOLD, OPPORTUNITY_PAGES, GtkBox)

/* What leads from page to page, a FootholdSwitcher, for a place where it does not scroll away. (transfer none) */
GtkWidget *foothold_opportunity_pages_get_switcher (FootholdOpportunityPages *self);
/* What is judged from here on, or what changed of it. */
void foothold_opportunity_pages_judge (FootholdOpportunityPages *self, FootholdStore *store, FootholdDossier *dossier);
/* Calls @func for each row of a fact that shows what was given last. */
void foothold_opportunity_pages_foreach (FootholdOpportunityPages *self, GFunc func, gpointer user_data);
void foothold_opportunity_pages_show_overview (FootholdOpportunityPages *self);

G_END_DECLS
