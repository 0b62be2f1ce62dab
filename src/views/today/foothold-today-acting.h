// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-due-list.h"
#include "store/foothold-store.h"

/* Doing the deeds of foothold-today-deeds.h: for FootholdTodayView. */

G_BEGIN_DECLS

/*
 * Does @action about those of @entries (FootholdDueEntry) about which it is possible: one write, said in a toast at
 * @from with a way back; or opens what it needs first. FALSE: there is nothing to do.
 */
gboolean foothold_today_do (GtkWidget *from, FootholdStore *store, const char *action, GPtrArray *entries);

G_END_DECLS
