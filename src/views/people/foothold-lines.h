// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-tie.h"

/* The rows of the short lists on the pages of this view, which are made anew when something changes. */

G_BEGIN_DECLS

/* Takes all rows out of @list but its first @n_fixed ones. */
void foothold_lines_clear (GtkListBox *list, guint n_fixed);
/* A row at the end that adds something. @title: translated, with a mnemonic. */
void foothold_lines_add_button (GtkListBox *list, const char *title, const char *action);
/* A row that opens what it is about: activates @action, static, with the id @id. @subtitle: may be NULL. */
GtkWidget *foothold_lines_link_new (const char *title,
                                    const char *subtitle,
                                    const char *icon_name,
                                    const char *action,
                                    gint64 id);
/* One that opens the opportunity, or the application where it is one. @named: the word for what the opportunity itself
 * names; NULL for none. */
GtkWidget *foothold_lines_tie_new (const FootholdTie *tie, const char *named);

G_END_DECLS
