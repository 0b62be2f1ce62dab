// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * What a toast says. libadwaita's toast is one line high, and loses the end of a sentence where the window is narrow or
 * letters are large: then the toast gets a button that shows all of it, or a tooltip where it has a button already.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TOAST_TITLE (foothold_toast_title_get_type ())

G_DECLARE_FINAL_TYPE (FootholdToastTitle, foothold_toast_title, FOOTHOLD, TOAST_TITLE, GtkWidget)

/* (transfer full): a toast of plain text. */
AdwToast *foothold_toast_new (const char *text);
/* What it says, as it is shown. (transfer none) */
const char *foothold_toast_get_text (AdwToast *toast);

G_END_DECLS
