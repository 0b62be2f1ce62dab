/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * Says that something is under way once it takes longer than a moment, with a way to cancel it; says nothing of what
 * is done at once. Shown as a toast in the overlay around the widget it began from.
 */

G_BEGIN_DECLS

typedef struct _FootholdLongWork FootholdLongWork;

/* @cancellable: what Cancel cancels. To be ended with foothold_long_work_end (), whatever came of it. */
FootholdLongWork *foothold_long_work_begin (GtkWidget *from, GCancellable *cancellable);
void foothold_long_work_end (FootholdLongWork *self);

G_END_DECLS
