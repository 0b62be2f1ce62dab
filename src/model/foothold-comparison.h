// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-appraisal.h"

/*
 * Two to four opportunities side by side: a line for each fact, with what each of them says, and whether they say the
 * same. A pure function of what the rules say of them; what shows, prints or copies it asks here.
 */

G_BEGIN_DECLS

#define FOOTHOLD_COMPARED_LEAST 2
#define FOOTHOLD_COMPARED_MOST 4

typedef struct
{
  char *text; /* NULL: unknown */
  gboolean not_said; /* unknown, and the posting does not say it */
  double lo, hi; /* of a line that is drawn: 0 to 1 */
} FootholdComparedValue;

typedef struct
{
  const char *id; /* static: the field, or what we call it */
  const char *name; /* translated */
  const char *group; /* translated; the same pointer for all lines of one group */
  gboolean drawn; /* a range from 0 to 1 */
  gboolean differs; /* they do not all say the same; one that says nothing does not say the same */
  FootholdComparedValue values[FOOTHOLD_COMPARED_MOST];
} FootholdComparedLine;

typedef struct
{
  guint n;
  FootholdOpportunityRow *rows[FOOTHOLD_COMPARED_MOST];
  GArray *lines; /* of FootholdComparedLine */
} FootholdComparison;

/*
 * @appraisals: FootholdAppraisal, two to four, in the order of the columns. What everybody asks is always a line, other
 * facts where one of them knows it. @now NULL is the clock.
 */
FootholdComparison *foothold_comparison_new (GPtrArray *appraisals, GDateTime *now);
void foothold_comparison_free (FootholdComparison *self);

/* "–", or "not said" where somebody looked. */
const char *foothold_compared_value_get_text (const FootholdComparedValue *value);
guint foothold_comparison_count_differences (const FootholdComparison *self);

/*
 * All of it as cells, @n_columns a row: first a row with the titles, the name of each line in the first column, and in
 * the last whether it differs. (element-type utf8) (transfer full)
 */
GPtrArray *foothold_comparison_to_cells (const FootholdComparison *self, gboolean only_differences, guint *n_columns);
/* The same as text: a line each, its cells between tabs, for a mail or a sheet. (transfer full) */
char *foothold_comparison_to_text (const FootholdComparison *self, gboolean only_differences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdComparison, foothold_comparison_free)

G_END_DECLS
