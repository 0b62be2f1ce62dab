// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-dossier.h"
#include "views/people/foothold-row-dialog.h"

/* What adds to an application, and the forms by which what it has is changed. */

G_BEGIN_DECLS

/* @action: "add.item", "add.template", "add.question", "add.interview", "add.follow-up", "add.person", "add.file",
 * "add.resume". */
void foothold_application_add (GtkWidget *from,
                               FootholdStore *store,
                               FootholdApplicationDossier *dossier,
                               const char *action);

/* Over @from, which says afterwards that it was saved or deleted. @row: as foothold_row_dialog_new () has it. */
void foothold_application_present_form (GtkWidget *from,
                                        FootholdStore *store,
                                        const FootholdRowDialogSpec *form,
                                        gpointer row);
/* The same for an interview. @people: FootholdPersonRow, who takes part. */
void foothold_application_present_interview (GtkWidget *from,
                                             FootholdStore *store,
                                             FootholdInterviewRow *interview,
                                             GPtrArray *people);
/* The day it is where the person is, ISO. (transfer full) */
char *foothold_application_today (void);

G_END_DECLS
