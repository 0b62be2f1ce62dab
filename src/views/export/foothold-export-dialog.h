// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

#include <adwaita.h>

/*
 * Everything out, as JSON or as a table. Actions: export.start, export.cancel.
 *
 * Signals: "exported" (GFile *, guint n_missing): it is there, with so many kept files missing from it;
 * "failed" (GError *).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_EXPORT_DIALOG (foothold_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdExportDialog, foothold_export_dialog, FOOTHOLD, EXPORT_DIALOG, AdwDialog)

AdwDialog *foothold_export_dialog_new (FootholdStore *store);

G_END_DECLS
