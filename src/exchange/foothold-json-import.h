// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import-dates.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-json-cursor.h"

/* One JSON file on its way in: what the reader of our own format and that of postings share; nobody else includes it.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *data;
  gsize length;
  const FootholdSink *sink;
  GCancellable *cancellable;
  gsize read; /* bytes of the objects taken so far, which come in another order than the file's */
  /* lines are counted on from here, since objects come in the order of the file */
  const char *counted;
  guint line;
  FootholdImportDates dates; /* of postings */
  GHashTable *files; /* sha256 → FootholdJsonSlice of its Base64 between the quotes */
} FootholdJsonImport;

/* Always FALSE, with @sentence as the error. */
gboolean foothold_json_import_refuse (GError **error, FootholdImportError code, const char *sentence);
/* In what line of the file @at is. */
guint foothold_json_import_line (FootholdJsonImport *self, const char *at);
/* Where entry @n, from 0, of a list of the file is, in words for reports. (transfer full) */
char *foothold_json_import_where (FootholdJsonImport *self, const char *list, guint n, FootholdJsonSlice entry);
/* Before every object of @length bytes: tells progress; FALSE when cancelled. */
gboolean foothold_json_import_step (FootholdJsonImport *self, gsize length, GError **error);

/* One object of our own export, given to the sink with what is nested in it; what cannot be used of it is reported. */
gboolean foothold_json_import_object (FootholdJsonImport *self,
                                      const FootholdFamily *family,
                                      FootholdJsonSlice object,
                                      const char *where,
                                      GError **error);
/*
 * All @elements (FootholdJsonSlice) of the list of @family: read on this thread and one more, given to the sink on this
 * one and in their order.
 */
gboolean foothold_json_import_objects (FootholdJsonImport *self,
                                       const FootholdFamily *family,
                                       GArray *elements,
                                       GError **error);
/* The JobPosting objects of a file that is no export of ours. */
gboolean foothold_json_import_postings (FootholdJsonImport *self, FootholdJsonSlice root, GError **error);

G_END_DECLS
