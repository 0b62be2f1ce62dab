// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-opportunity.h"

/* The other candidate's row: one widget that draws what a card shows. Only the benchmark uses it. */

G_BEGIN_DECLS

#define BENCH_TYPE_DRAWN_ROW (bench_drawn_row_get_type ())

G_DECLARE_FINAL_TYPE (BenchDrawnRow, bench_drawn_row, BENCH, DRAWN_ROW, GtkWidget)

GtkWidget *bench_drawn_row_new (void);
void bench_drawn_row_set_item (BenchDrawnRow *self, FootholdOpportunity *item);

G_END_DECLS
