// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-reply-store.h"

/* What is said of who answers and how soon. Pure functions; all texts are (transfer full). */

G_BEGIN_DECLS

/* By what the figures are grouped. */
typedef enum
{
  FOOTHOLD_BY_SOURCE,
  FOOTHOLD_BY_ORGANISATION,
  FOOTHOLD_BY_AREA,
  FOOTHOLD_N_BY,
} FootholdBy;

/* "By Source" … */
const char *foothold_statistics_by_name (FootholdBy by);
/* (transfer none): FootholdReplyFigures */
GPtrArray *foothold_statistics_groups (const FootholdReplyReport *report, FootholdBy by);
/* "Submitted" … */
const char *foothold_statistics_step_name (FootholdFunnelStep step);
/* A group's name in words; "not known" for those without one. */
char *foothold_statistics_group_name (FootholdBy by, const char *key);

/* "38 %"; "–" where nothing was sent. */
char *foothold_statistics_rate (const FootholdReplyFigures *figures);
/* "9", "7.5"; "–" without a reply. */
char *foothold_statistics_median (const FootholdReplyFigures *figures);
/* "12 of 31 were answered", "of 12 replies". */
char *foothold_statistics_rate_words (const FootholdReplyFigures *figures);
char *foothold_statistics_median_words (const FootholdReplyFigures *figures);
/* @part of a hundred of @whole: "40 %"; "–" of nothing. */
char *foothold_statistics_share (guint part, guint whole);

/* All of it as a table: heads, then a row for all, and one for each group of each kind. (element-type utf8) */
GPtrArray *foothold_statistics_cells (const FootholdReplyReport *report, guint *n_columns);

G_END_DECLS
