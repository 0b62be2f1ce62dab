/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asking the window to do it, where the window has the data open: so its writer
 * announces the change as usual and every view follows.
 */

#pragma once

#include <gio/gio.h>

#include "exchange/foothold-import-answers.h"

G_BEGIN_DECLS

/* Opportunities, or the applications for them: how many were written, -1 on error. */
gint64 foothold_cli_client_generate (gboolean applications, guint64 n_rows, guint64 seed, GError **error);

/**
 * foothold_cli_client_import:
 * @inputs: (element-type FootholdCliInput): those that cannot be read are said and left out
 * @answers: what the person says to questions
 * @yes: FALSE only looks
 * @preview: (out) (transfer full): of FOOTHOLD_COMMANDS_PREVIEW_TYPE
 * @n_imported: (out):
 */
gboolean foothold_cli_client_import (GPtrArray *inputs,
                                     const FootholdImportAnswers *answers,
                                     gboolean yes,
                                     GVariant **preview,
                                     gint64 *n_imported,
                                     GError **error);

gboolean foothold_cli_client_restore (const char *backup, GError **error);

G_END_DECLS
