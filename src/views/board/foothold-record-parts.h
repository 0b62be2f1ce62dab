// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* What is kept of an opportunity besides its facts. Each is a FootholdPagePart that shows what is stored. */

G_BEGIN_DECLS

/* The addresses in the text of the posting, which open when they are chosen. Without one it is not there. */
GtkWidget *foothold_links_group_new (void);
/* Saved pages and other files: a copy is opened, or saved. Without one it is not there. */
GtkWidget *foothold_files_group_new (void);
/* Each change of state, the last one first: when, by whom and why. */
GtkWidget *foothold_history_group_new (void);

G_END_DECLS
