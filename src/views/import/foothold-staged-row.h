// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/import/foothold-staged-list.h"

#include <gtk/gtk.h>

/* One entry of a preview: tick, title, where it stands, and what will become of it. Action: entry.toggle. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_STAGED_ROW (foothold_staged_row_get_type ())
G_DECLARE_FINAL_TYPE (FootholdStagedRow, foothold_staged_row, FOOTHOLD, STAGED_ROW, GtkBox)

GtkWidget *foothold_staged_row_new (FootholdStagedList *list);
/* @item: NULL while the row is put aside. */
void foothold_staged_row_set_item (FootholdStagedRow *self, FootholdStagedItem *item);
void foothold_staged_row_toggle (FootholdStagedRow *self);

/* "New", "Already there" … (transfer none) */
const char *foothold_staged_entry_verdict (const FootholdStagedEntry *entry);
/* What the entry is called, also where it has no title. (transfer full) */
char *foothold_staged_entry_dup_title (const FootholdStagedEntry *entry);

G_END_DECLS
