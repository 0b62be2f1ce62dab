/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A word that can be taken away: @text (a stranger's, shown as plain text) and a button called @remove_words. A click
 * on it calls @removed with @object first and the chip second, as long as @object lives.
 */
GtkWidget *foothold_chip_new (const char *text, const char *remove_words, GCallback removed, gpointer object);

G_END_DECLS
