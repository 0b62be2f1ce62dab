// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-judging.h"

/* What is judged and who judges, from the database: for any connection. */

G_BEGIN_DECLS

/* A case with the rows it borrows. */
typedef struct
{
  FootholdCase given;
  char *organisation_type;
} FootholdLoadedCase;

/* Those of @ids (gint64) that exist, in any order; one query a kind of row. (element-type FootholdLoadedCase) */
GPtrArray *foothold_cases_load (FootholdDb *db, GArray *ids, GError **error);

/* The person as stored. */
FootholdJudge *foothold_judge_load (FootholdDb *db, GError **error);

G_END_DECLS
