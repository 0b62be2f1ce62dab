// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-rows.h"

/*
 * One deliverable: what is handed over, when it counts as done, when it is due.
 *
 * Signals: "edited": one of the three was changed and left. "move" (int: -1 up,
 * 1 down). "remove". Actions: deliverable.move-up (Alt+Up), deliverable.move-down
 * (Alt+Down), deliverable.remove.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DELIVERABLE_EDITOR (foothold_deliverable_editor_get_type ())

G_DECLARE_FINAL_TYPE (FootholdDeliverableEditor,
                      foothold_deliverable_editor,
                      FOOTHOLD,
                      DELIVERABLE_EDITOR,
                      AdwPreferencesRow)

GtkWidget *foothold_deliverable_editor_new (void);
/* (transfer none) (nullable): the row it shows, as it was loaded. */
const FootholdDeliverableRow *foothold_deliverable_editor_peek_row (FootholdDeliverableEditor *self);
/* What was typed and not handed out yet is "edited" now. */
void foothold_deliverable_editor_commit (FootholdDeliverableEditor *self);
/* Shows @row, which is deliverable number @place of @n. */
void foothold_deliverable_editor_load (FootholdDeliverableEditor *self,
                                       const FootholdDeliverableRow *row,
                                       guint place,
                                       guint n);
/* (transfer full): the row as it stands in the entries; NULL where one cannot be read, which then says why. */
FootholdDeliverableRow *foothold_deliverable_editor_read (FootholdDeliverableEditor *self);

G_END_DECLS
