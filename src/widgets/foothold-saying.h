// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/*
 * What is to be said when a write that a person asked for has ended: its error, or what was done with a way to undo it.
 * The user data of the write; each one is ended once.
 */

G_BEGIN_DECLS

typedef struct _FootholdSaying FootholdSaying;

/* @from: speaks, as foothold_toast () has it. @said: (transfer full), or NULL where nothing needs saying. */
FootholdSaying *foothold_saying_new (GtkWidget *from, char *said);
/* (transfer none): who speaks. */
GtkWidget *foothold_saying_get_from (FootholdSaying *self);
/* Says it, and frees @self. FALSE when the write failed. */
gboolean foothold_saying_end (FootholdSaying *self, GObject *store, GAsyncResult *result);
/* The same as the callback of a write. */
void foothold_saying_cb (GObject *store, GAsyncResult *result, gpointer saying);

G_END_DECLS
