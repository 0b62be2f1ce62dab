// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-application-dossier.h"

/*
 * Everything about one application, edited where it stands: the next step, what was sent, the checklist, questions,
 * interviews, follow-ups, people, notes and history. Stands in a FootholdTrackerView.
 *
 * Signals: "gone": it is not there any more. "close".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_PAGE (foothold_application_page_get_type ())

G_DECLARE_FINAL_TYPE (FootholdApplicationPage, foothold_application_page, FOOTHOLD, APPLICATION_PAGE, AdwBin)

void foothold_application_page_set_store (FootholdApplicationPage *self, FootholdStore *store);
/* 0: none. */
void foothold_application_page_show (FootholdApplicationPage *self, gint64 id);
gint64 foothold_application_page_get_id (FootholdApplicationPage *self);
/* What is typed is saved. @ends: the program does. */
void foothold_application_page_flush (FootholdApplicationPage *self, gboolean ends);
void foothold_application_page_begin_day (FootholdApplicationPage *self);

G_END_DECLS
