// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

/*
 * One view in the sidebar: icon, name, and how much there waits for the person
 * ("waiting", 0 shows nothing). Its class action "row.open" does what a click
 * does, because list box rows offer none to screen readers. One of a saved search has "search.rename" (F2),
 * "search.delete" (Delete), "search.move-up" and "search.move-down" (Alt with an arrow) too, and a menu of them.
 *
 * Signal: "asked" (string): one of these actions.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_SIDEBAR_ROW (foothold_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (FootholdSidebarRow, foothold_sidebar_row, FOOTHOLD, SIDEBAR_ROW, GtkListBoxRow)

/* @view: the view's slug, as the settings know it. @nested: it shows a part of the view above. */
GtkWidget *foothold_sidebar_row_new (const char *view, const char *title, const char *icon_name, gboolean nested);
const char *foothold_sidebar_row_get_view (FootholdSidebarRow *self);
const char *foothold_sidebar_row_get_title (FootholdSidebarRow *self);
/* The saved search that it shows: then the count is what that finds, and a @writable row can be renamed, moved and
 * deleted. */
void foothold_sidebar_row_set_search (FootholdSidebarRow *self, gint64 id, gboolean writable);
gint64 foothold_sidebar_row_get_search (FootholdSidebarRow *self);
void foothold_sidebar_row_set_waiting (FootholdSidebarRow *self, guint waiting);

G_END_DECLS
