// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"
#include "widgets/foothold-page.h"

/*
 * Places to look: where a person looks for opportunities, those first where it is time to.
 * Stands inside an AdwToastOverlay and a window with win.undo. Its list is read while it is shown.
 *
 * Actions: "places.add" (Ctrl+N), and those of foothold-place-card.h for what is selected.
 * Signals: "show-found" (string name): the opportunities found at a place are asked for.
 * "add-opportunity" (int64 id, string name, string kind): one is to be added that was found there.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PLACES_VIEW (foothold_places_view_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPlacesView, foothold_places_view, FOOTHOLD, PLACES_VIEW, AdwBin)

GtkWidget *foothold_places_view_new (FootholdStore *store);
/* The name of the place that has the keys, else of the one that is selected, and its kind; or NULL. (transfer full) */
char *foothold_places_view_dup_current (FootholdPlacesView *self, char **kind);
gboolean foothold_places_view_get_read_only (FootholdPlacesView *self);

G_END_DECLS
