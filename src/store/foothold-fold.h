/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* What names and addresses are compared by: two spellings of one thing fold to the same text. */

G_BEGIN_DECLS

/* Case, accents and runs of space are gone: "Łódź  Labs" → "lodz labs". */
char *foothold_fold_name (const char *name);
/* Scheme, "www.", a trailing slash, a fragment that is no path and what only counts visitors are gone; NULL for what is
 * no address.
 */
char *foothold_fold_url (const char *url);
/* Whether what follows the path in two folded addresses says that they are two pages: one parameter with two values
 * ("id=1", "id=2"), unless it says how one came there ("ref=mail"). One that stands in one of them alone tells nothing.
 */
gboolean foothold_fold_queries_differ (const char *one, const char *other);
/* Blanks and signs between the digits are gone: "0048 (0)58-123" → "+4858123". */
char *foothold_fold_phone (const char *phone);
/* The host alone of the same, with its port where one is written. */
char *foothold_fold_host (const char *url);

G_END_DECLS
