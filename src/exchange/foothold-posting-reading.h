// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-job-posting.h"

/* What the files that read a JobPosting share; nobody else includes it. */

G_BEGIN_DECLS

typedef struct
{
  FootholdJsonLd *ld;
  JsonObject *posting;
  const FootholdPostingContext *context;
  const FootholdSink *sink;
  FootholdDossier *dossier;
  FootholdOpportunityRow *row;
  GError *error; /* the sink's first; nothing is reported after it */
} FootholdPostingReading;

/* Reports that @field was left out and why. */
void foothold_posting_problem (FootholdPostingReading *self, const char *field, const char *reason);
/* The same with the value in it: @sentence has one %s. */
void foothold_posting_bad_value (FootholdPostingReading *self,
                                 const char *field,
                                 const char *sentence,
                                 const char *value) G_GNUC_PRINTF (3, 0);

/* Members of the posting. */
JsonNode *foothold_posting_get (FootholdPostingReading *self, const char *name);
/* Its text as one line without markup; NULL for none. (transfer full) */
char *foothold_posting_line (FootholdPostingReading *self, JsonNode *node);
/* The same of a value that schema.org has a name for, also where it is written as an address:
 * "https://schema.org/TELECOMMUTE" → "TELECOMMUTE". */
char *foothold_posting_term (FootholdPostingReading *self, JsonNode *node);
/* All the texts in it, one or many, as paragraphs; NULL for none. (transfer full) */
char *foothold_posting_text (FootholdPostingReading *self, JsonNode *node);
/* The elements of an array, or the one value. JsonNode, resolved. (transfer container) */
GPtrArray *foothold_posting_elements (FootholdPostingReading *self, JsonNode *node);

/* The facts about pay, place. */
void foothold_posting_read_pay (FootholdPostingReading *self);
void foothold_posting_read_place (FootholdPostingReading *self);

G_END_DECLS
