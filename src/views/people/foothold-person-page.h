// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-person-store.h"

/*
 * Everything that is known of one person, edited where it stands. It stands in a FootholdPeopleView, whose actions its
 * buttons are.
 *
 * Signal: "gone": who was shown is not there any more.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PERSON_PAGE (foothold_person_page_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPersonPage, foothold_person_page, FOOTHOLD, PERSON_PAGE, AdwBin)

void foothold_person_page_set_store (FootholdPersonPage *self, FootholdStore *store);
/* @id: 0 shows nobody. */
void foothold_person_page_show (FootholdPersonPage *self, gint64 id);
gint64 foothold_person_page_get_id (FootholdPersonPage *self);
/* (nullable): what is shown now; NULL while it is on its way. */
const FootholdPersonDossier *foothold_person_page_peek (FootholdPersonPage *self);
/* The keys go to the name, now or when it is there. */
void foothold_person_page_edit (FootholdPersonPage *self);
/* Asks for a conversation to add. */
void foothold_person_page_talk (FootholdPersonPage *self);
/* What is said in days from today is said anew. */
void foothold_person_page_begin_day (FootholdPersonPage *self);
/* What is being typed is saved. @ends: nobody waits for an answer any more. */
void foothold_person_page_flush (FootholdPersonPage *self, gboolean ends);

G_END_DECLS
