// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/* Asks how an application ended, where a column holds several ends, and why. */

G_BEGIN_DECLS

/* @state: one of those that were offered. @reason: what was typed, without space around it; NULL for nothing. */
typedef void (*FootholdEndingFunc) (const char *state, const char *reason, gpointer user_data);

/* @states: slugs of foothold_application_states, ends with NULL; static. @user_data: freed with @free_data when it was
 * answered or given up. */
void foothold_ending_dialog_ask (GtkWidget *parent,
                                 const char *const *states,
                                 FootholdEndingFunc func,
                                 gpointer user_data,
                                 GDestroyNotify free_data);

G_END_DECLS
