// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/*
 * How many came how far: a bar for each step, as long as its number, and between two what was lost on the way. Names
 * and numbers stand beside the bars, or above them where there is no room. Drawn: whoever shows it puts a table with
 * the same numbers beside it.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_FUNNEL (foothold_funnel_get_type ())

G_DECLARE_FINAL_TYPE (FootholdFunnel, foothold_funnel, FOOTHOLD, FUNNEL, GtkWidget)

typedef struct
{
  const char *name; /* translated */
  guint n; /* never more than the step before it */
} FootholdFunnelBar;

/* @title: what it is about, for a screen reader. */
GtkWidget *foothold_funnel_new (const char *title);
void foothold_funnel_set_bars (FootholdFunnel *self, const FootholdFunnelBar *bars, guint n_bars);

G_END_DECLS
