// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-row.h"

/* What a field is called in our formats: as in its table, save that effort, which is kept in minutes, is in hours
 * there: minutes_min is hours_min. */

G_BEGIN_DECLS

/* (transfer full) */
char *foothold_field_key (const FootholdField *field);
/* Whether the @length bytes at @key are what @field is called. */
gboolean foothold_field_key_is (const FootholdField *field, const char *key, gsize length);

G_END_DECLS
