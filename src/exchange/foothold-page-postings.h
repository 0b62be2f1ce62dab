// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-json-ld.h"
#include "store/foothold-dossier.h"

/*
 * The postings of one page, in however many ways it describes them: as a block of data, in microdata, in RDFa. Those
 * that are the same fill each other's gaps; where they differ, the way that was read first stays.
 */

G_BEGIN_DECLS

typedef struct _FootholdPagePostings FootholdPagePostings;

/* @head and @sink live longer than it. */
FootholdPagePostings *foothold_page_postings_new (const FootholdPageHead *head, const FootholdSink *sink);
void foothold_page_postings_free (FootholdPagePostings *self);

/* What one way says. */
gboolean foothold_page_postings_read (FootholdPagePostings *self,
                                      FootholdJsonLd *ld,
                                      GCancellable *cancellable,
                                      GError **error);
guint foothold_page_postings_get_n (const FootholdPagePostings *self);
/* Gives all of them to the sink, each with the page; once, after the last way. */
gboolean foothold_page_postings_give (FootholdPagePostings *self, GBytes *page, const char *file_name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdPagePostings, foothold_page_postings_free)

G_END_DECLS
