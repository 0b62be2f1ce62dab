/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/foothold-columns.h"

/* The head of a table: what each column is called, and a button for each that its list can be ordered by. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_LINE_HEAD (foothold_line_head_get_type ())
G_DECLARE_FINAL_TYPE (FootholdLineHead, foothold_line_head, FOOTHOLD, LINE_HEAD, GtkWidget)

/* Once, before anything else: the heads are those of @columns, and their buttons activate @action with the order of
 * their column as its target. */
void foothold_line_head_set_columns (FootholdLineHead *self, FootholdColumns *columns, const char *action);
/* @order: as the columns call it: its column says that it is the one, and which way round. */
void foothold_line_head_set_order (FootholdLineHead *self, const char *order, gboolean reversed);
/* Says the same aloud to a screen reader: a head was used. */
void foothold_line_head_announce (FootholdLineHead *self);

G_END_DECLS
