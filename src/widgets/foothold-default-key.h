/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Ctrl+Enter in the entry of a question, as in the forms. */

G_BEGIN_DECLS

/* In @entry Ctrl+Enter does what Enter does: it activates the default of the dialog, where that may be. */
void foothold_default_key_add (GtkWidget *entry);

G_END_DECLS
