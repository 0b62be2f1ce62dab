// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * A proof of search: the applications of a time, with what came of each, on paper, as a PDF or as a table.
 *
 * Actions: "proof.print" (Ctrl+P), "proof.save-pdf", "proof.save-csv".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PROOF_DIALOG (foothold_proof_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdProofDialog, foothold_proof_dialog, FOOTHOLD, PROOF_DIALOG, AdwDialog)

/* This month at first. */
void foothold_proof_dialog_present (GtkWidget *parent, FootholdStore *store);

G_END_DECLS
