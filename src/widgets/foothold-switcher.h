// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/*
 * What leads from page to page: all names beside each other where they have room, in whatever language and size of
 * text; else one drop-down, so that none of them is cut or out of sight.
 *
 * Property: "active" (string), the name of the page that is chosen; the first one that was added at first.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_SWITCHER (foothold_switcher_get_type ())
G_DECLARE_FINAL_TYPE (FootholdSwitcher, foothold_switcher, FOOTHOLD, SWITCHER, GtkWidget)

/* @label: what it switches, for a screen reader. */
GtkWidget *foothold_switcher_new (const char *label);
/* @name: static; @title: translated. */
void foothold_switcher_add (FootholdSwitcher *self, const char *name, const char *title);
const char *foothold_switcher_get_active (FootholdSwitcher *self);
void foothold_switcher_set_active (FootholdSwitcher *self, const char *name);
/*
 * Wherever in @around the keys are: Ctrl with Page Down leads to the next page and with Page Up to the one before, from
 * the last to the first. Where @around holds it, the keys are then where the name of the page stands; in what stands
 * beside it, as a list does, they stay.
 */
void foothold_switcher_add_keys (FootholdSwitcher *self, GtkWidget *around);

G_END_DECLS
