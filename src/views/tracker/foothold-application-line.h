// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tracker/foothold-application-item.h"
#include "widgets/foothold-columns.h"

/* One application as a line of the table. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_LINE (foothold_application_line_get_type ())
G_DECLARE_FINAL_TYPE (FootholdApplicationLine,
                      foothold_application_line,
                      FOOTHOLD,
                      APPLICATION_LINE,
                      FootholdApplicationItem)

/* The columns of all lines, made where there are none yet. (transfer full) */
FootholdColumns *foothold_application_line_ref_columns (void);

/* The column of the check marks is there while several are picked. */
void foothold_application_line_show_marks (gboolean shown);

G_END_DECLS
