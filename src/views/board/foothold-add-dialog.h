// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * The short form for a new opportunity: a title is enough. An address pasted as
 * the title becomes the link, and the title is read from it; nothing is fetched.
 *
 * Signals: "added" (int64 id, string title, bool open). "posting-pasted" (string place or NULL, string kind): the whole
 * text of a posting is on the clipboard, and the form has closed without it.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_ADD_DIALOG (foothold_add_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdAddDialog, foothold_add_dialog, FOOTHOLD, ADD_DIALOG, AdwDialog)

GtkWidget *foothold_add_dialog_new (FootholdStore *store);
/* What is added was found at the place @id; @kind: a slug of foothold_place_kinds. */
void foothold_add_dialog_set_place (FootholdAddDialog *self, gint64 id, const char *name, const char *kind);

G_END_DECLS
