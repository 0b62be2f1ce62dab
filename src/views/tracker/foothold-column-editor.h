// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-application-rows.h"

/*
 * One column of the tracker while the columns are edited: its line opens to name, kind, limit and states.
 *
 * Signals: "edited": something was typed or chosen. "asked" (string): "up", "down" or "remove".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COLUMN_EDITOR (foothold_column_editor_get_type ())

G_DECLARE_FINAL_TYPE (FootholdColumnEditor, foothold_column_editor, FOOTHOLD, COLUMN_EDITOR, AdwExpanderRow)

/* @name: as it is shown. @row: copied. */
GtkWidget *foothold_column_editor_new (const FootholdStageRow *row, const char *name);
/* What was made of it. (transfer full): FootholdStageRow */
gpointer foothold_column_editor_dup_row (FootholdColumnEditor *self);
/* Where it stands among @n. */
void foothold_column_editor_set_place (FootholdColumnEditor *self, guint at, guint n);
/* The keys go to its name. */
void foothold_column_editor_begin (FootholdColumnEditor *self);

G_END_DECLS
