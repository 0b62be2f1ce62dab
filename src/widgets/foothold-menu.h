/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Context menus: made when they are asked for, gone when they close. */

G_BEGIN_DECLS

/* Shows @menu at @x, @y of @widget (below it when both are negative); the popover goes away with its closing. */
void foothold_menu_popup (GtkWidget *widget, GMenuModel *menu, double x, double y);

G_END_DECLS
