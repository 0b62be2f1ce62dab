// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "rules/foothold-dates.h"
#include "store/foothold-dossier.h"

/* What a person says to what files leave open: which of day and month comes first, by which
 * character set they are written, what a table's words for stages mean. It goes with the sink to whoever reads a file.
 */

G_BEGIN_DECLS

struct _FootholdImportAnswers
{
  FootholdDayOrder order; /* where the rows do not tell */
  const char *charset; /* by which tables and text are read, of foothold_csv_charsets; NULL: found by looking */
  GHashTable *stages; /* words without case → slugs of foothold_csv_stages, static */
};

FootholdImportAnswers *foothold_import_answers_new (void);
FootholdImportAnswers *foothold_import_answers_copy (const FootholdImportAnswers *self);
void foothold_import_answers_free (FootholdImportAnswers *self);

/* "day-first", "month-first"; FALSE for anything else. */
gboolean foothold_import_answers_set_dates (FootholdImportAnswers *self, const char *text);
/* "windows-1251", a name of foothold_csv_charsets without regard to case; FALSE for anything else. */
gboolean foothold_import_answers_set_charset (FootholdImportAnswers *self, const char *name);
/* Of what came with a sink, which may be NULL: its set, or NULL. */
const char *foothold_import_answers_get_charset (const FootholdImportAnswers *self);
/* "Phone Screen=interview", a slug of foothold_csv_stages or its name; FALSE for anything else. */
gboolean foothold_import_answers_add_stage (FootholdImportAnswers *self, const char *text);

/* On the session bus: the order's word and the character set, empty where nothing was said; then the words and their
 * slugs. */
#define FOOTHOLD_IMPORT_ANSWERS_TYPE "(ssa{ss})"

/* (transfer floating) */
GVariant *foothold_import_answers_to_variant (const FootholdImportAnswers *self);
/* What is nothing that we know is left out. (transfer full) */
FootholdImportAnswers *foothold_import_answers_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdImportAnswers, foothold_import_answers_free)

G_END_DECLS
