// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/* Asks for a name in one line. */

G_BEGIN_DECLS

/* @name: what was typed, without space around it, never blank. */
typedef void (*FootholdNamedFunc) (const char *name, gpointer user_data);

/* @heading, @accept: translated, @accept with a mnemonic. @user_data: a GObject, held until it is answered. */
void foothold_name_dialog_ask (GtkWidget *parent,
                               const char *heading,
                               const char *accept,
                               const char *proposal,
                               FootholdNamedFunc func,
                               gpointer user_data);

G_END_DECLS
