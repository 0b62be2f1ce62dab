// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-staging.h"

#include <gtk/gtk.h>

/* What an import left out, and why: a few lines for the window, all of it for a file. */

G_BEGIN_DECLS

/* (transfer full): a sentence or two. */
char *foothold_import_report_describe (FootholdStaging *staging);
/* (transfer full): one line an entry, tab between where, title, field and reason; NULL with @error. */
char *foothold_import_report_text (FootholdStaging *staging, GError **error);

/* Asks where to and writes it there. */
void foothold_import_report_save_async (FootholdStaging *staging,
                                        GtkWindow *parent,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean foothold_import_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
