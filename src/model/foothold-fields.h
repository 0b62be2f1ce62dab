/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-field-words.h"

/* What fields and their slugs are called where a person edits them. */

G_BEGIN_DECLS

/* A slug in the words of its field's list; an unknown one is a person's own word. NULL for NULL. */
const char *foothold_field_slug_name (const char *field, const char *slug);
/* "Edit Title of “Map Cycle Routes”": what undo says. (transfer full) */
char *foothold_field_edit_label (const char *field, const char *title);

G_END_DECLS
