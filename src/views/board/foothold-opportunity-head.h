// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-dossier.h"

/* What stands above all pages of an opportunity: its title, whose it is, and how things stand. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_HEAD (foothold_opportunity_head_get_type ())
G_DECLARE_FINAL_TYPE (FootholdOpportunityHead, foothold_opportunity_head, FOOTHOLD, OPPORTUNITY_HEAD, GtkBox)

void foothold_opportunity_head_fill (FootholdOpportunityHead *self, const FootholdDossier *dossier);

G_END_DECLS
