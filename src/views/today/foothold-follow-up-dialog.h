// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"
#include "widgets/foothold-draft-dialog.h"

/*
 * A follow-up on an application, drafted and to be changed: opens the mail program, or is copied; that it was sent, the
 * person says. What was written and not sent is there the next time.
 *
 * Action: "follow-up.sent" (Ctrl+Enter).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_FOLLOW_UP_DIALOG (foothold_follow_up_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdFollowUpDialog,
                      foothold_follow_up_dialog,
                      FOOTHOLD,
                      FOLLOW_UP_DIALOG,
                      FootholdDraftDialog)

/* @from: says afterwards that it was sent, with a way back. */
AdwDialog *foothold_follow_up_dialog_new (GtkWidget *from, FootholdStore *store, gint64 application);

G_END_DECLS
