// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-lists.h"

G_BEGIN_DECLS

/* The field, an entry of foothold_csv_fields, that a line of a text or a column means by @name, or NULL. @day_first:
 * whether the name is of a language whose dates have the day first, always. */
const FootholdListEntry *foothold_text_names_lookup (const char *name, gboolean *day_first);

G_END_DECLS
