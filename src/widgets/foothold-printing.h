// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* Onto paper, or into a PDF, without holding up the window. */

G_BEGIN_DECLS

/* Asks for a printer from the window around @from, and prints. What goes wrong is said in a toast at @from. */
void foothold_print (GtkWidget *from, GtkPrintOperation *operation);
/* Makes a PDF of it, and asks where it is to be kept, as foothold_file_save () has it. */
void foothold_print_to_file (GtkWidget *from, GtkPrintOperation *operation, const char *title, const char *name);

G_END_DECLS
