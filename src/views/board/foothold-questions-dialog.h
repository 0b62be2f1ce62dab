// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-appraisal.h"
#include "widgets/foothold-draft-dialog.h"

/* Every open question to the host in one mail, to copy or to hand to the mail program. Nothing is sent by itself. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_QUESTIONS_DIALOG (foothold_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdQuestionsDialog,
                      foothold_questions_dialog,
                      FOOTHOLD,
                      QUESTIONS_DIALOG,
                      FootholdDraftDialog)

/* @appraisal: (transfer full) */
AdwDialog *foothold_questions_dialog_new (FootholdAppraisal *appraisal);

G_END_DECLS
