/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-store.h"

/*
 * One thing done to one or many opportunities: one call of the store, one entry to undo, one toast that says what was
 * done to how many. What takes long says so meanwhile, and can be cancelled.
 */

G_BEGIN_DECLS

/*
 * @from: any widget inside the toast overlay; may be gone by the time it is done. @ids: gint64.
 * @title: of the one it is about; ignored for many. @state, @reason: as foothold_store_act_async () wants them.
 */
void foothold_opportunity_do (GtkWidget *from,
                              FootholdStore *store,
                              FootholdAction action,
                              GArray *ids,
                              const char *title,
                              const char *state,
                              const char *reason);
/* The same for a tag: all of @ids have @name as one, or none any more. */
void foothold_opportunity_tag (GtkWidget *from, FootholdStore *store, GArray *ids, const char *name, gboolean tagged);

G_END_DECLS
