// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-checklist.h"

/*
 * How clear a brief is, from 0 to 100: the share of the items of
 * data/rules/clarity.json that it answers. A student and a host see the same number.
 */

G_BEGIN_DECLS

/* Under this, the questions are shown before the brief. */
#define FOOTHOLD_CLARITY_ENOUGH 60

typedef struct
{
  guint score; /* rounded, halves up */
  guint n_known;
  gboolean questions_first;
  GArray *checks; /* of FootholdCheck: what is answered first, what is missing last, each with its question */
} FootholdClarity;

void foothold_clarity_judge (FootholdClarity *self, const FootholdRuleFile *file, const FootholdFacts *facts);
void foothold_clarity_clear (FootholdClarity *self);

G_END_DECLS
