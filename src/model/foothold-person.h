// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-record.h"
#include "store/foothold-rows.h"

/* The record of one person that was met. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PERSON (foothold_person_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPerson, foothold_person, FOOTHOLD, PERSON, FootholdRecord)

/* (nullable): the row, typed; NULL while it is on its way. */
const FootholdPersonRow *foothold_person_peek (FootholdPerson *self);

G_END_DECLS
