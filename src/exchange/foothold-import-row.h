// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-json-cursor.h"
#include "store/foothold-dossier.h"

G_BEGIN_DECLS

typedef struct
{
  const FootholdSink *sink;
  const char *where; /* of the object being read */
  const char *part; /* "deliverables": the list inside it that is being read; NULL for itself */
  const char *owner; /* the field of what is nested that says in what, which place says already; NULL for itself */
} FootholdRowReading;

/*
 * Called for a member that is a list, as no field is. *@taken says whether the caller has a
 * use for it; else it is reported. FALSE with an error ends the import.
 */
typedef gboolean (*FootholdOtherMember) (gpointer user_data,
                                         FootholdJsonSlice key,
                                         FootholdJsonSlice value,
                                         gboolean *taken,
                                         GError **error);

/*
 * One object of our own format as a row, by its field table. A value that the
 * database would refuse is reported and left unknown. *@row is NULL where the
 * object lacks what it must have: reported too. FALSE only when the sink or @other fails.
 */
gboolean foothold_import_row (const FootholdRowReading *reading,
                              const FootholdRowType *type,
                              FootholdJsonSlice object,
                              FootholdOtherMember other,
                              gpointer user_data,
                              FootholdRow **row,
                              GError **error);

/* "1734567890123456789"; FALSE for anything else that is not a positive id. */
gboolean foothold_import_id (FootholdJsonSlice value, gint64 *id);

/* Reports to the sink; FALSE when it fails. */
gboolean foothold_import_problem (const FootholdRowReading *reading,
                                  const char *field,
                                  const char *reason,
                                  GError **error);

G_END_DECLS
