// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import.h"

/* LinkedIn's export of one's own data: which of its files we have a use for, and what the others are. */

G_BEGIN_DECLS

/* Whether these are the files of one: GPtrArray of char *, names with "/" between folders. */
gboolean foothold_linkedin_is_export (GPtrArray *names);
/* "Jobs/Saved Jobs.csv", wherever it lies. */
gboolean foothold_linkedin_is_saved_jobs (const char *name);
/* Reports that a file of the export was left out; FALSE when the sink fails. */
gboolean foothold_linkedin_leave_out (const char *name, const FootholdSink *sink, GError **error);
/* Sets the error that such an export has no saved jobs. */
void foothold_linkedin_set_empty (GError **error);

/*
 * Which of LinkedIn's tables has this row of names, as LinkedIn calls it, or NULL for any
 * other table. *@saved_jobs: whether it is the one that holds opportunities.
 */
const char *foothold_linkedin_table (GPtrArray *cells, gboolean *saved_jobs);

G_END_DECLS
