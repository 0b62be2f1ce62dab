// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/foothold-table.h"

#include <adwaita.h>

/*
 * How a table is read: character set, the sign between the cells, the line with the names of the
 * columns, what stands above it; as it was found, to be changed. Signal "said": another of them was chosen, see the
 * hints.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TABLE_READING (foothold_table_reading_get_type ())
G_DECLARE_FINAL_TYPE (FootholdTableReading, foothold_table_reading, FOOTHOLD, TABLE_READING, AdwPreferencesGroup)

/* @trouble: (nullable): a sentence why it cannot be read as it was said. */
void foothold_table_reading_show (FootholdTableReading *self, const FootholdTable *table, const char *trouble);
void foothold_table_reading_fold (FootholdTableReading *self);
FootholdCsvHints foothold_table_reading_get_hints (FootholdTableReading *self);

G_END_DECLS
