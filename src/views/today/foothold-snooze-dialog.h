// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* Asks until which day something is put off. */

G_BEGIN_DECLS

/* @until: ISO, after today. */
typedef void (*FootholdSnoozeFunc) (GtkWidget *from, const char *until, gpointer user_data);

/* @chosen is called at most once, while @from lives; then @destroy, in any case. */
void foothold_snooze_dialog_ask (GtkWidget *from,
                                 FootholdSnoozeFunc chosen,
                                 gpointer user_data,
                                 GDestroyNotify destroy);

G_END_DECLS
