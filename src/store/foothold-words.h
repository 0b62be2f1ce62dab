// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/foothold-db.h"

/*
 * Lists short enough to be searched without an index: each word that is typed has to be somewhere in the text of a row,
 * whatever the case and the accents.
 */

G_BEGIN_DECLS

/* Whether @text (NULL: nothing) has a word to search for. */
gboolean foothold_words_are_any (const char *text);

/* What belongs to the text of the row that @stmt is at, and stands there in no words: slugs. (transfer full) */
typedef char *(*FootholdWordsFunc) (FootholdStmt *stmt);
/*
 * The ids (gint64) that @stmt gives in its first column, of those rows that hold the words of @text: in the second
 * column, and in what @more (NULL: nothing) says. Without a word to search for all of them, and the second column is
 * not looked at. @stmt is finished.
 */
GArray *foothold_words_list_ids (FootholdStmt *stmt, const char *text, FootholdWordsFunc more, GError **error);

G_END_DECLS
