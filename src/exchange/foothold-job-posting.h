// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import-dates.h"
#include "exchange/foothold-json-ld.h"
#include "store/foothold-dossier.h"

G_BEGIN_DECLS

typedef struct
{
  const char *where; /* for reports: "Posting 2" */
  const char *fact_source; /* "page" or "file" */
  const char *source; /* slug of foothold_sources where the posting's address does not tell more */
  const char *title; /* of the page, where the posting has none; or NULL */
  const char *url; /* of the page, where the posting has none; or NULL */
  const char *base; /* what an address without a site is told from; or NULL */
  FootholdImportDates *dates;
} FootholdPostingContext;

/*
 * What a JobPosting of schema.org says, as an opportunity. Missing is not looked at:
 * the data for machines seldom says all that the text does. What cannot be read goes to the sink
 * as a problem of its field. *@dossier is NULL where the posting has not even a title; that is a problem, no error.
 * FALSE only when the sink fails.
 */
gboolean foothold_job_posting_read (FootholdJsonLd *ld,
                                    JsonObject *posting,
                                    const FootholdPostingContext *context,
                                    const FootholdSink *sink,
                                    FootholdDossier **dossier,
                                    GError **error);

G_END_DECLS
