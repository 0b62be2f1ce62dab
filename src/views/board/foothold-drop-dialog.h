/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/* Asks why one or many opportunities are dropped, in one click or in own words, and drops them. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DROP_DIALOG (foothold_drop_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdDropDialog, foothold_drop_dialog, FOOTHOLD, DROP_DIALOG, AdwAlertDialog)

/*
 * Presents it over @parent; the toast with Undo comes from the window around it. @ids: gint64, one reason for all.
 * @title: of the one it is about, NULL for many.
 */
void foothold_drop_dialog_ask (GtkWidget *parent, FootholdStore *store, GArray *ids, const char *title);

G_END_DECLS
