// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

/*
 * The strict scan before json-glib sees a byte (F20, F21). json-glib keeps the
 * last of two equal names, takes raw controls and infinite numbers, and older
 * ones follow depth into the ground; what passes here is JSON as RFC 8259 has
 * it, at most 32 deep, that every reader reads alike.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_JSON_STRICT = 0,
  FOOTHOLD_JSON_DUPLICATES = 1 << 0, /* equal names in one object are let through: other people's pages */
} FootholdJsonFlags;

typedef void (*FootholdJsonProgress) (gpointer user_data, gsize done);

/*
 * TRUE when @data is one JSON value that every reader reads alike: valid UTF-8,
 * no raw control and no NUL in strings, no half surrogates, no duplicate names, no number
 * that is infinite or an integer over 2⁵³, depth and names within FOOTHOLD_LIMIT_…
 * Else an error of FOOTHOLD_IMPORT_ERROR_DAMAGED whose sentence names the line.
 * @progress may be NULL. Any thread; no recursion.
 */
gboolean foothold_json_guard (const char *data,
                              gsize length,
                              FootholdJsonFlags flags,
                              FootholdJsonProgress progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);

/*
 * In data that the guard let through: past the blanks at @at, and past the value
 * at @at. Both stay within @end.
 */
const char *foothold_json_skip_blanks (const char *at, const char *end);
const char *foothold_json_skip_value (const char *at, const char *end);

/* In what line @at is, from 1. */
guint foothold_json_line (const char *data, const char *at);

G_END_DECLS
