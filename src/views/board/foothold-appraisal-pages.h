// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-appraisal.h"

/* What the rules say, as rows: each that fills a box makes it anew. @appraisal must live as long as what stands in it.
 */

G_BEGIN_DECLS

/*
 * A FootholdPagePart: three scores and the overall one, each opening to its inputs; wants, warning signs, and what is
 * asked. First three facts only, where nobody has begun to evaluate.
 */
GtkWidget *foothold_worth_part_new (void);
/* Adds to @box what is asked and never decided: whether the work suits, unpaid work, permission, consent and tax. */
void foothold_asked_group_add (GtkBox *box, const FootholdAppraisal *appraisal);
/* How what an hour brings stands to the least that one works for. (transfer full) */
char *foothold_own_floor_words (const FootholdAppraisal *appraisal);
/* What an hour brings as listed and really, and how that stands to the least that one works for. */
void foothold_pay_page_fill (GtkBox *box, const FootholdAppraisal *appraisal);
/* The payment facts, and references to compare with. */
void foothold_pay_page_fill_below (GtkBox *box, const FootholdAppraisal *appraisal);
/* The sixteen points of a clear brief, the questions, and the way to ask them. */
void foothold_clarity_page_fill (GtkBox *box, const FootholdAppraisal *appraisal);

G_END_DECLS
