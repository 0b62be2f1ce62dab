// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/foothold-recycler-row.h"

/* The heading of a group in Today, or one thing that is due, with its deeds (foothold-today-deeds.h): a
 * FootholdDueLine. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TODAY_ROW (foothold_today_row_get_type ())

G_DECLARE_FINAL_TYPE (FootholdTodayRow, foothold_today_row, FOOTHOLD, TODAY_ROW, FootholdRecyclerRow)

/* In a narrow view a line has no button beside that of its menu, which a click on the line opens as well. */
void foothold_today_row_set_narrow (FootholdTodayRow *self, gboolean narrow);

G_END_DECLS
