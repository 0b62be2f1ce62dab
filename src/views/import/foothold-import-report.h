// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-staging.h"

#include <gtk/gtk.h>

/* What an import says before and after, in words; what it left out, and why: a few lines for the window, all of it for
 * a file. */

G_BEGIN_DECLS

/* "38 new · 2 already there": for the preview and for tests. (transfer full) */
char *foothold_import_summary (FootholdStagedCounts counts);
/* Something that is no posting at all is told as what it is, not as a list of one problem: its reason, or NULL.
 * (transfer full) */
char *foothold_import_report_only_problem (FootholdStaging *staging);
/* Whether more is to be said than the preview did. */
gboolean foothold_import_report_is_worth (FootholdStagedCounts counts);
/* (transfer full): a sentence or two. */
char *foothold_import_report_describe (FootholdStaging *staging);
/* (transfer full): one line an entry, tab between where, title, field and reason; NULL with @error. */
char *foothold_import_report_text (FootholdStaging *staging, GError **error);

/* Asks where to and writes it there; what came of it is said at @from, as foothold_file_save () has it. */
void foothold_import_report_save (FootholdStaging *staging, GtkWidget *from);

G_END_DECLS
