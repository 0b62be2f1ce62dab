// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-record.h"
#include "model/foothold-window-list.h"
#include "store/foothold-application-rows.h"

/* One application, as the main thread sees it: see FootholdRecord. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_RECORD (foothold_application_record_get_type ())

G_DECLARE_FINAL_TYPE (FootholdApplicationRecord,
                      foothold_application_record,
                      FOOTHOLD,
                      APPLICATION_RECORD,
                      FootholdRecord)

/* (nullable): as foothold_record_peek_row (). */
const FootholdApplicationRow *foothold_application_record_peek (FootholdApplicationRecord *self);

/* What lists of applications come from. */
extern const FootholdWindowSource foothold_application_source;

G_END_DECLS
