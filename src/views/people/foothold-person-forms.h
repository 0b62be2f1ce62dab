// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/people/foothold-row-dialog.h"

/* The small forms of this view. */

G_BEGIN_DECLS

extern const FootholdRowDialogSpec foothold_person_form;
extern const FootholdRowDialogSpec foothold_conversation_form;
extern const FootholdRowDialogSpec foothold_contact_form;
extern const FootholdRowDialogSpec foothold_outreach_form;

/* A conversation with @person that is held today. (transfer full) */
gpointer foothold_conversation_new (gint64 person);
/* A further contact of @person at @position. (transfer full) */
gpointer foothold_contact_new (gint64 person, gint64 position);

G_END_DECLS
