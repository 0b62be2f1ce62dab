/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the command line and the window say to each other on the session bus while
 * the window has the data open: the interface, and a preview as one value that
 * both can print (DESIGN §2).
 */

#pragma once

#include <gio/gio.h>

#include "store/foothold-staging.h"

G_BEGIN_DECLS

#define FOOTHOLD_COMMANDS_INTERFACE "io.github.foothold_app.Foothold.Commands"

/*
 * Import (files a(sh), answers (ssa{ss}), yes b) → (preview ((uuuuuuuuu)aua(ussssss)), imported x)
 *   files: names for reports, and descriptors to read from their beginning. answers: FOOTHOLD_IMPORT_ANSWERS_TYPE.
 *   Without yes, or with a question that is open, nothing is changed.
 * Restore (name s, backup h)
 * Generate (applications b, rows t, seed t) → (written x)
 *   opportunities, or the applications for them
 * signal Progress (fraction d), to the caller only
 *
 * A caller that leaves the bus cancels what it started.
 */
GDBusInterfaceInfo *foothold_commands_get_interface (void);

/* counts: new, same, fills, problems, fields left out, files left out, others that are the same, questions that are
 * open, applications beside what is new or fills; others: one number a FootholdOther; entries: verdict, where, title,
 * organisation, state of the application, field, reason. */
#define FOOTHOLD_COMMANDS_PREVIEW_TYPE "((uuuuuuuuu)aua(ussssss))"

/* More new and same entries than this are counted, not listed; problems and files left out are all listed. */
#define FOOTHOLD_COMMANDS_PREVIEW_ENTRIES 50

/**
 * foothold_commands_preview:
 * @staging: after foothold_staging_compare()
 *
 * Returns: (transfer floating): of FOOTHOLD_COMMANDS_PREVIEW_TYPE
 */
GVariant *foothold_commands_preview (FootholdStaging *staging, GError **error);

G_END_DECLS
