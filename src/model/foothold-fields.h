/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-lists.h"

/* What the fields of an opportunity are called and which list their slugs come from. */

G_BEGIN_DECLS

/* "Acceptance", "Travel": the title of a row; the name itself when there is no word for it. */
const char *foothold_field_title (const char *field);
/* The list a slug field chooses from, or NULL. */
const FootholdList *foothold_field_list (const char *field);
/* A slug in the words of its field's list; an unknown one is a person's own word. NULL for NULL. */
const char *foothold_field_slug_name (const char *field, const char *slug);
/* "Edit Title of “Map Cycle Routes”": what undo says. (transfer full) */
char *foothold_field_edit_label (const char *field, const char *title);

G_END_DECLS
