// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-row.h"

/* How a field table is written: one line is a column, a bound parameter, a key of the export and a GObject property. */

#define FIELD(Type, member, kind, flags) \
  { #member, FOOTHOLD_FIELD_##kind, FOOTHOLD_FIELD_##flags, G_STRUCT_OFFSET (Foothold##Type##Row, member) }
#define ROW_TYPE(Type, lower, table) \
  const FootholdRowType foothold_##lower##_row_type = { \
    table, sizeof (Foothold##Type##Row), lower##_fields, G_N_ELEMENTS (lower##_fields), NULL, NULL, 0, NULL, 0 \
  }
