/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-filter.h"
#include "store/foothold-store.h"

/* What a filter may be about, for whoever helps a person to type one: own terms and currency, and the names there are.
 */

G_BEGIN_DECLS

typedef struct _FootholdFilterVocabulary FootholdFilterVocabulary;

/* One that knows nothing, until the first is loaded. */
FootholdFilterVocabulary *foothold_filter_vocabulary_new (void);
void foothold_filter_vocabulary_free (FootholdFilterVocabulary *self);
/* As of today. (transfer none) */
const FootholdFilterContext *foothold_filter_vocabulary_get_context (FootholdFilterVocabulary *self);
/* A FootholdFilterNamesFunc; @vocabulary: the vocabulary. */
const char *const *foothold_filter_vocabulary_get_names (FootholdFilterKey key, gpointer vocabulary);
/* Whether what @changes says makes it out of date. */
gboolean foothold_filter_vocabulary_concerns (const FootholdChanges *changes);

void foothold_filter_vocabulary_load_async (FootholdStore *store,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
/* (transfer full) */
FootholdFilterVocabulary *foothold_filter_vocabulary_load_finish (FootholdStore *store,
                                                                  GAsyncResult *result,
                                                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdFilterVocabulary, foothold_filter_vocabulary_free)

G_END_DECLS
