// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/people/foothold-row-dialog.h"

/* The small forms of what belongs to an application. */

G_BEGIN_DECLS

extern const FootholdRowDialogSpec foothold_interview_form;
extern const FootholdRowDialogSpec foothold_application_answer_form;
extern const FootholdRowDialogSpec foothold_follow_up_form;
extern const FootholdRowDialogSpec foothold_host_question_form;

G_END_DECLS
