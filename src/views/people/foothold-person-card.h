// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/foothold-recycler-row.h"

/*
 * One person in their list. Its actions ("person.edit", "person.talk", "person.write", "person.open-organisation",
 * "person.archive", "person.delete") select it and are those of the FootholdPeopleView around it.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PERSON_CARD (foothold_person_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPersonCard, foothold_person_card, FOOTHOLD, PERSON_CARD, FootholdRecyclerRow)

G_END_DECLS
