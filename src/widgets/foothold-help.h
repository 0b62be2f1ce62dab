/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Which page of the help belongs to what a person is looking at. */

G_BEGIN_DECLS

/* F1 inside widgets of @type opens @page of the help. From a class_init, once a type. */
void foothold_help_set_page (GType type, const char *page);
/* The same for a dialog, which the window's own shortcuts do not reach. */
void foothold_help_install (GtkWidgetClass *widget_class, const char *page);
/* The page for the innermost of @widget and its ancestors that has one, or NULL. */
const char *foothold_help_find_page (GtkWidget *widget);
/* Opens @page, or says what is missing. */
void foothold_help_show (GtkWidget *from, const char *page);

G_END_DECLS
