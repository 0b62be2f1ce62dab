/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-lists.h"

/* What the fields of an opportunity and of what belongs to it are called, and which list their slugs come from. */

G_BEGIN_DECLS

/* "Acceptance", "Travel": the title of a row; the name itself when there is no word for it. */
const char *foothold_field_title (const char *field);
/* The list a slug field chooses from, or NULL. */
const FootholdList *foothold_field_list (const char *field);
/* The name by which the two above know the column @column of a person: several are called like another of an
 * opportunity. Static, or @column itself. */
const char *foothold_field_of_person (const char *column);

G_END_DECLS
