// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* What the cards of this view have in common. */

G_BEGIN_DECLS

/* What stands in @label joins @name, which a screen reader says; nothing where it is empty. */
void foothold_people_card_append_name (GString *name, GtkLabel *label);
void foothold_people_card_set_class (GtkLabel *label, const char *name, gboolean has);

/* As an action of a card: the view around it does the same, to what is selected. */
void foothold_people_card_deed (GtkWidget *card, const char *action_name, GVariant *parameter);
/* The actions "menu.popup", with its keys, and @delete_action with the key that deletes. */
void foothold_people_card_install (GtkWidgetClass *widget_class,
                                   GtkWidgetActionActivateFunc popup,
                                   const char *delete_action);
/* Whether the view around it may write. */
gboolean foothold_people_card_is_writable (GtkWidget *card);
/* The end of its size_allocate: a menu on it moves with it. */
void foothold_people_card_present_menus (GtkWidget *card);

G_END_DECLS
