// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/foothold-lists.h"

#include <adwaita.h>

/* A combo row over one of the program's lists: slugs in and out, names for people. */

G_BEGIN_DECLS

/*
 * Fills @row. @none: (nullable): the first entry, for "not looked at"; its slug is NULL.
 * @sorted: by name in the person's language (countries), else in the list's own order.
 */
void foothold_choice_setup (AdwComboRow *row, const FootholdList *list, const char *none, gboolean sorted);
/* (transfer none) (nullable) */
const char *foothold_choice_get (AdwComboRow *row);
/* A @slug that is not in the list shows as none. */
void foothold_choice_set (AdwComboRow *row, const char *slug);

G_END_DECLS
