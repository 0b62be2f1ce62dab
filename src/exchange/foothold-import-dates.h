// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import-answers.h"

/* The dates of one file that is no table, where each stands for itself: what is read as it is, and what a person says
 * of "3/4/2027". */

G_BEGIN_DECLS

#define FOOTHOLD_IMPORT_DATES_FIELDS 4

typedef struct
{
  gboolean asks; /* somebody answers */
  FootholdDayOrder order; /* what they said */
  gboolean followed; /* a date was read by that */
  struct
  {
    const char *field; /* static */
    char *text; /* the first date of the field that may be two */
  } either[FOOTHOLD_IMPORT_DATES_FIELDS];
  guint n_either;
} FootholdImportDates;

FootholdImportDates foothold_import_dates (const FootholdSink *sink);
void foothold_import_dates_clear (FootholdImportDates *self);

/* The date that @text is, or NULL; *@either: because it may be two. @field: a column of an opportunity, static.
 * (transfer full) */
char *foothold_import_dates_read (FootholdImportDates *self, const char *field, const char *text, gboolean *either);
/* What @other noted too, save of fields that @row knows. */
void foothold_import_dates_join (FootholdImportDates *self,
                                 const FootholdImportDates *other,
                                 const FootholdOpportunityRow *row);
/* Once, at the end: asks, or says what was answered. Where nobody is asked, nothing. */
gboolean foothold_import_dates_report (const FootholdImportDates *self,
                                       const char *where,
                                       const FootholdSink *sink,
                                       GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdImportDates, foothold_import_dates_clear)

G_END_DECLS
