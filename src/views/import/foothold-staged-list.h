// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-staging.h"

/*
 * What waits in a staging file as a list model: it knows how many entries there
 * are and reads them in chunks when they are asked for, so that a preview of
 * 100,000 entries costs no more than one of ten.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_STAGED_ITEM (foothold_staged_item_get_type ())
G_DECLARE_FINAL_TYPE (FootholdStagedItem, foothold_staged_item, FOOTHOLD, STAGED_ITEM, GObject)

/* (transfer none): valid as long as @self. */
const FootholdStagedEntry *foothold_staged_item_get_entry (FootholdStagedItem *self);
/* Whether it can be ticked at all. */
gboolean foothold_staged_item_can_want (FootholdStagedItem *self);
gboolean foothold_staged_item_get_wanted (FootholdStagedItem *self);

#define FOOTHOLD_TYPE_STAGED_LIST (foothold_staged_list_get_type ())
G_DECLARE_FINAL_TYPE (FootholdStagedList, foothold_staged_list, FOOTHOLD, STAGED_LIST, GObject)

FootholdStagedList *foothold_staged_list_new (FootholdStaging *staging);
FootholdStaging *foothold_staged_list_get_staging (FootholdStagedList *self);
/* How many are ticked; property "n-wanted" notifies. */
guint foothold_staged_list_get_n_wanted (FootholdStagedList *self);
gboolean foothold_staged_list_set_wanted (FootholdStagedList *self,
                                          FootholdStagedItem *item,
                                          gboolean wanted,
                                          GError **error);
void foothold_staged_list_set_all_wanted (FootholdStagedList *self, gboolean wanted);

G_END_DECLS
