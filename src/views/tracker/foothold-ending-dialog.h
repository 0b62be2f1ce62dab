// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/* Asks why an application ended, in one line that may stay empty, and, where it may have ended in several ways, how. */

G_BEGIN_DECLS

/* @state: one of those that were offered. @reason: what was typed, without space around it; NULL for nothing. */
typedef void (*FootholdEndingFunc) (const char *state, const char *reason, gpointer user_data);

/* @heading, @accept: translated. @states: slugs of foothold_application_states, static, and NULL after them; where
 * there is but one nothing is chosen. @user_data: freed with @free_data when it was answered or given up. */
void foothold_ending_dialog_ask (GtkWidget *parent,
                                 const char *heading,
                                 const char *accept,
                                 const char *const *states,
                                 FootholdEndingFunc func,
                                 gpointer user_data,
                                 GDestroyNotify free_data);

G_END_DECLS
