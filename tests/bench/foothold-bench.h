/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Two sides measured in turns, A, B, A, B …, so that a machine that slows down
 * slows both. Each round of a side returns one figure in milliseconds; a line
 * "pair GOAL A B" a round is what run.py reads.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gdouble (*FootholdBenchSide) (gpointer data);
typedef void (*FootholdBenchPair) (gpointer data, gdouble *a, gdouble *b);

/* Reads --rounds N, which every bench program has, out of the arguments. */
void foothold_bench_init (int *argc, char **argv[]);
/* @goal: the number in the table of goals. One round of each side goes unmeasured first. */
void foothold_bench_ratio (gdouble goal, FootholdBenchSide a, FootholdBenchSide b, gpointer data);
/* The same where both sides are measured in turns, a little of each. */
void foothold_bench_pairs (gdouble goal, FootholdBenchPair pair, gpointer data);
/* The same where the goal is a figure and no ratio. */
void foothold_bench_single (gdouble goal, FootholdBenchSide side, gpointer data);
/* A count that does not depend on the machine, printed beside the times. */
void foothold_bench_count (gdouble goal, const char *name, gdouble count);

/* Milliseconds since some fixed time. */
gdouble foothold_bench_now (void);
/* Milliseconds of a processor that the calling thread had: what others take of the machine is not in it. */
gdouble foothold_bench_spent (void);
/* The @fraction quantile (0.95 …) of @n figures; sorts them. */
gdouble foothold_bench_quantile (gdouble *figures, guint n, gdouble fraction);
/* The first widget of @type in @from, itself among them; NULL where there is none. */
GtkWidget *foothold_bench_find_widget (GtkWidget *from, GType type);

G_END_DECLS
