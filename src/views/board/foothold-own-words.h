// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"
#include "views/board/foothold-field-row.h"

/*
 * The words that a person added to the lists one may extend, areas and industries, and the names of their places to
 * look: the rows that choose from such a list offer them, and ask for a new one.
 */

G_BEGIN_DECLS

/* Does nothing for a row of another kind. */
void foothold_own_words_follow (FootholdStore *store, FootholdFieldRow *row);

G_END_DECLS
