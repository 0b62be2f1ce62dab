// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-due-list.h"

/* What stands at a position of a FootholdDueModel: the heading of a group, or one thing that is due. Signal: "changed":
 * it says something else. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DUE_LINE (foothold_due_line_get_type ())
G_DECLARE_FINAL_TYPE (FootholdDueLine, foothold_due_line, FOOTHOLD, DUE_LINE, GObject)

/* NULL: a heading. Valid until the next main loop iteration. */
const FootholdDueEntry *foothold_due_line_peek (FootholdDueLine *self);
FootholdDueGroup foothold_due_line_get_group (FootholdDueLine *self);
/* Of a heading: how many lines the group has, and whether they are out of sight. */
guint foothold_due_line_get_n (FootholdDueLine *self);
gboolean foothold_due_line_get_folded (FootholdDueLine *self);

/* For the model alone. @entry: NULL for the heading of @group. */
FootholdDueLine *foothold_due_line_new (FootholdDueEntry *entry, FootholdDueGroup group);
/* All three return whether it says something else now. */
gboolean foothold_due_line_set_entry (FootholdDueLine *self, FootholdDueEntry *entry);
gboolean foothold_due_line_set_n (FootholdDueLine *self, guint n);
gboolean foothold_due_line_set_folded (FootholdDueLine *self, gboolean folded);
/* Says "changed". */
void foothold_due_line_tell (FootholdDueLine *self);

G_END_DECLS
