// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * A value that is not quite known: it lies from lo to hi, and n_known of the
 * n_asked inputs behind it are settled. What is unknown is 0 at the low end and 1
 * at the high end, and each step from there (weighing, adding, cutting off) keeps
 * the order of its operands, also as rounded by the machine. So a narrower input
 * can only make a narrower result: learning a fact never widens a range, and
 * forgetting one never narrows it.
 */

G_BEGIN_DECLS

typedef struct
{
  double lo, hi; /* 0 to 1, lo <= hi */
  guint n_known, n_asked;
} FootholdRange;

/* One input that lies from @lo to @hi; it is known when nothing that is still unknown could change it. */
static inline FootholdRange
foothold_range_input (double lo, double hi)
{
  return (FootholdRange) { CLAMP (lo, 0, 1), CLAMP (hi, 0, 1), lo >= hi ? 1 : 0, 1 };
}

static inline FootholdRange
foothold_range_unknown (void)
{
  return foothold_range_input (0, 1);
}

static inline FootholdRange
foothold_range_empty (void)
{
  return (FootholdRange) { 0, 0, 0, 0 };
}

/* @sum and @weight times @part. The weights of a sum are not negative and add up to 1. */
static inline FootholdRange
foothold_range_add (FootholdRange sum, double weight, FootholdRange part)
{
  sum.lo = MIN (sum.lo + weight * part.lo, 1);
  sum.hi = MIN (sum.hi + weight * part.hi, 1);
  sum.n_known += part.n_known;
  sum.n_asked += part.n_asked;

  return sum;
}

G_END_DECLS
