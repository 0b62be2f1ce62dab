// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * One host that is asked although it advertises nothing, edited where it stands. What it does next is one button; a yes
 * asks what the opportunity is to be called.
 *
 * Actions: "outreach.ask", "outreach.talk", "outreach.yes", "outreach.no", "outreach.no-answer", "outreach.reopen",
 * "outreach.open-opportunity", "outreach.open-organisation".
 * Signal: "gone": what was shown is not there any more.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OUTREACH_PAGE (foothold_outreach_page_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOutreachPage, foothold_outreach_page, FOOTHOLD, OUTREACH_PAGE, AdwBin)

void foothold_outreach_page_set_store (FootholdOutreachPage *self, FootholdStore *store);
/* @id: 0 shows nothing. */
void foothold_outreach_page_show (FootholdOutreachPage *self, gint64 id);
gint64 foothold_outreach_page_get_id (FootholdOutreachPage *self);
/* A reference to the row that is shown, or NULL. (transfer full) */
gpointer foothold_outreach_page_dup_row (FootholdOutreachPage *self);
/* The keys go to the first entry, now or when it is there. */
void foothold_outreach_page_edit (FootholdOutreachPage *self);
/* Does @action, one of the above, as far as it is possible: now or when what is shown is there. */
void foothold_outreach_page_act (FootholdOutreachPage *self, const char *action);
void foothold_outreach_page_begin_day (FootholdOutreachPage *self);
/* What is being typed is saved. @ends: nobody waits for an answer any more. */
void foothold_outreach_page_flush (FootholdOutreachPage *self, gboolean ends);

G_END_DECLS
