// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/* Asks why, in one line that may stay empty. */

G_BEGIN_DECLS

/* @reason: what was typed, without space around it; NULL for nothing. */
typedef void (*FootholdReasonFunc) (const char *reason, gpointer user_data);

/* @heading, @accept: translated. @user_data: freed with @free_data when it was answered or given up. */
void foothold_reason_dialog_ask (GtkWidget *parent,
                                 const char *heading,
                                 const char *accept,
                                 FootholdReasonFunc func,
                                 gpointer user_data,
                                 GDestroyNotify free_data);

G_END_DECLS
