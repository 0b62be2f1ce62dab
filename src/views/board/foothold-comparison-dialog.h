// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * Two to four opportunities side by side. It follows what changes while it is open; one that goes leaves it, and with
 * the last but one it closes. Keys: Ctrl+C copies the text, Ctrl+P prints, Escape goes back.
 *
 * Signal: "open" (gint64 id): one is to be opened; the dialog is closed then.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_COMPARISON_DIALOG (foothold_comparison_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdComparisonDialog, foothold_comparison_dialog, FOOTHOLD, COMPARISON_DIALOG, AdwDialog)

/* @ids: gint64, two to four, in the order of the columns. */
AdwDialog *foothold_comparison_dialog_new (FootholdStore *store, GArray *ids);

G_END_DECLS
