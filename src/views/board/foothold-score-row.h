// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "rules/foothold-worth.h"

/*
 * One of the three scores, which opens to what it is made of: each input with how much it counts and what it brings,
 * and its facts, changed where they are counted. They are made when it is first opened.
 *
 * It is a FootholdPagePart.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_SCORE_ROW (foothold_score_row_get_type ())
G_DECLARE_FINAL_TYPE (FootholdScoreRow, foothold_score_row, FOOTHOLD, SCORE_ROW, AdwExpanderRow)

GtkWidget *foothold_score_row_new (FootholdWorthScore score);

/* "5 of 10 facts known" (transfer full) */
char *foothold_worth_known_words (const FootholdRange *range);

G_END_DECLS
