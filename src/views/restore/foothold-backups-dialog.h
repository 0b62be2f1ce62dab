// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

#include <adwaita.h>

/*
 * The backups there are, newest first, each with its way back. Restoring does not
 * ask: what was there becomes a backup of its own, so it is taken back in the same way.
 *
 * Signal "restore" (char *path, char *when): the owner of the data closes it, restores,
 * opens it again, and says so with @when, for people.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_BACKUPS_DIALOG (foothold_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdBackupsDialog, foothold_backups_dialog, FOOTHOLD, BACKUPS_DIALOG, AdwDialog)

/* @store: (nullable): NULL where the data could not be opened; then none can be made. */
AdwDialog *foothold_backups_dialog_new (FootholdStore *store, const char *dir);
/* Shows that the restore is under way; the dialog cannot be closed until it is over. */
void foothold_backups_dialog_set_busy (FootholdBackupsDialog *self, gboolean busy);

G_END_DECLS
