// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of pills, each as wide as its text. Where they do not fit, optional ones are left out whole; only then do the
 * others give way. Or lines of pills, none left out. */
#define FOOTHOLD_TYPE_PILL_LAYOUT (foothold_pill_layout_get_type ())
G_DECLARE_FINAL_TYPE (FootholdPillLayout, foothold_pill_layout, FOOTHOLD, PILL_LAYOUT, GtkLayoutManager)

/* The pill that goes first, or next after those that were named before: a child of the widget that has the layout. It
 * is compared, never used. */
void foothold_pill_layout_add_optional (FootholdPillLayout *self, GtkWidget *child);
/* Those that do not fit stand on a further line; none is optional. */
void foothold_pill_layout_set_wraps (FootholdPillLayout *self);

G_END_DECLS
