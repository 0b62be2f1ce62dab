// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * Makes two to four opportunities one: a choice for each fact that is not the same in all of them, ours made already
 * and why. Ctrl+Enter merges.
 *
 * Signal: "merged" (gint64 id): the one that is left; the dialog is closed then, and the toast was shown.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_UNITE_DIALOG (foothold_unite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdUniteDialog, foothold_unite_dialog, FOOTHOLD, UNITE_DIALOG, AdwDialog)

/* @from: where the toast is to be shown. @ids: gint64. */
AdwDialog *foothold_unite_dialog_new (GtkWidget *from, FootholdStore *store, GArray *ids);

G_END_DECLS
