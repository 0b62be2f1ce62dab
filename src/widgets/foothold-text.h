/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/*
 * The one way for strangers' text into the window (RELIABILITY R17). libadwaita's
 * rows, toasts and banners read markup by default, and control or bidi
 * characters can make a line say what it does not: here plain labels are set,
 * markup is off, and what cannot be seen is written out.
 */

G_BEGIN_DECLS

/*
 * @text as it may be shown: controls and bidi characters as visible escapes
 * ("⟨U+202E⟩"), bytes that are no UTF-8 replaced. Line ends stay when
 * @multiline, else they become spaces. NULL gives "". (transfer full)
 */
char *foothold_text_visible (const char *text, gboolean multiline);

/* The same as one line of at most @length characters. (transfer full) */
char *foothold_text_short (const char *text, guint length);

/* One line or several, no markup, no mnemonic. */
void foothold_label_set_text (GtkLabel *label, const char *text);
void foothold_label_set_lines (GtkLabel *label, const char *text);

/* An AdwActionRow of plain text, named by it for a screen reader; @subtitle may be NULL. */
GtkWidget *foothold_action_row_new (const char *title, const char *subtitle);
void foothold_action_row_set_text (AdwActionRow *row, const char *title, const char *subtitle);
/* All that stands in it. (transfer full) */
char *foothold_text_view_dup_text (GtkTextView *view);

G_END_DECLS
