// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-csv-look.h"

/* What the files that read a table share; nobody else includes it. */

G_BEGIN_DECLS

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

G_END_DECLS
