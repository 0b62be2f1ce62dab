/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * How what is being typed can go on: a list below an entry, while the keys stay in the entry. Down and Up choose, Tab
 * takes the chosen one or the first, Enter the chosen one, Escape closes the list and nothing else.
 *
 * Signal: "taken" (guint): which of the rows.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COMPLETIONS (foothold_completions_get_type ())
G_DECLARE_FINAL_TYPE (FootholdCompletions, foothold_completions, FOOTHOLD, COMPLETIONS, GtkPopover)

/* For @entry, a GtkEditable or what has the keys itself, as a child of @parent that goes with it. (transfer none) */
FootholdCompletions *foothold_completions_new (GtkWidget *parent, GtkWidget *entry);

/* Rows are made anew: clear, add, open. Nothing opens where there are none or the entry has not the keys. */
void foothold_completions_clear (FootholdCompletions *self);
/* @piece: what is put in; @words: what that means, or NULL where it says so itself. */
void foothold_completions_add (FootholdCompletions *self, const char *piece, const char *words);
void foothold_completions_open (FootholdCompletions *self);
void foothold_completions_close (FootholdCompletions *self);
gboolean foothold_completions_is_open (FootholdCompletions *self);
/* Whether Enter would take one. */
gboolean foothold_completions_is_chosen (FootholdCompletions *self);

G_END_DECLS
