// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-staging.h"

#include <adwaita.h>

/*
 * An import as the person sees it: reading, of a table the columns, the preview with what is new, there
 * already, filled in or impossible, the import itself with progress, and the
 * report of what was left out. Until Import is pressed nothing changes, and
 * Cancel at any moment leaves nothing behind. Actions: import.continue, import.columns, import.start,
 * import.cancel, import.select-all, import.select-none, import.save-report.
 *
 * Signal "imported" (char *text, gboolean changed), when the dialog has closed: what came in, in words; @changed:
 * there is something to undo.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_IMPORT_DIALOG (foothold_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdImportDialog, foothold_import_dialog, FOOTHOLD, IMPORT_DIALOG, AdwDialog)

/* Starts reading at once. @files: (nullable): GFile; or else @bytes, pasted or dropped from another program. */
AdwDialog *foothold_import_dialog_new (FootholdStore *store, GPtrArray *files, GBytes *bytes);
/* What comes in was found at this place, where it names none itself; @kind: a slug of foothold_place_kinds. */
void foothold_import_dialog_set_place (FootholdImportDialog *self, const char *name, const char *kind);

G_END_DECLS
