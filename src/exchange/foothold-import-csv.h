// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-csv-look.h"

/* What the files that read a table share; nobody else includes it. */

G_BEGIN_DECLS

/* What a row says of its application, until all of it is read; NULL is unknown. */
typedef struct
{
  char *word; /* of the column of states */
  char *applied_on; /* ISO */
  char *resume_version, *questions;
  char *contact, *mail, *phone;
} FootholdCsvApplying;

void foothold_csv_applying_clear (FootholdCsvApplying *self);
/* The state of its application, static; NULL where there is none: the word says so, or neither word nor date is there.
 */
const char *foothold_csv_applying_state (const FootholdCsvApplying *self, const FootholdCsvLook *look);
/* Adds the application to @dossier, and whom it names; FALSE where there is none. */
gboolean foothold_csv_apply (const FootholdCsvApplying *self, const FootholdCsvLook *look, FootholdDossier *dossier);

/* A cell as an ISO date by the order of its column; NULL for what is none, or may be two. (transfer full) */
char *foothold_csv_read_date (const char *text, FootholdDayOrder order);
/* Asks which of day and month comes first in the date @either; where it is NULL, says that @order was the answer. */
gboolean foothold_csv_report_order (const char *either,
                                    FootholdDayOrder order,
                                    const char *where,
                                    const FootholdSink *sink,
                                    GError **error);

/* One row of LinkedIn's connections into the sink, as a person. FALSE only when the sink fails. */
gboolean foothold_linkedin_connection_read (const FootholdCsvLook *look,
                                            GPtrArray *cells,
                                            const char *where,
                                            const FootholdSink *sink,
                                            GError **error);

/* One row as an opportunity; *@dossier is NULL where it is left out, which is reported. FALSE only when the sink fails.
 */
gboolean foothold_csv_row_read (const FootholdCsvLook *look,
                                GPtrArray *cells,
                                const char *where,
                                const FootholdSink *sink,
                                FootholdDossier **dossier,
                                GError **error);

/* The same of a row of our own export. */
gboolean foothold_csv_own_row_read (const FootholdCsvLook *look,
                                    GPtrArray *cells,
                                    const char *where,
                                    const FootholdSink *sink,
                                    FootholdDossier **dossier,
                                    GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdCsvApplying, foothold_csv_applying_clear)

G_END_DECLS
