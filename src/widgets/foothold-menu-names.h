// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

/*
 * GTK 4.18 gives the items of a popover menu to screen readers without a name:
 * they are labelled by a label that is itself hidden from them. This puts the
 * text of each item where it is found.
 */

G_BEGIN_DECLS

/* Names the items of @popover each time it opens, so that items that change are right too. */
void foothold_menu_names_follow_popover (GtkPopover *popover);

G_END_DECLS
