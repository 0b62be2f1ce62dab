// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-record.h"
#include "store/foothold-application-rows.h"

/* The record of one host that is asked although it advertises nothing. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OUTREACH (foothold_outreach_get_type ())

G_DECLARE_FINAL_TYPE (FootholdOutreach, foothold_outreach, FOOTHOLD, OUTREACH, FootholdRecord)

/* (nullable): the row, typed; NULL while it is on its way. */
const FootholdOutreachRow *foothold_outreach_peek (FootholdOutreach *self);

G_END_DECLS
