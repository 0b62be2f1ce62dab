// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-proof-store.h"

/* How a proof of search is read: on paper, in a list, and by a spreadsheet. Pure functions; all texts are (transfer
 * full). */

G_BEGIN_DECLS

#define FOOTHOLD_PROOF_COLUMNS 5

/* "Submitted 3 Nov 2026, Interview 12 Nov 2026". */
char *foothold_proof_steps_words (const FootholdProofLine *line);
/* "12 applications"; "No applications". */
char *foothold_proof_count_words (const FootholdProof *proof);
/* "1 Nov 2026 to 30 Nov 2026". */
char *foothold_proof_range_words (const FootholdProof *proof);

/* For people: FOOTHOLD_PROOF_COLUMNS a row, heads first. (element-type utf8) */
GPtrArray *foothold_proof_paper_cells (const FootholdProof *proof);
/* For a spreadsheet: the same with ISO dates and the present state. (element-type utf8) */
GPtrArray *foothold_proof_table_cells (const FootholdProof *proof, guint *n_columns);

G_END_DECLS
