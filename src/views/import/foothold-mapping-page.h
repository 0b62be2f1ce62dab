// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/foothold-table.h"

#include <adwaita.h>

/*
 * What a table was found to be, to be looked at and changed: how it is read, what each column is,
 * what its words for stages mean. Several tables are gone through one after the other; one with
 * the same columns as one before it is not asked about again. Action: mapping.keep-rest.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_MAPPING_PAGE (foothold_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (FootholdMappingPage, foothold_mapping_page, FOOTHOLD, MAPPING_PAGE, AdwBin)

/* @tables: FootholdTable or NULL; it is changed as the person says. FALSE: there is none to ask about. */
gboolean foothold_mapping_page_begin (FootholdMappingPage *self, GPtrArray *tables);
/* Goes on to the next table; FALSE: that was the last one. */
gboolean foothold_mapping_page_next (FootholdMappingPage *self);
/* The table that is shown, or NULL. */
const FootholdTable *foothold_mapping_page_get_table (FootholdMappingPage *self);
/* Property "complete", which notifies: one of the columns is the title, and no look is under way. */
gboolean foothold_mapping_page_get_complete (FootholdMappingPage *self);
/* The first thing to choose, where something has to be. */
void foothold_mapping_page_focus (FootholdMappingPage *self);

G_END_DECLS
