// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Looking for what a text says by words that stand near each other in one
 * sentence: "buy" and "gift cards". Case, accents' spelling and the order of
 * the words do not count; "card*" is every word that begins so. Words that turn the
 * meaning round ("never", "kein*") just before or among them make it no find.
 */

G_BEGIN_DECLS

/* Each phrase as its folded words. (element-type GStrv) (transfer full); NULL when a phrase is empty. */
GPtrArray *foothold_phrases_group (const char *const *phrases);
/* Each of @groups is phrases with "|" between them. (element-type GPtrArray) (transfer full); NULL likewise. */
GPtrArray *foothold_phrases_pattern (const char *const *groups);

/* A text cut into words once, to look for many patterns in. */
typedef struct _FootholdPhraseText FootholdPhraseText;
FootholdPhraseText *foothold_phrase_text_new (const char *text);
void foothold_phrase_text_free (FootholdPhraseText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdPhraseText, foothold_phrase_text_free)

/*
 * The first place where every group of @pattern has a phrase in one sentence, not
 * far apart and not negated: the bytes from *start to *end of the text hold them.
 */
gboolean foothold_phrase_text_find (const FootholdPhraseText *self,
                                    const GPtrArray *pattern,
                                    const GPtrArray *negations,
                                    gsize *start,
                                    gsize *end);

G_END_DECLS
