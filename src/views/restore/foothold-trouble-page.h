// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

/*
 * What the window shows when the data cannot be opened: what happened in one
 * sentence, that nothing was lost, and what can be done now. Actions:
 * trouble.restore, trouble.salvage, trouble.retry, trouble.save-copy.
 *
 * Signals: "retry"; "restore": the person wants to choose a backup; "salvage": to keep what can
 * still be read of the file.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TROUBLE_PAGE (foothold_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (FootholdTroublePage, foothold_trouble_page, FOOTHOLD, TROUBLE_PAGE, AdwBin)

/* @error: why opening @dir failed. */
GtkWidget *foothold_trouble_page_new (const GError *error, const char *dir);
/* While the file is being read there is nothing to choose. */
void foothold_trouble_page_set_busy (FootholdTroublePage *self, gboolean busy);

G_END_DECLS
