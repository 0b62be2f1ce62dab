/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How letters are compared, in searches and between names: without regard to case,
 * accents and what a keyboard elsewhere cannot type. "da nang" finds "Đà Nẵng",
 * "lodz" finds "Łódź", "strasse" finds "Straße".
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

/* Makes the FTS5 tokenizer "foothold" known to a connection; every open does. */
gboolean foothold_tokenizer_register (FootholdDb *db, GError **error);

/**
 * foothold_text_fold:
 * @text: (nullable): UTF-8; what is not becomes U+FFFD
 *
 * Returns: (transfer full): @text for comparing: folded, trimmed, each run of spaces one space
 */
char *foothold_text_fold (const char *text);

G_END_DECLS
