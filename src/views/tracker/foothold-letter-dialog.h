// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"
#include "widgets/foothold-draft-dialog.h"

/* The draft of a letter, to change, copy, hand to the mail program, or keep as the statement of the application. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_LETTER_DIALOG (foothold_letter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdLetterDialog, foothold_letter_dialog, FOOTHOLD, LETTER_DIALOG, FootholdDraftDialog)

/* @from: says what was done. @skills: what goes into it, a name and its evidence after each other (char *). */
AdwDialog *foothold_letter_dialog_new (GtkWidget *from, FootholdStore *store, gint64 application, GPtrArray *skills);

G_END_DECLS
