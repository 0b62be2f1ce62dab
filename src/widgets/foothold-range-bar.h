// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/*
 * A value that is not quite known, on a fixed scale from 0 to 1: a bar from its low
 * end to its high end with the two numbers beside it. A known value is a dot; where
 * it may be anything, the bar is hollow. The same widget wherever a range is shown,
 * so that two of them compare by eye: those below each other are of one length.
 *
 * Properties: "lo" and "hi" (0 to 1; anything at first), "title" (what it is, said by
 * the screen reader before the numbers; may be NULL), "show-numbers" (TRUE at first).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RANGE_BAR (foothold_range_bar_get_type ())
G_DECLARE_FINAL_TYPE (FootholdRangeBar, foothold_range_bar, FOOTHOLD, RANGE_BAR, GtkWidget)

GtkWidget *foothold_range_bar_new (const char *title);

/* Both ends at once; they are cut to the scale, and put in order. */
void foothold_range_bar_set_range (FootholdRangeBar *self, double lo, double hi);
void foothold_range_bar_set_title (FootholdRangeBar *self, const char *title);
void foothold_range_bar_set_show_numbers (FootholdRangeBar *self, gboolean show_numbers);

G_END_DECLS
