/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * Menus that are made when they are asked for and gone when they close: each item costs as much as a row of a list, X11
 * is asked about the pointer for each, and few menus are ever opened.
 */

G_BEGIN_DECLS

/* Shows @menu at @x, @y of @widget (below it when both are negative); the popover goes away with its closing. */
void foothold_menu_popup (GtkWidget *widget, GMenuModel *menu, double x, double y);

/* @text, which may be a person's own, as the label of a menu item: an underscore is no mnemonic. (transfer full) */
char *foothold_menu_dup_label (const char *text);

/* What a button opens now; NULL for nothing. (transfer full) */
typedef GMenuModel *(*FootholdMenuFunc) (gpointer user_data);
/* @button opens what @func says when it is asked; @user_data outlives the button. */
void foothold_menu_button_set_func (GtkMenuButton *button, FootholdMenuFunc func, gpointer user_data);
/* The same with a menu that may change while it is shown. */
void foothold_menu_button_set_menu (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
